"""What comes over from one meeting to the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from teamops.models.action_items import ActionState
from teamops.models.inputs.base import LINE_LIMIT
from teamops.models.inputs.cases import CaseIn
from teamops.models.inputs.directives import DirectiveIn
from teamops.models.inputs.meetings import AgendaItemIn
from teamops.models.meetings import ItemKind, MeetingState, Section
from teamops.models.people import Actor
from teamops.services import action_items, agenda, directives, meetings
from teamops.services.desk import Desk
from tests.services.holding import (
    FRIDAY,
    MONDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    action,
    begin,
    end,
    hold,
    item,
    lines,
    note,
    stand,
    titles,
    value,
    view,
)


def prepared(desk: Desk, *items: AgendaItemIn, **more: Any) -> int:
    """A meeting of today with these items."""
    meeting = agenda.prepare(desk, more.get("day", desk.books.clock.today()))
    for wanted in items:
        agenda.add(desk, meeting, wanted)
    return meeting


def next_one(desk: Desk, day: Any = TUESDAY) -> int:
    stand(desk.books, day)
    return agenda.prepare(desk, day)


# --- after a meeting that was held


def test_what_was_not_discussed_comes_over(desk: Desk, hire: Callable[..., Actor]) -> None:
    zhang = hire("A107", "張敏")
    topic = item(Section.MORALE, ItemKind.TOPIC, "春遊去哪裡", body="三個方案", presenter_id=zhang.person_id)
    monday = begin(desk, MONDAY, [note("說過了"), note("留到明天"), topic])
    meetings.defer(desk, lines(desk, monday)[1].id, deferred=True)
    end(desk, monday, visited=[Section.MARKET])
    assert [line.discussed for line in lines(desk, monday)] == [True, False, False]
    tuesday = lines(desk, next_one(desk))
    assert [(line.title, line.carried, line.discussed) for line in tuesday] == [
        ("留到明天", True, None),
        ("春遊去哪裡", True, None),
    ]
    assert (tuesday[1].section, tuesday[1].kind) == (Section.MORALE, ItemKind.TOPIC)
    assert (tuesday[1].body, tuesday[1].presenter) == ("三個方案", "張敏")
    assert value(desk, "SELECT min(carried_from_id) FROM agenda_item") == lines(desk, monday)[1].id


def test_what_recurs_comes_over_and_goes_on_recurring(desk: Desk) -> None:
    daily = item(Section.MORALE, ItemKind.TURN, "一首歌", body="今天：月亮代表我的心", recurs=True)
    untitled = item(Section.MORALE, ItemKind.TURN, body="大家唱", recurs=True)
    hold(desk, MONDAY, [daily, untitled])
    tuesday = next_one(desk)
    # What was said under the title that day does not come again; what has no title comes whole.
    assert [(line.title, line.body, line.recurs) for line in lines(desk, tuesday)] == [
        ("一首歌", "", True),
        ("", "大家唱", True),
    ]
    meetings.start(desk, tuesday)
    end(desk, tuesday, visited=[])
    assert titles(desk, next_one(desk, WEDNESDAY)) == ["一首歌", "大家唱"]


def test_what_recurs_and_was_not_said_comes_with_what_was_to_be_said(desk: Desk) -> None:
    hold(desk, MONDAY, [item(Section.MORALE, ItemKind.TURN, "一首歌", body="月亮", recurs=True)], visited=[])
    assert lines(desk, next_one(desk))[0].body == "月亮"


@pytest.mark.parametrize(
    ("state", "comes"),
    [
        (None, True),
        (ActionState.DOING, True),
        (ActionState.DONE, True),
        (ActionState.CHECKED, False),
        (ActionState.DROPPED, False),
    ],
)
def test_what_has_an_open_action_comes_over(desk: Desk, state: ActionState | None, comes: bool) -> None:
    monday = begin(desk, MONDAY, [item(Section.PROGRESS, ItemKind.TOPIC, "新戶回訪"), note("別的")])
    topic = lines(desk, monday, Section.PROGRESS)[0].id
    opened = meetings.act(desk, monday, Section.PROGRESS, action(desk), agenda_item_id=topic)
    end(desk, monday)
    if state is ActionState.CHECKED:
        action_items.move(desk, opened, ActionState.DONE)
    if state is not None:
        action_items.move(desk, opened, state, reason="已有辦法")
    assert titles(desk, next_one(desk)) == (["新戶回訪"] if comes else [])


def test_what_has_an_open_action_comes_every_day_until_it_is_settled(desk: Desk) -> None:
    monday = begin(desk, MONDAY, [item(Section.PROGRESS, ItemKind.TOPIC, "新戶回訪")])
    topic = lines(desk, monday)[0].id
    opened = meetings.act(desk, monday, Section.PROGRESS, action(desk), agenda_item_id=topic)
    end(desk, monday)
    tuesday = next_one(desk)
    assert titles(desk, tuesday) == ["新戶回訪"]
    meetings.start(desk, tuesday)
    end(desk, tuesday)
    wednesday = next_one(desk, WEDNESDAY)
    assert titles(desk, wednesday) == ["新戶回訪"]
    action_items.move(desk, opened, ActionState.DONE)
    action_items.move(desk, opened, ActionState.CHECKED)
    meetings.start(desk, wednesday)
    end(desk, wednesday)
    assert titles(desk, next_one(desk, THURSDAY)) == []


def test_a_judgement_comes_as_its_review(desk: Desk) -> None:
    said = [
        item(Section.MARKET, ItemKind.JUDGEMENT, "看平", body="量縮"),
        item(Section.MARKET, ItemKind.JUDGEMENT, body="債市\n走強"),
        item(Section.MARKET, ItemKind.JUDGEMENT, body="長" * (LINE_LIMIT + 1)),
    ]
    hold(desk, MONDAY, said)
    tuesday = next_one(desk)
    reviews = lines(desk, tuesday, Section.MARKET)
    assert {line.kind for line in reviews} == {ItemKind.REVIEW}
    assert [line.title for line in reviews[:2]] == ["看平", "債市 走強"]
    assert reviews[2].title == "長" * (LINE_LIMIT - 1) + "…"
    assert {line.body for line in reviews} == {""}
    meetings.start(desk, tuesday)
    end(desk, tuesday, visited=[])
    assert titles(desk, next_one(desk, WEDNESDAY)) == []


def test_what_is_of_its_day_does_not_come_over(desk: Desk) -> None:
    of_the_day = [
        item(Section.MARKET, ItemKind.REVIEW, "看平", body="微漲"),
        item(Section.PROGRESS, ItemKind.ANSWER, body="補報"),
        item(Section.MORALE, ItemKind.BIRTHDAY, "張敏"),
    ]
    monday = begin(desk, MONDAY, of_the_day)
    answer = lines(desk, monday, Section.PROGRESS)[0].id
    meetings.act(desk, monday, Section.PROGRESS, action(desk), agenda_item_id=answer)
    end(desk, monday, visited=[])
    assert titles(desk, next_one(desk)) == []


def test_what_was_taken_off_stays_off(desk: Desk) -> None:
    monday = begin(desk, MONDAY, [note("一"), note("二", recurs=True)])
    for line in lines(desk, monday):
        agenda.remove(desk, line.id)
    end(desk, monday, visited=[])
    assert titles(desk, next_one(desk)) == []


def test_a_case_and_a_directive_come_over_as_what_they_are(desk: Desk) -> None:
    monday = begin(desk, MONDAY)
    case = agenda.add_case(desk, monday, CaseIn(title="由費率談成規劃"))
    told = agenda.add_directive(desk, monday, DirectiveIn(title="費率下限"))
    end(desk, monday, visited=[Section.MARKET])
    found = lines(desk, next_one(desk))
    assert [(line.title, line.directive_id, line.case_id) for line in found] == [
        ("費率下限", told, None),
        ("由費率談成規劃", None, case),
    ]


def test_a_directive_that_no_longer_holds_does_not_come_over(desk: Desk) -> None:
    monday = begin(desk, MONDAY)
    withdrawn = agenda.add_directive(desk, monday, DirectiveIn(title="作廢的"))
    agenda.add_directive(desk, monday, DirectiveIn(title="只到週一", expires_on=MONDAY))
    agenda.add_directive(desk, monday, DirectiveIn(title="到週二", expires_on=TUESDAY))
    end(desk, monday, visited=[])
    directives.withdraw(desk, withdrawn, "另行通知")
    assert titles(desk, next_one(desk)) == ["到週二"]


def test_it_comes_from_the_last_meeting_held_however_long_ago(desk: Desk) -> None:
    hold(desk, MONDAY, [note("一")], visited=[])
    assert titles(desk, next_one(desk, FRIDAY)) == ["一"]


# --- after a meeting that was not held


def test_a_meeting_never_held_is_called_off_and_its_items_come_over(desk: Desk) -> None:
    monday = prepared(
        desk,
        note("一"),
        item(Section.MARKET, ItemKind.REVIEW, "看平"),
        item(Section.MARKET, ItemKind.JUDGEMENT, "看漲"),
        item(Section.PROGRESS, ItemKind.ANSWER, body="補報"),
        item(Section.MORALE, ItemKind.BIRTHDAY, "張敏"),
    )
    agenda.ready(desk, monday)
    tuesday = next_one(desk)
    assert view(desk, monday).state is MeetingState.CANCELLED
    assert value(desk, "SELECT reason FROM meeting WHERE id = ?", monday) == "not held"
    assert [(line.title or line.body, line.kind) for line in lines(desk, tuesday)] == [
        ("一", ItemKind.NOTE),
        ("看平", ItemKind.REVIEW),
        ("看漲", ItemKind.REVIEW),
        ("補報", ItemKind.ANSWER),
        ("張敏", ItemKind.BIRTHDAY),
    ]
    assert value(desk, "SELECT count(*) FROM event_log WHERE action = 'agenda.prepare'") == 2


def test_several_meetings_never_held_leave_all_they_had(desk: Desk) -> None:
    hold(desk, MONDAY, [note("週一的")], visited=[])
    stand(desk.books, MONDAY)
    prepared(desk, note("週二的"), day=TUESDAY)
    prepared(desk, note("週三的"), day=WEDNESDAY)
    thursday = next_one(desk, THURSDAY)
    assert titles(desk, thursday) == ["週一的", "週二的", "週三的"]
    states = {
        day: value(desk, "SELECT state FROM meeting WHERE day = ?", day.isoformat())
        for day in (TUESDAY, WEDNESDAY, THURSDAY)
    }
    assert states == {TUESDAY: "cancelled", WEDNESDAY: "cancelled", THURSDAY: "draft"}


def test_a_meeting_called_off_leaves_its_items_and_those_that_came_to_it(desk: Desk) -> None:
    hold(desk, MONDAY, [note("週一的"), item(Section.MARKET, ItemKind.JUDGEMENT, "看平")], visited=[])
    tuesday = next_one(desk)
    agenda.add(desk, tuesday, note("週二的"))
    meetings.cancel(desk, tuesday, "颱風")
    assert titles(desk, next_one(desk, WEDNESDAY)) == ["週一的", "看平", "週二的"]


def test_a_meeting_called_off_before_the_one_before_it_was_held_holds_nothing_up(desk: Desk) -> None:
    tuesday = prepared(desk, note("週二的"), day=TUESDAY)
    meetings.cancel(desk, tuesday, "全員培訓")
    hold(desk, MONDAY, [note("週一的")], visited=[])
    assert titles(desk, next_one(desk, WEDNESDAY)) == ["週一的", "週二的"]


# --- a next meeting that was prepared in advance


def test_a_meeting_still_to_come_is_left_alone_when_the_one_after_it_is_prepared(desk: Desk) -> None:
    monday = prepared(desk, note("一"), day=MONDAY)
    tuesday = prepared(desk, day=TUESDAY)
    assert view(desk, monday).state is MeetingState.DRAFT
    assert titles(desk, tuesday) == []
    meetings.start(desk, monday)
    assert agenda.prepare(desk, WEDNESDAY) != tuesday
    end(desk, monday, visited=[])
    assert titles(desk, tuesday) == ["一"]


def test_what_a_meeting_called_off_leaves_goes_to_the_one_prepared_already(desk: Desk) -> None:
    monday = prepared(desk, note("一"), day=MONDAY)
    tuesday = prepared(desk, day=TUESDAY)
    meetings.cancel(desk, monday, "颱風")
    assert titles(desk, tuesday) == ["一"]


def test_a_meeting_never_held_leaves_its_items_to_the_one_that_is_begun(desk: Desk) -> None:
    monday = prepared(desk, note("一"), day=MONDAY)
    tuesday = prepared(desk, day=TUESDAY)
    stand(desk.books, TUESDAY)
    meetings.start(desk, tuesday)
    assert titles(desk, tuesday) == ["一"]
    assert view(desk, monday).state is MeetingState.CANCELLED


def test_taken_up_again_a_meeting_leaves_only_what_is_left_then(desk: Desk) -> None:
    monday = begin(
        desk,
        MONDAY,
        [note("一"), item(Section.CASE, ItemKind.TOPIC, "二"), item(Section.CASE, ItemKind.TOPIC, "三")],
    )
    end(desk, monday, visited=[Section.MARKET])
    tuesday = agenda.prepare(desk, TUESDAY)
    assert titles(desk, tuesday) == ["二", "三"]
    third = lines(desk, tuesday)[1]
    agenda.change(desk, third.id, item(Section.CASE, ItemKind.TOPIC, "三，改過"), third.version)
    meetings.reopen(desk, monday, "案例還是講了")
    agenda.add(desk, monday, item(Section.MORALE, ItemKind.PRAISE, "四"))
    end(desk, monday, visited=[Section.MARKET, Section.CASE])
    # What somebody worked on in the meantime stays.
    assert titles(desk, tuesday) == ["三，改過", "四"]


def test_what_was_taken_off_the_next_agenda_does_not_come_back(desk: Desk) -> None:
    monday = hold(desk, MONDAY, [note("一")], visited=[])
    tuesday = agenda.prepare(desk, TUESDAY)
    agenda.remove(desk, lines(desk, tuesday)[0].id)
    meetings.reopen(desk, monday, "補一句")
    end(desk, monday, visited=[])
    assert titles(desk, tuesday) == []
