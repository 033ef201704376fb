"""What is typed for a meeting and in it."""

from __future__ import annotations

from typing import Annotated

from pydantic import model_validator

from teamops.errors import MissingText
from teamops.models.inputs.base import (
    Body,
    Input,
    Line,
    OptionalBody,
    OptionalLine,
    OptionalPerson,
    PersonRef,
    TypedTime,
    whole_number,
)
from teamops.models.meetings import MOST_LATE, SECTION_KINDS, ItemKind, OutcomeKind, RollMark, Section


class AgendaItemIn(Input):
    """An item to be said in a part; a directive or a case of the library by its key."""

    section: Section
    kind: ItemKind
    title: OptionalLine = ""
    body: OptionalBody = ""
    presenter_id: OptionalPerson = None
    directive_id: int | None = None
    case_id: int | None = None
    recurs: bool = False

    @model_validator(mode="after")
    def _fits(self) -> AgendaItemIn:
        if self.kind not in SECTION_KINDS[self.section]:
            raise ValueError(f"{self.kind} is not said under {self.section}")
        return self

    @property
    def empty(self) -> bool:
        """Whether nothing would be said."""
        return not (self.title or self.body or self.directive_id or self.case_id)

    def sure(self) -> AgendaItemIn:
        """This item; refused where nothing would be said."""
        if self.empty:
            raise MissingText().at("title")
        return self


class MeetingIn(Input):
    """Who hosts and records a meeting, where, and when it is to begin."""

    host_id: PersonRef
    recorder_id: PersonRef
    place: OptionalLine = ""
    planned_start: TypedTime
    minutes_due: TypedTime


class OutcomeIn(Input):
    """A note or a decision."""

    section: Section
    kind: OutcomeKind
    text: Body


class RollLineIn(Input):
    """What the roll says of one person; minutes belong to late ones only."""

    person_id: int
    mark: RollMark
    minutes: Annotated[int, whole_number(0, MOST_LATE)] = 0
    reason: OptionalLine = ""


class CorrectionIn(Input):
    """A correction of signed minutes: what is right, of which part, and why."""

    section: Section | None = None
    text: Body
    reason: Line


class PlannedIn(Input):
    """Minutes planned for a part."""

    section: Section
    minutes: Annotated[int, whole_number(0, 240)]
