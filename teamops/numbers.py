"""Figures as they are typed and as they are shown; beside `text`, which does without decimals and starts sooner."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal, Inexact
from typing import Final

from teamops.errors import NotANumber, NumberOutOfRange
from teamops.i18n import _
from teamops.text import fold

_POWERS: Final = {"萬": 4, "万": 4, "億": 8, "亿": 8}


def parse_number(text: str, *, decimals: int, minimum: Decimal | None = Decimal(0),
                 maximum: Decimal = Decimal(99999999999), unit: str = "") -> Decimal:  # fmt: skip
    """The figure in `text`, with exactly `decimals` places; a `minimum` of None means minus `maximum`.

    Full width, thousands commas, 。 for the point and a closing 萬 or 億 are understood. `unit` is that of
    the figure: 12.5萬 of 萬元 is 12.5, of 元 it is 125000. Raises NotANumber, NumberOutOfRange.
    """
    typed = fold(text).replace("。", ".").strip()
    found = re.fullmatch(
        r"([+-]?)([0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(\.[0-9]+)?(?: ?([萬万億亿]))?", typed
    )
    if not found or not (found[2] or found[3]):
        raise NotANumber(text)
    power = _POWERS[found[4]] - _power(unit) if found[4] else 0
    value = Decimal(f"{found[1]}{found[2].replace(',', '')}{found[3] or ''}E{power}")
    least = -maximum if minimum is None else minimum
    if value < least:
        raise NumberOutOfRange(text, _("at least {figure}.").format(figure=_plainly(least)))
    if value > maximum:
        raise NumberOutOfRange(text, _("at most {figure}.").format(figure=_plainly(maximum)))
    try:
        value = value.quantize(Decimal(1).scaleb(-decimals), context=Context(prec=80, traps=[Inexact]))
    except Inexact as error:
        reason = _("at most {count} decimals.").format(count=decimals) if decimals else _("a whole number.")
        raise NumberOutOfRange(text, reason) from error
    return value or abs(value)


def _power(unit: str) -> int:
    return next((power for sign, power in _POWERS.items() if sign in unit), 0)


def _plainly(figure: Decimal) -> str:
    return f"{figure:,f}"


def format_number(value: Decimal, decimals: int, *, trim: bool = True) -> str:
    """`value` rounded half up to `decimals` places, with thousands commas; `trim` drops closing zeros."""
    rounded = value.quantize(Decimal(1).scaleb(-decimals), context=Context(prec=80, rounding=ROUND_HALF_UP))
    figure = _plainly(rounded or abs(rounded))
    return figure.rstrip("0").rstrip(".") if trim and "." in figure else figure
