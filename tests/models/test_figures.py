"""Figures: what is typed into a cell, and what a figure is called."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamops.errors import DirtyText, NotANumber, NumberOutOfRange, TextTooLong
from teamops.i18n import speaking
from teamops.models.figures import (
    FigureKind,
    FigureLine,
    Standing,
    cell_text,
    counted,
    parse_cell,
    parse_target,
)


def figure(
    kind: FigureKind, code: str = "own1", *, name: str = "", unit: str = "", decimals: int = 0
) -> FigureLine:
    return FigureLine(1, code, name, kind, unit, decimals, 1, True, 1)


COUNT = figure(FigureKind.COUNT, "accounts")
ASSETS = figure(FigureKind.AMOUNT, "assets", decimals=2)
WORDS = figure(FigureKind.TEXT, "questions")


@pytest.mark.parametrize(
    ("line", "typed", "meant"),
    [
        (COUNT, "3", Decimal(3)),
        (COUNT, " ３ ", Decimal(3)),
        (COUNT, "", None),
        (COUNT, "　", None),
        (COUNT, "1.2萬", Decimal(12000)),
        (ASSETS, "12.5", Decimal("12.50")),
        (ASSETS, "-3。5", Decimal("-3.50")),
        (ASSETS, "12.5萬", Decimal("12.50")),
        (ASSETS, "1億", Decimal(10000)),
        (figure(FigureKind.AMOUNT, unit="元", decimals=2), "12.5萬", Decimal(125000)),
        (figure(FigureKind.AMOUNT, unit="10K CNY", decimals=1), "12.5万", Decimal("12.5")),
        (WORDS, " how to\tapply ", "how to apply"),
        (WORDS, "7", "7"),
        (WORDS, "  ", None),
    ],
)
def test_what_is_typed_is_what_is_meant(line: FigureLine, typed: str, meant: Decimal | str | None) -> None:
    assert parse_cell(line, typed) == meant


@pytest.mark.parametrize("code", ["en", "zh_Hant", "zh_Hans"])
def test_ten_thousands_mean_the_same_in_every_language(code: str) -> None:
    with speaking(code):
        assert parse_cell(ASSETS, "12.5萬") == Decimal("12.50")


@pytest.mark.parametrize(
    ("line", "typed", "refusal"),
    [
        (COUNT, "1.5", NumberOutOfRange),
        (COUNT, "-1", NumberOutOfRange),
        (COUNT, "many", NotANumber),
        (ASSETS, "1.234", NumberOutOfRange),
        (ASSETS, "999999999999", NumberOutOfRange),
        (WORDS, "a\x1bb", DirtyText),
        (WORDS, "x" * 201, TextTooLong),
    ],
)
def test_what_a_figure_does_not_take_is_refused(
    line: FigureLine, typed: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        parse_cell(line, typed)


def test_a_target_is_never_negative() -> None:
    assert parse_cell(ASSETS, "-1") == -1
    with pytest.raises(NumberOutOfRange):
        parse_target(ASSETS, "-1")
    assert parse_target(ASSETS, "300萬") == 300
    assert parse_target(COUNT, " ") is None


@given(
    decimals=st.integers(0, 4),
    scaled=st.integers(-(10**15), 10**15),
)
def test_a_shown_amount_is_read_back_as_it_is(decimals: int, scaled: int) -> None:
    value = Decimal(scaled % 10**11).scaleb(-decimals) * (1 if scaled > 0 else -1)
    line = figure(FigureKind.AMOUNT, decimals=decimals)
    assert parse_cell(line, cell_text(line, value)) == value
    assert counted(FigureKind.AMOUNT, decimals, f"{value:f}") == value


def test_a_cell_shows_its_number_or_its_words() -> None:
    assert cell_text(ASSETS, Decimal("1284.5000")) == "1,284.5"
    assert cell_text(WORDS, None, "how to apply") == "how to apply"
    assert cell_text(COUNT, None) == ""


def test_own_words_go_before_the_built_in_ones() -> None:
    assert (ASSETS.name, ASSETS.unit) == ("new assets", "10k yuan")
    own = figure(FigureKind.AMOUNT, "assets", name="淨流入", unit="元")
    assert (own.name, own.unit) == ("淨流入", "元")
    nameless = figure(FigureKind.COUNT, "own7")
    assert (nameless.name, nameless.unit) == ("own7", "")


@pytest.mark.parametrize(
    ("done", "target", "share"),
    [("41", "60", 68), ("0", "60", 0), ("61", "60", 101), ("5", None, None), ("5", "0", None)],
)
def test_the_share_of_a_target_is_rounded_down(done: str, target: str | None, share: int | None) -> None:
    aim = Decimal(target) if target is not None else None
    assert Standing(COUNT, Decimal(done), aim, None, Decimal(0), ()).share == share
