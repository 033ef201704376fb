"""An example call of each action on directives, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from teamops.models.inputs.directives import DirectiveIn
from teamops.services import directives
from teamops.services.desk import Desk


def _issued(desk: Desk) -> tuple[int, int]:
    person = desk.actor.person_id
    assert person is not None
    return directives.issue(desk, DirectiveIn(title="費率下限", addressee_ids=(person,))), person


def _issue(desk: Desk) -> Callable[[], object]:
    return lambda: directives.issue(desk, DirectiveIn(title="費率下限", body="自十二月一日起。"))


def _change(desk: Desk) -> Callable[[], object]:
    directive, _person = _issued(desk)
    return lambda: directives.change(desk, directive, DirectiveIn(title="費率下限（試行）"), 1)


def _acknowledge(desk: Desk) -> Callable[[], object]:
    directive, person = _issued(desk)
    return lambda: directives.acknowledge(desk, directive, (person,))


def _withdraw(desk: Desk) -> Callable[[], object]:
    directive, _person = _issued(desk)
    return lambda: directives.withdraw(desk, directive, "另行通知")


EXAMPLES: Mapping[str, Callable[[Desk], Callable[[], object]]] = {
    "directives.issue": _issue,
    "directives.change": _change,
    "directives.acknowledge": _acknowledge,
    "directives.withdraw": _withdraw,
}
