"""The columns of figures: what they are called, in which unit, and what their cells say."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final

from teamops.errors import Refusal
from teamops.importing.columns import Header, Sheet
from teamops.importing.plan import header
from teamops.models.figures import FigureKind, FigureLine, counted, parse_cell, parse_target
from teamops.numbers import parse_number
from teamops.text import fold, search_key

BUILT_IN: Final = {
    "accounts": "開戶數|新開戶數|開戶|开户数|新开户数|开户|accounts opened|new accounts|accounts",
    "assets": "新增資產|新增客戶資產|新增资产|新增客户资产|new assets|assets",
    "questions": "客戶疑問|客戶問題|客户疑问|客户问题|client questions|questions",
}
"""What the figures every team starts with are called, in three scripts."""

_AIM: Final = ("{}目標", "{}目标", "{} target", "目標{}", "目标{}", "target {}", "{}")
_BRACKETED: Final = re.compile(r"[(\[【〔]([^()\[\]【】〔〕]*)[)\]】〕]")
_POWERS: Final = {"億": 8, "亿": 8, "萬": 4, "万": 4, "10k": 4, "元": 0, "yuan": 0, "rmb": 0, "cny": 0}

NUMBER: Final = header("number", "工號|員工編號|工号|员工编号|staff number|employee number|number|no|no.")
NAME: Final = header("name", "姓名|員工姓名|員工|姓名|员工姓名|name|full name")


def headers(
    figures: Sequence[FigureLine], fixed: Sequence[Header], *, aims: bool = False
) -> tuple[Header, ...]:
    """The fixed columns, and one for each figure under its code; `aims`: of targets, which texts have none.

    A title that two columns could claim belongs to the first.
    """
    taken = {_plain(name) for header in fixed for name in header.names}
    found = list(fixed)
    for figure in sorted(figures, key=lambda figure: not figure.own_name):
        if aims and figure.kind is FigureKind.TEXT:
            continue
        names = dict.fromkeys(
            filter(
                None,
                (
                    figure.own_name,
                    figure.name,
                    *BUILT_IN.get(figure.code, figure.code).split("|"),
                    figure.code,
                ),
            )
        )
        titles = [form.format(name) for name in names for form in (_AIM if aims else ("{}",))]
        free = []
        for title in titles:
            if _plain(title) not in taken:
                taken.add(_plain(title))
                free.append(title)
        if free:
            found.append(Header(figure.code, tuple(free)))
    return tuple(found)


class Column:
    """A figure's column in one file; cells that say the same are understood once."""

    def __init__(self, figure: FigureLine, sheet: Sheet, *, aims: bool = False) -> None:
        self.figure = figure
        self._read: Callable[[FigureLine, str], Decimal | str | None] = parse_target if aims else parse_cell
        self._aims = aims
        self._shift = _shift(sheet.columns[figure.code], figure)
        self._known: dict[str, tuple[Decimal | str | None, str]] = {}

    def value(self, text: str) -> tuple[Decimal | str | None, str]:
        """What a cell says of the figure (none: nothing), and what is wrong with it."""
        known = self._known.get(text)
        if known is None:
            try:
                known = self._value(text), ""
            except Refusal as error:
                known = None, str(error)
            self._known[text] = known
        return known

    def _value(self, text: str) -> Decimal | str | None:
        figure = self.figure
        if not self._shift or not text or figure.kind is FigureKind.TEXT:
            return self._read(figure, text)
        moved = parse_number(text, decimals=8, minimum=None, maximum=Decimal("1e19")).scaleb(self._shift)
        return counted(figure.kind, figure.decimals, f"{moved:f}", aim=self._aims)


def columns(sheet: Sheet, figures: Sequence[FigureLine], *, aims: bool = False) -> list[Column]:
    """The columns of figures that a file has."""
    return [Column(figure, sheet, aims=aims) for figure in figures if figure.code in sheet.columns]


def _shift(title: str, figure: FigureLine) -> int:
    """By how many powers of ten the file's unit, in brackets in the title, is larger than the figure's."""
    found = _BRACKETED.search(fold(title))
    theirs = _power(found[1]) if found else None
    ours = _power(figure.unit)
    return 0 if theirs is None or ours is None else theirs - ours


def _power(unit: str) -> int | None:
    key = search_key(unit)
    return next((power for sign, power in _POWERS.items() if sign in key), None)


def _plain(title: str) -> str:
    return re.sub(r"[\s_]+", "", search_key(title))
