"""What stands in the panels of Today."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from teamops.clock import Clock
from teamops.i18n import _, explained, full_day, listed, medium_day, month_name, ngettext, short_day
from teamops.models.calendar import CalendarDayView
from teamops.models.figures import FigureKind, FigureLine, Standing, cell_text
from teamops.models.meetings import MeetingLine, MeetingState, PartLine, RollMark
from teamops.models.today import TodayView
from teamops.models.words import number_label
from teamops.numbers import format_number
from teamops.text import cell_width, fit, wrap
from teamops.widgets.chart import bar, spark
from teamops.widgets.panel import Line, Span
from teamops.widgets.tones import Tone

PART_WIDTH = 14
_LEAST_BAR = 4
"""A bar of fewer cells tells nothing and is left out."""


May: TypeAlias = Callable[[str], bool]


class PanelText(NamedTuple):
    """What one panel says: title, the key that acts on it, and its lines."""

    title: str
    hint: str
    lines: list[Line]

    @property
    def height(self) -> int:
        """The lines it takes with its border."""
        return len(self.lines) + 2


def panels(
    view: TodayView, clock: Clock, may: May, *, wide: bool, width: int, rows: int
) -> dict[str, PanelText]:
    """Every panel of the board, each `width` cells of text wide, for a board of `rows` lines.

    `may` says which actions are the user's to do: the keys of others are not named.
    """
    meeting, month = _meeting(view, clock, may, width), _month(view, width)
    room = rows - (month if wide else meeting).height - 2
    return {
        "meeting": meeting,
        "roll": _roll(view, may, width),
        "directives": _directives(view),
        "needs": _needs(view, clock.today(), limit=max(2, min(9 if wide else 4, room))),
        "month": month,
        "members": _members(view, width),
    }


def day_text(day: CalendarDayView) -> str:
    """Mon 23 Nov 2026 · working day, and a warning where the calendar is not confirmed."""
    kind = day.name if day.name and not day.kind.worked else day.kind.label
    parts = [full_day(day.day), kind]
    if not day.market_open and day.kind.worked:
        parts.append(_("exchange closed"))
    return " · ".join(parts)


# --- the meeting


def _meeting(view: TodayView, clock: Clock, may: May, width: int) -> PanelText:
    title = _("Morning meeting")
    if view.meeting_day != view.day.day:
        title += f" · {medium_day(view.meeting_day)}"
    day, birthdays = day_text(view.day), Span(_birthday_text(view), "accent")
    if cell_width(f"{day} {birthdays.text}") <= width:
        lines = [Line([Span(day)], [birthdays])]
    else:
        lines = [Line([Span(day)]), Line([birthdays])]
    if not view.day.confirmed:
        text = _("calendar of {year} not confirmed: weekdays assumed").format(year=view.day.day.year)
        lines.append(Line([Span("! " + text, "alert")]))
    hint = ""
    if view.running is not None and (view.meeting is None or view.running.id != view.meeting.id):
        text = _("The meeting of {day} was never closed.").format(day=medium_day(view.running.day))
        lines.append(Line([Span("! " + text, "alert")]))
        hint = _keys(may, ("run_meeting", _("m go on with it")))
    if view.meeting is None:
        lines += [Line(), Line([Span(_("No agenda yet."), "dim")])]
        if may("prepare_meeting"):
            lines.append(Line([Span(_("g  prepare it: what is open comes over by itself"), "dim")]))
        lines += _next_lines(view)
        return PanelText(title, hint or _keys(may, ("prepare_meeting", _("g prepare"))), lines)
    meeting = view.meeting
    lines.append(Line([Span(_state_text(meeting, clock))]))
    lines += [_part_line(n, part, view) for n, part in enumerate(view.parts, 1)]
    carried = _carried_text(view)
    if carried and meeting.state in (MeetingState.DRAFT, MeetingState.READY):
        lines.append(Line([Span("  " + carried, "dim")]))
    lines += _next_lines(view)
    return PanelText(title, hint or _meeting_hint(meeting, view.day.day, may), lines)


def _next_lines(view: TodayView) -> list[Line]:
    """The meeting after this one, once it is prepared."""
    meeting = view.next_meeting
    if meeting is None or meeting.state not in (MeetingState.DRAFT, MeetingState.READY):
        return []
    said = _("next {day}: {state}").format(day=medium_day(meeting.day), state=meeting.state.label)
    return [Line([Span("  " + said, "dim")])]


def _carried_text(view: TodayView) -> str:
    """What the meeting takes over from those before it: items of the agenda, and what it follows up."""
    items, actions = view.carried, sum(item.opened_on < view.meeting_day for item in view.actions)
    found = []
    if items:
        found.append(ngettext("{n} item of the agenda", "{n} items of the agenda", items).format(n=items))
    if actions:
        found.append(ngettext("{n} action item", "{n} action items", actions).format(n=actions))
    return explained(_("from last time"), listed(found)) if found else ""


def _meeting_hint(meeting: MeetingLine, today: date, may: May) -> str:
    match meeting.state:
        case MeetingState.DRAFT | MeetingState.READY if meeting.day == today:
            return _keys(may, ("prepare_meeting", _("g agenda")), ("run_meeting", _("m run")))
        case MeetingState.DRAFT | MeetingState.READY:
            return _keys(may, ("prepare_meeting", _("g prepare")))
        case MeetingState.RUNNING:
            return _keys(may, ("run_meeting", _("m go on")))
        case _:
            return _keys(may, ("open_minutes", _("v minutes")), ("prepare_meeting", _("g next agenda")))


def _keys(may: May, *hints: tuple[str, str]) -> str:
    return " · ".join(hint for action, hint in hints if may(action))


def _state_text(meeting: MeetingLine, clock: Clock) -> str:
    start = f"{meeting.planned_start:%H:%M}"
    host = _("host {name}").format(name=meeting.host)
    match meeting.state:
        case MeetingState.DRAFT | MeetingState.READY:
            local = clock.local(clock.now())
            planned = datetime.combine(meeting.day, meeting.planned_start, clock.zone)
            minutes = int((planned - local).total_seconds() // 60)
            when = ""
            if meeting.day == local.date():
                when = (
                    _("in {n} min").format(n=minutes)
                    if 0 < minutes <= 90
                    else _("now due")
                    if -240 < minutes <= 0
                    else ""
                )
            return " · ".join(part for part in (start, when, host, meeting.state.label) if part)
        case MeetingState.RUNNING if meeting.started_at is not None:
            since = f"{clock.local(meeting.started_at):%H:%M}"
            return " · ".join((_("running since {time}").format(time=since), host))
        case _ if meeting.ended_at is not None:
            ended = f"{clock.local(meeting.ended_at):%H:%M}"
            state = _("to be signed") if meeting.state is MeetingState.MINUTED else meeting.state.label
            return " · ".join((number_label(meeting.number), _("closed {time}").format(time=ended), state))
        case _:
            return meeting.state.label


def _part_line(n: int, part: PartLine, view: TodayView) -> Line:
    planned = _("{n} min").format(n=part.planned)
    return Line(
        [
            Span(f"{n} ", "dim"),
            Span(part.section.label, "plain", PART_WIDTH),
            Span(_part_text(part, view), "dim"),
        ],
        [Span(planned, "dim")],
    )


def _part_text(part: PartLine, view: TodayView) -> str:
    if part.section == "progress":
        board = view.board
        return _("figures of {day}: {n} of {all} in").format(
            day=short_day(board.day), n=board.reported, all=board.expected
        )
    titles = [item.title or item.body.split("\n")[0] for item in part.items]
    if not titles:
        return "–"
    if len(titles) == 1:
        return titles[0]
    return ngettext("{n} item: {first}", "{n} items: {first}", len(titles)).format(
        n=len(titles), first=titles[0]
    )


def _birthday_text(view: TodayView) -> str:
    if not view.birthdays:
        return ""
    return listed(_("{name}'s birthday").format(name=name) for name, _day in view.birthdays[:2])


# --- the roll


def _roll(view: TodayView, may: May, width: int) -> PanelText:
    due = Span(_("{n} due").format(n=len(view.roll)))
    if not view.roll_called:
        text = [due, Span("   "), Span(_("not called yet"), "dim")]
        return PanelText(_("Roll"), _keys(may, ("call_roll", _("r call"))), [Line(text)])
    rows = [[due]]
    for mark in RollMark:
        count = sum(line.mark is mark for line in view.roll)
        if not count:
            continue
        tone: Tone = "good" if mark is RollMark.PRESENT else "alert" if mark is RollMark.ABSENT else "plain"
        said = Span(f"{mark.label} {count}", tone)
        used = sum(cell_width(span.text) for span in rows[-1])
        if used + 3 + cell_width(said.text) > width:
            rows.append([said])
        else:
            rows[-1] += [Span("   "), said]
    names = [
        f"{line.name} {line.mark.label}" for line in view.roll if line.mark not in (None, RollMark.PRESENT)
    ]
    lines = [Line(row) for row in rows]
    lines += [Line([Span(text, "dim")]) for text in wrap(listed(names), width)] if names else []
    return PanelText(_("Roll"), _keys(may, ("call_roll", _("r call"))), lines)


# --- directives


def _directives(view: TodayView) -> PanelText:
    title = _("Directives in force")
    open_ones = [line for line in view.directives if line.acknowledged < line.addressed]
    if not open_ones:
        text = _("Everyone has acknowledged all of them.") if view.directives else _("None in force.")
        return PanelText(title, "", [Line([Span(text, "dim")])])
    lines = [
        Line(
            [Span(number_label(line.number) + "  ", "accent"), Span(line.title)],
            [Span(_("{n} of {all} acknowledged").format(n=line.acknowledged, all=line.addressed), "dim")],
        )
        for line in open_ones[:4]
    ]
    count = len(open_ones)
    return PanelText(title, ngettext("{n} open", "{n} open", count).format(n=count), lines)


# --- what needs the lead


def _needs(view: TodayView, today: date, *, limit: int) -> PanelText:
    lines = list(_needs_lines(view, today))
    title = _("Needs you")
    if not lines:
        return PanelText(title, "", [Line([Span(_("Nothing waits."), "dim")])])
    more = len(lines) - limit
    if more > 0:
        text = ngettext("… and {n} more in Meetings (4)", "… and {n} more in Meetings (4)", more + 1)
        lines = [*lines[: limit - 1], Line([Span("  " + text.format(n=more + 1), "dim")], key="more")]
    return PanelText(title, "", lines)


def _needs_lines(view: TodayView, today: date) -> Iterator[Line]:
    for meeting in view.to_sign:
        yield Line(
            [Span("! ", "alert"), Span(_("sign the minutes"))],
            [Span(f"{number_label(meeting.number)} · {short_day(meeting.day)}", "dim")],
            key=("minutes", meeting.id),
        )
    for item in view.actions:
        overdue = item.overdue(today)
        flag = Span("! ", "alert") if overdue else Span("  ")
        what = _("check: {text}").format(text=item.text) if item.state == "done" else item.text
        when = _due_text(item.due, today) if item.state != "done" else item.state.label
        yield Line(
            [flag, Span(number_label(item.number) + "  ", "dim"), Span(what)],
            [Span(f" {item.owner} · {when}", "alert" if overdue else "dim")],
            key=("action_item", item.id),
        )


def _due_text(due: date | None, today: date) -> str:
    if due is None:
        return _("no date")
    if due == today:
        return _("due today")
    if due < today:
        days = (today - due).days
        return ngettext("{n} day late", "{n} days late", days).format(n=days)
    return medium_day(due)


# --- the month


def _month(view: TodayView, width: int) -> PanelText:
    board = view.board
    title = _("{month} against target").format(month=month_name(board.month))
    counted = [standing for standing in board.team if standing.figure.kind is not FigureKind.TEXT]
    if not counted:
        return PanelText(title, "", [Line([Span(_("No figures are kept yet."), "dim")])])
    label_width = max(cell_width(standing.figure.name) for standing in counted) + 1
    value_width = max(cell_width(_of_target(standing)) for standing in counted)
    pace_width = max(cell_width(_pace_text(standing)) for standing in counted)
    room = max(0, min(28, width - label_width - value_width - pace_width - 9))
    room = room if room >= _LEAST_BAR else 0
    lines: list[Line] = []
    for standing in counted:
        share = f"{standing.share:>3} %" if standing.share is not None else ""
        chart = bar(standing.done, standing.target, room) if standing.target else ""
        lines.append(
            Line(
                [
                    Span(fit(standing.figure.name, label_width)),
                    Span(_of_target(standing), "plain", value_width, "right"),
                    Span("  " if room else ""),
                    Span(chart, "accent", room),
                    Span(f" {share}", "plain"),
                ],
                [Span(_pace_text(standing), "dim", pace_width)],
            )
        )
    first = counted[0]
    trend = spark(first.by_day, len(first.by_day)) if any(value is not None for value in first.by_day) else ""
    if trend:
        lines.append(
            Line(
                [
                    Span(trend, "accent"),
                    Span(" " + _("{figure} by day").format(figure=first.figure.name), "dim"),
                ]
            )
        )
    paced = any(standing.pace is not None for standing in counted)
    return PanelText(title, _("→ month end · f figures") if paced else _("f figures"), lines)


def _of_target(standing: Standing) -> str:
    done = value_text(standing.figure, standing.done)
    return f"{done} / {value_text(standing.figure, standing.target)}" if standing.target else done


def value_text(figure: FigureLine, value: Decimal | None) -> str:
    """A value with its figure's decimals, trimmed."""
    return cell_text(figure, value) or "–"


