"""An example call of each action on groups, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from teamops.models.inputs.people import GroupIn
from teamops.services import groups
from teamops.services.desk import Desk


def _add(desk: Desk) -> Callable[[], object]:
    return lambda: groups.add(desk, GroupIn(name="第一組", name_en="First group"))


def _rename(desk: Desk) -> Callable[[], object]:
    group = groups.add(desk, GroupIn(name="第一組"))
    return lambda: groups.rename(desk, group, GroupIn(name="第二組"), 1)


EXAMPLES: Mapping[str, Callable[[Desk], Callable[[], object]]] = {
    "groups.add": _add,
    "groups.rename": _rename,
}
