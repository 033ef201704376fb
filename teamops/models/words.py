"""Words that the program and its users share: each a fixed code with a name in three scripts."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from teamops.i18n import N_, _


class Word(StrEnum):
    """A code kept in the books, and the message id of its name."""

    msgid: str

    def __new__(cls, code: str, msgid: str = "") -> Self:
        word = str.__new__(cls, code)
        word._value_ = code
        word.msgid = msgid
        return word

    @property
    def label(self) -> str:
        """The word in the language in force."""
        return _(self.msgid)


class Series(Word):
    """A series of serial numbers (model.md 12); the code is what stands before the year in English."""

    MORNING = "MM", N_("morning meeting")
    DIRECTIVE = "D", N_("directive")
    DECISION = "R", N_("decision")
    ACTION = "T", N_("action item")

    @property
    def digits(self) -> int:
        """How many digits the running number is padded to: four where a year may need them."""
        return 4 if self is Series.MORNING else 3

    def number(self, year: int, n: int) -> str:
        """The number as it is kept: the English print, free of language."""
        return f"{self.value}{year}-{n:0{self.digits}d}"


_HAN_PREFIX = {
    "MM": N_("MM"),
    "D": N_("D"),
    "R": N_("R"),
    "T": N_("T"),
}


def number_label(number: str) -> str:
    """A kept number as it prints in the language in force: MM2026-0204, 晨2026-0204."""
    prefix = number.rstrip("0123456789-")
    return _(_HAN_PREFIX[prefix]) + number[len(prefix) :] if prefix in _HAN_PREFIX else number
