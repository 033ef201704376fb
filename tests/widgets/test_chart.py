"""Bars and curves."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamops.widgets.chart import bar, spark


@pytest.mark.parametrize(
    ("value", "goal", "drawn"),
    [
        ("0", "60", "░░░░░░░░"),
        ("-5", "60", "░░░░░░░░"),
        ("30", "60", "████░░░░"),
        ("41", "60", "█████▍░░"),
        ("0.001", "60", "▏░░░░░░░"),
        ("59.999", "60", "███████▉"),
        ("60", "60", "████████"),
        ("75", "60", "████████"),
        ("1", "0", "████████"),
    ],
)
def test_bar(value: str, goal: str, drawn: str) -> None:
    assert bar(Decimal(value), Decimal(goal), 8) == drawn


@given(st.decimals(-10, 200, places=2), st.decimals(0, 100, places=2), st.integers(-1, 40))
def test_bar_has_its_width_and_is_full_only_at_the_goal(value: Decimal, goal: Decimal, width: int) -> None:
    drawn = bar(value, goal, width)
    assert len(drawn) == max(0, width)
    if width > 0:
        assert (drawn == "█" * width) == (value > 0 and value >= goal)


def figures(*values: int | None) -> list[Decimal | None]:
    return [None if value is None else Decimal(value) for value in values]


def test_spark_stands_on_nought() -> None:
    assert spark(figures(0, 1, 2, 3, 4, 5, 6, 7), 8) == "▁▂▃▄▅▆▇█"


def test_spark_says_what_is_not_known() -> None:
    assert spark(figures(7, None, 0), 8) == "█·▁"


def test_spark_of_nothing_but_nought_lies_flat() -> None:
    assert spark(figures(0, 0), 8) == "▁▁"


def test_spark_stands_on_the_lowest_below_nought() -> None:
    assert spark(figures(-7, 0, 7), 8) == "▁▄█"


def test_spark_folds_neighbours_into_their_mean() -> None:
    assert spark(figures(0, 0, 3, 5, 7, None, None, None), 4) == "▁▅█·"


def test_spark_without_room() -> None:
    assert spark(figures(1, 2), 0) == ""
    assert spark([], 5) == ""
