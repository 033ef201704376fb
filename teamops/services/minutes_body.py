"""Drawing minutes: everything the paper says, gathered from the records as they stand."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from teamops.db.reader import Reader
from teamops.db.transaction import Transaction
from teamops.models.action_items import ActionLine
from teamops.models.directives import DirectiveLine
from teamops.models.figures import FigureKind, FigureSheet
from teamops.models.meetings import MeetingView, OutcomeKind, PartLine, Section
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
from teamops.models.tables.meetings import Meeting
from teamops.services.reading import action_items, calendar, directives, figures, meetings, people


def compose(tx: Transaction, meeting: Meeting) -> MinutesBody:
    """The minutes of a meeting out of what the transaction sees."""
    reader = tx.reader
    view = meetings.one(reader, meeting.id)
    if view is None:
        raise LookupError(meeting.id)
    branch = people.branch(reader)
    board = figures.board(reader, view.day)
    told = {
        item.directive_id: directives.one(reader, item.directive_id)
        for part in view.parts
        for item in part.items
        if item.directive_id is not None
    }
    next_day = calendar.next_workday(reader, view.day)
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
        started=_local(tx, view.started_at),
        ended=_local(tx, view.ended_at),
        roll_called=view.roll_called,
        roll=tuple(
            RollEntry(number=line.number, name=line.name, mark=line.mark, minutes=line.minutes, reason=line.reason)
            for line in view.roll
        ),
        parts=tuple(_part(part, view, told) for part in view.parts),
        figures_day=board.day,
        figures_reported=board.reported,
        figures_expected=board.expected,
        figures=_figures(reader, view, figures.sheet(reader, board.day)),
        decisions=tuple(
            DecisionEntry(number=outcome.number, text=outcome.text, section=outcome.section)
            for outcome in view.outcomes
            if outcome.kind is OutcomeKind.DECISION
        ),
        actions=tuple(_action(item) for item in view.actions),
        followed_up=_follow_up(reader, view),
        next_meeting=NextMeeting(day=next_day, starts_at=f"{view.planned_start:%H:%M}"),
    )


def _local(tx: Transaction, moment: datetime | None) -> str:
    return f"{tx.clock.local(moment):%H:%M}" if moment is not None else ""


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


def _figures(reader: Reader, view: MeetingView, sheet: FigureSheet) -> tuple[FigureEntry, ...]:
    standings = {standing.figure.id: standing for standing in figures.board(reader, view.day).team}
    cells = {(cell.person_id, cell.figure_id): cell for cell in sheet.cells}
    entries = []
    for figure in sheet.figures:
        members = []
        for person_id, number, name in sheet.members:
            cell = cells.get((person_id, figure.id))
            if cell is not None and (cell.value is not None or cell.words):
                members.append(MemberFigure(number=number, name=name, value=cell.value, words=cell.words))
        standing = standings.get(figure.id)
        if figure.kind is FigureKind.TEXT and not members:
            continue
        entries.append(
            FigureEntry(
                code=figure.code,
                own_name=figure.own_name,
                own_unit=figure.own_unit,
                kind=figure.kind,
                decimals=figure.decimals,
                day_total=sum((member.value for member in members if member.value is not None), start=Decimal(0)),
                month_total=standing.done if standing else Decimal(0),
                target=standing.target if standing else None,
                members=tuple(members),
            )
        )
    return tuple(entries)


def _follow_up(reader: Reader, view: MeetingView) -> tuple[ActionEntry, ...]:
    """Items opened before this meeting that are unsettled, or were settled since the last one."""
    last = meetings.newest_held(reader, view.day)
    since = last.day if last is not None else view.day
    items = action_items.unsettled(reader) + action_items.settled_since(reader, since)
    earlier = {item.id: item for item in items if item.meeting_id != view.id and item.opened_on <= view.day}
    return tuple(_action(earlier[key]) for key in sorted(earlier))


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

