"""Figures: what is counted of each member each day, targets, and how far the month has come."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from teamops.i18n import N_, _
from teamops.models.words import Word
from teamops.numbers import format_number, parse_number
from teamops.text import clean


class FigureKind(Word):
    """How a figure is typed and added up; a text is not added up."""

    COUNT = "count", N_("count")
    AMOUNT = "amount", N_("amount")
    TEXT = "text", N_("text")


BUILT_IN = {
    "accounts": (N_("accounts opened"), ""),
    "assets": (N_("new assets"), N_("10k yuan")),
    "questions": (N_("client questions"), ""),
}
"""Code → name and unit of the figures every team starts with; a team may name its own."""


def figure_name(code: str, own_name: str) -> str:
    """The team's own name for a figure, else the built-in one in the language in force."""
    return own_name or (_(BUILT_IN[code][0]) if code in BUILT_IN else code)


def figure_unit(code: str, own_unit: str) -> str:
    """The team's own unit of a figure, else the built-in one in the language in force."""
    return own_unit or (_(BUILT_IN[code][1]) if code in BUILT_IN else "")


class FigureLine(NamedTuple):
    """A figure of the team; `decimals` after the point for amounts."""

    id: int
    code: str
    own_name: str
    kind: FigureKind
    own_unit: str
    decimals: int
    position: int
    active: bool
    version: int

    @property
    def name(self) -> str:
        """What it is called, in the language in force."""
        return figure_name(self.code, self.own_name)

    @property
    def unit(self) -> str:
        """What it is counted in, in the language in force."""
        return figure_unit(self.code, self.own_unit)


def counted(kind: FigureKind, decimals: int, text: str, *, unit: str = "", aim: bool = False) -> Decimal:
    """The number in `text` as a figure keeps it: counts whole and not negative, amounts with their decimals.

    With `aim` it is a target, and never negative. Raises NotANumber, NumberOutOfRange.
    """
    whole = kind is FigureKind.COUNT
    minimum = Decimal(0) if whole or aim else None
    return parse_number(text, decimals=0 if whole else decimals, minimum=minimum, unit=unit)


def parse_cell(figure: FigureLine, text: str) -> Decimal | str | None:
    """What was typed into a cell of the day's grid: a number, or words where it takes words; none when empty.

    12.5萬 is understood: 12.5 of a figure counted in 萬元, 125000 of one counted in 元.
    """
    if figure.kind is FigureKind.TEXT:
        return clean(text) or None
    return counted(figure.kind, figure.decimals, text, unit=_unit_sign(figure)) if text.strip() else None


def cell_text(figure: FigureLine, value: Decimal | None, words: str = "") -> str:
    """What a cell of the day's grid shows of a value or of words."""
    return words if value is None else format_number(value, figure.decimals)


def parse_target(figure: FigureLine, text: str) -> Decimal | None:
    """What was typed as a month's target of a figure that is counted; none when empty."""
    typed = text.strip()
    return counted(figure.kind, figure.decimals, typed, unit=_unit_sign(figure), aim=True) if typed else None


def _unit_sign(figure: FigureLine) -> str:
    unit = figure_unit(figure.code, figure.own_unit)
    # 萬 stands in no English unit, and is ten thousand there all the same.
    return "萬" if unit.casefold().startswith("10k") else unit


class FigureCell(NamedTuple):
    """What one member reported of one figure on one day: a value, or words."""

    person_id: int
    figure_id: int
    value: Decimal | None
    words: str
    version: int


class FigureSheet(NamedTuple):
    """The grid of one day: members × figures, and what is there already."""

    day: date
    members: tuple[tuple[int, str, str], ...]
    figures: tuple[FigureLine, ...]
    cells: tuple[FigureCell, ...]


class Standing(NamedTuple):
    """One figure against a month's target: done so far, target, and the month end at today's pace.

    `pace` is done ÷ working days gone × working days of the month, rounded half up to the figure's decimals;
    none before the first working day is over. `by_day` goes over the month's working days, none where nobody
    reported.
    """

    figure: FigureLine
    done: Decimal
    target: Decimal | None
    pace: Decimal | None
    yesterday: Decimal
    by_day: tuple[Decimal | None, ...]

    @property
    def share(self) -> int | None:
        """Done in per cent of the target, rounded down; none without a target."""
        return int(self.done * 100 / self.target) if self.target else None


class MemberStanding(NamedTuple):
    """One member's figure: the last working day, the month so far, and the month's target."""

    person_id: int
    name: str
    group: str
    figure_id: int
    yesterday: Decimal | None
    done: Decimal
    target: Decimal | None


class TargetLine(NamedTuple):
    """What a member is to reach of a figure in a month; no person: the team as a whole."""

    id: int
    person_id: int | None
    figure_id: int
    value: Decimal
    version: int


class MonthBoard(NamedTuple):
    """A month's figures as Today and the progress part show them on one morning.

    `day` is the last working day before that morning, on a month's first working day one of the month before;
    `reported` of `expected` members told a figure of it. `month` is the morning's own, as far as it has come
    by the evening before.
    """

    month: date
    day: date
    reported: int
    expected: int
    days_gone: int
    days_all: int
    team: tuple[Standing, ...]
    members: tuple[MemberStanding, ...]
