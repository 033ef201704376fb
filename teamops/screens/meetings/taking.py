"""Taking minutes away as a file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from teamops.errors import FileExists
from teamops.i18n import LANGUAGES, N_, OWN_NAMES, _, language, speaking
from teamops.models.directory import Directory
from teamops.screens.forms import open_form
from teamops.screens.host import Host
from teamops.widgets.ask import Confirm
from teamops.widgets.fields import ChoiceField, TextField

if TYPE_CHECKING:
    from teamops.models.minutes import MinutesView

FORMATS = (("docx", N_("Word")), ("html", N_("web page, for printing")), ("md", N_("text (Markdown)")))


def own_name(code: str) -> str:
    """A language's name for itself."""
    return OWN_NAMES[code]


FIELDS = (
    ChoiceField("format", N_("Format"), options=FORMATS),
    ChoiceField(
        "language", N_("Language"), options=tuple((code, partial(own_name, code)) for code in LANGUAGES)
    ),
    TextField("folder", N_("Folder"), required=True, limit=500, hint=N_("the file gets its name by itself")),
)


def take_away(host: Host, view: MinutesView) -> None:
    """Ask in which form and language and where to, and write the file; an existing one is asked about."""

    def submit(raw: Mapping[str, str], _today: date, _people: Directory) -> tuple[Path, bytes]:
        return written(view, raw["format"], raw["language"], Path(raw["folder"]).expanduser(), host)

    def done(result: tuple[Path, bytes]) -> None:
        path, data = result
        _remember(host, path)
        if data:
            _ask_to_replace(host, path, data)
        else:
            host.say(_said(path))

    open_form(
        host,
        "take minutes",
        _("Export minutes"),
        FIELDS,
        submit,
        initial={"format": _last_format(host), "language": language(), "folder": _last_folder(host)},
        then=done,
    )


def _last_format(host: Host) -> str:
    last = host.settings.export_format
    return last if last in dict(FORMATS) else FORMATS[0][0]


def _last_folder(host: Host) -> str:
    """Where the last file went, while that is there; else where the program was started, or home."""
    last, here = host.settings.export_folder, Path.cwd()
    if last and Path(last).is_dir():
        return last
    return str(here if os.access(here, os.W_OK) else Path.home())


def _remember(host: Host, path: Path) -> None:
    folder, kind = str(path.parent.absolute()), path.suffix.removeprefix(".")
    settings = host.settings
    if (settings.export_folder, settings.export_format) != (folder, kind):
        settings.export_folder, settings.export_format = folder, kind
        host.keep_settings()


def written(view: MinutesView, kind: str, code: str, folder: Path, host: Host) -> tuple[Path, bytes]:
    """Write the file; where one of its name exists nothing is written and the bytes come back to be asked about."""
    from teamops.exporting.files import write_file
    from teamops.exporting.minutes import paper, paper_name
    from teamops.exporting.writers import write

    with speaking(code):
        drawn = paper(view, made_at=host.desk.books.clock.now())
        path = folder / paper_name(view, kind)
        data = write(drawn, kind)
    try:
        write_file(path, data, force=False)
    except FileExists:
        return path, data
    return path, b""


def _ask_to_replace(host: Host, path: Path, data: bytes) -> None:
    def answered(sure: bool | None) -> None:
        if sure:
            from teamops.exporting.files import write_file

            host.do(
                lambda: write_file(path, data, force=True),
                lambda written_to: host.say(_said(written_to)),
            )

    question = _("{name} is there already. Write over it?").format(name=path.name)
    host.push_screen(Confirm(question, yes=_("write over it"), no=_("leave it")), answered)


def _said(path: Path) -> str:
    return _("Written: {name} in {folder}").format(name=path.name, folder=path.parent)
