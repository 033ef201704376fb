"""What the event log says of every row: the digest of its newest image, packed, for there are millions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, Final

from teamops.db.chain import row_digester

Digester = Callable[[Sequence[Any]], str]

_WIDTH: Final = 16
_NOTHING: Final = bytes(_WIDTH)
_REACH: Final = 1_000_000
"""How far beyond its end the packed part grows at once; a key further off is kept by itself."""


class Tally:
    """The digests of one table's rows by key."""

    def __init__(self, table: str) -> None:
        self._table = table
        self._packed = bytearray()
        self._far: dict[int, bytes] = {}
        self._digesters: dict[tuple[str, ...], Digester] = {}

    def digester(self, columns: tuple[str, ...]) -> Digester:
        """What digests images made of these columns, in this order."""
        if columns not in self._digesters:
            self._digesters[columns] = row_digester(self._table, columns)
        return self._digesters[columns]

    def orders(self, columns: Collection[str]) -> list[tuple[str, ...]]:
        """The orders of these columns met so far, the newest first; as they are where none was."""
        met = [order for order in self._digesters if set(order) == set(columns)]
        return met[::-1] or [tuple(columns)]

    def put(self, key: int, digest: bytes) -> None:
        """Note the newest image of a row."""
        place = key * _WIDTH
        if key in self._far or place < 0 or key > len(self._packed) // _WIDTH + _REACH:
            self._far[key] = digest
            return
        if place >= len(self._packed):
            self._packed.extend(bytes(place + _WIDTH - len(self._packed)))
        self._packed[place : place + _WIDTH] = digest

    def take(self, key: int) -> bytes:
        """The digest noted for a row, which is then forgotten; empty where there is none."""
        if key in self._far:
            return self._far.pop(key)
        place = key * _WIDTH
        if not 0 <= place < len(self._packed):
            return b""
        digest = bytes(self._packed[place : place + _WIDTH])
        self._packed[place : place + _WIDTH] = _NOTHING
        return b"" if digest == _NOTHING else digest

    def left(self) -> Iterator[int]:
        """The keys whose digests nobody took."""
        yield from self._far
        if any(self._packed):
            for place in range(0, len(self._packed), _WIDTH):
                if self._packed[place : place + _WIDTH] != _NOTHING:
                    yield place // _WIDTH
