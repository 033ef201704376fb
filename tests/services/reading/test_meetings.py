"""Meetings as lists and the meeting view show them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest

from teamops.errors import Missing
from teamops.models.inputs.cases import CaseIn
from teamops.models.inputs.directives import DirectiveIn
from teamops.models.inputs.meetings import CorrectionIn, MeetingIn, OutcomeIn, RollLineIn
from teamops.models.meetings import (
    ClockView,
    ItemKind,
    MeetingLine,
    MeetingState,
    OutcomeKind,
    RollMark,
    Section,
    SeriesKind,
)
from teamops.models.minutes import SigningAs
from teamops.models.people import Actor
from teamops.services import agenda, meeting_clock, meetings, minutes, roll
from teamops.services.desk import Desk
from teamops.services.reading import meetings as reading
from tests.services.holding import (
    MONDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    action,
    begin,
    decide,
    end,
    go_on,
    hold,
    item,
    key,
    note,
    stand,
    view,
)

CORRECTION = CorrectionIn(text="x", reason="y")


def newest(desk: Desk, count: int = 50, first: int = 0) -> list[MeetingLine]:
    with desk.books.reading() as reader:
        return reading.lines(reader, first, count)


def to_sign(desk: Desk, limit: int = 20) -> list[int]:
    with desk.books.reading() as reader:
        return [line.id for line in reading.unsigned(reader, limit)]


def test_a_meeting_stands_in_the_list_with_its_counts(desk: Desk, zhang: Actor) -> None:
    meeting = begin(desk, MONDAY)
    late = RollLineIn(person_id=key(zhang), mark=RollMark.LATE, minutes=6)
    roll.call(desk, MONDAY, (late,), meeting_id=meeting)
    absent = RollLineIn(person_id=1, mark=RollMark.ABSENT)
    roll.call(desk, MONDAY, (absent,), meeting_id=meeting)
    roll.call(desk, MONDAY, (RollLineIn(person_id=1, mark=RollMark.OUT),), meeting_id=meeting)
    decided = decide(desk, meeting, "一")
    meetings.reword(desk, decided, "一，改")
    meetings.put_down(desk, meeting, OutcomeIn(section=Section.CASE, kind=OutcomeKind.NOTE, text="記"))
    for text in "二三":
        meetings.act(desk, meeting, Section.CASE, action(desk, text))
    end(desk, meeting)
    started = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
    assert newest(desk) == [
        MeetingLine(
            meeting, "MM2026-0001", MONDAY, SeriesKind.MORNING, MeetingState.MINUTED, "徐靜", time(8, 30), started,
            started + timedelta(minutes=20), due=2, present=1, decisions=1, actions=2,
            version=view(desk, meeting).version,
        )
    ]  # fmt: skip


def test_the_list_is_read_in_windows_the_newest_first(desk: Desk) -> None:
    days = [MONDAY, TUESDAY, WEDNESDAY, THURSDAY]
    for day in days:
        agenda.prepare(desk, day)
    assert [line.day for line in newest(desk)] == days[::-1]
    assert [line.day for line in newest(desk, 2, 1)] == [WEDNESDAY, TUESDAY]
    assert newest(desk, 2, 4) == []
    with desk.books.reading() as reader:
        assert reading.counted(reader) == 4
    line = newest(desk)[0]
    assert (line.number, line.started_at, line.due, line.present) == ("", None, 0, 0)


def test_the_meeting_of_a_day_is_found_unless_it_was_called_off(desk: Desk) -> None:
    meeting = agenda.prepare(desk, MONDAY)
    with desk.books.reading() as reader:
        found = reading.on(reader, MONDAY)
        assert reading.on(reader, TUESDAY) is None
    assert found is not None
    assert found.id == meeting
    meetings.cancel(desk, meeting, "x")
    with desk.books.reading() as reader:
        assert reading.on(reader, MONDAY) is None


def test_the_running_meeting_is_found(desk: Desk) -> None:
    with desk.books.reading() as reader:
        assert reading.running(reader) is None
    meeting = begin(desk, MONDAY)
    stand(desk.books, TUESDAY)
    with desk.books.reading() as reader:
        found = reading.running(reader)
    assert found is not None
    assert (found.id, found.day) == (meeting, MONDAY)


def test_the_last_meeting_held_before_a_day_is_found(desk: Desk) -> None:
    monday = hold(desk, MONDAY)
    tuesday = agenda.prepare(desk, TUESDAY)
    meetings.cancel(desk, tuesday, "x")
    agenda.prepare(desk, WEDNESDAY)
    with desk.books.reading() as reader:
        found = reading.newest_held(reader, THURSDAY)
        assert reading.newest_held(reader, MONDAY) is None
    assert found is not None
    assert found.id == monday


def test_minutes_wait_to_be_signed_and_so_do_their_corrections(desk: Desk) -> None:
    monday, tuesday, wednesday = (hold(desk, day) for day in (MONDAY, TUESDAY, WEDNESDAY))
    begin(desk, THURSDAY)
    assert to_sign(desk) == [wednesday, tuesday, monday]
    assert to_sign(desk, 2) == [wednesday, tuesday]
    minutes.sign(desk, monday)
    minutes.sign(desk, tuesday, signed_as=SigningAs.RECORDER)
    assert to_sign(desk) == [wednesday, tuesday]
    minutes.correct(desk, monday, CORRECTION)
    assert to_sign(desk) == [wednesday, tuesday, monday]
    minutes.sign(desk, monday, signed_as=SigningAs.RECORDER)
    assert to_sign(desk) == [wednesday, tuesday, monday]
    minutes.sign(desk, monday)
    assert to_sign(desk) == [wednesday, tuesday]
    minutes.correct(desk, monday, CORRECTION)
    assert to_sign(desk) == [wednesday, tuesday, monday]


def test_minutes_drawn_again_wait_once(desk: Desk) -> None:
    monday = hold(desk, MONDAY)
    meetings.reopen(desk, monday, "補記")
    assert to_sign(desk) == []
    meetings.close(desk, monday)
    assert to_sign(desk) == [monday]
    minutes.sign(desk, monday)
    assert to_sign(desk) == []


def test_the_newest_minutes_and_those_beside_are_found(desk: Desk) -> None:
    with desk.books.reading() as reader:
        assert reading.newest_minuted(reader) is None
    monday, tuesday = hold(desk, MONDAY), agenda.prepare(desk, TUESDAY)
    meetings.cancel(desk, tuesday, "x")
    wednesday, thursday = hold(desk, WEDNESDAY), hold(desk, THURSDAY)
    minutes.sign(desk, monday)
    with desk.books.reading() as reader:
        found = reading.newest_minuted(reader)
        beside = [
            tuple(line and line.id for line in reading.beside(reader, meeting))
            for meeting in (monday, wednesday, thursday)
        ]
    assert found is not None
    assert found.id == thursday
    assert beside == [(None, wednesday), (monday, thursday), (wednesday, None)]


def test_a_meeting_is_shown_with_everything(desk: Desk, zhang: Actor) -> None:
    stand(desk.books, MONDAY)
    meeting = agenda.prepare(desk, MONDAY)
    arranged = MeetingIn(
        host_id=1, recorder_id=key(zhang), place="大廳", planned_start=time(9), minutes_due=time(17)
    )
    agenda.arrange(desk, meeting, arranged, 1)
    directive = agenda.add_directive(desk, meeting, DirectiveIn(title="費率下限", body="自十二月起"))
    case = agenda.add_case(desk, meeting, CaseIn(title="談成規劃", story="先聽"))
    agenda.add(desk, meeting, note("一", presenter_id=key(zhang)))
    meetings.start(desk, meeting)
    opened = meetings.act(desk, meeting, Section.CASE, action(desk))
    clock = ClockView.started(desk.books.clock.now()).at(
        go_on(desk.books, 1), section=Section.CASE, held=True
    )
    meeting_clock.keep(desk.books, meeting, clock)
    with desk.books.reading() as reader:
        shown = reading.one(reader, meeting)
        assert reading.one(reader, 99) is None
        with pytest.raises(Missing):
            reading.sure(reader, 99)
        assert reading.clock_of(reader, 99) is None
    assert shown is not None
    assert (shown.host_id, shown.host, shown.recorder_id, shown.recorder) == (1, "徐靜", key(zhang), "張敏")
    assert (shown.place, shown.planned_start, shown.minutes_due) == ("大廳", time(9), time(17))
    assert (shown.clock, shown.roll_called, len(shown.roll)) == (clock, False, 2)
    assert [action.id for action in shown.actions] == [opened]
    market, told, studied = (
        shown.part(section).items[0] for section in (Section.MARKET, Section.DIRECTIVES, Section.CASE)
    )
    assert (market.presenter_id, market.presenter, market.directive) == (key(zhang), "張敏", "")
    assert (told.directive_id, told.directive, told.title, told.body) == (
        directive, "D2026-001", "費率下限", "自十二月起",
    )  # fmt: skip
    assert (studied.case_id, studied.title, studied.body) == (case, "談成規劃", "先聽")


def test_the_roll_of_a_day_is_of_who_belongs_to_the_team_that_day(
    desk: Desk, hire: Callable[..., Actor]
) -> None:
    hire("A120", "孫浩", left=MONDAY)
    hire("A121", "陳明", joined=TUESDAY)
    with desk.books.reading() as reader:
        assert [line.name for line in reading.roll(reader, None, MONDAY)[1]] == ["徐靜", "孫浩"]
        assert [line.name for line in reading.roll(reader, None, TUESDAY)[1]] == ["徐靜", "陳明"]
        assert reading.roll(reader, None, date(2026, 11, 20)) == (
            False,
            reading.roll(reader, 99, date(2026, 11, 20))[1],
        )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("MM2026-0001", [0]),
        ("0002", [1]),
        ("R2026-001", [0]),
        ("晨2026-0002", [1]),
        ("決2026-001", [0]),
        ("晨2026-0003", []),
        ("決", [0]),
        ("11-24", [1]),
        ("徐靜", [2, 1, 0]),
        ("回訪", [0]),
        ("週四", [0]),
        ("週五", []),
        ("滬指", [1]),
        ("費率", [2]),
        ("規劃", [0]),
        ("量縮", [1]),
        ("拿掉", []),
        ("100%", [1]),
        ("%", [1]),
        ("_", []),
        ("\\", []),
        ("無此事", []),
    ],
)
def test_meetings_are_found_by_what_was_said_in_them(
    desk: Desk, typed: str, found: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "number_label", {"MM": "晨", "R": "決"}.__getitem__)
    monday = begin(desk, MONDAY)
    agenda.add_case(desk, monday, CaseIn(title="談成規劃"))
    decided = decide(desk, monday, "週五前回訪")
    meetings.reword(desk, decided, "決定週四前回訪")
    end(desk, monday)
    tuesday = begin(desk, TUESDAY, [note("滬指收平", body="量縮 100%"), note("拿掉的")])
    gone = next(line for line in reading_items(desk, tuesday) if line == "拿掉的")
    with desk.books.reading() as reader:
        item_id = reader.value("SELECT id FROM agenda_item WHERE title = ?", (gone,))
    agenda.remove(desk, item_id)
    end(desk, tuesday)
    wednesday = agenda.prepare(desk, WEDNESDAY)
    agenda.add_directive(desk, wednesday, DirectiveIn(title="費率下限"))
    keys = [monday, tuesday, wednesday]
    with desk.books.reading() as reader:
        assert [line.id for line in reading.find(reader, typed)] == [keys[n] for n in found]
        assert len(reading.find(reader, typed, limit=1)) == min(1, len(found))


def reading_items(desk: Desk, meeting: int) -> list[str]:
    with desk.books.reading() as reader:
        return [line.title for part in reading.parts(reader, meeting) for line in part.items]


def test_items_keep_their_order_and_their_part(desk: Desk) -> None:
    meeting = agenda.prepare(desk, MONDAY)
    wanted = [
        item(Section.MORALE, ItemKind.PRAISE, "五"),
        note("一"),
        item(Section.CASE, ItemKind.TOPIC, "四"),
        note("二"),
        note("三"),
    ]
    for each in wanted:
        agenda.add(desk, meeting, each)
    assert reading_items(desk, meeting) == list("一二三四五")
