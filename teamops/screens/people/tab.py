"""What the lists of this section share: what stands below a list, and who may do what there."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar, NamedTuple

from teamops.screens.lists import ListTab
from teamops.services.desk import USE_CASES, Desk
from teamops.widgets.panel import Line


class Aside(NamedTuple):
    """What is told below the list of the record under the cursor."""

    title: str
    hint: str
    lines: Sequence[Line]


def may(desk: Desk, name: str) -> bool:
    """Whether whoever is at the desk may do an action of a service, as far as is known so far.

    The services come in after the first paint; until then all is offered, and refused where it must be.
    """
    known = USE_CASES.get(name)
    return known is None or desk.actor.role in known.may


class Tab(ListTab):
    """A list; `NEEDS` names the action of a service that stands behind each action of the list."""

    NEEDS: ClassVar[dict[str, str]] = {}

    def offers(self, action_id: str) -> bool:
        name = self.NEEDS.get(action_id)
        return (name is None or may(self.desk, name)) and super().offers(action_id)

    def opened(self, key: Hashable) -> None:
        """Enter changes the record, for those who may."""
        if self.offers("edit"):
            super().opened(key)

    def aside(self) -> Aside | None:
        """What to tell below the list; none: nothing stands there."""
        return None
