"""Action items: opened, done by who answers for them, checked by a lead; no other way leads anywhere."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from teamops.db.verify import verify
from teamops.errors import (
    ChangedSince,
    Missing,
    NoSuchStep,
    NotAllowed,
    NotYours,
    OutsideEmployment,
    ReasonMissing,
    Refusal,
    Refusals,
    WrongState,
)
from teamops.models.action_items import NEXT_STATES, ActionState, Priority
from teamops.models.inputs.action_items import ActionIn
from teamops.models.inputs.base import read
from teamops.models.people import PROGRAM, Actor, Role
from teamops.models.tables.people import Person, Posting
from teamops.services import action_items
from teamops.services.desk import Desk, rights, together
from teamops.services.reading import action_items as reading
from teamops.services.reading import history
from tests.conftest import at_morning, lead_of
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
def zhang(hire: Callable[..., Actor]) -> Actor:
    return hire("A107", "張敏")


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
        desk, "列全部名單", owner_id=key(wang), due=TUESDAY, co_owner_ids=(key(zhang), 1), priority=Priority.HIGH
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
    assert [event.action for event in events] == ["action_items.move", "action_items.move", "action_items.open"]


def test_an_item_typed_wrong_says_where() -> None:
    with pytest.raises(Refusals) as caught:
        read(ActionIn, {"text": " ", "owner_id": 1, "due": "someday", "priority": "x"}, today=MONDAY)
    assert set(caught.value.by_field) == {"text", "due", "priority"}


# --- every way at once


@dataclass
class Expected:
    """What an item must be like."""

    number: str
    owner: int
    others: frozenset[int]
    state: ActionState
    version: int
    text: str


class Ways(RuleBasedStateMachine):
    """Anybody does anything to any item, in any order; what comes of it is laid down here once more."""

    founded: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "team.db"
        shutil.copy(self.founded, path)
        self.books = at_morning(path)
        self.lead = Desk(self.books, lead_of(self.books))
        roles = (Role.CLIENT_MANAGER, Role.GROUP_LEADER, Role.ATTENDANCE_CLERK, Role.RECORDS_OFFICER)
        self.desks = [self.lead]
        with together(self.lead, "test.hire", rights(Role.LEAD)) as tx:
            for n, role in enumerate(roles, 2):
                person = tx.add(Person(number=f"A{n}", name=f"成員{n}", joined_on=MONDAY))
                tx.add(Posting(person_id=person.id, role=role, starts_on=MONDAY))
                self.desks.append(Desk(self.books, Actor(person.id, f"A{n}", f"成員{n}", role)))
        self.items: dict[int, Expected] = {}

    def teardown(self) -> None:
        path = self.books.path
        self.books.close()
        assert [finding.line for finding in verify(path).findings] == []
        self.folder.cleanup()

    def attempt(self, expected: type[Refusal] | None, job: Callable[[], Any]) -> Any:
        before = self.books.last_event()
        if expected is None:
            result = job()
            assert self.books.last_event() == before + 1
            return result
        with pytest.raises(Refusal) as caught:
            job()
        assert type(caught.value) is expected
        assert self.books.last_event() == before
        return None

    people = st.integers(0, 4)
    texts = st.sampled_from(["列名單", "回訪", "補報"])

    @rule(actor=people, owner=people, others=st.sets(people, max_size=2), text=texts)
    def open_one(self, actor: int, owner: int, others: set[int], text: str) -> None:
        desk = self.desks[actor]
        owner_id, ids = key(self.desks[owner].actor), [key(self.desks[n].actor) for n in sorted(others)]
        refused: type[Refusal] | None = None
        if desk.actor.role is Role.RECORDS_OFFICER:
            refused = NotAllowed
        elif desk.actor.role is Role.CLIENT_MANAGER and owner != actor:
            refused = NotYours
        wanted = ActionIn(text=text, owner_id=owner_id, co_owner_ids=tuple(ids))
        item = self.attempt(refused, lambda: action_items.open_item(desk, wanted))
        if refused is None:
            number = f"T2026-{len(self.items) + 1:03}"
            shared = frozenset(ids) - {owner_id}
            self.items[item] = Expected(number, owner_id, shared, ActionState.OPEN, 1, text)

    @precondition(lambda self: self.items)
    @rule(
        actor=people,
        data=st.data(),
        state=st.sampled_from(ActionState),
        reason=st.sampled_from(["", "已無必要"]),
        stale=st.sampled_from([False, False, False, True]),
    )
    def move(self, actor: int, data: st.DataObject, state: ActionState, reason: str, stale: bool) -> None:
        desk = self.desks[actor]
        item = data.draw(st.sampled_from(sorted(self.items)))
        there = self.items[item]
        refused: type[Refusal] | None = None
        if stale:
            refused = ChangedSince
        elif desk.actor.role is not Role.LEAD and key(desk.actor) not in there.others | {there.owner}:
            refused = NotYours
        elif desk.actor.role is not Role.LEAD and state.settled:
            refused = NotAllowed
        elif state not in NEXT_STATES[there.state]:
            refused = NoSuchStep
        elif state is ActionState.DROPPED and not reason:
            refused = ReasonMissing
        version = there.version + stale
        self.attempt(
            refused, lambda: action_items.move(desk, item, state, reason=reason, version=version)
        )
        if refused is None:
            there.state, there.version = state, there.version + 1

    @precondition(lambda self: self.items)
    @rule(actor=people, data=st.data(), owner=people, n=st.integers(0, 99))
    def reword(self, actor: int, data: st.DataObject, owner: int, n: int) -> None:
        desk = self.desks[actor]
        item = data.draw(st.sampled_from(sorted(self.items)))
        there, owner_id = self.items[item], key(self.desks[owner].actor)
        refused: type[Refusal] | None = None
        if desk.actor.role in {Role.CLIENT_MANAGER, Role.RECORDS_OFFICER}:
            refused = NotAllowed
        elif there.state.settled:
            refused = WrongState
        text = f"{there.text[:20]}{n}"
        go_on(self.books, 1)
        wanted = ActionIn(text=text, owner_id=owner_id)
        self.attempt(refused, lambda: action_items.reword(desk, item, wanted, there.version))
        if refused is None:
            there.text, there.owner, there.others = text, owner_id, frozenset()
            there.version += 1

    @invariant()
    def the_books_say_so(self) -> None:
        with self.books.reading() as reader:
            lines = reading.all_items(reader)
            found = {
                line.id: Expected(
                    line.number,
                    line.owner_id,
                    frozenset(reading.co_owner_ids(reader, line.id)),
                    line.state,
                    line.version,
                    line.text,
                )
                for line in lines
            }
            unsettled = {line.id for line in reading.unsettled(reader)}
        assert found == self.items
        assert unsettled == {item for item, there in self.items.items() if not there.state.settled}
        assert all((line.settled_on is not None) is line.state.settled for line in lines)
        assert all(bool(line.reason) is (line.state is ActionState.DROPPED) for line in lines)


def test_whoever_does_whatever_an_item_goes_its_ways(founded_file: Path) -> None:
    class Here(Ways):
        founded = founded_file

    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Here, settings=settings(max_examples=12, stateful_step_count=25, deadline=None)
    )
