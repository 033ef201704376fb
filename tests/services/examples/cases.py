"""An example call of each action on case studies, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from teamops.models.inputs.cases import CaseIn
from teamops.services import cases
from teamops.services.desk import Desk


def _add(desk: Desk) -> Callable[[], object]:
    return lambda: cases.add(desk, CaseIn(title="由費率問題談成規劃", author_id=desk.actor.person_id))


def _change(desk: Desk) -> Callable[[], object]:
    case = cases.add(desk, CaseIn(title="由費率問題談成規劃"))
    return lambda: cases.change(desk, case, CaseIn(title="由費率問題談成規劃", lesson="先聽，後答。"), 1)


EXAMPLES: Mapping[str, Callable[[Desk], Callable[[], object]]] = {
    "cases.add": _add,
    "cases.change": _change,
}
