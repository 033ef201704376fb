"""An example call of each action on the branch, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time

from teamops.models.inputs.branch import BranchIn, FoundIn, SeriesIn
from teamops.models.inputs.people import SignatoryIn
from teamops.models.meetings import Section, SeriesKind
from teamops.models.people import PROGRAM, BooksKind, Region
from teamops.services import branch
from teamops.services.desk import Desk
from teamops.services.reading import branch as reading
from teamops.services.reading import people


def _found(desk: Desk) -> Callable[[], object]:
    inp = FoundIn(
        branch="湖濱營業部",
        team="營銷二隊",
        lead_number="B01",
        lead_name="何雨",
        region=Region.TW,
        zone="Asia/Taipei",
        kind=BooksKind.PRACTICE,
    )
    return lambda: branch.found(Desk(desk.books, PROGRAM), inp)


def _change(desk: Desk) -> Callable[[], object]:
    with desk.books.reading() as reader:
        card = reading.card(reader)
    inp = BranchIn(
        branch=card.branch + "東",
        team=card.team + "甲",
        region=Region.HK if card.region is Region.CN else Region.CN,
        zone=card.zone,
    )
    return lambda: branch.change(desk, inp, card.version)


def _series(desk: Desk) -> Callable[[], object]:
    with desk.books.reading() as reader:
        series = reading.series(reader)
    minutes = {**series.minutes, Section.MARKET: series.minutes[Section.MARKET] + 1}
    inp = SeriesIn(starts_at=time(8, 15), minutes_due=time(9, 0), place=series.place + "旁", minutes=minutes)
    return lambda: branch.change_series(desk, SeriesKind.MORNING, inp, series.version)


def _signatories(desk: Desk) -> Callable[[], object]:
    with desk.books.reading() as reader:
        seen = people.signatories(reader, branch.MINUTES)
    lines = [SignatoryIn(title=f"副署{len(seen)}"), *(SignatoryIn(title=line.title) for line in seen)]
    return lambda: branch.change_signatories(desk, branch.MINUTES, lines, seen)


EXAMPLES: Mapping[str, Callable[[Desk], Callable[[], object]]] = {
    "branch.found": _found,
    "branch.change": _change,
    "branch.series": _series,
    "branch.signatories": _signatories,
}
