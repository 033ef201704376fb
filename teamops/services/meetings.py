"""Holding a meeting: begun, written down, closed with its minutes; or called off, or taken up again."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import select

from teamops.db.transaction import Transaction
from teamops.errors import (
    MeetingRunning,
    Missing,
    MissingText,
    NotTheDay,
    ReasonMissing,
    SuccessorHeld,
    WrongState,
)
from teamops.i18n import full_day
from teamops.models.history import table_label
from teamops.models.inputs.action_items import ActionIn
from teamops.models.inputs.base import BODY_LIMIT, read
from teamops.models.inputs.meetings import AgendaItemIn, OutcomeIn
from teamops.models.meetings import ItemKind, MeetingState, OutcomeKind, Section
from teamops.models.tables.action_items import ActionItem
from teamops.models.tables.meetings import AgendaItem, Meeting, MeetingClock, MeetingPart, Outcome
from teamops.models.words import Series
from teamops.services import action_items, agenda, minutes, roll
from teamops.services.agenda_items import HELD_STATES, OPEN_STATES, bring_over, call_off_unheld, carry_on
from teamops.services.desk import LEADS, RUNNERS, rights, use_case
from teamops.services.reading import meetings as reading
from teamops.text import clean


def running(tx: Transaction, meeting_id: int) -> Meeting:
    """A meeting that is being held."""
    meeting = tx.get(Meeting, meeting_id)
    if meeting.state is not MeetingState.RUNNING:
        raise WrongState(full_day(meeting.day), meeting.state.label)
    return meeting


@use_case("meetings.start", may=rights(*RUNNERS), touches=("agenda", "roll"))
def start(tx: Transaction, meeting_id: int) -> None:
    """Begin a prepared meeting on its day; one at a time. A roll called before it is the meeting's own."""
    meeting = tx.get(Meeting, meeting_id)
    if meeting.state not in OPEN_STATES:
        raise WrongState(full_day(meeting.day), meeting.state.label)
    if meeting.day != tx.today:
        raise NotTheDay(full_day(meeting.day))
    other = tx.find(
        select(Meeting).where(Meeting.series_id == meeting.series_id, Meeting.state == MeetingState.RUNNING)
    )
    if other is not None:
        raise MeetingRunning(full_day(other.day))
    if call_off_unheld(tx, meeting):
        bring_over(tx, meeting)
    roll.taken_over(tx, meeting)
    _forget_clock(tx, meeting)
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
    first = tx.get(Outcome, old.corrects_id) if old.corrects_id is not None else old
    meeting = running(tx, first.meeting_id)
    cleaned = clean(text, multiline=True, limit=BODY_LIMIT)
    if first.kind is OutcomeKind.DECISION and not cleaned:
        raise MissingText
    newest = (
        tx.find(select(Outcome).where(Outcome.corrects_id == first.id).order_by(Outcome.id.desc())) or first
    )
    if newest.text == cleaned:
        return
    tx.add(
        Outcome(
            meeting_id=meeting.id,
            section=first.section,
            kind=first.kind,
            number=None,
            text=cleaned,
            at=tx.now,
            by_id=tx.actor.person_id,
            corrects_id=first.id,
        )
    )
    tx.about(first)
    tx.about(meeting)


@use_case("meetings.act", may=rights(*RUNNERS), touches=("action_items",))
def act(
    tx: Transaction, meeting_id: int, section: Section, inp: ActionIn, *, agenda_item_id: int | None = None
) -> int:
    """Open an action item in a meeting, of one of its items where it belongs to one."""
    meeting = running(tx, meeting_id)
    if agenda_item_id is not None:
        item = agenda.item_of(tx, agenda_item_id)
        if item.meeting_id != meeting.id:
            raise Missing(table_label(AgendaItem.__tablename__))
    tx.about(meeting)
    opened = action_items.opened(
        tx, inp, meeting_id=meeting.id, section=section, agenda_item_id=agenda_item_id
    )
    return opened.id


@use_case("meetings.answer", may=rights(*RUNNERS), touches=("agenda",))
def answer(tx: Transaction, meeting_id: int, text: str) -> None:
    """Write down how the shortfall is answered; the one answer of a meeting is reworded, not doubled."""
    meeting = agenda.plannable(tx, meeting_id)
    there = tx.find(
        select(AgendaItem).where(
            AgendaItem.meeting_id == meeting.id,
            AgendaItem.kind == ItemKind.ANSWER,
            AgendaItem.removed.is_(False),
        )
    )
    told = {"section": Section.PROGRESS, "kind": ItemKind.ANSWER, "body": text}
    if there is None:
        agenda.add.inside(tx, meeting.id, read(AgendaItemIn, told, today=tx.today))
        return
    kept = {
        "title": there.title if there.body else "",
        "presenter_id": there.presenter_id,
        "recurs": there.recurs,
    }
    agenda.change.inside(tx, there.id, read(AgendaItemIn, told | kept, today=tx.today), there.version)


