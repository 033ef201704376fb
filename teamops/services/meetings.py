"""Holding a meeting: begun, written down as it goes, closed with its minutes drawn; or cancelled, or taken up again."""

from __future__ import annotations

import json

from sqlalchemy import select

from teamops.db.transaction import Transaction
from teamops.errors import (
    MeetingRunning,
    NotTheDay,
    ReasonMissing,
    SuccessorSigned,
    WrongState,
)
from teamops.i18n import full_day
from teamops.models.inputs.action_items import ActionIn
from teamops.models.inputs.meetings import AgendaItemIn, OutcomeIn
from teamops.models.meetings import ItemKind, MeetingState, OutcomeKind, Section
from teamops.models.tables.meetings import AgendaItem, Meeting, MeetingPart, Outcome
from teamops.models.words import Series
from teamops.services import action_items, agenda, minutes
from teamops.services.desk import LEADS, RUNNERS, rights, use_case
from teamops.services.reading import meetings as reading
from teamops.text import clean

HELD = (MeetingState.MINUTED, MeetingState.SIGNED)


def running(tx: Transaction, meeting_id: int) -> Meeting:
    """A meeting that is being held."""
    meeting = tx.get(Meeting, meeting_id)
    if meeting.state is not MeetingState.RUNNING:
        raise WrongState(full_day(meeting.day), meeting.state.label)
    return meeting


@use_case("meetings.start", may=rights(*RUNNERS), touches=("agenda",))
def start(tx: Transaction, meeting_id: int) -> None:
    """Begin a prepared meeting on its day; one at a time."""
    meeting = tx.get(Meeting, meeting_id)
    if meeting.state not in agenda.OPEN_STATES:
        raise WrongState(full_day(meeting.day), meeting.state.label)
    if meeting.day != tx.today:
        raise NotTheDay(full_day(meeting.day))
    other = tx.find(
        select(Meeting).where(Meeting.series_id == meeting.series_id, Meeting.state == MeetingState.RUNNING)
    )
    if other is not None:
        raise MeetingRunning(full_day(other.day))
    meeting.state = MeetingState.RUNNING
    meeting.started_at = tx.now


@use_case("meetings.put_down", may=rights(*RUNNERS))
def put_down(tx: Transaction, meeting_id: int, inp: OutcomeIn) -> int:
    """Put down a note or a decision; a decision takes its number."""
    meeting = running(tx, meeting_id)
    outcome = tx.add(
        Outcome(
            meeting_id=meeting.id,
            section=inp.section,
            kind=inp.kind,
            number=tx.number(Series.DECISION, meeting.day) if inp.kind is OutcomeKind.DECISION else None,
            text=inp.text,
            at=tx.now,
            by_id=tx.actor.person_id,
        )
    )
    tx.about(meeting)
    return outcome.id


@use_case("meetings.reword", may=rights(*RUNNERS))
def reword(tx: Transaction, outcome_id: int, text: str) -> None:
    """Correct what was put down while the meeting runs: a new row cites the first; no text takes a note back.

    A decision keeps its number through all its wordings, and so cannot be taken back, only reworded.
    """
    old = tx.get(Outcome, outcome_id)
    old = tx.get(Outcome, old.corrects_id) if old.corrects_id is not None else old
    meeting = running(tx, old.meeting_id)
    cleaned = clean(text, multiline=True, limit=10_000)
    if old.kind is OutcomeKind.DECISION and not cleaned:
        raise ReasonMissing
    tx.add(
        Outcome(
            meeting_id=meeting.id,
            section=old.section,
            kind=old.kind,
            number=None,
            text=cleaned,
            at=old.at,
            by_id=tx.actor.person_id,
            corrects_id=old.id,
        )
    )
    tx.about(meeting)


@use_case("meetings.act", may=rights(*RUNNERS), touches=("action_items",))
def act(
    tx: Transaction, meeting_id: int, section: Section, inp: ActionIn, *, agenda_item_id: int | None = None
) -> int:
    """Open an action item in a meeting, of one of its items where it belongs to one."""
    meeting = running(tx, meeting_id)
    tx.about(meeting)
    item = action_items.opened(
        tx, inp, meeting_id=meeting.id, section=section, agenda_item_id=agenda_item_id
    )
    return item.id


