"""The columns an importer knows, under whatever title a file gives them, and what is read from a file."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path
from typing import Final, NamedTuple

from teamops.errors import DoubledColumn, MissingColumns, NoKnownHeader
from teamops.i18n import listed
from teamops.text import show

HEADER_ROWS: Final = 20  # the header is looked for in so many rows
_SHOWN: Final = 8  # titles quoted in a message
_NO_INK: Final = re.compile(r"[\s_\u200b\ufeff]+")
_BRACKETED: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕")


@dataclass(frozen=True, slots=True)
class Header:
    """One column the importer knows: its key, every spelling of its title, whether a file must have it."""

    key: str
    names: tuple[str, ...]
    required: bool = False


class Line(NamedTuple):
    """One filled line: where it begins in the file (1-based), and its cells by `Header.key`, stripped.

    `surplus` is what was typed beyond the last title, as when a comma in a note was not quoted.
    """

    number: int
    cells: dict[str, str]
    surplus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as read: all its filled lines, and how it was understood.

    `columns` gives the title as typed of every key the file has; `blank_lines` counts those between filled
    ones; `passed_over` names further visible worksheets with as many known titles, which were not read.
    """

    path: Path
    encoding: str
    header_line: int
    lines: list[Line]
    unknown: tuple[str, ...]
    blank_lines: int
    titles: tuple[str, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    worksheet: str = ""
    passed_over: tuple[str, ...] = ()


class HeaderRow(NamedTuple):
    """A row of a file that holds known titles: how many, and which row it is, from 0."""

    score: int
    place: int
    row: Sequence[str]


class Titles:
    """The titles of some headers; ValueError for two headers of one title."""

    def __init__(self, headers: Sequence[Header]) -> None:
        self._headers = tuple(headers)
        self._full: dict[str, str] = {}
        for header in headers:
            for name in header.names:
                if self._full.setdefault(_plain(name), header.key) != header.key:
                    raise ValueError(name)
        self._bare: dict[str, str] = {}
        ambiguous = set()
        for name, key in self._full.items():
            if self._bare.setdefault(_bare(name), key) != key:
                ambiguous.add(_bare(name))
        for name in ambiguous:
            del self._bare[name]

    def key(self, title: str) -> str | None:
        """The key of the column a title means: with its unit in brackets if that is known, else without."""
        plain = _plain(title)
        return self._full.get(plain) or self._full.get(bare := _bare(plain)) or self._bare.get(bare)

    def find(self, rows: Iterable[Sequence[str]]) -> HeaderRow:
        """The row with the most known titles, the first of equals; score 0 where no row has any."""
        best = HeaderRow(0, 0, ())
        fullest = HeaderRow(0, 0, ())
        for place, row in enumerate(rows):
            found = HeaderRow(len({self.key(title) for title in row} - {None}), place, row)
            best = max(best, found, key=lambda header: header.score)
            fullest = max(fullest, found, key=lambda header: sum(map(bool, header.row)))
        return best if best.score else fullest

    def decide(self, row: Sequence[str]) -> bool:
        """Whether a known title of `row` has letters that only one encoding writes so."""
        return any(not title.isascii() and self.key(title) for title in row)

    def columns(self, row: Sequence[str], line: int) -> Columns:
        """The columns under a header row on a line of the file; DoubledColumn, MissingColumns."""
        keys = [self.key(title) for title in row]
        for key, count in Counter(keys).items():
            if key and count > 1:
                raise DoubledColumn(_listed(row[i] for i, other in enumerate(keys) if other == key), line)
        missing = [header for header in self._headers if header.required and header.key not in keys]
        if missing:
            raise MissingColumns(_listed((header.names[0] for header in missing), len(missing)), line)
        return Columns(row, keys)

    def none_known(self, row: Sequence[str], name: str) -> NoKnownHeader:
        """The refusal of a file without a header; `row` is the one that looks most like it."""
        wanted = [header.names[0] for header in self._headers]
        return NoKnownHeader(name, _listed(row), _listed(wanted, len(wanted)))


class Columns:
    """Where the known columns of one file are, and how a row becomes cells."""

    def __init__(self, row: Sequence[str], keys: Sequence[str | None]) -> None:
        places = [index for index, key in enumerate(keys) if key]
        self.titles: dict[str, str] = {key: row[i].strip() for i, key in enumerate(keys) if key}
        self.unknown = tuple(text for i, key in enumerate(keys) if not key and (text := row[i].strip()))
        self.width = max((index + 1 for index, title in enumerate(row) if title.strip()), default=0)
        self._pick: Callable[[Sequence[str]], tuple[str, ...]]
        if len(places) > 1:
            self._pick = itemgetter(*places)
        else:
            self._pick = itemgetter(slice(places[0], places[0] + 1))

    def lines(self, rows: Iterable[tuple[int, Sequence[str]]]) -> tuple[list[Line], int]:
        """The filled lines of numbered rows, and how many blank ones lie between them."""
        pick, width, keys = self._pick, self.width, tuple(self.titles)
        lines: list[Line] = []
        blank = between = 0
        for number, row in rows:
            surplus: tuple[str, ...] = ()
            if len(row) > width:
                surplus = tuple(text for cell in row[width:] if (text := cell.strip()))
            whole = row if len(row) >= width else [*row, *("",) * (width - len(row))]
            cells = dict(zip(keys, map(str.strip, pick(whole)), strict=True))
            if any(cells.values()) or surplus or any(map(str.strip, row)):
                lines.append(Line(number, cells, surplus))
                between = blank
            else:
                blank += 1
        return lines, between


def joined(row: Iterable[str]) -> str:
    """A row above the header as one text."""
    return " ".join(text for cell in row if (text := cell.strip()))


def shown(text: str, limit: int = 200) -> str:
    """Text of a file, or its name, as a message may quote it: one line, harmless, not long."""
    text = " ".join(text.split())
    return show(text if len(text) <= limit else text[: limit - 1] + "…")


def _listed(titles: Iterable[str], limit: int = _SHOWN) -> str:
    found = [shown(title, 24) for title in titles if title.strip()]
    return listed(found[:limit]) + (" …" if len(found) > limit else "")


def _plain(title: str) -> str:
    return _NO_INK.sub("", unicodedata.normalize("NFKC", title).casefold())


def _bare(plain: str) -> str:
    return _BRACKETED.sub("", plain) or plain
