"""Holding a meeting: begun on its day, written down as it goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest

from teamops.db.beat import save_clock
from teamops.errors import (
    DirtyText,
    MeetingRunning,
    Missing,
    MissingText,
    NotAllowed,
    NotTheDay,
    Refusals,
    WrongState,
)
from teamops.models.inputs.meetings import OutcomeIn, RollLineIn
from teamops.models.meetings import ClockView, ItemKind, MeetingState, OutcomeKind, RollMark, Section
from teamops.models.people import Actor, Role
from teamops.services import agenda, meetings, roll
from teamops.services.desk import Desk
from teamops.services.reading import history
from teamops.services.reading import meetings as reading
from tests.services.holding import (
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    action,
    action_item,
    begin,
    decide,
    end,
    go_on,
    hold,
    item,
    keep_clock,
    key,
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


def said(desk: Desk, meeting: int) -> list[tuple[str, str]]:
    return [(outcome.number, outcome.text) for outcome in view(desk, meeting).outcomes]


# --- begun


def test_a_meeting_begins_on_its_day(desk: Desk) -> None:
    stand(desk.books, MONDAY)
    meeting = agenda.prepare(desk, MONDAY)
    agenda.ready(desk, meeting)
    heard: list[str] = []
    desk.books.subscribe(heard.append)
    meetings.start(desk, meeting)
    shown = view(desk, meeting)
    assert (shown.state, shown.started_at, shown.ended_at) == (MeetingState.RUNNING, HALF_PAST_EIGHT, None)
    assert shown.number == ""
    assert heard == ["meetings", "agenda", "roll"]


@pytest.mark.parametrize("today", [TUESDAY, MONDAY - timedelta(days=3)])
def test_a_meeting_begins_on_no_other_day(desk: Desk, today: date) -> None:
    meeting = agenda.prepare(desk, MONDAY)
    stand(desk.books, today)
    with pytest.raises(NotTheDay, match="23 Nov 2026"):
        meetings.start(desk, meeting)
    assert view(desk, meeting).state is MeetingState.DRAFT


def test_a_meeting_begins_once_and_not_after_its_end(desk: Desk, running: int) -> None:
    with pytest.raises(WrongState, match="running"):
        meetings.start(desk, running)
    meetings.close(desk, running)
    with pytest.raises(WrongState, match="minutes drawn"):
        meetings.start(desk, running)


def test_one_meeting_runs_at_a_time(desk: Desk, running: int) -> None:
    tuesday = agenda.prepare(desk, TUESDAY)
    stand(desk.books, TUESDAY)
    with pytest.raises(MeetingRunning, match="23 Nov 2026 is still running; close it first"):
        meetings.start(desk, tuesday)
    meetings.close(desk, running)
    meetings.start(desk, tuesday)
    with desk.books.reading() as reader:
        found = reading.running(reader)
    assert found is not None
    assert found.id == tuesday


def test_a_roll_called_before_the_meeting_is_its_own(desk: Desk, zhang: Actor) -> None:
    stand(desk.books, MONDAY, time(8, 20))
    called_at = desk.books.clock.now()
    roll.call(desk, MONDAY, (RollLineIn(person_id=key(zhang), mark=RollMark.ABSENT),))
    roll.call(desk, MONDAY, (RollLineIn(person_id=key(zhang), mark=RollMark.LEAVE, reason="病假"),))
    meeting = begin(desk, MONDAY)
    shown = view(desk, meeting)
    assert shown.roll_called
    assert [(line.name, line.mark, line.reason, line.at) for line in shown.roll] == [
        ("徐靜", RollMark.PRESENT, "", called_at),
        ("張敏", RollMark.LEAVE, "病假", called_at),
    ]
    roll.call(desk, MONDAY, (RollLineIn(person_id=key(zhang), mark=RollMark.PRESENT),), meeting_id=meeting)
    with desk.books.reading() as reader:
        line = reading.on(reader, MONDAY)
        _called, alone = reading.roll(reader, None, MONDAY)
    assert line is not None
    assert (line.due, line.present) == (2, 2)
    assert alone[1].mark is RollMark.LEAVE


def test_a_meeting_begun_anew_keeps_the_roll_called_in_it(desk: Desk, running: int) -> None:
    late = RollLineIn(person_id=1, mark=RollMark.LATE, minutes=4)
    roll.call(desk, MONDAY, (late,), meeting_id=running)
    meetings.cancel(desk, running, "停電")
    roll.call(desk, MONDAY, ())
    assert begin(desk, MONDAY) == running
    assert view(desk, running).roll[0].mark is RollMark.LATE


def test_a_meeting_begun_anew_forgets_its_clock(desk: Desk, running: int) -> None:
    keep_clock(desk, running, Section)
    meetings.cancel(desk, running, "停電")
    assert view(desk, running).clock is None
    now = desk.books.clock.now()
    # A beat on its way when the meeting was called off.
    save_clock(desk.books, running, ClockView(Section.CASE, {Section.CASE: 9}, now, held=False, beat_at=now))
    assert begin(desk, MONDAY) == running
    assert value(desk, "SELECT count(*) FROM meeting_clock") == 0


# --- what is put down


def test_decisions_are_numbered_without_gaps_and_notes_are_not(desk: Desk, running: int) -> None:
    decide(desk, running, "一")
    say(desk, running, "記下來")
    go_on(desk.books, 2)
    decide(desk, running, "二")
    assert said(desk, running) == [("R2026-001", "一"), ("", "記下來"), ("R2026-002", "二")]
    first = view(desk, running).outcomes[0]
    assert (first.at, first.by, first.section) == (HALF_PAST_EIGHT, "徐靜", Section.PROGRESS)
    meetings.close(desk, running)
    later = begin(desk, TUESDAY)
    decide(desk, later, "三")
    assert said(desk, later) == [("R2026-003", "三")]
    assert value(desk, "SELECT count(*) FROM serial WHERE series = 'R'") == 3


def test_numbers_begin_anew_with_the_year(desk: Desk) -> None:
    december = begin(desk, date(2026, 12, 31))
    decide(desk, december, "舊年的")
    assert end(desk, december) == "MM2026-0001"
    january = begin(desk, date(2027, 1, 4))
    decide(desk, january, "新年的")
    assert end(desk, january) == "MM2027-0001"
    assert said(desk, january) == [("R2027-001", "新年的")]


def test_what_was_put_down_is_reworded_and_its_history_kept(desk: Desk, running: int) -> None:
    decision, remark = decide(desk, running, "週五前"), say(desk, running, "記錯")
    go_on(desk.books, 1)
    meetings.reword(desk, decision, "週四前")
    meetings.reword(desk, decision, "週三前")
    meetings.reword(desk, remark, "")
    assert said(desk, running) == [("R2026-001", "週三前")]
    assert view(desk, running).outcomes[0].id == decision
    with desk.books.reading() as reader:
        rows = reader.rows("SELECT text, number, corrects_id, at FROM outcome ORDER BY id")
        events = history.of_record(reader, "outcome", decision)
    assert [row[:3] for row in rows] == [
        ("週五前", "R2026-001", None),
        ("記錯", None, None),
        ("週四前", None, decision),
        ("週三前", None, decision),
        ("", None, remark),
    ]
    assert rows[2][3] > rows[0][3]
    assert [event.action for event in events] == ["meetings.reword", "meetings.reword", "meetings.put_down"]
    assert value(desk, "SELECT count(*) FROM serial WHERE series = 'R'") == 1


def test_a_wording_may_be_reworded_and_a_note_brought_back(desk: Desk, running: int) -> None:
    remark = say(desk, running, "一")
    meetings.reword(desk, remark, "二")
    second = value(desk, "SELECT max(id) FROM outcome")
    meetings.reword(desk, second, "")
    assert said(desk, running) == []
    meetings.reword(desk, remark, "一")
    assert said(desk, running) == [("", "一")]
    before = desk.books.last_event()
    meetings.reword(desk, second, " 一 ")
    assert desk.books.last_event() == before


def test_a_decision_is_not_taken_back(desk: Desk, running: int) -> None:
    decision = decide(desk, running, "一")
    with pytest.raises(MissingText):
        meetings.reword(desk, decision, "  ")
    with pytest.raises(DirtyText):
        meetings.reword(desk, decision, "一\x1b[2J")
    assert said(desk, running) == [("R2026-001", "一")]


def test_action_items_are_opened_in_a_part_or_for_an_item(desk: Desk, running: int, zhang: Actor) -> None:
    topic = agenda.add(desk, running, item(Section.CASE, ItemKind.TOPIC, "遠期"))
    first = meetings.act(desk, running, Section.PROGRESS, action(desk, owner_id=key(zhang), due=WEDNESDAY))
    second = meetings.act(desk, running, Section.CASE, action(desk, "寫案例"), agenda_item_id=topic)
    opened = [action_item(desk, opened) for opened in (first, second)]
    assert [(line.number, line.owner, line.due, line.section) for line in opened] == [
        ("T2026-001", "張敏", WEDNESDAY, "progress"),
        ("T2026-002", "徐靜", None, "case"),
    ]
    assert {line.meeting_id for line in opened} == {running}
    assert {line.opened_on for line in opened} == {MONDAY}
    assert list(view(desk, running).actions) == opened
    assert value(desk, "SELECT agenda_item_id FROM action_item WHERE id = ?", second) == topic


def test_an_action_belongs_to_no_item_of_another_meeting(desk: Desk) -> None:
    hold(desk, MONDAY, [note("一")])
    elsewhere = value(desk, "SELECT id FROM agenda_item")
    tuesday = begin(desk, TUESDAY, [note("二")])
    gone = lines(desk, tuesday)[0].id
    agenda.remove(desk, gone)
    for item_id in (elsewhere, gone, 99):
        with pytest.raises(Missing, match="agenda item"):
            meetings.act(desk, tuesday, Section.MARKET, action(desk), agenda_item_id=item_id)
    assert value(desk, "SELECT count(*) FROM serial WHERE series = 'T'") == 0


def test_the_shortfall_is_answered_once_and_reworded(desk: Desk, zhang: Actor) -> None:
    meeting = agenda.prepare(desk, MONDAY)
    meetings.answer(desk, meeting, "昨日外訪多")
    first = lines(desk, meeting)[0]
    assert (first.section, first.kind, first.title, first.body) == (
        Section.PROGRESS, ItemKind.ANSWER, "", "昨日外訪多",
    )  # fmt: skip
    meetings.start(desk, meeting)
    meetings.answer(desk, meeting, "今日補報")
    assert [(line.id, line.body) for line in lines(desk, meeting)] == [(first.id, "今日補報")]
    agenda.remove(desk, first.id)
    meetings.answer(desk, meeting, "重寫")
    assert [line.body for line in lines(desk, meeting)] == ["重寫"]
    with pytest.raises(MissingText):
        meetings.answer(desk, meeting, " ")
    with pytest.raises(Refusals):
        meetings.answer(desk, meeting, "\x1b")


def test_an_answer_prepared_keeps_what_is_not_reworded(desk: Desk, running: int, zhang: Actor) -> None:
    short = item(Section.PROGRESS, ItemKind.ANSWER, "補報", presenter_id=key(zhang), recurs=True)
    first = agenda.add(desk, running, short)
    meetings.answer(desk, running, "今日補報")
    line = lines(desk, running)[0]
    assert (line.title, line.body, line.presenter, line.recurs) == ("", "今日補報", "張敏", True)
    long = item(Section.PROGRESS, ItemKind.ANSWER, "補報", body="細節")
    agenda.change(desk, first, long, line.version)
    meetings.answer(desk, running, "別的細節")
    line = lines(desk, running)[0]
    assert (line.title, line.body) == ("補報", "別的細節")


def test_an_item_is_left_for_next_time_or_not_after_all(desk: Desk) -> None:
    meeting = begin(desk, MONDAY, [note("一"), note("二")])
    one, two = (line.id for line in lines(desk, meeting))
    meetings.defer(desk, one, deferred=True)
    meetings.defer(desk, two, deferred=True)
    meetings.defer(desk, two, deferred=False)
    assert [line.discussed for line in lines(desk, meeting)] == [False, None]
    end(desk, meeting)
    assert [line.discussed for line in lines(desk, meeting)] == [False, True]
    with pytest.raises(WrongState):
        meetings.defer(desk, one, deferred=False)


def test_nothing_is_put_down_before_the_meeting_runs_or_after(desk: Desk) -> None:
    meeting = agenda.prepare(desk, MONDAY)
    topic = agenda.add(desk, meeting, note("一"))
    outcome = OutcomeIn(section=Section.MARKET, kind=OutcomeKind.DECISION, text="x")
    stand(desk.books, MONDAY)
    for state in ("being prepared", "minutes drawn"):
        for attempt in (
            lambda: meetings.put_down(desk, meeting, outcome),
            lambda: meetings.act(desk, meeting, Section.MARKET, action(desk)),
            lambda: meetings.defer(desk, topic, deferred=True),
            lambda: meetings.close(desk, meeting),
        ):
            with pytest.raises(WrongState, match=state):
                attempt()
        if state == "being prepared":
            meetings.start(desk, meeting)
            decided = decide(desk, meeting, "一")
            meetings.close(desk, meeting)
    with pytest.raises(WrongState):
        meetings.reword(desk, decided, "二")
    with pytest.raises(WrongState):
        meetings.answer(desk, meeting, "x")
    assert value(desk, "SELECT count(*) FROM serial") == 2


def test_who_runs_a_meeting_writes_it_down_and_members_do_not(
    desk: Desk, at_desk: Callable[[Actor], Desk], zhang: Actor, hire: Callable[..., Actor], running: int
) -> None:
    clerk = at_desk(hire("A102", "李娜", Role.ATTENDANCE_CLERK))
    decide(clerk, running, "一")
    assert view(desk, running).outcomes[0].by == "李娜"
    with pytest.raises(NotAllowed):
        decide(at_desk(zhang), running, "二")
    with pytest.raises(NotAllowed):
        meetings.close(at_desk(zhang), running)
    with pytest.raises(NotAllowed):
        meetings.cancel(clerk, running, "x")
    meetings.close(clerk, running)
    with pytest.raises(NotAllowed):
        meetings.reopen(clerk, running, "x")
