"""What a table shows: its columns, the rows it reads window by window, and how columns share a width."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from teamops.widgets.tones import Align, Cell


class Column(NamedTuple):
    """One column: `width` cells or, without one, its `weight` of what the others leave, at least `minimum`.

    Where a line is too narrow the columns of the lowest `priority` are left out, the last of them first.
    """

    title: str
    width: int | None = None
    align: Align = "left"
    weight: int = 1
    minimum: int = 4
    priority: int = 0

    @property
    def least(self) -> int:
        """The fewest cells it can be drawn in."""
        return self.minimum if self.width is None else self.width


class Row(NamedTuple):
    """One line of a table; `key` stays with the record when the list changes."""

    key: Hashable
    cells: tuple[Cell, ...]
    dim: bool = False


class Rows(Protocol):
    """A list of any length, read a window at a time."""

    def __len__(self) -> int: ...

    def window(self, first: int, count: int) -> Sequence[Row]:
        """The `count` rows from `first` on, fewer where the list ends."""
        ...


@runtime_checkable
class PlacedRows(Rows, Protocol):
    """Rows that know where a key is."""

    def position(self, key: Hashable) -> int | None:
        """The index of the row of `key`, or None when it is not in the list."""
        ...


class ListRows:
    """Rows that are all in memory; `more` says that there are others beside them."""

    def __init__(self, rows: Sequence[Row] = (), *, more: bool = False) -> None:
        self.more = more
        self._rows = rows
        self._positions: dict[Hashable, int] | None = None

    def __len__(self) -> int:
        return len(self._rows)

    def window(self, first: int, count: int) -> Sequence[Row]:
        """The `count` rows from `first` on."""
        return self._rows[first : first + count]

    def position(self, key: Hashable) -> int | None:
        """The index of the row of `key`, or None."""
        if self._positions is None:
            self._positions = {row.key: index for index, row in enumerate(self._rows)}
        return self._positions.get(key)


def share(columns: Sequence[Column], width: int) -> list[tuple[int, int]]:
    """The columns that find room in `width` cells, as (index, cells), one blank cell between two of them."""
    kept = list(range(len(columns)))
    while len(kept) > 1 and sum(columns[index].least for index in kept) + len(kept) - 1 > width:
        kept.remove(min(reversed(kept), key=lambda index: columns[index].priority))
    cells = {index: columns[index].least for index in kept}
    left = width - sum(cells.values()) - max(0, len(kept) - 1)
    if left < 0:
        return [(index, max(0, width)) for index in kept]
    flexible = [index for index in kept if columns[index].width is None]
    weights = sum(columns[index].weight for index in flexible)
    for index in flexible:
        part = left * columns[index].weight // weights
        cells[index] += part
        left -= part
        weights -= columns[index].weight
    return list(cells.items())
