"""Directives from head office and who has acknowledged them; the library of case studies."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from teamops.i18n import N_
from teamops.models.words import Word


class DirectiveKind(Word):
    """What a directive brings."""

    NOTICE = "notice", N_("directive")
    PRODUCT = "product", N_("new product")
    TASK = "task", N_("new task")


class DirectiveLine(NamedTuple):
    """A directive in a list: `acknowledged` of `addressed` people have said they know it."""

    id: int
    number: str
    title: str
    body: str
    source: str
    kind: DirectiveKind
    issued_on: date
    expires_on: date | None
    withdrawn: str
    addressed: int
    acknowledged: int
    version: int


class ReaderLine(NamedTuple):
    """One addressee of a directive and when they acknowledged it."""

    id: int
    person_id: int
    number: str
    name: str
    acknowledged_at: datetime | None
    recorded_by: str


class CaseLine(NamedTuple):
    """A case study of the library, and the day it was last studied."""

    id: int
    title: str
    story: str
    lesson: str
    tags: str
    author_id: int | None
    author: str
    last_studied: date | None
    times: int
    version: int
