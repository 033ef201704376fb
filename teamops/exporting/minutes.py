"""The minutes of a morning meeting on paper (exports.md 3), in the language in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from teamops.exporting.files import file_name
from teamops.exporting.minutes_parts import part_blocks
from teamops.exporting.paper import (
    Block,
    Column,
    Field,
    Heading,
    Paper,
    Paragraph,
    SignLine,
    SignLines,
    Table,
    capital,
    made,
    moment,
    plain_day,
)
from teamops.i18n import N_, _, bracketed, explained, is_chinese, listed, long_day, parted
from teamops.models.meetings import RollMark, SeriesKind
from teamops.models.minutes import (
    ActionEntry,
    MinutesBody,
    MinutesKind,
    MinutesView,
    RollEntry,
    SignatureLine,
    SigningAs,
)
from teamops.models.people import BooksKind
from teamops.models.words import number_label

_TITLES = {SeriesKind.MORNING: N_("Minutes of the morning meeting")}
_BOOKS = {BooksKind.PRACTICE: N_("PRACTICE, NOT A RECORD"), BooksKind.DEMO: N_("DEMO, NOT A RECORD")}
_SIGNED_AS = {SigningAs.HOST: N_("Host's signature"), SigningAs.RECORDER: N_("Recorder's signature")}


def paper(view: MinutesView, *, made_at: datetime) -> Paper:
    """One version of the minutes as a paper made at the moment `made_at`."""
    body = view.body
    return Paper(
        title=_("{branch} · {paper}").format(branch=body.branch, paper=_(_TITLES[body.kind])),
        number=_("No. {number}").format(number=number_label(body.number)),
        version=view.v,
        standing=_standing(view),
        watermark=_watermark(view),
        head=tuple(_head(body)),
        blocks=tuple(_blocks(view)),
        made=made(made_at, zone=view.zone, head=view.head, version=view.v),
    )


def paper_name(view: MinutesView, extension: str) -> str:
    """The name of its file where the user gives none: 202611_晨會會議紀要_晨2026-0204_v1.docx."""
    body = view.body
    names = _(_TITLES[body.kind]), number_label(body.number)
    return file_name(body.day, *names, version=view.v, extension=extension)


def _standing(view: MinutesView) -> str:
    said = [_(_BOOKS[view.body.books])] if view.body.books in _BOOKS else []
    if view.kind is MinutesKind.CORRECTION:
        said.append(_("Correction, version {version}").format(version=view.v))
    elif view.v > 1:
        said.append(_("Version {version}").format(version=view.v))
    if view.v < view.latest:
        said.append(_("Superseded by version {version}").format(version=view.latest))
    if not view.signed:
        said.append(_("Draft, not signed by the host"))
    return " · ".join(said)


def _watermark(view: MinutesView) -> str:
    if view.body.books in _BOOKS:
        return _(_BOOKS[view.body.books])
    if view.v < view.latest:
        return _("SUPERSEDED")
    if not view.signed:
        return _("DRAFT")
    if view.kind is MinutesKind.CORRECTION:
        return _("CORRECTION, VERSION {version}").format(version=view.v)
    return ""


def _head(body: MinutesBody) -> Iterator[tuple[Field, ...]]:
    hours = "–".join(filter(None, (body.started, body.ended)))
    yield (
        Field(_("Meeting"), " · ".join(filter(None, (body.kind.label, body.team)))),
        Field(_("Time"), f"{long_day(body.day)} {hours}".rstrip()),
    )
    yield Field(_("Place"), body.place), Field(_("Host"), body.host)
    yield Field(_("Recorder"), body.recorder), Field(_("Turnout"), _attendance(body))
    if body.roll_called:
        late = [entry for entry in body.roll if entry.mark is RollMark.LATE]
        absent = [entry for entry in body.roll if not _there(entry)]
        yield (
            Field(_("Late"), parted(map(_late, late)) or _("none")),
            Field(_("Absent"), parted(map(_absent, absent)) or _("none")),
        )


def _attendance(body: MinutesBody) -> str:
    if not body.roll_called:
        return _("{due} due; the roll was not called").format(due=len(body.roll))
    present = sum(map(_there, body.roll))
    return _("{due} due, {present} present ({late} late), {absent} absent").format(
        due=len(body.roll), present=present, late=body.count(RollMark.LATE), absent=len(body.roll) - present
    )


def _there(entry: RollEntry) -> bool:
    return entry.mark in (RollMark.PRESENT, RollMark.LATE)


def _late(entry: RollEntry) -> str:
    return (
        _("{name} {minutes} min").format(name=entry.name, minutes=entry.minutes)
        if entry.minutes
        else entry.name
    )


def _absent(entry: RollEntry) -> str:
    return bracketed(entry.name, listed((entry.mark.label if entry.mark else _("not called"), entry.reason)))


def _blocks(view: MinutesView) -> Iterator[Block]:
    body = view.body
    yield from part_blocks(body)
    yield from _decisions(body)
    yield from _actions(body)
    yield from _followed_up(body)
    if (following := body.next_meeting) is not None:
        yield Paragraph(f"{long_day(following.day)} {following.starts_at}", label=_("Next meeting"))
    yield from _corrections(view)
    yield SignLines(tuple(_sign_lines(view)))


def _decisions(body: MinutesBody) -> Iterator[Block]:
    yield Heading(_("Decisions"), aside="" if body.decisions else _("none"))
    if body.decisions:
        yield Table(
            (Column(_("No."), 20), Column(_("Decision"), 123), Column(_("Part"), 35)),
            tuple((number_label(entry.number), entry.text, entry.section.label) for entry in body.decisions),
        )


def _actions(body: MinutesBody) -> Iterator[Block]:
    yield Heading(_("Action items"), aside="" if body.actions else _("none"))
    if body.actions:
        yield Table(
            (
                *_action_columns(34),
                Column(_("From part"), 18),
                Column(_("State"), 16),
            ),
            tuple(
                (
                    *_action(entry),
                    entry.section.label if entry.section else entry.origin,
                    capital(entry.state.label),
                )
                for entry in body.actions
            ),
        )


def _followed_up(body: MinutesBody) -> Iterator[Block]:
    yield Heading(_("Follow-up of earlier items"), aside="" if body.followed_up else _("none"))
    if body.followed_up:
        yield Table(
            (
                *_action_columns(32),
                Column(_("How far it is"), 32),
            ),
            tuple(
                (*_action(entry), capital(explained(entry.state.label, entry.reason)))
                for entry in body.followed_up
            ),
        )


def _action_columns(beside: int) -> tuple[Column, ...]:
    """The columns of `_action`; English names want more room than Chinese ones."""
    owners = 26 if is_chinese() else 36
    return (
        Column(_("No."), 20),
        Column(_("Action item"), 140 - owners - beside),
        Column(_("Responsible"), owners),
        Column(_("Due by"), 18),
    )


def _action(entry: ActionEntry) -> tuple[str, str, str, str]:
    due = plain_day(entry.due) if entry.due else ""
    return number_label(entry.number), entry.text, listed(entry.owners), due


def _corrections(view: MinutesView) -> Iterator[Block]:
    if view.body.corrections:
        yield Heading(_("Corrections"))
    for entry in view.body.corrections:
        label = _("Correction {number}").format(number=entry.no)
        said = parted((entry.text, explained(_("Reason"), entry.reason)))
        yield Paragraph(
            bracketed(said, listed((entry.by, moment(entry.at, view.zone)))),
            label=bracketed(label, entry.section.label if entry.section else ""),
            item=True,
        )


def _sign_lines(view: MinutesView) -> Iterator[SignLine]:
    """The branch's own lines with the signatures given under the same names, or the usual three."""
    if not view.sign_lines:
        given = {line.signed_as: line for line in view.signatures}
        for signed_as, title in _SIGNED_AS.items():
            yield SignLine(_(title), _signed(given[signed_as], view.zone) if signed_as in given else "")
        yield SignLine(_("Circulated to"))
        return
    left = list(view.signatures)
    lines = []
    for title, name in view.sign_lines:
        found = next((line for line in left if line.name == name), None)
        if found:
            left.remove(found)
        lines.append(
            SignLine(title, _signed(found, view.zone)) if found else SignLine(bracketed(title, name))
        )
    yield from (SignLine(_(_SIGNED_AS[line.signed_as]), _signed(line, view.zone)) for line in left)
    yield from lines


def _signed(line: SignatureLine, zone: str) -> str:
    return f"{line.name}  {moment(line.at, zone)}"