def _pace_text(standing: Standing) -> str:
    if standing.pace is None:
        return ""
    whole = standing.pace.to_integral_value()
    return f"→ {format_number(whole, 0)}"


def _members(view: TodayView, width: int) -> PanelText:
    board = view.board
    title = _("{day}, by member").format(day=medium_day(board.day))
    counted = [standing.figure for standing in board.team if standing.figure.kind is not FigureKind.TEXT]
    people: dict[int, dict[int, str]] = {}
    names: dict[int, str] = {}
    for line in board.members:
        names[line.person_id] = line.name
        figure = next((figure for figure in counted if figure.id == line.figure_id), None)
        if figure is None:
            continue
        target = f"/{value_text(figure, line.target)}" if line.target else ""
        people.setdefault(line.person_id, {})[figure.id] = (
            f"{value_text(figure, line.yesterday):>6}  {value_text(figure, line.done)}{target}"
        )
    if not people:
        return PanelText(title, "", [Line([Span(_("Nobody's figures are asked for."), "dim")])])
    told = [[cells.get(figure.id, "") for figure in counted] for cells in people.values()]
    titles = [figure.name for figure in counted]
    wanted = [max(map(cell_width, column)) + 1 for column in zip(titles, *told, strict=True)]
    airy = [max(20, column) for column in wanted]
    roomy = 12 + sum(airy) <= width
    widths = airy if roomy else wanted
    first = 12 if roomy else min(12, max(map(cell_width, names.values())) + 1)
    heads = [Line([Span("", width=first), *_cells(titles, widths, "dim")])]
    rows = [
        Line([Span(names[key], "plain", first), *_cells(texts, widths, "plain")])
        for key, texts in zip(people, told, strict=True)
    ]
    return PanelText(title, _("day  month/target"), heads + rows)


def _cells(texts: Sequence[str], widths: Sequence[int], tone: Tone) -> list[Span | str]:
    return [Span(text, tone, width, "left") for text, width in zip(texts, widths, strict=True)]
