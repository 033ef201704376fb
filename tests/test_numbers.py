"""Figures as they are typed and written."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamops.errors import NotANumber, NumberOutOfRange
from teamops.numbers import format_number, parse_number


@pytest.mark.parametrize(
    ("text", "decimals", "value"),
    [
        ("0", 0, "0"),
        ("12", 2, "12.00"),
        (" 1,234.5 ", 1, "1234.5"),
        ("１，２３４．５", 1, "1234.5"),
        ("１2。5", 1, "12.5"),
        ("1,234,567", 0, "1234567"),
        ("007", 0, "7"),
        (".5", 1, "0.5"),
        ("+3", 0, "3"),
        ("1.500", 1, "1.5"),
        ("12.0", 0, "12"),
        ("12.5萬", 0, "125000"),
        ("12.5 万", 0, "125000"),
        ("1.2亿", 0, "120000000"),
        ("-0", 1, "0.0"),
        ("99,999,999,999", 0, "99999999999"),
    ],
)
def test_parse_number(text: str, decimals: int, value: str) -> None:
    read = parse_number(text, decimals=decimals)
    assert str(read) == value


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("12.5萬", "萬元", "12.5"),
        ("12.5万", "万元", "12.5"),
        ("12.5萬", "元", "125000"),
        ("2億", "萬元", "20000"),
        ("5000萬", "億元", "0.5"),
    ],
)
def test_a_closing_power_is_counted_in_the_unit(text: str, unit: str, value: str) -> None:
    assert parse_number(text, decimals=1, unit=unit) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["", " ", "-", ".", "1.", "1,2", "12,34", "0,123", "1,2345", "1,234,5", "1_000", "1e5", "1E5", "nan",
     "inf", "-Infinity", "٣", "١٢", "1 234", "1..5", "1.2.3", "--1", "萬", "12萬萬", "0x10", "５ ５", "half",
     "¥5"],
)  # fmt: skip
def test_parse_number_refuses_what_is_no_number(text: str) -> None:
    with pytest.raises(NotANumber):
        parse_number(text, decimals=2, minimum=None)


@pytest.mark.parametrize(
    ("text", "decimals", "minimum", "reason"),
    [
        ("-1", 0, Decimal(0), "at least 0"),
        ("4", 0, Decimal(5), "at least 5"),
        ("100,000,000,000", 0, None, "at most 99,999,999,999"),
        ("-100000000000", 0, None, "at least -99,999,999,999"),
        ("9" * 500, 0, None, "at most"),
        ("1." + "0" * 200 + "1", 2, None, "at most 2 decimals"),
        ("1.5", 0, None, "whole number"),
        ("1.23456萬", 0, None, "whole number"),
    ],
)
def test_parse_number_keeps_to_its_range(
    text: str, decimals: int, minimum: Decimal | None, reason: str
) -> None:
    with pytest.raises(NumberOutOfRange, match=reason):
        parse_number(text, decimals=decimals, minimum=minimum)


@pytest.mark.parametrize(
    ("value", "decimals", "trim", "figure"),
    [
        ("1234567.50", 2, True, "1,234,567.5"),
        ("1234567.50", 2, False, "1,234,567.50"),
        ("1200", 2, True, "1,200"),
        ("100", 0, True, "100"),
        ("2.345", 2, True, "2.35"),
        ("-0.001", 2, True, "0"),
        ("-1234.5", 1, True, "-1,234.5"),
        ("1E+3", 0, True, "1,000"),
        ("99999999999.999999", 6, True, "99,999,999,999.999999"),
    ],
)
def test_format_number(value: str, decimals: int, trim: bool, figure: str) -> None:
    assert format_number(Decimal(value), decimals, trim=trim) == figure


@given(st.decimals(-99999999999, 99999999999, places=4), st.booleans())
def test_what_is_written_is_read_as_the_same_number(value: Decimal, trim: bool) -> None:
    assert parse_number(format_number(value, 4, trim=trim), decimals=4, minimum=None) == value
