"""Roll call: everyone is present but the exceptions; a fact of its own (model.md 3)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from teamops.db.transaction import Transaction
from teamops.errors import FutureDay, NotDue, RollOver, WrongState
from teamops.i18n import full_day
from teamops.models.inputs.meetings import RollLineIn
from teamops.models.meetings import MeetingState, RollMark
from teamops.models.tables.meetings import Meeting, RollCall, RollLine
from teamops.models.tables.people import Team
from teamops.services.agenda_items import HELD_STATES
from teamops.services.desk import RUNNERS, rights, use_case
from teamops.services.reading import meetings


@use_case("roll.call", may=rights(*RUNNERS), touches=("meetings",))
def call(
    tx: Transaction, held_on: date, lines: tuple[RollLineIn, ...], *, meeting_id: int | None = None
) -> int:
    """Write down the roll of a day, in a meeting or alone; how many lines were new.

    The first call writes a line for everyone due, present where nothing is said of them; later calls only
    what differs. Earlier lines stay: the newest of a person holds. Minutes are kept of who is late only.
    """
    if meeting_id is not None:
        meeting = tx.get(Meeting, meeting_id)
        held_on = meeting.day
        if meeting.state in HELD_STATES:
            raise RollOver(full_day(meeting.day))
        if meeting.state is not MeetingState.RUNNING:
            raise WrongState(full_day(meeting.day), meeting.state.label)
    elif held_on > tx.today:
        raise FutureDay(full_day(held_on))
    called, known = meetings.roll(tx.reader, meeting_id, held_on)
    before = {line.person_id: (line.mark, line.minutes, line.reason) for line in known}
    said = {} if called else dict.fromkeys(before, (RollMark.PRESENT, 0, ""))
    for line in lines:
        if line.person_id not in before:
            raise NotDue
        said[line.person_id] = (line.mark, line.minutes if line.mark is RollMark.LATE else 0, line.reason)
    fresh = {key: told for key, told in said.items() if told != before[key]}
    if fresh:
        roll = _roll(tx, held_on, meeting_id)
        tx.about(roll)
        for key, (mark, minutes, reason) in fresh.items():
            tx.add(
                RollLine(roll_id=roll.id, person_id=key, mark=mark, minutes=minutes, reason=reason, at=tx.now)
            )
    return len(fresh)


def taken_over(tx: Transaction, meeting: Meeting) -> None:
    """Make the roll that was called of the day before its meeting began the meeting's own."""
    alone = tx.find(select(RollCall).where(RollCall.meeting_id.is_(None), RollCall.day == meeting.day))
    there = tx.find(select(RollCall).where(RollCall.meeting_id == meeting.id))
    if alone is None or there is not None:
        return
    roll = tx.add(
        RollCall(
            team_id=alone.team_id,
            meeting_id=meeting.id,
            day=alone.day,
            taken_by_id=alone.taken_by_id,
            taken_at=alone.taken_at,
        )
    )
    lines = tx.all(select(RollLine).where(RollLine.roll_id == alone.id).order_by(RollLine.id))
    for line in {line.person_id: line for line in lines}.values():
        tx.add(
            RollLine(
                roll_id=roll.id,
                person_id=line.person_id,
                mark=line.mark,
                minutes=line.minutes,
                reason=line.reason,
                at=line.at,
            )
        )


def _roll(tx: Transaction, held_on: date, meeting_id: int | None) -> RollCall:
    query = select(RollCall).where(
        RollCall.meeting_id == meeting_id if meeting_id is not None else RollCall.meeting_id.is_(None),
        RollCall.day == held_on,
    )
    there = tx.find(query)
    if there is not None:
        return there
    team = tx.all(select(Team).order_by(Team.id))[0]
    return tx.add(
        RollCall(
            team_id=team.id,
            meeting_id=meeting_id,
            day=held_on,
            taken_by_id=tx.actor.person_id,
            taken_at=tx.now,
        )
    )
