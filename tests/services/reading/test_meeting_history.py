"""What is told of a meeting: who did what to it, its parts, its roll, what it put down and its minutes."""

from __future__ import annotations

from datetime import time

from teamops.i18n import speaking
from teamops.models.action_items import ActionState
from teamops.models.history import EventLine
from teamops.models.inputs.meetings import CorrectionIn, OutcomeIn, PlannedIn, RollLineIn
from teamops.models.meetings import OutcomeKind, RollMark, Section
from teamops.services import action_items, agenda, meetings, minutes, roll
from teamops.services.desk import Desk
from teamops.services.reading import meeting_history
from tests.services.holding import MONDAY, action, begin, decide, end, go_on, lines, note, stand


def told(desk: Desk, meeting: int) -> list[EventLine]:
    with desk.books.reading() as reader:
        return meeting_history.of_meeting(reader, meeting)


def newest(desk: Desk, meeting: int) -> tuple[str, tuple[tuple[str, str, str], ...]]:
    line = told(desk, meeting)[0]
    return line.action, line.changes


def test_everything_is_told_newest_first_with_who_and_when(roster_desk: Desk) -> None:
    meeting = begin(roster_desk, MONDAY, [note("縮量")])
    decide(roster_desk, meeting, "當天答覆")
    at = go_on(roster_desk.books, 3)
    roll.call(roster_desk, MONDAY, (RollLineIn(person_id=2, mark=RollMark.LEAVE),), meeting_id=meeting)
    end(roster_desk, meeting)
    minutes.sign(roster_desk, meeting)
    minutes.correct(roster_desk, meeting, CorrectionIn(text="應為三位", reason="數錯"))
    events = told(roster_desk, meeting)
    assert [event.action for event in events] == [
        "minutes.correct",
        "minutes.sign",
        "meetings.close",
        "roll.call",
        "meetings.put_down",
        "meetings.start",
        "agenda.add",
        "agenda.prepare",
    ]
    assert {event.actor for event in events} == {"徐靜"}
    assert events[3].at == at
    assert events[0].reason == "數錯"
    assert events[0].changes == (("minutes", "", "2 · correction"),)
    assert ("signature under minutes", "", "host · 徐靜") in events[1].changes
    assert events[6].changes == (("agenda item", "", "Market · 縮量"),)
    assert ("part of a meeting", "", "Market · 5") in events[7].changes


def test_the_roll_is_told_by_mark_and_only_where_it_says_something_new(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY, time(8, 20))
    meeting = agenda.prepare(roster_desk, MONDAY)
    late = RollLineIn(person_id=4, mark=RollMark.LATE, minutes=7, reason="堵車")
    roll.call(roster_desk, MONDAY, (late, RollLineIn(person_id=5, mark=RollMark.LEAVE)))
    assert newest(roster_desk, meeting) == (
        "roll.call",
        (("present", "", "13"), ("late", "", "劉平 (7 min, 堵車)"), ("on leave", "", "高芳")),
    )
    meetings.start(roster_desk, meeting)
    assert newest(roster_desk, meeting)[0] == "meetings.start"
    assert not {"present", "late"} & {field for field, _was, _now in newest(roster_desk, meeting)[1]}
    roll.call(roster_desk, MONDAY, (RollLineIn(person_id=5, mark=RollMark.PRESENT),), meeting_id=meeting)
    assert newest(roster_desk, meeting) == ("roll.call", (("present", "", "高芳"),))


def test_parts_and_items_are_told_by_name_where_they_change(roster_desk: Desk) -> None:
    meeting = begin(roster_desk, MONDAY, [note("一句很長很長很長很長很長很長很長的話")])
    agenda.plan(roster_desk, meeting, PlannedIn(section=Section.CASE, minutes=9))
    assert newest(roster_desk, meeting) == ("agenda.plan", (("Case · minutes planned", "5", "9"),))
    meetings.defer(roster_desk, lines(roster_desk, meeting)[0].id, deferred=True)
    assert newest(roster_desk, meeting) == (
        "meetings.defer",
        (("一句很長很長很長很長很長很長很… · discussed", "", "no"),),
    )


def test_notes_and_their_corrections_are_told_in_their_words(roster_desk: Desk) -> None:
    meeting = begin(roster_desk, MONDAY)
    told_first = OutcomeIn(section=Section.MARKET, kind=OutcomeKind.NOTE, text="兩個問題")
    kept = meetings.put_down(roster_desk, meeting, told_first)
    assert newest(roster_desk, meeting)[1] == (("note", "", "Market · 兩個問題"),)
    meetings.reword(roster_desk, kept, "三個問題")
    meetings.reword(roster_desk, kept, "")
    wordings = [event.changes for event in told(roster_desk, meeting)[:2]]
    assert wordings == [
        (("note or decision", "三個問題", ""),),
        (("note or decision", "兩個問題", "三個問題"),),
    ]
    number = decide(roster_desk, meeting, "當天答覆")
    assert number
    assert newest(roster_desk, meeting)[1] == (("decision", "", "Progress · R2026-001 · 當天答覆"),)


def test_what_it_opened_is_told_until_it_is_over(roster_desk: Desk) -> None:
    meeting = begin(roster_desk, MONDAY)
    kept = meetings.act(roster_desk, meeting, Section.MARKET, action(roster_desk, "回訪"))
    assert newest(roster_desk, meeting) == (
        "meetings.act",
        (("action item", "", "T2026-001 · 回訪 · 徐靜"),),
    )
    action_items.reword(roster_desk, kept, action(roster_desk, "回訪三位"), 1)
    assert newest(roster_desk, meeting)[0] == "action_items.reword"
    assert ("T2026-001 · text", "回訪", "回訪三位") in newest(roster_desk, meeting)[1]
    end(roster_desk, meeting)
    go_on(roster_desk.books, 5)
    action_items.move(roster_desk, kept, ActionState.DONE)
    assert newest(roster_desk, meeting)[0] == "meetings.close"


def test_it_is_told_in_the_language_in_force(roster_desk: Desk) -> None:
    meeting = begin(roster_desk, MONDAY)
    late = RollLineIn(person_id=4, mark=RollMark.LATE, minutes=7, reason="堵車")
    roll.call(roster_desk, MONDAY, (late,), meeting_id=meeting)
    with speaking("zh_Hant"):
        assert ("遲到", "", "劉平（7 分、堵車）") in newest(roster_desk, meeting)[1]
