"""What a form asks for: a specification of each field, and what it makes of the text typed into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import KW_ONLY, dataclass
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias

from teamops.dates import Prefer, parse_date, parse_time
from teamops.errors import MissingText, UnknownWord
from teamops.i18n import N_, _, full_day, listed
from teamops.numbers import format_number, parse_number
from teamops.text import cleaned

Label: TypeAlias = str | Callable[[], str]
"""A message id, or a function that gives text as it is to be shown."""

YES: Final = "yes"
NO: Final = "no"


@dataclass(frozen=True, slots=True)
class Field:
    """What all fields have: `name` is the key of its value, `label` and `hint` are message ids.

    Two `half` fields in a row share a line where there is room.
    """

    name: str
    label: str
    _: KW_ONLY
    required: bool = False
    hint: str = ""
    half: bool = False

    @property
    def blank(self) -> str:
        """The value of a field that nothing was put into."""
        return ""

    def check(self, raw: str, today: Callable[[], date]) -> str:
        """What the typed text was read as, to show beside it; "" where there is nothing to add.

        Raises MissingText, and what the reading of the field's kind raises.
        """
        text = self._clean(raw)
        if text:
            read = self._read(text, today)
            return read if read != text else ""
        if self.required:
            raise MissingText
        return ""

    def _clean(self, raw: str) -> str:
        return cleaned(raw).text

    def _read(self, text: str, today: Callable[[], date]) -> str:
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField(Field):
    """One line of text of at most `limit` characters."""

    limit: int = 200

    def _clean(self, raw: str) -> str:
        return cleaned(raw, limit=self.limit).text


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyField(Field):
    """Text of several lines, `rows` of which are seen at a time."""

    rows: int = 4
    limit: int = 10_000

    def _clean(self, raw: str) -> str:
        return cleaned(raw, multiline=True, limit=self.limit).text


@dataclass(frozen=True, slots=True, kw_only=True)
class DateField(Field):
    """A day; `prefer` says which one is meant where the year is left out."""

    prefer: Prefer = "nearest"
    first_year: int = 2000

    def _read(self, text: str, today: Callable[[], date]) -> str:
        return full_day(parse_date(text, today(), prefer=self.prefer, first_year=self.first_year))


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeField(Field):
    """A time of day, to the minute."""

    def _read(self, text: str, today: Callable[[], date]) -> str:
        return f"{parse_time(text):%H:%M}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberField(Field):
    """A number of at most `decimals` places from `minimum` to `maximum`; `unit` stands behind it as it is."""

    decimals: int = 0
    unit: str = ""
    minimum: Decimal | None = Decimal(0)
    maximum: Decimal = Decimal(99_999_999_999)

    def _read(self, text: str, today: Callable[[], date]) -> str:
        value = parse_number(
            text, decimals=self.decimals, minimum=self.minimum, maximum=self.maximum, unit=self.unit
        )
        return f"{format_number(value, self.decimals, trim=False)} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceField(Field):
    """One of `options`, each a value and its label; without a first value none is chosen."""

    options: tuple[tuple[str, Label], ...] = ()

    def _read(self, text: str, today: Callable[[], date]) -> str:
        if text not in dict(self.options):
            raise UnknownWord(text, listed(self.labels()))
        return ""

    def labels(self) -> Iterator[str]:
        """The options as they are shown, in their order."""
        for _value, label in self.options:
            yield _(label) if isinstance(label, str) else label()


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagField(ChoiceField):
    """Yes or no; no, unless it was given another value."""

    options: tuple[tuple[str, Label], ...] = ((NO, N_("no")), (YES, N_("yes")))

    @property
    def blank(self) -> str:
        """No."""
        return NO


@dataclass(frozen=True, slots=True, kw_only=True)
class NameField(Field):
    """The name of one person, completed from a few characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesField(Field):
    """The names of several people with commas or 、 between them, each completed."""

    limit: int = 2000

    def _clean(self, raw: str) -> str:
        return cleaned(raw, limit=self.limit).text
