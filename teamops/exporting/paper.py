"""What every paper shares: a model between the records and the writers, free of any file format.

A function records → `Paper` draws it in the language in force; `markdown`, `word` and `html` write it.
Its texts are plain: a line break stays, everything else that could act is made harmless by the writers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from itertools import accumulate, pairwise
from typing import TypeAlias
from zoneinfo import ZoneInfo

from teamops.i18n import _, is_chinese, language


class Align(StrEnum):
    """How a column stands."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Field:
    """A label of the head block and what stands beside it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `aside` stands small beside it."""

    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text after an emphasised `label`; an `item` is one of a list."""

    text: str
    label: str = ""
    item: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `width` is its share of the page's width, and `together` has lines end between entries only."""

    title: str
    width: int
    align: Align = Align.LEFT
    together: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table over the page's width; its titles are repeated on each page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class SignLine:
    """A line to sign on; `signed` is who signed and when, empty where a hand still has to."""

    title: str
    signed: str = ""


@dataclass(frozen=True, slots=True)
class SignLines:
    """The lines under a paper, two beside each other."""

    lines: tuple[SignLine, ...]


Block: TypeAlias = Heading | Paragraph | Table | SignLines


@dataclass(frozen=True, slots=True)
class Made:
    """When a paper was made, and the foot that says so; `pages` holds {page} and {pages} for the writer."""

    at: datetime
    digest: str
    day: str
    pages: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper; `standing` says at its head what it is worth, `watermark` across the page."""

    title: str
    number: str
    version: int
    head: tuple[tuple[Field, ...], ...]
    blocks: tuple[Block, ...]
    made: Made
    standing: str = ""
    watermark: str = ""
    language: str = field(default_factory=language)

    @property
    def colon(self) -> str:
        """What stands between a label and its text."""
        return ": " if self.language == "en" else "："


def made(at: datetime, *, zone: str, head: str, version: int) -> Made:
    """The foot of a paper made at the moment `at`, with the ledger digest `head`."""
    return Made(
        at=at,
        digest=_("Ledger digest {head} · version {version}").format(head=head, version=version),
        day=_("Made on {moment}").format(moment=moment(at, zone)),
        pages=_("Page {page} of {pages}"),
    )


def moment(at: datetime, zone: str) -> str:
    """A moment as the branch's clocks showed it: 2026/11/05 09:12."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{plain_day(local)} {local:%H:%M}"


def plain_day(day: date) -> str:
    """A day as tables have it: 2026/11/05."""
    return f"{day:%Y/%m/%d}"


def shares(columns: Sequence[Column], whole: int) -> list[int]:
    """The widths of `columns` in units of which the page has `whole`; they add up to it."""
    total = sum(column.width for column in columns)
    edges = [whole * up_to // total for up_to in accumulate((column.width for column in columns), initial=0)]
    return [right - left for left, right in pairwise(edges)]


def in_pairs(lines: Sequence[SignLine]) -> list[tuple[SignLine, SignLine | None]]:
    """The lines that stand beside each other; the last of an odd number has the row to itself."""
    return [
        (line, lines[n + 1] if n + 1 < len(lines) else None) for n, line in enumerate(lines) if n % 2 == 0
    ]


def numbered(number: int, title: str) -> str:
    """A numbered heading: 1 Market · 一、市場資訊 (up to ten)."""
    return f"{'一二三四五六七八九十'[number - 1]}、{title}" if is_chinese() else f"{number} {title}"


def capital(text: str) -> str:
    """A word as it stands at the beginning: open → Open."""
    return text[:1].upper() + text[1:]
