"""What the minutes say agrees with the records."""

from __future__ import annotations

from datetime import time

from teamops.i18n import speaking
from teamops.models.action_items import ActionState
from teamops.models.directives import DirectiveKind
from teamops.models.inputs.branch import SeriesIn
from teamops.models.inputs.cases import CaseIn
from teamops.models.inputs.directives import DirectiveIn
from teamops.models.inputs.meetings import MeetingIn, OutcomeIn, RollLineIn
from teamops.models.inputs.people import SignatoryIn
from teamops.models.meetings import (
    DEFAULT_MINUTES,
    ItemKind,
    OutcomeKind,
    RollMark,
    Section,
    SeriesKind,
)
from teamops.models.minutes import ItemEntry, MinutesBody
from teamops.models.people import Actor, BooksKind
from teamops.services import action_items, agenda, branch, meetings, minutes, roll
from teamops.services.desk import Desk
from teamops.services.reading import minutes as reading
from teamops.services.reading import people as people_read
from tests.services.holding import (
    FRIDAY,
    MONDAY,
    NEXT_MONDAY,
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
    key,
    note,
    stand,
)
from tests.services.minuted import ASSETS, body, record

# --- the head


def test_the_head_says_where_when_and_who(desk: Desk, team: dict[str, Actor]) -> None:
    stand(desk.books, MONDAY)
    meeting = agenda.prepare(desk, MONDAY)
    clerk = key(team["clerk"])
    arranged = MeetingIn(
        host_id=1, recorder_id=clerk, place="大廳", planned_start=time(9), minutes_due=time(18)
    )
    agenda.arrange(desk, meeting, arranged, 1)
    meetings.start(desk, meeting)
    go_on(desk.books, 21)
    meetings.close(desk, meeting)
    drawn = body(desk, meeting)
    assert (drawn.branch, drawn.team, drawn.books) == ("中山路營業部", "營銷團隊", BooksKind.PRACTICE)
    assert (drawn.kind, drawn.number, drawn.day) == (SeriesKind.MORNING, "MM2026-0001", MONDAY)
    assert (drawn.place, drawn.host, drawn.recorder) == ("大廳", "徐靜", "李娜")
    assert (drawn.started, drawn.ended, drawn.zone) == ("08:30", "08:51", "Asia/Shanghai")
    assert drawn.sign_lines == ()


def test_the_roll_is_told_as_it_was_called(desk: Desk, team: dict[str, Actor]) -> None:
    meeting = begin(desk, MONDAY)
    late = RollLineIn(person_id=key(team["zhang"]), mark=RollMark.LATE, minutes=6, reason="塞車")
    away = RollLineIn(person_id=key(team["liu"]), mark=RollMark.LEAVE, reason="病假")
    gone = RollLineIn(person_id=key(team["clerk"]), mark=RollMark.ABSENT)
    roll.call(desk, MONDAY, (late, away, gone), meeting_id=meeting)
    end(desk, meeting)
    drawn = body(desk, meeting)
    assert drawn.roll_called
    assert [(entry.number, entry.name, entry.mark, entry.minutes, entry.reason) for entry in drawn.roll] == [
        ("A101", "徐靜", RollMark.PRESENT, 0, ""),
        ("A102", "李娜", RollMark.ABSENT, 0, ""),
        ("A104", "劉平", RollMark.LEAVE, 0, "病假"),
        ("A107", "張敏", RollMark.LATE, 6, "塞車"),
    ]
    assert {mark: drawn.count(mark) for mark in RollMark} == {
        RollMark.PRESENT: 1,
        RollMark.LATE: 1,
        RollMark.ABSENT: 1,
        RollMark.LEAVE: 1,
        RollMark.OUT: 0,
    }


def test_a_roll_that_was_not_called_says_who_was_due(desk: Desk, team: dict[str, Actor]) -> None:
    drawn = body(desk, hold(desk, MONDAY))
    assert not drawn.roll_called
    assert {entry.mark for entry in drawn.roll} == {None}
    assert len(drawn.roll) == 4


# --- the parts


