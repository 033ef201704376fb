"""Bars and curves of block characters, as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

_EIGHTHS: Final = " ▏▎▍▌▋▊▉█"
_HEIGHTS: Final = "▁▂▃▄▅▆▇█"
_REST: Final = "░"
_NO_FIGURE: Final = "·"


def bar(value: Decimal, goal: Decimal, width: int) -> str:
    """`value` against `goal` in `width` cells; full only at the goal, never empty above nothing."""
    width = max(0, width)
    if value <= 0:
        return _REST * width
    if value >= goal:
        return _EIGHTHS[8] * width
    whole, part = divmod(max(1, int(value * width * 8 / goal)), 8)
    drawn = _EIGHTHS[8] * whole + (_EIGHTHS[part] if part else "")
    return (drawn + _REST * (width - len(drawn)))[:width]


def spark(values: Sequence[Decimal | None], width: int) -> str:
    """The run of `values`, a cell each; where they are more than `width`, neighbours share one as their mean.

    The foot of the curve is nought, or the lowest value where one lies below; a value not known is a dot.
    """
    points = _folded(values, width)
    known = [point for point in points if point is not None]
    foot, top = min([Decimal(0), *known]), max([Decimal(0), *known])
    return "".join(_NO_FIGURE if point is None else _height(point - foot, top - foot) for point in points)


def _folded(values: Sequence[Decimal | None], width: int) -> list[Decimal | None]:
    count = len(values)
    if count <= width:
        return list(values)
    groups = [values[count * cell // width : count * (cell + 1) // width] for cell in range(max(0, width))]
    return [_mean([value for value in group if value is not None]) for group in groups]


def _mean(values: Sequence[Decimal]) -> Decimal | None:
    return sum(values, Decimal(0)) / len(values) if values else None


def _height(above: Decimal, span: Decimal) -> str:
    return _HEIGHTS[int(above * 7 / span)] if span else _HEIGHTS[0]
