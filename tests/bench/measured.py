"""What was measured: ratios paired round by round, as lines of a Markdown table."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

HEAD = "| what | median ratio [min–max] | ours / baseline | goal | stretch |\n| --- | --- | --- | --- | --- |"


class Goal(NamedTuple):
    """What a ratio should be at most, and what would be better still."""

    goal: float
    stretch: float | None = None


def row(what: str, pairs: Sequence[tuple[float, float]], unit: str, goal: Goal) -> str:
    """A line of the table: each pair is ours and the baseline's in one round."""
    ratios = [ours / base for ours, base in pairs]
    measured = f"{_short(median(p[0] for p in pairs))} / {_short(median(p[1] for p in pairs))} {unit}"
    return _line(what, f"×{_spread(ratios)}", measured, goal)


def plain_row(what: str, values: Sequence[float], unit: str, base: float, goal: Goal) -> str:
    """A line for what is no ratio; `base` is the baseline's own value."""
    return _line(what, f"{_spread(values)} {unit}", f"{_short(median(values))} / {_short(base)} {unit}", goal)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of the values do not exceed, between neighbours in proportion."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def _line(what: str, ratio: str, measured: str, goal: Goal) -> str:
    stretch = "" if goal.stretch is None else f"{goal.stretch:g}"
    return f"| {what} | {ratio} | {measured} | ≤ {goal.goal:g} | {stretch} |"


def _spread(values: Sequence[float]) -> str:
    return f"{median(values):.2f} [{min(values):.2f}–{max(values):.2f}]"


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"
