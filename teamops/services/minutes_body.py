"""Drawing minutes: everything the paper says, gathered from the records as they stand."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from teamops.db.reader import Reader, clock, moment, sure_amount
from teamops.db.transaction import Transaction
from teamops.models.action_items import ActionLine
from teamops.models.directives import DirectiveLine
from teamops.models.meetings import MeetingState, MeetingView, OutcomeKind, PartLine, Section
from teamops.models.minutes import (
    ActionEntry,
    DecisionEntry,
    FigureEntry,
    ItemEntry,
    MemberFigure,
    MinutesBody,
    NextMeeting,
    PartEntry,
    RollEntry,
)
from teamops.models.people import SIGNING_TITLES
from teamops.models.tables.meetings import Meeting
from teamops.services.reading import action_items, calendar, directives, figures, meetings, people

PAPER = "minutes"


def compose(tx: Transaction, meeting: Meeting) -> MinutesBody:
    """The minutes of a meeting out of what the transaction sees."""
    reader = tx.reader
    view = meetings.sure(reader, meeting.id)
    branch = people.branch(reader)
    board = figures.board(reader, view.day)
    told = {
        item.directive_id: directives.one(reader, item.directive_id)
        for part in view.parts
        for item in part.items
        if item.directive_id is not None
    }
    return MinutesBody(
        branch=branch.branch,
        team=branch.team,
        books=branch.kind,
        kind=view.kind,
        number=view.number,
        day=view.day,
        place=view.place,
        host=view.host,
        recorder=view.recorder,
        started=_local(tx, view.started_at, view.day),
        ended=_local(tx, view.ended_at, view.day),
        roll_called=view.roll_called,
        roll=tuple(
            RollEntry(
                number=line.number, name=line.name, mark=line.mark, minutes=line.minutes, reason=line.reason
            )
            for line in view.roll
        ),
        parts=tuple(_part(part, view, told) for part in view.parts),
        figures_day=board.day,
        figures_reported=board.reported,
        figures_expected=board.expected,
        figures=_figures(reader, board.day, view.day),
        decisions=tuple(
            DecisionEntry(number=outcome.number, text=outcome.text, section=outcome.section)
            for outcome in view.outcomes
            if outcome.kind is OutcomeKind.DECISION
        ),
        actions=tuple(_action(item) for item in view.actions),
        followed_up=_follow_up(reader, view),
        next_meeting=_next_meeting(reader, meeting),
        zone=branch.zone,
        sign_lines=_sign_lines(reader),
    )


def _local(tx: Transaction, at: datetime | None, day: date) -> str:
    """A time of day; with its day where that is not the meeting's, which was closed too late."""
    if at is None:
        return ""
    local = tx.clock.local(at)
    return f"{local:%H:%M}" if local.date() == day else f"{local:%m-%d %H:%M}"


def _next_meeting(reader: Reader, meeting: Meeting) -> NextMeeting:
    """The next working day whose meeting is not called off, at the time planned for it or usual."""
    usual = reader.value("SELECT starts_at FROM meeting_series WHERE id = ?", (meeting.series_id,))
    planned = {
        row[0]: row[1:]
        for row in reader.rows(
            "SELECT day, state, planned_start FROM meeting WHERE series_id = ? AND day > ?",
            (meeting.series_id, meeting.day.isoformat()),
        )
    }
    day = calendar.next_workday(reader, meeting.day)
    while planned.get(day.isoformat(), ("",))[0] == MeetingState.CANCELLED:
        day = calendar.next_workday(reader, day)
    _state, starts_at = planned.get(day.isoformat(), ("", usual))
    return NextMeeting(day=day, starts_at=f"{clock(starts_at):%H:%M}")


def _sign_lines(reader: Reader) -> tuple[tuple[str, str], ...]:
    """The branch's own signature lines; none where it kept the usual ones."""
    lines = people.signatories(reader, PAPER)
    own = any(line.title not in SIGNING_TITLES for line in lines)
    return tuple((line.title, line.name) for line in lines) if own else ()


