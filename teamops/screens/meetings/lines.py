"""What stands on the projector: the parts at the left, the part being held at the right."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from datetime import date, datetime

from teamops.i18n import _, medium_day
from teamops.models.action_items import ActionLine
from teamops.models.directives import CaseLine
from teamops.models.figures import MonthBoard
from teamops.models.meetings import (
    AgendaItemLine,
    ClockView,
    ItemKind,
    MeetingView,
    OutcomeKind,
    RollMark,
    Section,
)
from teamops.models.words import number_label
from teamops.screens.meetings.following import following_lines
from teamops.screens.meetings.progress import member_lines, team_lines, told_lines
from teamops.text import cell_width, fit, wrap
from teamops.widgets.panel import Line, Span
from teamops.widgets.tones import Tone

NUMBERED = {section: n for n, section in enumerate(Section, 1)}
SIDE_WIDTH = 24
"""Cells a line has beside the part being held."""
MOST_LINES, LEAST_LINES = 6, 2
"""How many lines an entry is given where there is room, and how few where there is none."""
_AIRY = 18
"""With so many lines there is room for blank ones."""
_INDENT = 3
_MOST_FOLLOWED = 5


def minutes_text(milliseconds: int) -> str:
    """12:05, as a wall clock counts."""
    seconds = milliseconds // 1000
    return f"{seconds // 60}:{seconds % 60:02}"


def part_lines(view: MeetingView, clock: ClockView, now: datetime) -> list[Line]:
    """The parts with the minutes planned and taken; an overrun is marked by a sign as well as by colour."""
    lines = []
    for part in view.parts:
        here = part.section is clock.section
        taken = clock.milliseconds(part.section, now)
        over = taken > part.planned * 60_000
        lines.append(
            Line(
                [
                    Span("▸ " if here else "  ", "accent"),
                    Span(f"{NUMBERED[part.section]}  ", "dim"),
                    Span(part.section.label, "accent" if here else "plain", 10),
                ],
                [
                    Span(
                        ("! " if over else "") + (minutes_text(taken) if taken or here else ""),
                        "alert" if over else "plain",
                    ),
                    Span(f"{part.planned}", "dim", 3, "right"),
                ],
            )
        )
    return lines


def roll_lines(view: MeetingView) -> list[Line]:
    """The roll in a few numbers."""
    if not view.roll_called:
        return [Line([Span("  " + _("roll not called yet"), "alert")])]
    counts = {mark: sum(line.mark is mark for line in view.roll) for mark in RollMark}
    rows: list[str] = []
    for text in (f"{mark.label} {count}" for mark, count in counts.items() if count):
        if rows and cell_width(f"  {rows[-1]}   {text}") <= SIDE_WIDTH:
            rows[-1] += f"   {text}"
        else:
            rows.append(text)
    return [Line([Span(f"  {row}", "dim")]) for row in rows]


def section_lines(
    view: MeetingView,
    section: Section,
    board: MonthBoard,
    following: Sequence[ActionLine],
    cases: dict[int, CaseLine],
    width: int,
    rows: int,
) -> list[Line]:
    """The part being held: what was prepared, then what was put down; where that can be, in `rows` lines.

    Progress begins with the figures and with what is to be followed up.

    The more there is, the fewer lines are given to an entry; it stands whole on agenda and minutes.
    """
    air = [Line()] if rows >= _AIRY else []
    progress = section is Section.PROGRESS
    top = [Line([Span(section.label.upper(), "accent")]), *air]
    if progress:
        top += [*told_lines(board, width), *air, *team_lines(board, width), *air]
        follow = following_lines(following, view.day, width, max(2, min(_MOST_FOLLOWED, rows // 6)))
        top += [*follow, *air] if follow else []
    lines: list[Line] = []
    for most in range(MOST_LINES, LEAST_LINES - 1, -1):
        entries = list(_entries(view, section, cases, width, most, air))
        members, left = member_lines(board, width, rows - len(top) - len(air) - len(entries))
        lines = [*top, *members, *air, *entries] if progress and members else [*top, *entries]
        if len(lines) <= rows and not (progress and left):
            break
    return lines


def _entries(
    view: MeetingView,
    section: Section,
    cases: dict[int, CaseLine],
    width: int,
    most: int,
    air: Sequence[Line],
) -> Iterator[Line]:
    items = view.part(section).items
    for item in items:
        yield from _item(item, cases, width, most)
    if not items and section is not Section.PROGRESS:
        told = wrap(_("Nothing was prepared for this part."), width)
        yield from (Line([Span(text, "dim")]) for text in told)
    put_down = list(_put_down(view, section, width, most))
    if put_down:
        yield from (*air, *put_down)


def _item(item: AgendaItemLine, cases: dict[int, CaseLine], width: int, most: int) -> Iterator[Line]:
    deferred = item.discussed is False
    tone: Tone = "dim" if deferred else "plain"
    key = ("item", item.id)
    title, body = (item.title, item.body) if item.title else (item.body, "")
    match item.kind:
        case ItemKind.DIRECTIVE:
            head = number_label(item.directive)
        case ItemKind.JUDGEMENT:
            head = _("Judgement")
        case ItemKind.REVIEW:
            head, title, body = _("Yesterday"), item.title, item.body or _("what came of it? e")
        case ItemKind.ANSWER:
            head, title, body = _("Answer"), item.body or item.title, ""
        case ItemKind.BIRTHDAY:
            head, title, body = "*", _("{name}'s birthday").format(name=item.title), ""
        case ItemKind.CASE:
            head = ""
        case _:
            head = "·"
    yield from _told(head, title, body, width, most, key, tone)
    case = cases.get(item.case_id) if item.case_id is not None else None
    if case is not None and case.lesson:
        yield from _told(_("Lesson"), case.lesson, "", width, most, None, tone)
    carried = item.carried and item.kind is not ItemKind.REVIEW
    about = [Span(item.presenter, "dim")] if item.presenter else []
    if deferred:
        about.append(Span(_("left for next time"), "alert"))
    elif carried:
        about.append(Span(_("from last time"), "dim"))
    if about:
        dotted = [piece for span in about for piece in (Span(" · ", "dim"), span)]
        yield Line([Span(" " * _INDENT), *dotted[1:]])


def _told(
    head: str, title: str, body: str, width: int, most: int, key: Hashable, tone: Tone
) -> Iterator[Line]:
    """An entry in at most `most` lines: its title after `head`, then what it says; … where there is more."""
    lead = f"{head}  " if head else ""
    indent = cell_width(lead)
    beside, below = max(10, width - indent), max(10, width - _INDENT)
    titles = wrap(" ".join(title.split()), beside) or [""]
    bodies = [text for said in body.splitlines() if said.strip() for text in wrap(said, below)]
    if bodies and len(titles) == most:
        titles[-1] += "…"
    titles = _cut(titles, most, beside)
    for n, text in enumerate(titles):
        start = Span(lead, "accent") if n == 0 else Span(" " * indent)
        yield Line([start, Span(text, tone)], key=key if n == 0 else None)
    for text in _cut(bodies, most - len(titles), below):
        yield Line([Span(" " * _INDENT + text, "dim")])


def _cut(texts: Sequence[str], most: int, width: int) -> list[str]:
    """The first `most` lines of text, the last one with … where there are more, each within `width` cells."""
    kept = list(texts[:most])
    if kept and len(texts) > most:
        kept[-1] += "…"
    return [text if cell_width(text) <= width else fit(text, width).rstrip() for text in kept]


def _put_down(view: MeetingView, section: Section, width: int, most: int) -> Iterator[Line]:
    for outcome in view.outcomes:
        if outcome.section is section:
            head = number_label(outcome.number) if outcome.kind is OutcomeKind.DECISION else "–"
            yield from _told(head, outcome.text, "", width, most, ("outcome", outcome.id), "plain")
    for action in view.actions:
        if action.section == section:
            yield from _action(action, width, most)


def _action(action: ActionLine, width: int, most: int) -> Iterator[Line]:
    key = ("action_item", action.id)
    right = Span(f"{action.owner}   {medium_day(action.due) if action.due else _('no date')}", "dim")
    room = max(10, width - 2)
    texts = wrap(action.text, room)
    beside = len(texts) == 1 and cell_width(f"{action.text}{right.text}") + 4 <= width
    for n, text in enumerate(_cut(texts, most, room)):
        start = Span("→ ", "accent") if n == 0 else Span("  ")
        yield Line([start, Span(text)], [right] if beside else (), key=key if n == 0 else None)
    if not beside:
        yield Line((), [right])


def head_line(view: MeetingView, clock: ClockView, now: datetime, local: datetime, day: date) -> Line:
    """Which meeting, the time, and how much of the planned time is gone."""
    total = clock.total(now)
    planned = view.planned_seconds * 1000
    over = total > planned
    held = _("clock held") + "   " if clock.held else ""
    return Line(
        [Span(f"{view.kind.label} · {medium_day(day)}")],
        [
            Span(held, "alert"),
            Span(f"{local:%H:%M}   "),
            Span(
                ("! " if over else "")
                + _("{gone} of {planned}").format(gone=minutes_text(total), planned=minutes_text(planned)),
                "alert" if over else "plain",
            ),
        ],
    )


def item_text(item: AgendaItemLine, width: int) -> list[Line]:
    """One item in full, as the agenda shows it under the list."""
    return list(_item(item, {}, width, len(item.title) + len(item.body) + 1))