def test_the_parts_tell_what_was_said(desk: Desk, team: dict[str, Actor]) -> None:
    meeting = begin(desk, MONDAY, [note("滬指收平", body="量縮", presenter_id=key(team["zhang"]))])
    agenda.add_directive(
        desk,
        meeting,
        DirectiveIn(title="費率下限", body="自十二月起", source="渠道部", kind=DirectiveKind.TASK),
    )
    agenda.add_case(desk, meeting, CaseIn(title="談成規劃", story="先聽", author_id=key(team["liu"])))
    agenda.add(desk, meeting, item(Section.MORALE, ItemKind.TURN, "一首歌"))
    for kind, text in (
        (OutcomeKind.NOTE, "記一"),
        (OutcomeKind.DECISION, "決一"),
        (OutcomeKind.NOTE, "記二"),
    ):
        meetings.put_down(desk, meeting, OutcomeIn(section=Section.MARKET, kind=kind, text=text))
    go_on(desk.books, 20)
    keep_clock(desk, meeting, [Section.MARKET, Section.DIRECTIVES, Section.CASE], seconds=95)
    meetings.close(desk, meeting)
    drawn = body(desk, meeting)
    assert [(part.section, part.planned, part.elapsed) for part in drawn.parts] == [
        (section, DEFAULT_MINUTES[section], 95 if n in {0, 1, 3} else 0) for n, section in enumerate(Section)
    ]
    parts = {part.section: part for part in drawn.parts}
    assert parts[Section.MARKET].notes == ("記一", "記二")
    assert parts[Section.PROGRESS].notes == ()
    assert parts[Section.MARKET].items == (
        ItemEntry(kind=ItemKind.NOTE, title="滬指收平", body="量縮", presenter="張敏", discussed=True),
    )
    assert parts[Section.DIRECTIVES].items == (
        ItemEntry(
            kind=ItemKind.DIRECTIVE,
            title="費率下限",
            body="自十二月起",
            number="D2026-001",
            flag=DirectiveKind.TASK,
            source="渠道部",
            discussed=True,
        ),
    )
    assert parts[Section.CASE].items[0].presenter == "劉平"
    assert parts[Section.MORALE].items == (ItemEntry(kind=ItemKind.TURN, title="一首歌", discussed=False),)
    assert [(entry.number, entry.text, entry.section) for entry in drawn.decisions] == [
        ("R2026-001", "決一", Section.MARKET)
    ]


def test_what_came_over_is_told_as_such(desk: Desk) -> None:
    hold(desk, MONDAY, [note("一")], visited=[])
    drawn = body(desk, hold(desk, TUESDAY, [note("二")]))
    assert [(entry.title, entry.carried) for entry in drawn.parts[0].items] == [("一", True), ("二", False)]


def test_what_was_reworded_is_told_as_it_stands(desk: Desk) -> None:
    meeting = begin(desk, MONDAY)
    first, gone = decide(desk, meeting, "週五前"), decide(desk, meeting, "再議")
    remark = meetings.put_down(
        desk, meeting, OutcomeIn(section=Section.CASE, kind=OutcomeKind.NOTE, text="記錯")
    )
    meetings.reword(desk, first, "週四前")
    meetings.reword(desk, gone, "作罷")
    meetings.reword(desk, remark, "")
    end(desk, meeting)
    drawn = body(desk, meeting)
    assert [(entry.number, entry.text) for entry in drawn.decisions] == [
        ("R2026-001", "週四前"),
        ("R2026-002", "作罷"),
    ]
    assert all(not part.notes for part in drawn.parts)


# --- action items


def test_the_actions_of_the_meeting_are_told_as_they_stand(desk: Desk, team: dict[str, Actor]) -> None:
    meeting = begin(desk, MONDAY)
    shared = action(
        desk, "列名單", owner_id=key(team["zhang"]), co_owner_ids=(key(team["liu"]), 1), due=FRIDAY
    )
    opened = meetings.act(desk, meeting, Section.PROGRESS, shared)
    action_items.move(desk, opened, ActionState.DOING)
    end(desk, meeting)
    entry = body(desk, meeting).actions[0]
    assert (entry.number, entry.text, entry.owner, entry.co_owners) == (
        "T2026-001", "列名單", "張敏", "徐靜、劉平",
    )  # fmt: skip
    assert (entry.due, entry.state, entry.section) == (FRIDAY, ActionState.DOING, Section.PROGRESS)
    assert entry.origin == "MM2026-0001"


def settle(desk: Desk, opened: int, state: ActionState) -> None:
    action_items.move(desk, opened, ActionState.DONE)
    action_items.move(desk, opened, state, reason="已有辦法")


