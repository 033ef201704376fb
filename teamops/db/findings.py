"""What a verification found, in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from teamops.i18n import ngettext
from teamops.models.history import Head
from teamops.text import show

_MOST: Final = 50
"""How many findings of one kind are told apart."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be: its kind, the record or part it is about, and one line in words.

    Kinds: file, schema, chain, row, index, number, minutes.
    """

    kind: str
    what: str
    line: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at and what was found; `exempt` are the tables whose rows have no digest, and why."""

    findings: tuple[Finding, ...]
    rows: int
    events: int
    head: Head
    tables: tuple[tuple[str, int], ...]
    exempt: tuple[tuple[str, str], ...]

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


class Findings:
    """What was found so far: of each kind the first few, and how many more there are."""

    def __init__(self) -> None:
        self._told: list[Finding] = []
        self._count: Counter[str] = Counter()

    def add(self, kind: str, what: str, line: str) -> None:
        """Note a finding."""
        self._count[kind] += 1
        if self._count[kind] <= _MOST:
            self._told.append(Finding(kind, show(what), show(line)))  # the file may hold anything

    def told(self) -> tuple[Finding, ...]:
        """The findings, and a line for those of each kind that were left out."""
        more = [
            Finding(
                kind, "", ngettext("… and {n} more like this.", "… and {n} more like these.", n).format(n=n)
            )
            for kind, count in self._count.items()
            if (n := count - _MOST) > 0
        ]
        return (*self._told, *more)
