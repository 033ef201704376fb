"""Action items: who does what by when, until the lead has checked it."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from teamops.i18n import N_
from teamops.models.words import Word


class ActionState(Word):
    """An item is open → doing → done → checked, or dropped with a reason; until then it is on Today."""

    OPEN = "open", N_("open")
    DOING = "doing", N_("in hand")
    DONE = "done", N_("done")
    CHECKED = "checked", N_("checked")
    DROPPED = "dropped", N_("dropped")

    @property
    def settled(self) -> bool:
        """Whether nothing more is asked of it."""
        return self in (ActionState.CHECKED, ActionState.DROPPED)


NEXT_STATES: dict[ActionState, tuple[ActionState, ...]] = {
    ActionState.OPEN: (ActionState.DOING, ActionState.DONE, ActionState.DROPPED),
    ActionState.DOING: (ActionState.OPEN, ActionState.DONE, ActionState.DROPPED),
    ActionState.DONE: (ActionState.DOING, ActionState.CHECKED, ActionState.DROPPED),
    ActionState.CHECKED: (),
    ActionState.DROPPED: (),
}
"""The only ways an item's state may change."""


class Priority(Word):
    """Whether an item goes before others."""

    NORMAL = "normal", N_("normal")
    HIGH = "high", N_("urgent")


def owners(owner: str, others: str) -> tuple[str, ...]:
    """Everybody who answers for an item, its owner first; the `others` are kept as one text."""
    return (owner, *filter(None, others.split("、")))


class ActionLine(NamedTuple):
    """An action item in a list."""

    id: int
    number: str
    text: str
    owner_id: int
    owner: str
    co_owners: str
    due: date | None
    state: ActionState
    priority: Priority
    opened_on: date
    origin: str
    meeting_id: int | None
    section: str
    settled_on: date | None
    reason: str
    changed_at: datetime | None
    version: int

    def overdue(self, today: date) -> bool:
        """Whether it should have been done before `today` (model.md 5: computed, never kept)."""
        return (
            self.due is not None and self.due < today and self.state in (ActionState.OPEN, ActionState.DOING)
        )

    @property
    def owners(self) -> tuple[str, ...]:
        """Everybody who answers for it."""
        return owners(self.owner, self.co_owners)
