"""What stands on the projector: the parts at the left, the part being held at the right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from teamops.i18n import _, medium_day, short_day
from teamops.models.action_items import ActionLine
from teamops.models.directives import CaseLine
from teamops.models.figures import FigureKind, FigureLine, MonthBoard, cell_text
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
from teamops.text import cell_width, fit, wrap
from teamops.widgets.chart import bar
from teamops.widgets.panel import Line, Span

NUMBERED = {section: n for n, section in enumerate(Section, 1)}
SIDE_WIDTH = 24
"""Cells a line has beside the part being held."""


def shown(figure: FigureLine, value: Decimal | None) -> str:
    """A value as the board shows it."""
    return cell_text(figure, value) or "–"


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
    view: MeetingView, section: Section, board: MonthBoard, cases: dict[int, CaseLine], width: int
) -> list[Line]:
    """The part being held: what was prepared, then what was put down."""
    lines: list[Line] = [Line([Span(section.label.upper(), "accent")]), Line()]
    if section is Section.PROGRESS:
        lines += _progress(board, width)
    items = view.part(section).items
    for item in items:
        lines += _item(item, cases, width)
    if not items and section is not Section.PROGRESS:
        told = wrap(_("Nothing was prepared for this part."), width)
        lines += [Line([Span(text, "dim")]) for text in told]
    put_down = list(_put_down(view, section, width))
    if put_down:
        lines += [Line(), *put_down]
    return lines


def _item(item: AgendaItemLine, cases: dict[int, CaseLine], width: int) -> Iterator[Line]:
    deferred = item.discussed is False
    tone = "dim" if deferred else "plain"
    key = ("item", item.id)
    match item.kind:
        case ItemKind.DIRECTIVE:
            yield from _titled(number_label(item.directive), item.title, item.body, width, key, tone)
        case ItemKind.JUDGEMENT:
            yield from _titled(
                _("Judgement"), item.title or item.body, item.body if item.title else "", width, key, tone
            )
        case ItemKind.REVIEW:
            happened = item.body or _("what came of it? e")
            yield from _titled(_("Yesterday"), item.title, happened, width, key, tone)
        case ItemKind.ANSWER:
            yield from _titled(_("Answer"), item.body or item.title, "", width, key, tone)
        case ItemKind.BIRTHDAY:
            yield from _titled("*", _("{name}'s birthday").format(name=item.title), "", width, key, tone)
        case ItemKind.CASE:
            yield from _titled("", item.title, item.body, width, key, tone)
            case = cases.get(item.case_id) if item.case_id is not None else None
            if case is not None and case.lesson:
                yield Line()
                yield from _titled(_("Lesson"), case.lesson, "", width, None, tone)
        case _:
            yield from _titled(
                "·", item.title or item.body, item.body if item.title else "", width, key, tone
            )
    if item.presenter:
        yield Line([Span("   " + item.presenter, "dim")])
    if deferred:
        yield Line([Span("   " + _("left for next time"), "alert")])
    elif item.carried and item.kind is not ItemKind.REVIEW:
        yield Line([Span("   " + _("from last time"), "dim")])


def _titled(head: str, title: str, body: str, width: int, key: object, tone: str) -> Iterator[Line]:
    lead = f"{head}  " if head else ""
    indent = cell_width(lead)
    for n, text in enumerate(wrap(title.replace("\n", " "), max(10, width - indent)) or [""]):
        start = Span(lead, "accent") if n == 0 else Span(" " * indent)
        yield Line([start, Span(text, tone)], key=key if n == 0 else None)  # type: ignore[arg-type]
    for paragraph in body.splitlines():
        for text in wrap(paragraph, max(10, width - 3)):
            yield Line([Span("   " + text, "dim")])


def _put_down(view: MeetingView, section: Section, width: int) -> Iterator[Line]:
    for outcome in view.outcomes:
        if outcome.section is section:
            head = number_label(outcome.number) if outcome.kind is OutcomeKind.DECISION else "–"
            key = ("outcome", outcome.id)
            yield from _titled(head, outcome.text, "", width, key, "plain")
    for action in view.actions:
        if action.section == section:
            yield from _action(action, width)


def _action(action: ActionLine, width: int) -> Iterator[Line]:
    key = ("action_item", action.id)
    right = Span(f"{action.owner}   {medium_day(action.due) if action.due else _('no date')}", "dim")
    texts = wrap(action.text, max(10, width - 2))
    beside = len(texts) == 1 and cell_width(f"{action.text}{right.text}") + 4 <= width
    for n, text in enumerate(texts):
        start = Span("→ ", "accent") if n == 0 else Span("  ")
        yield Line([start, Span(text)], [right] if beside else (), key=key if n == 0 else None)
    if not beside:
        yield Line((), [right])


def _progress(board: MonthBoard, width: int) -> Iterator[Line]:
    told = _("figures of {day}: {n} of {all} in").format(
        day=short_day(board.day), n=board.reported, all=board.expected
    )
    yield from (Line([Span(text, "dim")]) for text in wrap(told, width))
    yield Line()
    counted = [standing for standing in board.team if standing.figure.kind is not FigureKind.TEXT]
    rows = [
        (
            standing.figure.name,
            f"+{shown(standing.figure, standing.yesterday)}",
            shown(standing.figure, standing.done)
            + (f" / {shown(standing.figure, standing.target)}" if standing.target else ""),
            f"{standing.share} %" if standing.share is not None else "",
        )
        for standing in counted
    ]
    widths = [max((cell_width(row[n]) for row in rows), default=0) for n in range(4)]
    room = min(30, width - sum(widths) - 9)
    narrow = room < 0
    for standing, (name, plus, done, share) in zip(counted, rows, strict=True):
        if narrow:
            yield Line([Span(name, "dim")])
        spans: list[Span | str] = [] if narrow else [Span(name, "plain", widths[0]), Span("  ")]
        spans += [Span(plus, "accent", widths[1], "right"), Span("  ")]
        spans += [Span(done, "plain", widths[2], "right"), Span("  ")]
        if room >= 6 and standing.target:
            spans += [Span(bar(standing.done, standing.target, room), "accent"), Span("  ")]
        spans.append(Span(share, "plain", widths[3], "right"))
        yield Line(spans)
    yield Line()
    yield from _members(board, width)


def _members(board: MonthBoard, width: int) -> Iterator[Line]:
    counted = [standing.figure for standing in board.team if standing.figure.kind is not FigureKind.TEXT]
    rows: dict[int, list[str]] = {}
    names: dict[int, str] = {}
    for figure in counted:
        for line in board.members:
            if line.figure_id == figure.id:
                names[line.person_id] = line.name
                rows.setdefault(line.person_id, []).append(shown(figure, line.yesterday))
    cells = [
        f"{fit(names[key], 8)}{''.join(f'{value:>7}' for value in values)}" for key, values in rows.items()
    ]
    each = 8 + 7 * len(counted) + 4
    columns = max(1, (width + 4) // each)
    deep = -(-len(cells) // columns)
    for n in range(deep):
        yield Line([Span("    ".join(cells[n::deep]), "plain")])
    if cells:
        yield Line()


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
    lines = list(_item(item, {}, width))
    return lines[:8]
