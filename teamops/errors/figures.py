"""What is refused of figures, directives and cases."""

from __future__ import annotations

from teamops.errors.base import Refusal
from teamops.i18n import _


class FigureRetired(Refusal):
    """A figure that is no longer asked for was to be given a value or a target."""

    def __init__(self, figure: str) -> None:
        super().__init__(
            _("{figure} is no longer asked for; take it up again under figures first.").format(figure=figure)
        )


class NumberWanted(Refusal):
    """Words where a figure takes a number."""

    def __init__(self, figure: str) -> None:
        super().__init__(_("{figure} takes a number.").format(figure=figure))


class WordsWanted(Refusal):
    """A number, or a target, where a figure is told in words."""

    def __init__(self, figure: str) -> None:
        super().__init__(
            _("{figure} is told in words; it takes no number and no target.").format(figure=figure)
        )


class FinerRecorded(Refusal):
    """A figure was to lose decimals that recorded values have."""

    def __init__(self, decimals: int) -> None:
        super().__init__(
            _(
                "Values with more than {decimals} decimals are recorded; keep the decimals as they are."
            ).format(decimals=decimals)
        )


class DirectiveKnown(Refusal):
    """A directive that somebody acknowledged never changes its words."""

    def __init__(self, number: str) -> None:
        super().__init__(
            _("{number} has been acknowledged as it stands; withdraw it and issue a new one.").format(
                number=number
            )
        )


class NotAddressed(Refusal):
    """Somebody was to acknowledge a directive that is not addressed to them."""

    def __init__(self, name: str, number: str) -> None:
        super().__init__(_("{number} is not addressed to {name}.").format(name=name, number=number))


class NobodyAddressed(Refusal):
    """A directive without addressees, on a day the team has no members."""

    def __init__(self) -> None:
        super().__init__(_("The team has no members on this day; say whom it is for."))


class ExpiredAlready(Refusal):
    """A directive was to hold until a day that is over."""

    def __init__(self, day: str) -> None:
        super().__init__(_("{day} is past; say today or a later day.").format(day=day))
