"""An example call of each action on minutes, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from teamops.models.inputs.meetings import CorrectionIn
from teamops.models.inputs.people import PersonIn
from teamops.services import minutes, people
from teamops.services.desk import Desk
from tests.services.examples.meetings import closed


def _redraw(desk: Desk) -> Callable[[], object]:
    meeting, lead = closed(desk), desk.actor
    assert lead.person_id is not None
    named = PersonIn(number=lead.number, name="徐靖", joined_on=desk.books.clock.today())
    people.change(desk, lead.person_id, named, 1)
    return lambda: minutes.redraw(desk, meeting)


def _sign(desk: Desk) -> Callable[[], object]:
    meeting = closed(desk)
    return lambda: minutes.sign(desk, meeting)


def _correct(desk: Desk) -> Callable[[], object]:
    meeting = closed(desk)
    minutes.sign(desk, meeting)
    return lambda: minutes.correct(desk, meeting, CorrectionIn(text="應為五位客戶", reason="聽錯"))


EXAMPLES: Mapping[str, Callable[[Desk], Callable[[], object]]] = {
    "minutes.redraw": _redraw,
    "minutes.sign": _sign,
    "minutes.correct": _correct,
}
