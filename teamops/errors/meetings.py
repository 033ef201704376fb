"""What is refused of meetings, minutes and action items."""

from __future__ import annotations

from teamops.errors.base import Refusal
from teamops.i18n import _


class NotAWorkday(Refusal):
    """A meeting was to be held on a day that is not worked."""

    def __init__(self, day: str, kind: str) -> None:
        super().__init__(_("{day} is no working day ({kind}).").format(day=day, kind=kind))


class MeetingRunning(Refusal):
    """Another meeting of the series is still running."""

    def __init__(self, day: str) -> None:
        super().__init__(_("The meeting of {day} is still running; close it first.").format(day=day))


class RollOver(Refusal):
    """The roll of a meeting was to be changed after the meeting."""

    def __init__(self, day: str) -> None:
        super().__init__(
            _(
                "The meeting of {day} is over, and its roll with it: take the meeting up again (o in its minutes), "
                "or sign and correct them."
            ).format(day=day)
        )


class SuccessorHeld(Refusal):
    """A meeting cannot be taken up again once a later one was held (model.md 5)."""

    def __init__(self, day: str) -> None:
        super().__init__(
            _(
                "The meeting of {day} was held after it; draw these minutes again, or sign and correct them."
            ).format(day=day)
        )


class AlreadySigned(Refusal):
    """Signed minutes never change; a correction is a new version."""

    def __init__(self) -> None:
        super().__init__(
            _("These minutes are signed; what is wrong in them is put right by a numbered correction.")
        )


class CorrectionUnsigned(Refusal):
    """The last correction of minutes waits for its signature; the next one comes after it."""

    def __init__(self, version: int) -> None:
        super().__init__(
            _(
                "Version {version} of these minutes is not signed yet; sign it, then make the next correction."
            ).format(version=version)
        )


class NoSuchStep(Refusal):
    """An action item cannot go from its state to the one asked for."""

    def __init__(self, number: str, state: str, wanted: str) -> None:
        super().__init__(
            _("{number} is {state} and cannot become {wanted}.").format(
                number=number, state=state, wanted=wanted
            )
        )


class NotTheDay(Refusal):
    """A meeting is begun on its own day only."""

    def __init__(self, day: str) -> None:
        super().__init__(
            _("This meeting is planned for {day}; it can be started on that day only.").format(day=day)
        )


class NotDue(Refusal):
    """A roll line was given for somebody the team does not expect."""

    def __init__(self) -> None:
        super().__init__(_("Only members of the team on that day are on the roll."))
