"""Minutes as the tests read them, and the figures they tell of as the tests record those."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from teamops.models.inputs.figures import CellIn
from teamops.models.minutes import FigureEntry, MinutesBody, MinutesView
from teamops.models.people import Actor
from teamops.services import figures
from teamops.services.desk import Desk
from teamops.services.reading import minutes as reading
from tests.services.holding import key

ACCOUNTS, ASSETS, QUESTIONS = 1, 2, 3


def shown(desk: Desk, meeting: int, v: int | None = None) -> MinutesView:
    """A version of the minutes, the newest unless `v` is given."""
    with desk.books.reading() as reader:
        found = reading.view(reader, meeting, v)
    assert found is not None
    return found


def body(desk: Desk, meeting: int) -> MinutesBody:
    return shown(desk, meeting).body


def figure(drawn: MinutesBody, code: str) -> FigureEntry:
    return next(entry for entry in drawn.figures if entry.code == code)


def record(desk: Desk, day: date, person: Actor, figure: int, told: str | None, words: str = "") -> None:
    number = Decimal(told) if told is not None else None
    figures.record(desk, day, (CellIn(person_id=key(person), figure_id=figure, value=number, words=words),))
