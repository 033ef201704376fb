"""The branch's settings, as they are shown and changed."""

from __future__ import annotations

from datetime import time
from typing import NamedTuple

from teamops.models.meetings import Section, SeriesKind
from teamops.models.people import BooksKind, Region


class BranchCard(NamedTuple):
    """Everything kept about the branch and its team; `version` covers both."""

    branch: str
    branch_en: str
    team: str
    team_en: str
    region: Region
    zone: str
    kind: BooksKind
    version: int


class SeriesView(NamedTuple):
    """What a kind of meeting usually is: when, where, and the minutes planned for each part."""

    id: int
    kind: SeriesKind
    starts_at: time
    minutes_due: time
    place: str
    minutes: dict[Section, int]
    version: int