def _part(part: PartLine, view: MeetingView, told: dict[int, DirectiveLine | None]) -> PartEntry:
    items = []
    for item in part.items:
        directive = told.get(item.directive_id) if item.directive_id is not None else None
        items.append(
            ItemEntry(
                kind=item.kind,
                title=item.title,
                body=item.body,
                presenter=item.presenter,
                number=directive.number if directive else "",
                flag=directive.kind if directive else None,
                source=directive.source if directive else "",
                discussed=item.discussed,
                carried=item.carried,
            )
        )
    notes = tuple(
        outcome.text
        for outcome in view.outcomes
        if outcome.section is part.section and outcome.kind is OutcomeKind.NOTE
    )
    return PartEntry(
        section=part.section, planned=part.planned, elapsed=part.elapsed, items=tuple(items), notes=notes
    )


def _figures(reader: Reader, told_of: date, held_on: date) -> tuple[FigureEntry, ...]:
    """The sheet of the day looked back on, with that day's month as far as it had come before the meeting."""
    sheet = figures.sheet(reader, told_of)
    cells = {(cell.person_id, cell.figure_id): cell for cell in sheet.cells}
    done = _done(reader, told_of, held_on)
    targets = _targets(reader, told_of)
    entries = []
    for figure in sheet.figures:
        members = []
        for person_id, number, name in sheet.members:
            cell = cells.get((person_id, figure.id))
            value, words = (cell.value, cell.words) if cell is not None else (None, "")
            members.append(MemberFigure(number=number, name=name, value=value, words=words))
        entries.append(
            FigureEntry(
                code=figure.code,
                own_name=figure.own_name,
                own_unit=figure.own_unit,
                kind=figure.kind,
                decimals=figure.decimals,
                day_total=sum(
                    (member.value for member in members if member.value is not None), start=Decimal(0)
                ),
                month_total=done.get(figure.id, Decimal(0)),
                target=targets.get(figure.id),
                members=tuple(members),
            )
        )
    return tuple(entries)


def _done(reader: Reader, told_of: date, held_on: date) -> dict[int, Decimal]:
    first = told_of.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return {
        row[0]: sure_amount(row[1])
        for row in reader.rows(
            "SELECT figure_id, sum(value) FROM figure_value"
            " WHERE day >= ? AND day < ? AND value IS NOT NULL GROUP BY figure_id",
            (first.isoformat(), min(following, held_on).isoformat()),
        )
    }


def _targets(reader: Reader, told_of: date) -> dict[int, Decimal]:
    """What the team is to reach: its own target, or where it has none the sum of its members'."""
    lines = figures.targets(reader, told_of)
    found: dict[int, Decimal] = {}
    for line in lines:
        found[line.figure_id] = found.get(line.figure_id, Decimal(0)) + line.value
    return found | {line.figure_id: line.value for line in lines if line.person_id is None}


def _follow_up(reader: Reader, view: MeetingView) -> tuple[ActionEntry, ...]:
    """Items opened on earlier days that are unsettled, or were settled since the last minutes told of them."""
    items = action_items.unsettled(reader)
    last = meetings.newest_held(reader, view.day)
    told = _last_drawn(reader, last.id, view.id) if last is not None else None
    if last is not None and told is not None:
        settled = action_items.settled_since(reader, last.day)
        items += [item for item in settled if item.changed_at is not None and item.changed_at > told]
    earlier = {item.id: item for item in items if item.meeting_id != view.id and item.opened_on < view.day}
    return tuple(_action(earlier[key]) for key in sorted(earlier))


def _last_drawn(reader: Reader, meeting_id: int, before_id: int) -> datetime | None:
    """When a meeting's minutes were last drawn before another meeting began."""
    return moment(
        reader.value(
            "SELECT max(n.drawn_at) FROM minutes n JOIN meeting t ON t.id = ?"
            " WHERE n.meeting_id = ? AND n.kind = 'drawn' AND n.drawn_at < t.started_at",
            (before_id, meeting_id),
        )
    )


def _action(item: ActionLine) -> ActionEntry:
    return ActionEntry(
        number=item.number,
        text=item.text,
        owner=item.owner,
        co_owners=item.co_owners,
        due=item.due,
        state=item.state,
        section=Section(item.section) if item.section else None,
        origin=item.origin,
        reason=item.reason,
    )
