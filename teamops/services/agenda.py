"""Preparing a meeting: its agenda, and what comes over by itself from the last one."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import func, select

from teamops.db.transaction import Transaction
from teamops.errors import NotAWorkday, WrongState
from teamops.i18n import full_day
from teamops.models.inputs.cases import CaseIn
from teamops.models.inputs.directives import DirectiveIn
from teamops.models.inputs.meetings import AgendaItemIn, MeetingIn, PlannedIn
from teamops.models.meetings import ItemKind, MeetingState, Section, SeriesKind
from teamops.models.tables.action_items import ActionItem
from teamops.models.tables.directives import Directive
from teamops.models.tables.meetings import AgendaItem, Meeting, MeetingPart, MeetingSeries, SeriesPart
from teamops.services import cases, directives
from teamops.services.desk import RUNNERS, rights, use_case
from teamops.services.reading import calendar, people

OPEN_STATES = (MeetingState.DRAFT, MeetingState.READY)
PLANNABLE = (*OPEN_STATES, MeetingState.RUNNING)
UNSETTLED = ("open", "doing", "done")


def plannable(tx: Transaction, meeting_id: int) -> Meeting:
    """A meeting whose agenda may still change."""
    meeting = tx.get(Meeting, meeting_id)
    if meeting.state not in PLANNABLE:
        raise WrongState(full_day(meeting.day), meeting.state.label)
    return meeting


@use_case("agenda.prepare", may=rights(*RUNNERS), touches=("meetings",))
def prepare(tx: Transaction, held_on: date) -> int:
    """The morning meeting of a working day: the one there is, or a new one with what comes over from the last.

    A meeting prepared for an earlier day and never held is cancelled, and its items come over like any not discussed.
    """
    series = _series(tx, SeriesKind.MORNING)
    there = tx.find(select(Meeting).where(Meeting.series_id == series.id, Meeting.day == held_on))
    if there is not None:
        if there.state is MeetingState.CANCELLED:
            raise WrongState(full_day(held_on), there.state.label)
        return there.id
    view = calendar.day_view(tx.reader, held_on)
    if not view.kind.worked:
        raise NotAWorkday(full_day(held_on), view.name or view.kind.label)
    last = tx.find(
        select(Meeting)
        .where(Meeting.series_id == series.id, Meeting.day < held_on, Meeting.state != MeetingState.CANCELLED)
        .order_by(Meeting.day.desc())
    )
    host = _host(tx, last, held_on)
    meeting = tx.add(
        Meeting(
            series_id=series.id,
            day=held_on,
            place=series.place,
            host_id=host,
            recorder_id=last.recorder_id if last is not None else host,
            planned_start=series.starts_at,
            minutes_due=series.minutes_due,
        )
    )
    for part in tx.all(select(SeriesPart).where(SeriesPart.series_id == series.id).order_by(SeriesPart.id)):
        tx.add(MeetingPart(meeting_id=meeting.id, section=part.section, planned=part.planned))
    if last is not None:
        _carry_over(tx, last, meeting)
        if last.state in OPEN_STATES:
            last.state = MeetingState.CANCELLED
            last.reason = "not held"
    _bring_directives(tx, meeting)
    _bring_birthdays(tx, meeting)
    tx.about(meeting)
    return meeting.id


@use_case("agenda.add", may=rights(*RUNNERS), touches=("meetings",))
def add(tx: Transaction, meeting_id: int, inp: AgendaItemIn) -> int:
    """Put an item on the agenda, before the meeting or while it runs."""
    return _add(tx, plannable(tx, meeting_id), inp.sure()).id


@use_case("agenda.add_directive", may=rights(*RUNNERS), touches=("meetings", "directives"))
def add_directive(tx: Transaction, meeting_id: int, inp: DirectiveIn) -> int:
    """Issue a directive and put it on the agenda at once."""
    meeting = plannable(tx, meeting_id)
    directive = directives.issued(tx, inp)
    item = AgendaItemIn(section=Section.DIRECTIVES, kind=ItemKind.DIRECTIVE, directive_id=directive.id)
    _add(tx, meeting, item)
    return directive.id


@use_case("agenda.add_case", may=rights(*RUNNERS), touches=("meetings", "cases"))
def add_case(tx: Transaction, meeting_id: int, inp: CaseIn) -> int:
    """Write a new case study into the library and put it on the agenda at once."""
    meeting = plannable(tx, meeting_id)
    case = cases.added(tx, inp)
    item = AgendaItemIn(
        section=Section.CASE, kind=ItemKind.CASE, case_id=case.id, presenter_id=inp.author_id
    )
    _add(tx, meeting, item)
    return case.id


@use_case("agenda.change", may=rights(*RUNNERS), touches=("meetings",))
def change(tx: Transaction, item_id: int, inp: AgendaItemIn, version: int) -> None:
    """Change the words, presenter or recurrence of an item."""
    item = tx.get(AgendaItem, item_id, version=version)
    meeting = plannable(tx, item.meeting_id)
    inp.sure()
    item.kind, item.title, item.body = inp.kind, inp.title, inp.body
    item.presenter_id, item.recurs = inp.presenter_id, inp.recurs
    item.directive_id, item.case_id = inp.directive_id, inp.case_id
    tx.about(meeting)


@use_case("agenda.remove", may=rights(*RUNNERS), touches=("meetings",))
def remove(tx: Transaction, item_id: int) -> None:
    """Take an item off the agenda."""
    item = tx.get(AgendaItem, item_id)
    tx.about(plannable(tx, item.meeting_id))
    item.removed = True


@use_case("agenda.shift", may=rights(*RUNNERS), touches=("meetings",))
def shift(tx: Transaction, item_id: int, by: int) -> None:
    """Move an item up (-1) or down (+1) within its part; at the end it stays."""
    item = tx.get(AgendaItem, item_id)
    meeting = plannable(tx, item.meeting_id)
    rows = list(
        tx.all(
            select(AgendaItem)
            .where(
                AgendaItem.meeting_id == item.meeting_id,
                AgendaItem.section == item.section,
                AgendaItem.removed.is_(False),
            )
            .order_by(AgendaItem.position, AgendaItem.id)
        )
    )
    place = rows.index(item)
    rows.insert(max(0, min(len(rows) - 1, place + by)), rows.pop(place))
    for position, row in enumerate(rows, 1):
        if row.position != position:
            row.position = position
    tx.about(meeting)


@use_case("agenda.plan", may=rights(*RUNNERS), touches=("meetings",))
def plan(tx: Transaction, meeting_id: int, inp: PlannedIn) -> None:
    """Plan minutes for a part."""
    meeting = plannable(tx, meeting_id)
    part = tx.find(
        select(MeetingPart).where(MeetingPart.meeting_id == meeting.id, MeetingPart.section == inp.section)
    )
    if part is None:
        part = tx.add(MeetingPart(meeting_id=meeting.id, section=inp.section, planned=inp.minutes))
    part.planned = inp.minutes
    tx.about(meeting)


@use_case("agenda.arrange", may=rights(*RUNNERS), touches=("meetings",))
def arrange(tx: Transaction, meeting_id: int, inp: MeetingIn, version: int) -> None:
    """Say who hosts and records a meeting, where, and when it begins."""
    meeting = tx.get(Meeting, meeting_id, version=version)
    plannable(tx, meeting_id)
    meeting.host_id, meeting.recorder_id, meeting.place = inp.host_id, inp.recorder_id, inp.place
    meeting.planned_start, meeting.minutes_due = inp.planned_start, inp.minutes_due


@use_case("agenda.ready", may=rights(*RUNNERS), touches=("meetings",))
def ready(tx: Transaction, meeting_id: int, *, is_ready: bool = True) -> None:
    """Say that a meeting is prepared, or that it is not after all."""
    meeting = tx.get(Meeting, meeting_id)
    if meeting.state not in OPEN_STATES:
        raise WrongState(full_day(meeting.day), meeting.state.label)
    meeting.state = MeetingState.READY if is_ready else MeetingState.DRAFT


def _series(tx: Transaction, kind: SeriesKind) -> MeetingSeries:
    series = tx.find(select(MeetingSeries).where(MeetingSeries.kind == kind))
    if series is None:
        raise LookupError(f"the books were founded without the series {kind}")
    return series


def _host(tx: Transaction, last: Meeting | None, held_on: date) -> int:
    members = people.members(tx.reader, held_on)
    lead = next((person.id for person in members if person.role == "lead"), None)
    if lead is not None:
        return lead
    if last is not None:
        return last.host_id
    return tx.actor.person_id or members[0].id


def _add(tx: Transaction, meeting: Meeting, inp: AgendaItemIn, carried_from: int | None = None) -> AgendaItem:
    newest = tx.value(
        select(func.max(AgendaItem.position)).where(
            AgendaItem.meeting_id == meeting.id, AgendaItem.section == inp.section
        )
    )
    tx.about(meeting)
    return tx.add(
        AgendaItem(
            meeting_id=meeting.id,
            section=inp.section,
            position=(newest or 0) + 1,
            kind=inp.kind,
            title=inp.title,
            body=inp.body,
            presenter_id=inp.presenter_id,
            directive_id=inp.directive_id,
            case_id=inp.case_id,
            recurs=inp.recurs,
            carried_from_id=carried_from,
        )
    )


def _carry_over(tx: Transaction, last: Meeting, meeting: Meeting) -> None:
    with_open_action = set(
        tx.run(
            select(ActionItem.agenda_item_id).where(
                ActionItem.meeting_id == last.id,
                ActionItem.state.in_(UNSETTLED),
                ActionItem.agenda_item_id.is_not(None),
            )
        ).scalars()
    )
    items = tx.all(
        select(AgendaItem)
        .where(AgendaItem.meeting_id == last.id, AgendaItem.removed.is_(False))
        .order_by(AgendaItem.section, AgendaItem.position)
    )
    held = last.state not in OPEN_STATES
    for item in items:
        if item.kind is ItemKind.BIRTHDAY or (held and item.kind in (ItemKind.REVIEW, ItemKind.ANSWER)):
            continue
        if item.kind is ItemKind.JUDGEMENT:
            if not held:
                continue
            review = AgendaItemIn(section=Section.MARKET, kind=ItemKind.REVIEW, title=(item.body or item.title)[:200])
            _add(tx, meeting, review, item.id)
        elif item.recurs or not item.discussed or item.id in with_open_action:
            copied = AgendaItemIn(
                section=item.section,
                kind=item.kind,
                title=item.title,
                body="" if item.recurs and item.discussed else item.body,
                presenter_id=item.presenter_id,
                directive_id=item.directive_id,
                case_id=item.case_id,
                recurs=item.recurs,
            )
            _add(tx, meeting, copied, item.id)


def _bring_directives(tx: Transaction, meeting: Meeting) -> None:
    told = select(AgendaItem.directive_id).where(
        AgendaItem.directive_id.is_not(None), AgendaItem.removed.is_(False)
    )
    fresh = tx.all(
        select(Directive)
        .where(
            Directive.withdrawn == "",
            Directive.issued_on <= meeting.day,
            Directive.issued_on >= meeting.day - timedelta(days=31),
            Directive.id.not_in(told),
        )
        .order_by(Directive.id)
    )
    for directive in fresh:
        if directive.expires_on is None or directive.expires_on >= meeting.day:
            item = AgendaItemIn(section=Section.DIRECTIVES, kind=ItemKind.DIRECTIVE, directive_id=directive.id)
            _add(tx, meeting, item)


def _bring_birthdays(tx: Transaction, meeting: Meeting) -> None:
    until = calendar.next_workday(tx.reader, meeting.day)
    days = {(meeting.day + timedelta(days=n)) for n in range((until - meeting.day).days)}
    wanted = {(day.month, day.day) for day in days}
    if (3, 1) in wanted and not _is_leap(meeting.day.year):
        wanted.add((2, 29))
    for person in people.members(tx.reader, meeting.day):
        if person.born is not None and (person.born.month, person.born.day) in wanted:
            _add(
                tx,
                meeting,
                AgendaItemIn(
                    section=Section.MORALE, kind=ItemKind.BIRTHDAY, title=person.name, presenter_id=None
                ),
            )


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


