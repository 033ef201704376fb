"""Papers and texts out of the books."""

from __future__ import annotations

from teamops.cli.parser import Command
from teamops.i18n import LANGUAGES, N_, _, full_day, speaking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from typing import Final

    from teamops.cli.call import Call
    from teamops.cli.parser import Parser
    from teamops.dates import Prefer
    from teamops.models.minutes import MinutesView
    from teamops.services.desk import Books, Reader

FORMATS: Final = ("md", "docx", "html")


def _kinds(parser: Parser) -> None:
    parser.subcommands(KINDS, dest="kind", title=_("papers"), required=True)


def _minutes_arguments(parser: Parser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--date", metavar="DAY", help=_("of the morning meeting of a day"))
    which.add_argument("--no", metavar="NUMBER", help=_("under a number"))
    parser.add_argument("--format", choices=FORMATS, help=_("md, docx or html (else by the file's ending)"))
    parser.add_argument(
        "--out",
        metavar="FILE",
        required=True,
        help=_("the file to write, the folder for it, or - for standard output"),
    )
    parser.add_argument("--force", action="store_true", help=_("write over an existing file"))


def minutes(call: Call) -> int:
    """Write the newest minutes of a meeting to a file, and tell where; or to standard output."""
    from pathlib import Path

    from teamops.cli.call import named_file
    from teamops.cli.output import hand_over, say
    from teamops.exporting.files import write_file
    from teamops.exporting.minutes import paper, paper_name
    from teamops.exporting.writers import write

    format_ = _format(call, Path(call.typed.out))
    with call.books() as books:
        with books.reading() as reader:
            view = _view(call, books, reader)
        made = write(paper(view, made_at=books.clock.now()), format_)
    if call.typed.out == "-":
        hand_over(made)
        return 0
    out = named_file(call.typed.out, paper_name(view, format_))
    write_file(out, made, force=call.typed.force)
    say(str(out.absolute()))
    return 0


def _format(call: Call, out: Path) -> str:
    from teamops.cli.refusals import FormatUnclear

    ending = out.suffix.removeprefix(".").lower()
    format_: str = call.typed.format or ending
    if format_ not in FORMATS:
        raise FormatUnclear(" | ".join(FORMATS))
    return format_


def _view(call: Call, books: Books, reader: Reader) -> MinutesView:
    from teamops.cli.refusals import NoMinutes
    from teamops.services.reading import meetings
    from teamops.services.reading import minutes as kept

    if call.typed.no is not None:
        what = call.typed.no
        number = _kept_number(what)
        line = next((line for line in meetings.find(reader, number) if line.number == number), None)
    else:
        day = _day("--date", call.typed.date, books, prefer="past")
        what = full_day(day)
        line = meetings.on(reader, day)
    view = kept.view(reader, line.id) if line is not None else None
    if view is None:
        raise NoMinutes(what)
    return view


def _kept_number(typed: str) -> str:
    """A number as the books keep it, however it is printed: 晨2026-0204, mm2026-0204."""
    from teamops.models.words import Series, number_label
    from teamops.text import fold

    number = "".join(fold(typed).split()).upper()
    for code in LANGUAGES:
        with speaking(code):
            prefix = number_label(Series.MORNING.value)
        if number.startswith(prefix):
            return Series.MORNING.value + number.removeprefix(prefix)
    return number


def _day(option: str, text: str, books: Books, *, prefer: Prefer) -> date:
    from teamops.cli.refusals import Mistyped
    from teamops.dates import parse_date
    from teamops.errors import Refusal

    try:
        return parse_date(text, books.clock.today(), prefer=prefer)
    except Refusal as refusal:
        raise Mistyped(option, str(refusal)) from refusal


def _brief_arguments(parser: Parser) -> None:
    parser.add_argument("--date", metavar="DAY", help=_("of another day than today"))


def brief(call: Call) -> int:
    """Tell the day's agenda as a text for the team's group chat."""
    from teamops.cli.output import say
    from teamops.exporting.brief import brief as composed
    from teamops.services.reading import meetings
    from teamops.services.reading.today import today

    with call.books() as books:
        day = books.clock.today()
        if call.typed.date is not None:
            day = _day("--date", call.typed.date, books, prefer="nearest")
        with books.reading() as reader:
            view = today(reader, day)
            meeting = meetings.one(reader, view.meeting.id) if view.meeting else None
    say(composed(view, meeting))
    return 0


KINDS: Final = (Command("minutes", N_("the minutes of a morning meeting"), _minutes_arguments, minutes),)
COMMANDS: Final = (
    Command("export", N_("write a paper to a file"), _kinds, minutes),
    Command("brief", N_("tell today's agenda as text, for the group chat"), _brief_arguments, brief),
)
