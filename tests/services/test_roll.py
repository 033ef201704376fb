"""Roll call: everyone due, then only what differs, and nothing is ever written over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teamops.errors import FutureDay, Missing, NotAllowed, NotDue, RollOver, WrongState
from teamops.models.inputs.meetings import RollLineIn
from teamops.models.meetings import MeetingLine, RollLine, RollMark
from teamops.models.people import Actor, Role
from teamops.services import agenda, meetings, roll
from teamops.services.desk import Desk
from teamops.services.reading import meetings as reading
from tests.services.holding import MONDAY, TUESDAY, WEDNESDAY, begin, go_on, key, stand, value

Told = tuple[RollMark | None, int, str]


def line(person: Actor, mark: RollMark, minutes: int = 0, reason: str = "") -> RollLineIn:
    return RollLineIn(person_id=key(person), mark=mark, minutes=minutes, reason=reason)


def rolled(desk: Desk, day: date = MONDAY, meeting: int | None = None) -> tuple[RollLine, ...]:
    with desk.books.reading() as reader:
        return reading.roll(reader, meeting, day)[1]


def told(desk: Desk, day: date = MONDAY, meeting: int | None = None) -> dict[str, Told]:
    return {line.number: (line.mark, line.minutes, line.reason) for line in rolled(desk, day, meeting)}


def on(desk: Desk, day: date) -> MeetingLine:
    with desk.books.reading() as reader:
        found = reading.on(reader, day)
    assert found is not None
    return found


def test_before_it_is_called_the_roll_says_nothing_of_those_due(desk: Desk, zhang: Actor) -> None:
    with desk.books.reading() as reader:
        called, due = reading.roll(reader, None, MONDAY)
    assert not called
    assert [(line.number, line.name, line.mark, line.minutes, line.reason, line.at) for line in due] == [
        ("A101", "徐靜", None, 0, "", None),
        ("A107", "張敏", None, 0, "", None),
    ]


def test_the_first_call_writes_everyone_present_but_the_exceptions(
    desk: Desk, zhang: Actor, hire: Callable[..., Actor]
) -> None:
    hire("A108", "王芳", group="第二組")
    heard: list[str] = []
    desk.books.subscribe(heard.append)
    before = desk.books.last_event()
    assert roll.call(desk, MONDAY, (line(zhang, RollMark.LATE, 7, "塞車"),)) == 3
    assert told(desk) == {
        "A101": (RollMark.PRESENT, 0, ""),
        "A107": (RollMark.LATE, 7, "塞車"),
        "A108": (RollMark.PRESENT, 0, ""),
    }
    assert rolled(desk)[2].group == "第二組"
    assert {entry.at for entry in rolled(desk)} == {desk.books.clock.now()}
    assert value(desk, "SELECT taken_by_id FROM roll_call") == 1
    assert desk.books.last_event() == before + 1
    assert heard == ["roll", "meetings"]


def test_later_calls_write_what_differs_and_the_newest_line_holds(desk: Desk, zhang: Actor) -> None:
    roll.call(desk, MONDAY, ())
    now = go_on(desk.books, 5)
    same = line(desk.actor, RollMark.PRESENT)
    assert roll.call(desk, MONDAY, (same, line(zhang, RollMark.ABSENT))) == 1
    before = desk.books.last_event()
    assert roll.call(desk, MONDAY, (same, line(zhang, RollMark.ABSENT))) == 0
    assert desk.books.last_event() == before
    assert roll.call(desk, MONDAY, (line(zhang, RollMark.ABSENT, reason="未請假"),)) == 1
    assert told(desk)["A107"] == (RollMark.ABSENT, 0, "未請假")
    assert rolled(desk)[1].at == now
    assert value(desk, "SELECT count(*) FROM roll_line") == 4
    assert value(desk, "SELECT count(*) FROM roll_call") == 1
    assert value(desk, "SELECT mark FROM roll_line WHERE person_id = ?", key(zhang)) == "present"


def test_of_two_lines_of_a_person_the_last_is_meant(desk: Desk, zhang: Actor) -> None:
    twice = (line(zhang, RollMark.ABSENT), line(zhang, RollMark.OUT, reason="客戶處"))
    assert roll.call(desk, MONDAY, twice) == 2
    assert told(desk)["A107"] == (RollMark.OUT, 0, "客戶處")


@pytest.mark.parametrize("mark", [mark for mark in RollMark if mark is not RollMark.LATE])
def test_minutes_are_kept_of_who_is_late_only(desk: Desk, mark: RollMark) -> None:
    roll.call(desk, MONDAY, (line(desk.actor, RollMark.LATE, 12),))
    roll.call(desk, MONDAY, (line(desk.actor, mark, 12),))
    assert told(desk)["A101"] == (mark, 0, "")


def test_only_who_is_due_that_day_is_on_the_roll(
    desk: Desk, zhang: Actor, hire: Callable[..., Actor]
) -> None:
    gone = hire("A120", "孫浩", left=MONDAY)
    coming = hire("A121", "陳明", joined=WEDNESDAY)
    chief = hire("B1", "馮強", Role.BRANCH_MANAGER)
    stand(desk.books, TUESDAY)
    for person in (gone, coming, chief, Actor(99, "", "", None)):
        with pytest.raises(NotDue):
            roll.call(desk, TUESDAY, (line(zhang, RollMark.LATE, 3), line(person, RollMark.PRESENT)))
    assert value(desk, "SELECT count(*) FROM roll_call") == 0
    roll.call(desk, MONDAY, (line(gone, RollMark.PRESENT),))
    assert set(told(desk, MONDAY)) == {"A101", "A107", "A120"}
    assert set(told(desk, TUESDAY)) == {"A101", "A107"}
    assert set(told(desk, WEDNESDAY)) == {"A101", "A107", "A121"}


def test_who_joins_the_team_after_the_roll_was_called_is_added(
    desk: Desk, hire: Callable[..., Actor]
) -> None:
    roll.call(desk, MONDAY, ())
    late = hire("A107", "張敏", joined=MONDAY)
    assert told(desk)["A107"] == (None, 0, "")
    assert roll.call(desk, MONDAY, (line(late, RollMark.PRESENT),)) == 1
    assert told(desk)["A107"] == (RollMark.PRESENT, 0, "")


def test_a_day_to_come_has_no_roll(desk: Desk) -> None:
    with pytest.raises(FutureDay, match="24 Nov 2026"):
        roll.call(desk, TUESDAY, (line(desk.actor, RollMark.LEAVE),))
    stand(desk.books, TUESDAY)
    roll.call(desk, MONDAY, (line(desk.actor, RollMark.LEAVE),))
    assert told(desk, MONDAY)["A101"][0] is RollMark.LEAVE


def test_nobody_due_makes_no_roll(desk: Desk) -> None:
    assert roll.call(desk, date(2026, 11, 20), ()) == 0
    assert value(desk, "SELECT count(*) FROM roll_call") == 0


def test_the_roll_of_a_meeting_is_called_while_it_runs(desk: Desk, zhang: Actor) -> None:
    stand(desk.books, MONDAY, time(8, 15))
    meeting = agenda.prepare(desk, MONDAY)
    with pytest.raises(WrongState, match="being prepared"):
        roll.call(desk, MONDAY, (), meeting_id=meeting)
    begin(desk, MONDAY)
    assert roll.call(desk, MONDAY, (line(zhang, RollMark.LATE, 9),), meeting_id=meeting) == 2
    assert told(desk, meeting=meeting)["A107"] == (RollMark.LATE, 9, "")
    assert (on(desk, MONDAY).due, on(desk, MONDAY).present) == (2, 2)
    roll.call(desk, MONDAY, (line(zhang, RollMark.OUT),), meeting_id=meeting)
    assert (on(desk, MONDAY).due, on(desk, MONDAY).present) == (2, 1)
    meetings.close(desk, meeting)
    with pytest.raises(RollOver, match="Mon 23 Nov 2026 is over"):
        roll.call(desk, MONDAY, (line(zhang, RollMark.PRESENT),), meeting_id=meeting)
    with pytest.raises(Missing):
        roll.call(desk, MONDAY, (), meeting_id=99)


def test_a_roll_belongs_to_its_meeting_whatever_day_is_said(desk: Desk) -> None:
    meeting = begin(desk, MONDAY)
    stand(desk.books, TUESDAY)
    roll.call(desk, WEDNESDAY, (), meeting_id=meeting)
    assert value(desk, "SELECT day FROM roll_call") == MONDAY.isoformat()


def test_a_roll_called_alone_and_one_in_a_meeting_are_two_facts(desk: Desk) -> None:
    meeting = begin(desk, MONDAY)
    roll.call(desk, MONDAY, (line(desk.actor, RollMark.LATE, 5),), meeting_id=meeting)
    roll.call(desk, MONDAY, (line(desk.actor, RollMark.ABSENT),))
    assert told(desk, meeting=meeting)["A101"][0] is RollMark.LATE
    assert told(desk)["A101"][0] is RollMark.ABSENT


def test_members_do_not_call_the_roll(desk: Desk, at_desk: Callable[[Actor], Desk], zhang: Actor) -> None:
    with pytest.raises(NotAllowed):
        roll.call(at_desk(zhang), MONDAY, (line(zhang, RollMark.PRESENT),))


ENTRIES = st.tuples(
    st.sampled_from([0, 1, 2]),
    st.sampled_from(RollMark),
    st.integers(0, 480),
    st.sampled_from(["", "塞車", "病假"]),
)


@given(calls=st.lists(st.lists(ENTRIES, max_size=4), min_size=1, max_size=4))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_roll_says_what_was_said_last(roster_desk: Desk, calls: Any) -> None:
    desk = roster_desk
    # Each example calls the roll of a day of its own.
    day = date.fromordinal(MONDAY.toordinal() + value(desk, "SELECT count(*) FROM roll_call"))
    stand(desk.books, day)
    there = rolled(desk, day)
    expected: dict[int, Told] = {line.person_id: (RollMark.PRESENT, 0, "") for line in there}
    written = value(desk, "SELECT count(*) FROM roll_line")
    for n, entries in enumerate(calls):
        before = dict(expected)
        inputs = []
        for place, mark, minutes, reason in entries:
            person = there[place].person_id
            inputs.append(RollLineIn(person_id=person, mark=mark, minutes=minutes, reason=reason))
            expected[person] = (mark, minutes if mark is RollMark.LATE else 0, reason)
        new = roll.call(desk, day, tuple(inputs))
        changed = len(expected) if n == 0 else sum(expected[key] != before[key] for key in expected)
        assert new == changed
        written += new
        assert value(desk, "SELECT count(*) FROM roll_line") == written
    assert {line.person_id: (line.mark, line.minutes, line.reason) for line in rolled(desk, day)} == expected
