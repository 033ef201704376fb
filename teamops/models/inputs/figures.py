"""What is typed of figures: a day's values, the figures themselves, and targets."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationInfo

from teamops.models.figures import FigureKind
from teamops.models.inputs.base import Input, Line, OptionalLine, OptionalPerson, refusing, whole_number
from teamops.models.tables.base import SCALE
from teamops.text import clean

NAME_LIMIT = 24
UNIT_LIMIT = 12


def _within(limit: int) -> BeforeValidator:
    def check(value: object, _info: ValidationInfo) -> object:
        return clean(value, limit=limit) if isinstance(value, str) else value

    return refusing(check)


def _blank(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


Number = Annotated[Decimal | None, Field(strict=True)]


class CellIn(Input):
    """One cell of a day's sheet: a number or words, neither to empty it.

    With the `version` the sheet was read with (0: nothing there), a cell changed since then is refused.
    """

    person_id: int
    figure_id: int
    value: Number = None
    words: OptionalLine = ""
    version: int | None = None


class FigureChange(Input):
    """How a figure is called, counted and placed; without name or unit the built-in ones hold, if any."""

    name: Annotated[OptionalLine, _within(NAME_LIMIT)] = ""
    unit: Annotated[OptionalLine, _within(UNIT_LIMIT)] = ""
    decimals: Annotated[int, whole_number(0, SCALE)] = 0
    position: Annotated[int | None, whole_number(1, 99), BeforeValidator(_blank)] = None
    active: bool = True


class FigureIn(FigureChange):
    """A new figure of the team's own; its kind stays for good."""

    name: Annotated[Line, _within(NAME_LIMIT)]
    kind: FigureKind


class TargetIn(Input):
    """A month's target of a member, or of the team as a whole (nobody); no value: no target.

    With the `version` it was read with (0: there was none), a target changed since then is refused.
    """

    person_id: OptionalPerson = None
    figure_id: int
    value: Number = None
    version: int | None = None
