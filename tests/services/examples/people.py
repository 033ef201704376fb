"""An example call of each action on people, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from teamops.models.inputs.people import LeavingIn, PersonIn, PostingIn
from teamops.models.people import Role
from teamops.services import people
from teamops.services.desk import Desk
from teamops.services.reading import people as reading


def _newcomer(desk: Desk) -> tuple[PersonIn, PostingIn]:
    """Somebody who is not there yet, however often this is asked; they joined a month ago."""
    with desk.books.reading() as reader:
        there = len(reading.everybody(reader, _today(desk)).people)
    joined = _today(desk) - timedelta(days=30)
    person = PersonIn(number=f"E{there:04}", name="何雨", joined_on=joined)
    return person, PostingIn(role=Role.CLIENT_MANAGER, starts_on=joined)


def _today(desk: Desk) -> date:
    return desk.books.clock.today()


def _there(desk: Desk) -> tuple[int, int]:
    """Somebody new and their posting."""
    person = people.add(desk, *_newcomer(desk))
    with desk.books.reading() as reader:
        (posting,) = reading.postings(reader, person)
    return person, posting.id


def _add(desk: Desk) -> Callable[[], object]:
    person, posting = _newcomer(desk)
    return lambda: people.add(desk, person, posting)


def _change(desk: Desk) -> Callable[[], object]:
    inp, _posting = _newcomer(desk)
    person, _key = _there(desk)
    changed = inp.model_copy(update={"name": "何宇", "joined_on": inp.joined_on - timedelta(days=5)})
    return lambda: people.change(desk, person, changed, 1)


def _post(desk: Desk) -> Callable[[], object]:
    person, _key = _there(desk)
    inp = PostingIn(role=Role.GROUP_LEADER, starts_on=_today(desk))
    return lambda: people.post(desk, person, inp)


def _amend(desk: Desk) -> Callable[[], object]:
    _person, key = _there(desk)
    inp = PostingIn(role=Role.ASSET_CLERK, starts_on=_today(desk))
    return lambda: people.amend(desk, key, inp, 1)


def _end_posting(desk: Desk) -> Callable[[], object]:
    _person, key = _there(desk)
    return lambda: people.end_posting(desk, key, _today(desk), 1)


def _leaving(desk: Desk) -> Callable[[], object]:
    person, _key = _there(desk)
    return lambda: people.leaving(desk, person, LeavingIn(left_on=_today(desk), reason="辭職"), 1)


def _left(desk: Desk) -> Callable[[], object]:
    person, _key = _there(desk)
    return lambda: people.left(desk, person, LeavingIn(left_on=_today(desk), reason="交接未畢，經理批准"), 1)


def _stays(desk: Desk) -> Callable[[], object]:
    person, _key = _there(desk)
    people.leaving(desk, person, LeavingIn(), 1)
    return lambda: people.stays(desk, person, "留任", 2)


EXAMPLES: Mapping[str, Callable[[Desk], Callable[[], object]]] = {
    "people.add": _add,
    "people.change": _change,
    "people.post": _post,
    "people.amend": _amend,
    "people.end_posting": _end_posting,
    "people.leaving": _leaving,
    "people.left": _left,
    "people.stays": _stays,
}
