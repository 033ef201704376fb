"""An example call of each action on the branch, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time

from teamops.models.inputs.branch import BranchIn, SeriesIn
from teamops.models.inputs.people import SignatoryIn
from teamops.models.meetings import Section, SeriesKind
from teamops.models.people import Region
from teamops.services import branch
from teamops.services.desk import Desk
from teamops.services.reading import branch as reading
from teamops.services.reading import people
from tests.conftest import FOUNDED


def _found(desk: Desk) -> Callable[[], object]:
    return lambda: branch.found(desk, FOUNDED)


def _change(desk: Desk) -> Callable[[], object]:
    with desk.books.reading() as reader:
        version = reading.card(reader).version
    named = BranchIn(branch="人民路營業部", team="二隊", region=Region.HK, zone="Asia/Hong_Kong")
    return lambda: branch.change(desk, named, version)


def _series(desk: Desk) -> Callable[[], object]:
    with desk.books.reading() as reader:
        version = reading.series(reader).version
    held = SeriesIn(starts_at=time(8, 15), minutes_due=time(9, 0), minutes={Section.MARKET: 7})
    return lambda: branch.change_series(desk, SeriesKind.MORNING, held, version)


def _signatories(desk: Desk) -> Callable[[], object]:
    with desk.books.reading() as reader:
        seen = people.signatories(reader, branch.MINUTES)
    lines = (SignatoryIn(title="主持人", person_id=desk.actor.person_id),)
    return lambda: branch.change_signatories(desk, branch.MINUTES, lines, seen)


EXAMPLES: Mapping[str, Callable[[Desk], Callable[[], object]]] = {
    "branch.found": _found,
    "branch.change": _change,
    "branch.series": _series,
    "branch.signatories": _signatories,
}
