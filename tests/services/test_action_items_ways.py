"""Action items in whatever order anybody does anything to them: no other way leads anywhere."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from teamops.db.verify import verify
from teamops.errors import (
    ChangedSince,
    NoSuchStep,
    NotAllowed,
    NotYours,
    ReasonMissing,
    Refusal,
    WrongState,
)
from teamops.models.action_items import NEXT_STATES, ActionState
from teamops.models.inputs.action_items import ActionIn
from teamops.models.people import Actor, Role
from teamops.models.tables.people import Person, Posting
from teamops.services import action_items
from teamops.services.desk import Desk, rights, together
from teamops.services.reading import action_items as reading
from tests.conftest import at_morning, lead_of
from tests.services.holding import (
    MONDAY,
    go_on,
    key,
)


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
        self.attempt(refused, lambda: action_items.move(desk, item, state, reason=reason, version=version))
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

    run_state_machine_as_test(Here, settings=settings(max_examples=12, stateful_step_count=25, deadline=None))
