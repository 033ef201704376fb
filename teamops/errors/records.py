"""What is refused of any record, whichever register it is of."""

from __future__ import annotations

from teamops.errors.base import Refusal
from teamops.i18n import _


class Missing(Refusal):
    """A record that was asked for is not there."""

    def __init__(self, what: str) -> None:
        super().__init__(_("There is no {what}.").format(what=what))


class ChangedSince(Refusal):
    """Somebody changed the record after it was opened (model.md I9)."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Somebody changed this since you opened it. What you typed is kept; look at the new version first."
            )
        )


class AlreadyThere(Refusal):
    """A record with the same name or number exists."""

    def __init__(self, what: str) -> None:
        super().__init__(_("{what} is there already.").format(what=what))


class NotAllowed(Refusal):
    """The actor's role does not give the right."""

    def __init__(self, role: str, roles: str) -> None:
        super().__init__(_("As {role} you may not do this; it takes {roles}.").format(role=role, roles=roles))


class NotYours(Refusal):
    """The actor's role gives the right only over their own records."""

    def __init__(self) -> None:
        super().__init__(_("This belongs to somebody else; ask them, or the team lead."))


class NothingChanged(Refusal):
    """An action that would write nothing."""

    def __init__(self) -> None:
        super().__init__(_("Nothing was changed, so nothing was saved."))


class WrongState(Refusal):
    """A record is not in a state that allows the action."""

    def __init__(self, what: str, state: str) -> None:
        super().__init__(_("{what} is {state}; this cannot be done now.").format(what=what, state=state))


class ReasonMissing(Refusal):
    """Something that needs a reason was given none."""

    def __init__(self) -> None:
        super().__init__(_("Say why; the reason is kept and printed."))


class FutureDay(Refusal):
    """Something that has happened cannot be of a day to come."""

    def __init__(self, day: str) -> None:
        super().__init__(_("{day} is still to come.").format(day=day))
