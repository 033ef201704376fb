"""Roll call: everyone is present but the exceptions; a fact of its own (model.md 3)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from teamops.db.transaction import Transaction
from teamops.errors import FutureDay, NotDue, WrongState
from teamops.i18n import full_day
from teamops.models.inputs.meetings import RollLineIn
from teamops.models.meetings import MeetingState
from teamops.models.tables.meetings import Meeting, RollCall, RollLine
from teamops.models.tables.people import Team
from teamops.services.desk import RUNNERS, rights, use_case
from teamops.services.reading import meetings


@use_case("roll.call", may=rights(*RUNNERS), touches=("meetings",))
def call(tx: Transaction, held_on: date, lines: tuple[RollLineIn, ...], *, meeting_id: int | None = None) -> int:
    """Write down the roll of a day, in a meeting or alone; how many lines were new.

    The first call writes a line for everyone given; later calls only what differs. Earlier lines stay as they are:
    the newest of a person holds.
    """
    if held_on > tx.today:
        raise FutureDay(full_day(held_on))
    if meeting_id is not None:
        meeting = tx.get(Meeting, meeting_id)
        held_on = meeting.day
        if meeting.state is not MeetingState.RUNNING:
            raise WrongState(full_day(meeting.day), meeting.state.label)
    _, known = meetings.roll(tx.reader, meeting_id, held_on)
    said = {line.person_id: line for line in known}
    roll = _roll(tx, held_on, meeting_id)
    new = 0
    for line in lines:
        before = said.get(line.person_id)
        if before is None:
            raise NotDue
        if (before.mark, before.minutes, before.reason) == (line.mark, line.minutes, line.reason):
            continue
        tx.add(
            RollLine(
                roll_id=roll.id, person_id=line.person_id, mark=line.mark, minutes=line.minutes, reason=line.reason,
                at=tx.now,
            )  # fmt: skip
        )
        new += 1
    tx.about(roll)
    return new


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
            team_id=team.id, meeting_id=meeting_id, day=held_on, taken_by_id=tx.actor.person_id, taken_at=tx.now
        )
    )
