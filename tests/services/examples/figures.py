"""An example call of each action on figures, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from teamops.models.figures import FigureKind
from teamops.models.inputs.figures import CellIn, FigureChange, FigureIn, TargetIn
from teamops.services import figures
from teamops.services.desk import Desk
from teamops.services.reading import figures as reading


def _unheard_of(desk: Desk) -> FigureIn:
    """A figure the team does not have yet, however often this is asked."""
    with desk.books.reading() as reader:
        there = len(reading.figures(reader, active_only=False))
    return FigureIn(name=f"拜訪{there}", kind=FigureKind.COUNT, unit="次")


def _record(desk: Desk) -> Callable[[], object]:
    visits = figures.define(desk, _unheard_of(desk))
    person = desk.actor.person_id
    assert person is not None
    cell = CellIn(person_id=person, figure_id=visits, value=Decimal(3))
    return lambda: figures.record(desk, desk.books.clock.today(), (cell,))


def _define(desk: Desk) -> Callable[[], object]:
    visits = _unheard_of(desk).model_copy(update={"position": 1})
    return lambda: figures.define(desk, visits)


def _change(desk: Desk) -> Callable[[], object]:
    told = _unheard_of(desk)
    visits = figures.define(desk, told)
    changed = FigureChange(name=f"面談{told.name}", position=1, active=False)
    return lambda: figures.change(desk, visits, changed, 1)


def _target(desk: Desk) -> Callable[[], object]:
    visits = figures.define(desk, _unheard_of(desk))
    lines = (
        TargetIn(figure_id=visits, value=Decimal(130)),
        TargetIn(person_id=desk.actor.person_id, figure_id=visits, value=Decimal(10)),
    )
    return lambda: figures.target(desk, desk.books.clock.today(), lines)


EXAMPLES: Mapping[str, Callable[[Desk], Callable[[], object]]] = {
    "figures.record": _record,
    "figures.define": _define,
    "figures.change": _change,
    "figures.target": _target,
}
