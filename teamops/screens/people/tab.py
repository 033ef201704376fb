"""What the lists of this section share: what stands below a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from teamops.screens.lists import ListTab
from teamops.widgets.panel import Line


class Aside(NamedTuple):
    """What is told below the list of the record under the cursor."""

    title: str
    hint: str
    lines: Sequence[Line]


class Tab(ListTab):
    """A list that tells below itself of the record under the cursor."""

    def aside(self) -> Aside | None:
        """What to tell below the list; none: nothing stands there."""
        return None