@use_case("meetings.defer", may=rights(*RUNNERS), touches=("agenda",))
def defer(tx: Transaction, item_id: int, *, deferred: bool) -> None:
    """Leave an item for the next meeting, or take that back."""
    item = agenda.item_of(tx, item_id)
    tx.about(running(tx, item.meeting_id))
    item.discussed = False if deferred else None


@use_case("meetings.close", may=rights(*RUNNERS), touches=("agenda", "minutes", "action_items"))
def close(tx: Transaction, meeting_id: int) -> str:
    """End a meeting: what its clock measured is kept, it takes its number, and its minutes are drawn.

    A part that was never held leaves its items for the next meeting. Taken up again only to put its record
    right, the meeting ended when it ended. The number is returned.
    """
    meeting = running(tx, meeting_id)
    kept = reading.clock_of(tx.reader, meeting.id)
    # Measured is what was kept: a clock that nobody kept for hours did not run for hours.
    elapsed = kept.at(kept.beat_at).elapsed if kept is not None else {}
    parts = _parts(tx, meeting)
    if meeting.ended_at is None or sum(elapsed.values()) > 1000 * sum(part.elapsed for part in parts):
        meeting.ended_at = tx.now
    for part in parts:
        part.elapsed = max(1, elapsed[part.section] // 1000) if part.section in elapsed else 0
    held = elapsed.keys() | _written_in(tx, meeting)
    for item in tx.all(select(AgendaItem).where(AgendaItem.meeting_id == meeting.id)):
        if item.discussed is None and not item.removed:
            item.discussed = item.section in held
    _forget_clock(tx, meeting)
    if meeting.number is None:
        meeting.number = tx.number(Series.MORNING, meeting.day)
    meeting.state = MeetingState.MINUTED
    minutes.drawn(tx, meeting)
    carry_on(tx, meeting)
    return meeting.number


@use_case("meetings.cancel", may=rights(*LEADS), touches=("agenda",))
def cancel(tx: Transaction, meeting_id: int, reason: str) -> None:
    """Call a meeting off, saying why; a meeting that has minutes cannot be called off any more."""
    meeting = tx.get(Meeting, meeting_id)
    if meeting.state not in agenda.PLANNABLE or meeting.number is not None:
        raise WrongState(full_day(meeting.day), meeting.state.label)
    tx.reason = _sure_reason(reason)
    if meeting.state is MeetingState.RUNNING:
        meeting.ended_at = tx.now
        _forget_clock(tx, meeting)
    meeting.state = MeetingState.CANCELLED
    meeting.reason = tx.reason
    carry_on(tx, meeting)


@use_case("meetings.reopen", may=rights(*LEADS), touches=("agenda", "minutes"))
def reopen(tx: Transaction, meeting_id: int, reason: str) -> None:
    """Take up the newest meeting again before its minutes are signed; closing it draws the next version.

    Its clock stands where it stood, and is held until it is let go on.
    """
    meeting = tx.get(Meeting, meeting_id)
    tx.reason = _sure_reason(reason)
    if meeting.state is not MeetingState.MINUTED:
        raise WrongState(full_day(meeting.day), meeting.state.label)
    later = tx.find(
        select(Meeting).where(
            Meeting.series_id == meeting.series_id,
            Meeting.day > meeting.day,
            Meeting.state.in_((*HELD_STATES, MeetingState.RUNNING)),
        )
    )
    if later is not None:
        raise SuccessorHeld(full_day(later.day))
    _take_up_clock(tx, meeting)
    meeting.state = MeetingState.RUNNING


def _sure_reason(reason: str) -> str:
    cleaned = clean(reason)
    if not cleaned:
        raise ReasonMissing
    return cleaned


def _parts(tx: Transaction, meeting: Meeting) -> Sequence[MeetingPart]:
    return tx.all(select(MeetingPart).where(MeetingPart.meeting_id == meeting.id).order_by(MeetingPart.id))


def _written_in(tx: Transaction, meeting: Meeting) -> set[Section]:
    """The parts in which something was put down."""
    noted = select(Outcome.section).where(Outcome.meeting_id == meeting.id)
    acted = select(ActionItem.section).where(ActionItem.meeting_id == meeting.id)
    return {Section(section) for query in (noted, acted) for section in tx.run(query).scalars()}


def _take_up_clock(tx: Transaction, meeting: Meeting) -> None:
    elapsed = {part.section: part.elapsed * 1000 for part in _parts(tx, meeting) if part.elapsed}
    held = elapsed.keys() | _written_in(tx, meeting)
    for item in tx.all(select(AgendaItem).where(AgendaItem.meeting_id == meeting.id)):
        if item.discussed is False and item.section not in held:
            item.discussed = None
    _forget_clock(tx, meeting)
    tx.add(
        MeetingClock(
            id=meeting.id,
            section=max(elapsed, key=list(Section).index, default=Section.MARKET),
            elapsed=json.dumps(elapsed),
            since=tx.now,
            held=True,
            beat_at=tx.now,
        )
    )


def _forget_clock(tx: Transaction, meeting: Meeting) -> None:
    clock = tx.find(select(MeetingClock).where(MeetingClock.id == meeting.id))
    if clock is not None:
        tx.remove(clock)
