"""The end of a meeting: closed with its minutes, called off, taken up again."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from teamops.errors import (
    ReasonMissing,
    SuccessorHeld,
    WrongState,
)
from teamops.models.inputs.meetings import OutcomeIn
from teamops.models.meetings import ClockView, ItemKind, MeetingState, OutcomeKind, Section
from teamops.services import agenda, meeting_clock, meetings, minutes
from teamops.services.desk import Desk
from teamops.services.reading import meetings as reading
from teamops.services.reading import minutes as minutes_read
from tests.services.holding import (
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    action,
    begin,
    decide,
    end,
    go_on,
    hold,
    item,
    keep_clock,
    lines,
    note,
    stand,
    value,
    view,
)

HALF_PAST_EIGHT = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


@pytest.fixture
def running(desk: Desk) -> int:
    return begin(desk, MONDAY)


def say(desk: Desk, meeting: int, text: str, section: Section = Section.MARKET) -> int:
    return meetings.put_down(desk, meeting, OutcomeIn(section=section, kind=OutcomeKind.NOTE, text=text))


# --- closed


def test_closing_takes_a_number_and_draws_the_minutes(desk: Desk, running: int) -> None:
    heard: list[str] = []
    go_on(desk.books, 22)
    keep_clock(desk, running, Section)
    desk.books.subscribe(heard.append)
    before = desk.books.last_event()
    assert meetings.close(desk, running) == "MM2026-0001"
    shown = view(desk, running)
    assert (shown.state, shown.number) == (MeetingState.MINUTED, "MM2026-0001")
    assert shown.ended_at == HALF_PAST_EIGHT + timedelta(minutes=22)
    assert shown.clock is None
    with desk.books.reading() as reader:
        drawn = minutes_read.view(reader, running)
    assert drawn is not None
    assert (drawn.v, drawn.latest, drawn.signed, drawn.body.number) == (1, 1, False, "MM2026-0001")
    assert (drawn.body.started, drawn.body.ended) == ("08:30", "08:52")
    assert heard == ["meetings", "agenda", "minutes", "action_items"]
    assert desk.books.last_event() == before + 1


def test_the_clock_gives_each_part_its_seconds(desk: Desk) -> None:
    meeting = begin(desk, MONDAY, [note("一"), item(Section.CASE, ItemKind.TOPIC, "二")])
    clock = ClockView.started(desk.books.clock.now())
    clock = clock.at(go_on(desk.books, 5), section=Section.DIRECTIVES)
    clock = clock.at(go_on(desk.books, 2.5), section=Section.MARKET)
    clock = clock.at(go_on(desk.books, 1))
    meeting_clock.keep(desk.books, meeting, clock)
    assert view(desk, meeting).clock == clock
    meetings.close(desk, meeting)
    shown = view(desk, meeting)
    assert {part.section: part.elapsed for part in shown.parts if part.elapsed} == {
        Section.MARKET: 360,
        Section.DIRECTIVES: 150,
    }
    assert [line.discussed for line in lines(desk, meeting)] == [True, False]


def test_a_part_that_was_only_looked_at_was_held_nevertheless(desk: Desk) -> None:
    meeting = begin(desk, MONDAY, [note("一")])
    now = desk.books.clock.now()
    meeting_clock.keep(desk.books, meeting, ClockView(Section.MARKET, {Section.MARKET: 400}, now, True, now))
    meetings.close(desk, meeting)
    assert view(desk, meeting).part(Section.MARKET).elapsed == 1
    assert lines(desk, meeting)[0].discussed


def test_a_clock_nobody_kept_did_not_run(desk: Desk, running: int) -> None:
    keep_clock(desk, running, [Section.MARKET], seconds=90)
    stand(desk.books, TUESDAY, time(8, 5))
    meetings.close(desk, running)
    shown = view(desk, running)
    assert shown.part(Section.MARKET).elapsed == 90
    with desk.books.reading() as reader:
        drawn = minutes_read.view(reader, running)
    assert drawn is not None
    assert (drawn.body.day, drawn.body.started, drawn.body.ended) == (MONDAY, "08:30", "11-24 08:05")


def test_without_a_clock_what_was_written_tells_which_parts_were_held(desk: Desk) -> None:
    wanted = [
        note("一"),
        item(Section.DIRECTIVES, ItemKind.TOPIC, "二"),
        item(Section.CASE, ItemKind.TOPIC, "三"),
    ]
    meeting = begin(desk, MONDAY, wanted)
    say(desk, meeting, "記", Section.DIRECTIVES)
    meetings.act(desk, meeting, Section.CASE, action(desk))
    meetings.close(desk, meeting)
    assert [line.discussed for line in lines(desk, meeting)] == [False, True, True]
    assert not any(part.elapsed for part in view(desk, meeting).parts)


def test_only_a_running_meeting_keeps_a_clock(desk: Desk) -> None:
    meeting = hold(desk, MONDAY)
    keep_clock(desk, meeting, Section)
    keep_clock(desk, 99, Section)
    assert value(desk, "SELECT count(*) FROM meeting_clock") == 0
    running = begin(desk, TUESDAY)
    keep_clock(desk, running, [Section.CASE])
    assert value(desk, "SELECT section FROM meeting_clock WHERE id = ?", running) == "case"
    meeting_clock.forget(desk.books, running)
    assert view(desk, running).clock is None


# --- called off


def test_a_meeting_is_called_off_for_a_reason(desk: Desk) -> None:
    meeting = agenda.prepare(desk, MONDAY)
    with pytest.raises(ReasonMissing):
        meetings.cancel(desk, meeting, " \u200b")
    meetings.cancel(desk, meeting, "颱風停班")
    assert view(desk, meeting).state is MeetingState.CANCELLED
    assert value(desk, "SELECT reason FROM meeting") == "颱風停班"
    assert value(desk, "SELECT reason FROM event_log ORDER BY id DESC") == "颱風停班"
    with desk.books.reading() as reader:
        assert reading.on(reader, MONDAY) is None
    with pytest.raises(WrongState, match="cancelled"):
        meetings.cancel(desk, meeting, "再一次")


def test_a_running_meeting_is_called_off_too_but_none_with_minutes(desk: Desk, running: int) -> None:
    go_on(desk.books, 3)
    meetings.cancel(desk, running, "消防演習")
    shown = view(desk, running)
    assert (shown.state, shown.ended_at) == (MeetingState.CANCELLED, desk.books.clock.now())
    held = hold(desk, TUESDAY)
    with pytest.raises(WrongState):
        meetings.cancel(desk, held, "x")
    meetings.reopen(desk, held, "補記")
    with pytest.raises(WrongState):
        meetings.cancel(desk, held, "x")
    minutes.sign(desk, hold_again(desk, held))
    with pytest.raises(WrongState):
        meetings.cancel(desk, held, "x")


def hold_again(desk: Desk, meeting: int) -> int:
    meetings.close(desk, meeting)
    return meeting


# --- taken up again


def test_taken_up_again_and_closed_the_meeting_keeps_its_number(desk: Desk) -> None:
    meeting = hold(desk, MONDAY)
    with pytest.raises(ReasonMissing):
        meetings.reopen(desk, meeting, "")
    go_on(desk.books, 10)
    meetings.reopen(desk, meeting, "漏記一項")
    shown = view(desk, meeting)
    assert (shown.state, shown.number) == (MeetingState.RUNNING, "MM2026-0001")
    assert value(desk, "SELECT reason FROM event_log ORDER BY id DESC") == "漏記一項"
    decide(desk, meeting, "補上的")
    assert meetings.close(desk, meeting) == "MM2026-0001"
    with desk.books.reading() as reader:
        first, second = (minutes_read.view(reader, meeting, v) for v in (1, 2))
    assert first is not None
    assert second is not None
    assert (first.body.decisions, [entry.text for entry in second.body.decisions]) == ((), ["補上的"])
    assert (second.v, second.latest, second.body.number) == (2, 2, "MM2026-0001")
    # Nothing was held in the meantime: the meeting ended when it ended.
    assert (first.body.ended, second.body.ended) == ("08:50", "08:50")
    assert value(desk, "SELECT count(*) FROM serial WHERE series = 'MM'") == 1


def test_taken_up_again_the_clock_stands_where_it_stood(desk: Desk) -> None:
    meeting = hold(desk, MONDAY, visited=[Section.MARKET, Section.PROGRESS])
    go_on(desk.books, 45)
    meetings.reopen(desk, meeting, "補記")
    clock = view(desk, meeting).clock
    assert clock is not None
    assert (clock.section, clock.held) == (Section.PROGRESS, True)
    assert clock.elapsed == {Section.MARKET: 60_000, Section.PROGRESS: 60_000}
    on = clock.resumed(go_on(desk.books, 1)).at(desk.books.clock.now(), section=Section.CASE, held=False)
    meeting_clock.keep(desk.books, meeting, on.at(go_on(desk.books, 2)))
    meetings.close(desk, meeting)
    assert view(desk, meeting).ended_at == desk.books.clock.now()
    assert [part.elapsed for part in view(desk, meeting).parts] == [60, 0, 60, 120, 0]


def test_taken_up_again_items_of_parts_not_held_may_still_be_discussed(desk: Desk) -> None:
    topics = [item(Section.CASE, ItemKind.TOPIC, "二"), item(Section.MORALE, ItemKind.TOPIC, "三")]
    meeting = begin(desk, MONDAY, [note("一"), note("一後"), *topics])
    meetings.defer(desk, lines(desk, meeting)[1].id, deferred=True)
    end(desk, meeting, visited=[Section.MARKET])
    assert [line.discussed for line in lines(desk, meeting)] == [True, False, False, False]
    meetings.reopen(desk, meeting, "案例還是講了")
    assert [line.discussed for line in lines(desk, meeting)] == [True, False, None, None]
    end(desk, meeting, visited=[Section.MARKET, Section.CASE])
    assert [line.discussed for line in lines(desk, meeting)] == [True, False, True, False]


def test_a_meeting_held_without_a_clock_is_taken_up_at_its_first_part(desk: Desk, running: int) -> None:
    meetings.close(desk, running)
    meetings.reopen(desk, running, "補記")
    clock = view(desk, running).clock
    assert clock is not None
    assert (clock.section, clock.elapsed) == (Section.MARKET, {})


def test_only_the_newest_unsigned_meeting_is_taken_up_again(desk: Desk) -> None:
    monday = hold(desk, MONDAY)
    tuesday = begin(desk, TUESDAY)
    with pytest.raises(SuccessorHeld, match="24 Nov 2026"):
        meetings.reopen(desk, monday, "x")
    end(desk, tuesday)
    with pytest.raises(SuccessorHeld):
        meetings.reopen(desk, monday, "x")
    agenda.prepare(desk, WEDNESDAY)
    meetings.reopen(desk, tuesday, "補記")
    with pytest.raises(WrongState, match="running"):
        meetings.reopen(desk, tuesday, "再補")
    meetings.close(desk, tuesday)
    minutes.sign(desk, tuesday)
    with pytest.raises(WrongState, match="signed"):
        meetings.reopen(desk, tuesday, "x")
