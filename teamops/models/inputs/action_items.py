"""What is typed of an action item."""

from __future__ import annotations

from teamops.models.action_items import Priority
from teamops.models.inputs.base import Input, Line, OptionalDay, People, PersonRef


class ActionIn(Input):
    """A new action item, or the new wording of one."""

    text: Line
    owner_id: PersonRef
    due: OptionalDay = None
    co_owner_ids: People = ()
    priority: Priority = Priority.NORMAL