@use_case("meetings.answer", may=rights(*RUNNERS), touches=("agenda",))
def answer(tx: Transaction, meeting_id: int, text: str) -> None:
    """Write down how the shortfall is answered; the one answer of a meeting is reworded, not doubled."""
    meeting = agenda.plannable(tx, meeting_id)
    there = tx.find(
        select(AgendaItem).where(
            AgendaItem.meeting_id == meeting.id, AgendaItem.kind == ItemKind.ANSWER, AgendaItem.removed.is_(False)
        )
    )
    inp = AgendaItemIn(section=Section.PROGRESS, kind=ItemKind.ANSWER, body=text)
    if there is not None:
        agenda.change.inside(tx, there.id, inp, there.version)
    else:
        agenda.add.inside(tx, meeting.id, inp)


@use_case("meetings.defer", may=rights(*RUNNERS), touches=("agenda",))
def defer(tx: Transaction, item_id: int, *, deferred: bool) -> None:
    """Leave an item for the next meeting, or take that back."""
    item = tx.get(AgendaItem, item_id)
    tx.about(running(tx, item.meeting_id))
    item.discussed = False if deferred else None


@use_case("meetings.close", may=rights(*RUNNERS), touches=("agenda", "minutes", "action_items"))
def close(tx: Transaction, meeting_id: int) -> str:
    """End a meeting: what its clock measured is kept, it takes its number, and its minutes are drawn.

    A part that was never held leaves its items for the next meeting. The number is returned.
    """
    meeting = running(tx, meeting_id)
    kept = reading.clock_of(tx.reader, meeting.id)
    elapsed = kept.at(tx.now).elapsed if kept is not None else {}
    for part in tx.all(select(MeetingPart).where(MeetingPart.meeting_id == meeting.id)):
        part.elapsed = elapsed.get(part.section, 0) // 1000
    touched = {outcome.section for outcome in tx.all(select(Outcome).where(Outcome.meeting_id == meeting.id))}
    for item in tx.all(select(AgendaItem).where(AgendaItem.meeting_id == meeting.id)):
        if item.discussed is None and not item.removed:
            item.discussed = item.section in elapsed or item.section in touched
    meeting.ended_at = tx.now
    if meeting.number is None:
        meeting.number = tx.number(Series.MORNING, meeting.day)
    meeting.state = MeetingState.MINUTED
    minutes.drawn(tx, meeting)
    return meeting.number


@use_case("meetings.cancel", may=rights(*LEADS), touches=("agenda",))
def cancel(tx: Transaction, meeting_id: int, reason: str) -> None:
    """Call a meeting off, saying why; a meeting that was held cannot be called off."""
    meeting = tx.get(Meeting, meeting_id)
    if meeting.state not in agenda.PLANNABLE:
        raise WrongState(full_day(meeting.day), meeting.state.label)
    tx.reason = clean(reason)
    if not tx.reason:
        raise ReasonMissing
    if meeting.state is MeetingState.RUNNING:
        meeting.ended_at = tx.now
    meeting.state = MeetingState.CANCELLED
    meeting.reason = tx.reason


@use_case("meetings.reopen", may=rights(*LEADS), touches=("agenda", "minutes"))
def reopen(tx: Transaction, meeting_id: int, reason: str) -> None:
    """Take up the newest meeting again before its minutes are signed; closing it draws the next version."""
    meeting = tx.get(Meeting, meeting_id)
    tx.reason = clean(reason)
    if not tx.reason:
        raise ReasonMissing
    if meeting.state is not MeetingState.MINUTED:
        raise WrongState(full_day(meeting.day), meeting.state.label)
    later = tx.find(
        select(Meeting).where(
            Meeting.series_id == meeting.series_id,
            Meeting.day > meeting.day,
            Meeting.state.in_((*HELD, MeetingState.RUNNING)),
        )
    )
    if later is not None:
        raise SuccessorSigned
    meeting.state = MeetingState.RUNNING
    meeting.ended_at = None


