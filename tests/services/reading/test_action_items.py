"""Action items as lists show them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from teamops.models.action_items import ActionLine, ActionState, Priority
from teamops.models.meetings import Section
from teamops.models.people import Actor
from teamops.services import action_items, meetings
from teamops.services.desk import Desk
from teamops.services.reading import action_items as reading
from tests.services.holding import (
    FRIDAY,
    MONDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    action,
    action_item,
    begin,
    end,
    key,
    stand,
)


def texts(lines: list[ActionLine]) -> str:
    return "".join(line.text for line in lines)


def settle(desk: Desk, item: int, state: ActionState = ActionState.CHECKED) -> None:
    action_items.move(desk, item, ActionState.DONE)
    action_items.move(desk, item, state, reason="x")


def test_what_is_due_first_and_urgent_stands_first(desk: Desk) -> None:
    for text, due, priority in (
        ("一", None, Priority.HIGH),
        ("二", FRIDAY, Priority.NORMAL),
        ("三", TUESDAY, Priority.NORMAL),
        ("四", FRIDAY, Priority.HIGH),
        ("五", None, Priority.NORMAL),
        ("六", TUESDAY, Priority.NORMAL),
    ):
        action_items.open_item(desk, action(desk, text, due=due, priority=priority))
    with desk.books.reading() as reader:
        assert texts(reading.unsettled(reader)) == "三六四二一五"
        assert texts(reading.all_items(reader)) == "六五四三二一"


def test_what_is_settled_leaves_the_list_and_is_found_by_its_day(desk: Desk) -> None:
    items = [action_items.open_item(desk, action(desk, text)) for text in "一二三四"]
    action_items.move(desk, items[3], ActionState.DONE)
    settle(desk, items[0])
    stand(desk.books, WEDNESDAY)
    settle(desk, items[1], ActionState.DROPPED)
    with desk.books.reading() as reader:
        assert texts(reading.unsettled(reader)) == "三四"
        assert texts(reading.settled_since(reader, MONDAY)) == "一二"
        assert texts(reading.settled_since(reader, TUESDAY)) == "二"
        assert texts(reading.settled_since(reader, THURSDAY)) == ""
        assert texts(reading.all_items(reader)) == "四三二一"


def test_an_item_says_which_meeting_it_came_from(desk: Desk) -> None:
    meeting = begin(desk, MONDAY)
    opened = meetings.act(desk, meeting, Section.CASE, action(desk))
    assert action_item(desk, opened).origin == ""
    end(desk, meeting)
    line = action_item(desk, opened)
    assert (line.origin, line.meeting_id, line.section) == ("MM2026-0001", meeting, "case")
    outside = action_items.open_item(desk, action(desk))
    with desk.books.reading() as reader:
        assert [line.id for line in reading.of_meeting(reader, meeting)] == [opened]
        assert reading.one(reader, 99) is None
    assert action_item(desk, outside).origin == ""


def test_who_answers_beside_the_owner_is_told_in_the_order_of_their_numbers(
    desk: Desk, hire: Callable[..., Actor]
) -> None:
    last, first = hire("A110", "吳磊"), hire("A103", "王芳")
    item = action_items.open_item(desk, action(desk, co_owner_ids=(key(last), key(first))))
    assert action_item(desk, item).co_owners == "王芳、吳磊"
    with desk.books.reading() as reader:
        assert set(reading.co_owner_ids(reader, item)) == {key(first), key(last)}
        assert reading.co_owner_ids(reader, 99) == ()


@pytest.mark.parametrize(
    ("due", "state", "overdue"),
    [
        (MONDAY, ActionState.OPEN, True),
        (MONDAY, ActionState.DOING, True),
        (MONDAY, ActionState.DONE, False),
        (MONDAY, ActionState.CHECKED, False),
        (MONDAY, ActionState.DROPPED, False),
        (TUESDAY, ActionState.OPEN, False),
        (None, ActionState.OPEN, False),
    ],
)
def test_an_item_is_overdue_after_its_day_until_it_is_done(
    desk: Desk, due: date | None, state: ActionState, overdue: bool
) -> None:
    item = action_items.open_item(desk, action(desk, due=due))
    if state is ActionState.CHECKED:
        settle(desk, item)
    elif state is not ActionState.OPEN:
        action_items.move(desk, item, state, reason="x")
    assert action_item(desk, item).overdue(TUESDAY) is overdue
