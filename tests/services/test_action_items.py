"""Action items: opened, done by who answers for them, checked by a lead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from teamops.errors import (
    ChangedSince,
    Missing,
    NoSuchStep,
    NotAllowed,
    NotYours,
    OutsideEmployment,
    ReasonMissing,
    Refusals,
    WrongState,
)
from teamops.models.action_items import NEXT_STATES, ActionState, Priority
from teamops.models.inputs.action_items import ActionIn
from teamops.models.inputs.base import read
from teamops.models.people import PROGRAM, Actor, Role
from teamops.services import action_items
from teamops.services.desk import Desk
from teamops.services.reading import history
from tests.services.holding import (
    FRIDAY,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    action,
    action_item,
    go_on,
    key,
    stand,
    value,
)

STEPS = [(here, there) for here in ActionState for there in ActionState]


@pytest.fixture
def wang(hire: Callable[..., Actor]) -> Actor:
    return hire("A108", "王芳")


def reach(desk: Desk, item: int, state: ActionState) -> None:
    """Bring an open item to a state by the ways there are."""
    ways = {
        ActionState.OPEN: (),
        ActionState.DOING: (ActionState.DOING,),
        ActionState.DONE: (ActionState.DONE,),
        ActionState.CHECKED: (ActionState.DONE, ActionState.CHECKED),
        ActionState.DROPPED: (ActionState.DROPPED,),
    }
    for step in ways[state]:
        action_items.move(desk, item, step, reason="已無必要")


# --- opened


def test_an_item_is_opened_with_a_number(desk: Desk, zhang: Actor, wang: Actor) -> None:
    wanted = ActionIn(
        text="列名單",
        owner_id=key(zhang),
        due=FRIDAY,
        co_owner_ids=(key(wang), key(zhang), 1),
        priority=Priority.HIGH,
    )
    heard: list[str] = []
    desk.books.subscribe(heard.append)
    before = desk.books.last_event()
    opened = action_item(desk, action_items.open_item(desk, wanted))
    assert (opened.number, opened.text, opened.owner, opened.co_owners) == (
        "T2026-001", "列名單", "張敏", "徐靜、王芳",
    )  # fmt: skip
    assert (opened.due, opened.state, opened.priority, opened.opened_on) == (
        FRIDAY, ActionState.OPEN, Priority.HIGH, MONDAY,
    )  # fmt: skip
    assert (opened.origin, opened.meeting_id, opened.section, opened.settled_on, opened.changed_at) == (
        "", None, "", None, None,
    )  # fmt: skip
    assert desk.books.last_event() == before + 1
    assert heard == ["action_items"]
    assert action_item(desk, action_items.open_item(desk, wanted)).number == "T2026-002"


def test_an_item_is_somebodys_who_is_there(desk: Desk, hire: Callable[..., Actor]) -> None:
    gone = hire("A120", "孫浩", left=date(2026, 11, 20))
    coming = hire("A121", "陳明", joined=WEDNESDAY)
    for person in (gone, coming):
        with pytest.raises(OutsideEmployment) as caught:
            action_items.open_item(desk, action(desk, owner_id=key(person)))
        assert caught.value.field == "owner_id"
        with pytest.raises(OutsideEmployment) as caught:
            action_items.open_item(desk, action(desk, co_owner_ids=(key(person),)))
        assert caught.value.field == "co_owner_ids"
    with pytest.raises(Missing):
        action_items.open_item(desk, action(desk, owner_id=99))
    assert value(desk, "SELECT count(*) FROM serial") == 0


def test_members_open_items_of_their_own(
    desk: Desk, at_desk: Callable[[Actor], Desk], zhang: Actor, wang: Actor, hire: Callable[..., Actor]
) -> None:
    mine = action_items.open_item(at_desk(zhang), action(desk, owner_id=key(zhang)))
    assert action_item(desk, mine).owner == "張敏"
    with pytest.raises(NotYours):
        action_items.open_item(at_desk(zhang), action(desk, owner_id=key(wang)))
    with pytest.raises(NotAllowed):
        action_items.open_item(at_desk(hire("C1", "馮強", Role.AUDITOR)), action(desk))
    with pytest.raises(NotAllowed):
        action_items.open_item(Desk(desk.books, PROGRAM), action(desk))


# --- reworded


def test_an_unsettled_item_is_reworded_once_seen(desk: Desk, zhang: Actor, wang: Actor) -> None:
    item = action_items.open_item(desk, action(desk, co_owner_ids=(key(wang),)))
    now = go_on(desk.books, 5)
    wording = action(
        desk,
        "列全部名單",
        owner_id=key(wang),
        due=TUESDAY,
        co_owner_ids=(key(zhang), 1),
        priority=Priority.HIGH,
    )
    action_items.reword(desk, item, wording, 1)
    changed = action_item(desk, item)
    assert (changed.text, changed.owner, changed.due, changed.co_owners) == (
        "列全部名單", "王芳", TUESDAY, "徐靜、張敏",
    )  # fmt: skip
    assert (changed.priority, changed.changed_at, changed.number) == (Priority.HIGH, now, "T2026-001")
    with pytest.raises(ChangedSince):
        action_items.reword(desk, item, wording, 1)
    action_items.reword(desk, item, wording.model_copy(update={"co_owner_ids": (1,)}), changed.version)
    assert action_item(desk, item).co_owners == "徐靜"


def test_an_item_may_stay_with_who_has_left_but_is_given_to_nobody_who_has(
    desk: Desk, hire: Callable[..., Actor]
) -> None:
    leaver = hire("A120", "孫浩", left=TUESDAY)
    item = action_items.open_item(desk, action(desk, owner_id=key(leaver)))
    mine = action_items.open_item(desk, action(desk))
    stand(desk.books, WEDNESDAY)
    action_items.reword(desk, item, action(desk, "改寫", owner_id=key(leaver)), 1)
    with pytest.raises(OutsideEmployment):
        action_items.reword(desk, mine, action(desk, owner_id=key(leaver)), 1)


@pytest.mark.parametrize("state", [ActionState.CHECKED, ActionState.DROPPED])
def test_a_settled_item_is_not_reworded(desk: Desk, state: ActionState) -> None:
    item = action_items.open_item(desk, action(desk))
    reach(desk, item, state)
    version = action_item(desk, item).version
    with pytest.raises(WrongState, match=f"T2026-001 is {state.label}"):
        action_items.reword(desk, item, action(desk, "x"), version)


def test_members_do_not_reword(desk: Desk, at_desk: Callable[[Actor], Desk], zhang: Actor) -> None:
    item = action_items.open_item(desk, action(desk, owner_id=key(zhang)))
    with pytest.raises(NotAllowed):
        action_items.reword(at_desk(zhang), item, action(desk, "x", owner_id=key(zhang)), 1)


# --- moved


@pytest.mark.parametrize(("here", "there"), STEPS)
def test_an_item_goes_the_ways_there_are_and_no_other(
    desk: Desk, here: ActionState, there: ActionState
) -> None:
    item = action_items.open_item(desk, action(desk))
    reach(desk, item, here)
    before = action_item(desk, item)
    if there not in NEXT_STATES[here]:
        with pytest.raises(NoSuchStep, match="T2026-001"):
            action_items.move(desk, item, there, reason="x")
        assert action_item(desk, item) == before
        return
    stand(desk.books, TUESDAY)
    action_items.move(desk, item, there, reason="別有辦法")
    after = action_item(desk, item)
    assert after.state is there
    assert after.settled_on == (TUESDAY if there.settled else None)
    assert after.changed_at == desk.books.clock.now()
    assert after.reason == ("別有辦法" if there is ActionState.DROPPED else "")
    assert value(desk, "SELECT reason FROM event_log ORDER BY id DESC") == "別有辦法"


def test_dropping_needs_a_reason(desk: Desk) -> None:
    item = action_items.open_item(desk, action(desk))
    with pytest.raises(ReasonMissing):
        action_items.move(desk, item, ActionState.DROPPED, reason=" \u200b")
    assert action_item(desk, item).state is ActionState.OPEN
    action_items.move(desk, item, ActionState.DROPPED, reason="已無必要", version=1)
    assert action_item(desk, item).reason == "已無必要"


def test_a_move_on_what_somebody_changed_is_refused(desk: Desk) -> None:
    item = action_items.open_item(desk, action(desk))
    action_items.reword(desk, item, action(desk, "x"), 1)
    with pytest.raises(ChangedSince):
        action_items.move(desk, item, ActionState.DONE, version=1)
    action_items.move(desk, item, ActionState.DONE, version=2)
    with pytest.raises(Missing):
        action_items.move(desk, 99, ActionState.DONE)


def test_who_answers_for_an_item_says_what_is_done_and_a_lead_checks_it(
    desk: Desk, at_desk: Callable[[Actor], Desk], zhang: Actor, wang: Actor, hire: Callable[..., Actor]
) -> None:
    item = action_items.open_item(desk, action(desk, owner_id=key(zhang), co_owner_ids=(key(wang),)))
    liu = hire("A104", "劉平", Role.GROUP_LEADER)
    for stranger in (liu, hire("A102", "李娜", Role.ATTENDANCE_CLERK)):
        for state in ActionState:
            with pytest.raises(NotYours):
                action_items.move(at_desk(stranger), item, state, reason="x")
    action_items.move(at_desk(zhang), item, ActionState.DOING)
    action_items.move(at_desk(wang), item, ActionState.DONE)
    for answering in (zhang, wang):
        for state in (ActionState.CHECKED, ActionState.DROPPED):
            with pytest.raises(NotAllowed, match="it takes branch manager, team lead"):
                action_items.move(at_desk(answering), item, state, reason="x")
    action_items.move(at_desk(wang), item, ActionState.DOING)
    action_items.move(at_desk(zhang), item, ActionState.DONE)
    action_items.move(desk, item, ActionState.CHECKED)
    assert action_item(desk, item).state is ActionState.CHECKED


def test_an_owner_who_is_a_lead_checks_their_own(desk: Desk) -> None:
    item = action_items.open_item(desk, action(desk))
    reach(desk, item, ActionState.CHECKED)
    with desk.books.reading() as reader:
        events = history.of_record(reader, "action_item", item)
    assert [event.action for event in events] == [
        "action_items.move",
        "action_items.move",
        "action_items.open",
    ]


def test_an_item_typed_wrong_says_where() -> None:
    with pytest.raises(Refusals) as caught:
        read(ActionIn, {"text": " ", "owner_id": 1, "due": "someday", "priority": "x"}, today=MONDAY)
    assert set(caught.value.by_field) == {"text", "due", "priority"}
