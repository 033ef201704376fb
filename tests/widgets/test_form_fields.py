"""What each kind of field makes of what is typed, without a screen."""

from __future__ import annotations

from decimal import Decimal

import pytest

from teamops import i18n
from teamops.errors import (
    DirtyText,
    MissingText,
    NotADate,
    NotANumber,
    NotATime,
    NumberOutOfRange,
    Refusal,
    TextTooLong,
    UnknownWord,
)
from teamops.widgets.fields import (
    NO,
    YES,
    BodyField,
    ChoiceField,
    DateField,
    Field,
    FlagField,
    NameField,
    NamesField,
    NumberField,
    TextField,
    TimeField,
)
from tests.widgets.form_host import today

CHOICE = ChoiceField("a", "A", options=(("sick", "Sick"), ("own", lambda: "Own affairs")))


@pytest.mark.parametrize(
    ("field", "typed", "read"),
    [
        (TextField("a", "A"), " anything ", ""),
        (BodyField("a", "A"), "one\ntwo", ""),
        (DateField("a", "A"), "fri", "Fri 27 Nov 2026"),
        (DateField("a", "A"), "１１月２８日", "Sat 28 Nov 2026"),
        (DateField("a", "A", prefer="past"), "12-01", "Mon 1 Dec 2025"),
        (DateField("a", "A", first_year=1900), "1968-03-02", "Sat 2 Mar 1968"),
        (TimeField("a", "A"), "９：３０", "09:30"),
        (TimeField("a", "A"), "09:30", ""),
        (NumberField("a", "A"), "１，２００", "1,200"),
        (NumberField("a", "A"), "1,200", ""),
        (NumberField("a", "A", unit="位"), "12", "12 位"),
        (NumberField("a", "A", decimals=2, unit="元"), "1.2萬", "12,000.00 元"),
        (NumberField("a", "A", minimum=None), "－5", "-5"),
        (CHOICE, "own", ""),
        (FlagField("a", "A"), "yes", ""),
        (NameField("a", "A"), "Wang", ""),
        (NamesField("a", "A"), "Wang, Li", ""),
    ],
)
def test_what_is_read(field: Field, typed: str, read: str) -> None:
    assert field.check(typed, today) == read


@pytest.mark.parametrize(
    ("field", "typed", "refusal"),
    [
        (TextField("a", "A", limit=3), "four", TextTooLong),
        (TextField("a", "A"), "a\x1bb", DirtyText),
        (BodyField("a", "A", limit=3), "fo\nur", TextTooLong),
        (NamesField("a", "A", limit=3), "four", TextTooLong),
        (NameField("a", "A"), "x" * 201, TextTooLong),
        (DateField("a", "A"), "32 nov", NotADate),
        (DateField("a", "A"), "1968-03-02", NotADate),
        (TimeField("a", "A"), "25:00", NotATime),
        (NumberField("a", "A"), "many", NotANumber),
        (NumberField("a", "A"), "1.5", NumberOutOfRange),
        (NumberField("a", "A", maximum=Decimal(9)), "10", NumberOutOfRange),
        (NumberField("a", "A"), "-1", NumberOutOfRange),
        (CHOICE, "gone", UnknownWord),
        (TextField("a", "A", required=True), " \u200b ", MissingText),
        (ChoiceField("a", "A", required=True), "", MissingText),
    ],
)
def test_what_is_refused(field: Field, typed: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        field.check(typed, today)


def test_nothing_typed_is_fine_where_nothing_is_required() -> None:
    assert DateField("a", "A").check("  ", today) == ""


def test_blanks() -> None:
    assert TextField("a", "A").blank == ""
    assert CHOICE.blank == ""
    assert FlagField("a", "A").blank == NO
    assert [value for value, _label in FlagField("a", "A").options] == [NO, YES]


def test_options_are_told_in_the_language_in_force(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("teamops.widgets.fields._", lambda message: {"Sick": "病假"}[message])
    assert list(CHOICE.labels()) == ["病假", "Own affairs"]


def test_a_day_is_told_in_the_language_in_force() -> None:
    with i18n.speaking("zh_Hant"):
        assert DateField("a", "A").check("fri", today) == "2026年11月27日 週五"
