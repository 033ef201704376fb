"""Preparing a meeting: its agenda, and what comes to it by itself."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from teamops.db.transaction import Transaction
from teamops.errors import ExpiredAlready, Missing, NotAWorkday, WrongState
from teamops.i18n import full_day
from teamops.models.history import table_label
from teamops.models.inputs.cases import CaseIn
from teamops.models.inputs.directives import DirectiveIn
from teamops.models.inputs.meetings import AgendaItemIn, MeetingIn, PlannedIn
from teamops.models.meetings import ItemKind, MeetingState, Section, SeriesKind
from teamops.models.people import Role
from teamops.models.tables.directives import Directive
from teamops.models.tables.meetings import AgendaItem, Meeting, MeetingPart, MeetingSeries, SeriesPart
from teamops.models.tables.people import Person
from teamops.services import cases, directives
from teamops.services.agenda_items import (
    OPEN_STATES,
    bring_over,
    call_off_unheld,
    check,
    end_of_part,
    put_on,
)
from teamops.services.desk import LEADS, RUNNERS, allow, rights, use_case
from teamops.services.reading import calendar, people
from teamops.services.reading.birthdays import birthdays

PLANNABLE = (*OPEN_STATES, MeetingState.RUNNING)


def plannable(tx: Transaction, meeting_id: int) -> Meeting:
    """A meeting whose agenda may still change."""
    meeting = tx.get(Meeting, meeting_id)
    if meeting.state not in PLANNABLE:
        raise WrongState(full_day(meeting.day), meeting.state.label)
    return meeting


def item_of(tx: Transaction, item_id: int, *, version: int | None = None) -> AgendaItem:
    """An item that stands on an agenda."""
    item = tx.get(AgendaItem, item_id, version=version)
    if item.removed:
        raise Missing(table_label(AgendaItem.__tablename__))
    return item


@use_case("agenda.prepare", may=rights(*RUNNERS), touches=("meetings",))
def prepare(tx: Transaction, held_on: date) -> int:
    """The morning meeting of a working day to come: the one there is, or a new one with what comes by itself.

    A meeting prepared for an earlier day and never held is called off, and its items come over like any not
    discussed. Who may call a meeting off may prepare it again: it is the same one with the same agenda.
    """
    series = tx.all(select(MeetingSeries).where(MeetingSeries.kind == SeriesKind.MORNING))[0]
    there = tx.find(select(Meeting).where(Meeting.series_id == series.id, Meeting.day == held_on))
    if there is not None and there.state is not MeetingState.CANCELLED:
        return there.id
    view = calendar.day_view(tx.reader, held_on)
    if not view.kind.worked:
        raise NotAWorkday(full_day(held_on), view.name or view.kind.label)
    if held_on < tx.today:
        raise ExpiredAlready(full_day(held_on))
    if there is None:
        meeting = _new(tx, series, held_on)
    else:
        allow(tx.actor, rights(*LEADS))
        meeting = there
        meeting.state, meeting.reason = MeetingState.DRAFT, ""
        meeting.started_at = meeting.ended_at = None
    call_off_unheld(tx, meeting)
    bring_over(tx, meeting)
    _bring_directives(tx, meeting)
    _bring_birthdays(tx, meeting)
    tx.about(meeting)
    return meeting.id


@use_case("agenda.add", may=rights(*RUNNERS), touches=("meetings",))
def add(tx: Transaction, meeting_id: int, inp: AgendaItemIn) -> int:
    """Put an item on the agenda, before the meeting or while it runs."""
    return put_on(tx, plannable(tx, meeting_id), inp.sure()).id


@use_case("agenda.add_directive", may=rights(*RUNNERS), touches=("meetings", "directives"))
def add_directive(tx: Transaction, meeting_id: int, inp: DirectiveIn) -> int:
    """Issue a directive and put it on the agenda at once."""
    meeting = plannable(tx, meeting_id)
    directive = directives.issued(tx, inp)
    item = AgendaItemIn(section=Section.DIRECTIVES, kind=ItemKind.DIRECTIVE, directive_id=directive.id)
    put_on(tx, meeting, item)
    return directive.id


@use_case("agenda.add_case", may=rights(*RUNNERS), touches=("meetings", "cases"))
def add_case(tx: Transaction, meeting_id: int, inp: CaseIn) -> int:
    """Write a new case study into the library and put it on the agenda at once."""
    meeting = plannable(tx, meeting_id)
    case = cases.added(tx, inp)
    item = AgendaItemIn(section=Section.CASE, kind=ItemKind.CASE, case_id=case.id, presenter_id=inp.author_id)
    put_on(tx, meeting, item)
    return case.id


@use_case("agenda.change", may=rights(*RUNNERS), touches=("meetings",))
def change(tx: Transaction, item_id: int, inp: AgendaItemIn, version: int) -> None:
    """Change what an item says and who says it; in another part it goes to the end."""
    item = item_of(tx, item_id, version=version)
    meeting = plannable(tx, item.meeting_id)
    check(tx, inp.sure())
    if inp.section is not item.section:
        item.position = end_of_part(tx, meeting, inp.section)
        item.section = inp.section
    item.kind, item.title, item.body = inp.kind, inp.title, inp.body
    item.presenter_id, item.recurs = inp.presenter_id, inp.recurs
    item.directive_id, item.case_id = inp.directive_id, inp.case_id
    tx.about(meeting)


@use_case("agenda.remove", may=rights(*RUNNERS), touches=("meetings",))
def remove(tx: Transaction, item_id: int) -> None:
    """Take an item off the agenda."""
    item = item_of(tx, item_id)
    tx.about(plannable(tx, item.meeting_id))
    item.removed = True


@use_case("agenda.shift", may=rights(*RUNNERS), touches=("meetings",))
def shift(tx: Transaction, item_id: int, by: int) -> None:
    """Move an item up (-1) or down (+1) within its part; at the end it stays."""
    item = item_of(tx, item_id)
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
        row.position = position
    tx.about(meeting)


@use_case("agenda.plan", may=rights(*RUNNERS), touches=("meetings",))
def plan(tx: Transaction, meeting_id: int, inp: PlannedIn) -> None:
    """Plan minutes for a part."""
    meeting = plannable(tx, meeting_id)
    part = tx.all(
        select(MeetingPart).where(MeetingPart.meeting_id == meeting.id, MeetingPart.section == inp.section)
    )[0]
    part.planned = inp.minutes
    tx.about(meeting)


@use_case("agenda.arrange", may=rights(*RUNNERS), touches=("meetings",))
def arrange(tx: Transaction, meeting_id: int, inp: MeetingIn, version: int) -> None:
    """Say who hosts and records a meeting, where, and when it begins."""
    meeting = tx.get(Meeting, meeting_id, version=version)
    plannable(tx, meeting_id)
    for person_id in (inp.host_id, inp.recorder_id):
        tx.get(Person, person_id)
    meeting.host_id, meeting.recorder_id, meeting.place = inp.host_id, inp.recorder_id, inp.place
    meeting.planned_start, meeting.minutes_due = inp.planned_start, inp.minutes_due


@use_case("agenda.ready", may=rights(*RUNNERS), touches=("meetings",))
def ready(tx: Transaction, meeting_id: int, *, is_ready: bool = True) -> None:
    """Say that a meeting is prepared, or that it is not after all."""
    meeting = tx.get(Meeting, meeting_id)
    if meeting.state not in OPEN_STATES:
        raise WrongState(full_day(meeting.day), meeting.state.label)
    meeting.state = MeetingState.READY if is_ready else MeetingState.DRAFT


def _new(tx: Transaction, series: MeetingSeries, held_on: date) -> Meeting:
    last = tx.find(
        select(Meeting)
        .where(Meeting.series_id == series.id, Meeting.day < held_on)
        .order_by(Meeting.day.desc())
    )
    members = {person.id: person.role for person in people.members(tx.reader, held_on)}
    lead = next((key for key, role in members.items() if role is Role.LEAD), None)
    before = last.host_id if last is not None and last.host_id in members else None
    host = tx.get(Person, lead or before or tx.actor.person_id).id
    meeting = tx.add(
        Meeting(
            series_id=series.id,
            day=held_on,
            place=series.place,
            host_id=host,
            recorder_id=last.recorder_id if last is not None and last.recorder_id in members else host,
            planned_start=series.starts_at,
            minutes_due=series.minutes_due,
        )
    )
    for part in tx.all(select(SeriesPart).where(SeriesPart.series_id == series.id).order_by(SeriesPart.id)):
        tx.add(MeetingPart(meeting_id=meeting.id, section=part.section, planned=part.planned))
    return meeting


def _bring_directives(tx: Transaction, meeting: Meeting) -> None:
    told = select(AgendaItem.id).where(AgendaItem.directive_id == Directive.id, AgendaItem.removed.is_(False))
    fresh = tx.all(
        select(Directive)
        .where(
            Directive.withdrawn == "",
            Directive.expires_on.is_(None) | (Directive.expires_on >= meeting.day),
            ~told.exists(),
        )
        .order_by(Directive.id)
    )
    for directive in fresh:
        item = AgendaItemIn(section=Section.DIRECTIVES, kind=ItemKind.DIRECTIVE, directive_id=directive.id)
        put_on(tx, meeting, item)


def _bring_birthdays(tx: Transaction, meeting: Meeting) -> None:
    there = select(AgendaItem.title).where(
        AgendaItem.meeting_id == meeting.id, AgendaItem.kind == ItemKind.BIRTHDAY
    )
    named = set(tx.run(there).scalars())
    members = people.members(tx.reader, meeting.day)
    until = calendar.next_workday(tx.reader, meeting.day)
    for name, _day in birthdays(members, meeting.day, until):
        if name not in named:
            put_on(tx, meeting, AgendaItemIn(section=Section.MORALE, kind=ItemKind.BIRTHDAY, title=name))