def test_earlier_items_are_followed_up_until_they_are_settled(desk: Desk) -> None:
    monday = begin(desk, MONDAY)
    stays, checked, dropped, before = (
        meetings.act(desk, monday, Section.PROGRESS, action(desk, text)) for text in "一二三四"
    )
    settle(desk, before, ActionState.CHECKED)
    end(desk, monday)
    go_on(desk.books, 60)
    action_items.open_item(desk, action(desk, "五"))
    settle(desk, checked, ActionState.CHECKED)
    tuesday = begin(desk, TUESDAY)
    settle(desk, dropped, ActionState.DROPPED)
    action_items.open_item(desk, action(desk, "六"))
    meetings.act(desk, tuesday, Section.PROGRESS, action(desk, "七"))
    end(desk, tuesday)
    assert body(desk, monday).followed_up == ()
    assert [(entry.text, entry.state, entry.reason) for entry in body(desk, tuesday).followed_up] == [
        ("一", ActionState.OPEN, ""),
        ("二", ActionState.CHECKED, ""),
        ("三", ActionState.DROPPED, "已有辦法"),
        ("五", ActionState.OPEN, ""),
    ]
    assert body(desk, tuesday).followed_up[0].origin == "MM2026-0001"
    assert body(desk, tuesday).followed_up[3].origin == ""
    go_on(desk.books, 60)
    settle(desk, stays, ActionState.CHECKED)
    wednesday = hold(desk, WEDNESDAY)
    # What the last minutes told of as settled is told of no more.
    assert [entry.text for entry in body(desk, wednesday).followed_up] == list("一五六七")
    # Tuesday's, drawn again now, tell of what is settled by now, and Wednesday's told of that already.
    assert minutes.redraw(desk, tuesday) == 2
    assert [entry.text for entry in body(desk, tuesday).followed_up] == list("一二三五")
    assert minutes.redraw(desk, wednesday) == 1


def test_the_first_meeting_follows_up_what_was_open_before_it(desk: Desk) -> None:
    action_items.open_item(desk, action(desk, "一"))
    settled = action_items.open_item(desk, action(desk, "二"))
    settle(desk, settled, ActionState.CHECKED)
    drawn = body(desk, hold(desk, TUESDAY))
    assert [entry.number for entry in drawn.followed_up] == ["T2026-001"]


# --- the next meeting, who signs


def test_the_next_meeting_is_that_of_the_next_working_day_at_its_usual_time(desk: Desk) -> None:
    stand(desk.books, FRIDAY)
    meeting = agenda.prepare(desk, FRIDAY)
    late = MeetingIn(host_id=1, recorder_id=1, planned_start=time(15), minutes_due=time(18))
    agenda.arrange(desk, meeting, late, 1)
    meetings.start(desk, meeting)
    end(desk, meeting)
    following = body(desk, meeting).next_meeting
    assert following is not None
    assert (following.day, following.starts_at) == (NEXT_MONDAY, "08:30")
    usual = SeriesIn(starts_at=time(8), minutes_due=time(17), minutes=DEFAULT_MINUTES)
    branch.change_series(desk, SeriesKind.MORNING, usual, 6)
    minutes.redraw(desk, meeting)
    following = body(desk, meeting).next_meeting
    assert following is not None
    assert following.starts_at == "08:00"


def test_a_next_meeting_that_is_prepared_or_called_off_is_told_so(desk: Desk) -> None:
    monday = hold(desk, MONDAY)
    tuesday, wednesday = agenda.prepare(desk, TUESDAY), agenda.prepare(desk, WEDNESDAY)
    early = MeetingIn(host_id=1, recorder_id=1, planned_start=time(7, 45), minutes_due=time(18))
    agenda.arrange(desk, wednesday, early, 1)
    meetings.cancel(desk, tuesday, "全員培訓")
    minutes.redraw(desk, monday)
    following = body(desk, monday).next_meeting
    assert following is not None
    assert (following.day, following.starts_at) == (WEDNESDAY, "07:45")


def test_the_branchs_own_signature_lines_are_frozen_with_the_minutes(desk: Desk) -> None:
    meeting = hold(desk, MONDAY)
    with desk.books.reading() as reader:
        seen = people_read.signatories(reader, "minutes")
    own = (SignatoryIn(title="host"), SignatoryIn(title="部門經理", person_id=1))
    branch.change_signatories(desk, "minutes", own, seen)
    with desk.books.reading() as reader:
        found = reading.view(reader, meeting)
    assert found is not None
    assert found.sign_lines == ()
    assert minutes.redraw(desk, meeting) == 2
    assert body(desk, meeting).sign_lines == (("host", ""), ("部門經理", "徐靜"))


def test_minutes_are_frozen_free_of_language(desk: Desk, team: dict[str, Actor]) -> None:
    monday = hold(desk, MONDAY, [note("一")])
    with speaking("zh_Hant"):
        assert minutes.redraw(desk, monday) == 1


def test_a_body_reads_back_as_it_was_frozen(desk: Desk, team: dict[str, Actor]) -> None:
    stand(desk.books, MONDAY)
    record(desk, MONDAY, team["liu"], ASSETS, "3.25")
    drawn = body(desk, hold(desk, TUESDAY))
    again = MinutesBody.model_validate_json(drawn.canonical())
    assert again == drawn
    assert again.canonical() == drawn.canonical()
