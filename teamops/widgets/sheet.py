"""The cells of a grid: what each holds, what was refused, and what a block copied from a spreadsheet says."""

from __future__ import annotations

import csv
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from teamops.errors import Refusal
from teamops.widgets.tones import Align


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column: `parse` gives the text to keep for what was typed, or raises Refusal; "" is not parsed."""

    key: str
    title: str
    width: int = 8
    align: Align = "right"
    parse: Callable[[str], str] | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row: its name, and the text of each column by key."""

    key: Hashable
    label: str
    texts: Mapping[str, str] = field(default_factory=dict)


class Entry(Enum):
    """What became of a text typed into a cell."""

    SAME = auto()
    CHANGED = auto()
    REFUSED = auto()


class Place(NamedTuple):
    """A cell, by the numbers of its row and its column from 0."""

    row: int
    column: int


class Sheet:
    """Texts by place; a text that was refused stays, with its message in `errors`."""

    def __init__(self, columns: Sequence[GridColumn], rows: Sequence[GridRow]) -> None:
        self.columns = tuple(columns)
        self.rows = tuple(rows)
        self.errors: dict[Place, str] = {}
        self._texts = [[row.texts.get(column.key, "") for column in columns] for row in rows]
        self._row_numbers = {row.key: number for number, row in enumerate(rows)}
        self._column_numbers = {column.key: number for number, column in enumerate(columns)}

    def place(self, row_key: Hashable, column_key: str) -> Place:
        """The place of a cell named by its keys. Raises KeyError."""
        return Place(self._row_numbers[row_key], self._column_numbers[column_key])

    def row_of(self, row_key: Hashable) -> int | None:
        """The number of the row of `row_key`, or None."""
        return self._row_numbers.get(row_key)

    def column_of(self, column_key: str) -> int | None:
        """The number of the column of `column_key`, or None."""
        return self._column_numbers.get(column_key)

    def text(self, place: Place) -> str:
        """What the cell shows, refused or not."""
        return self._texts[place.row][place.column]

    def column_texts(self, column: int) -> list[str]:
        """The texts of one column from the top; "" where a text was refused."""
        return [
            "" if Place(number, column) in self.errors else texts[column]
            for number, texts in enumerate(self._texts)
        ]

    def enter(self, place: Place, typed: str) -> Entry:
        """Put `typed` into a cell, as its column reads it."""
        before, fault = self.text(place), self.errors.pop(place, None)
        parse = self.columns[place.column].parse
        text = typed.strip()
        if text and parse is not None:
            try:
                text = parse(text)
            except Refusal as refusal:
                self.errors[place] = str(refusal)
        self._texts[place.row][place.column] = text
        if place in self.errors:
            return Entry.SAME if (text, self.errors[place]) == (before, fault) else Entry.REFUSED
        return Entry.SAME if fault is None and text == before else Entry.CHANGED


def block(text: str) -> list[list[str]]:
    """The cells of a block copied from a spreadsheet: texts between tabs, quoted where they hold breaks."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    if text.count('"') % 2:  # quotation marks, not quoting
        return [line.split("\t") for line in lines]
    return [row or [""] for row in csv.reader([line + "\n" for line in lines], delimiter="\t")]
