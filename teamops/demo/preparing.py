"""Writing the agendas of the demo's meetings down, in the evening of the working day before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from teamops.demo.plan import Agenda, Issue
from teamops.demo.scribe import Scribe
from teamops.demo.staff import CLERK, LEAD
from teamops.models.inputs.meetings import AgendaItemIn, MeetingIn
from teamops.models.meetings import ItemKind, Section
from teamops.models.tables.directives import Directive, DirectiveReader
from teamops.models.tables.meetings import AgendaItem, Meeting
from teamops.models.words import Series
from teamops.services import agenda as agendas

if TYPE_CHECKING:
    from teamops.db.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Prepared:
    """A meeting in the books: its key, those of items it will come back to, and that of its new directive."""

    meeting: int
    deferred: tuple[int, ...]
    linked: int | None
    directive: int | None


def prepare(scribe: Scribe, agenda: Agenda, library: Sequence[int]) -> Prepared:
    """Prepare a meeting as planned; `library` are the keys of the cases."""
    with scribe.doing(LEAD, agendas.prepare) as tx:
        meeting = tx.get(Meeting, agendas.prepare.inside(tx, agenda.day))
        if meeting.recorder_id != scribe.ids[CLERK]:
            _record_by_clerk(tx, scribe, meeting)
        directive = _issued(tx, scribe, meeting, agenda.issue) if agenda.issue else None
        if agenda.review:
            _reviewed(tx, meeting, agenda.review)
        deferred, linked = [], None
        for item in agenda.items:
            inp = AgendaItemIn(
                section=item.section,
                kind=item.kind,
                title=item.title,
                body=item.body,
                presenter_id=scribe.ids[item.presenter] if item.presenter is not None else None,
                case_id=library[item.case] if item.case is not None else None,
            )
            key = agendas.add.inside(tx, meeting.id, inp)
            if item.deferred:
                deferred.append(key)
            linked = key if item.linked else linked
        agendas.ready.inside(tx, meeting.id)
        return Prepared(meeting.id, tuple(deferred), linked, directive)


def _record_by_clerk(tx: Transaction, scribe: Scribe, meeting: Meeting) -> None:
    inp = MeetingIn(
        host_id=meeting.host_id,
        recorder_id=scribe.ids[CLERK],
        place=meeting.place,
        planned_start=meeting.planned_start,
        minutes_due=meeting.minutes_due,
    )
    agendas.arrange.inside(tx, meeting.id, inp, meeting.version)


def _issued(tx: Transaction, scribe: Scribe, meeting: Meeting, issue: Issue) -> int:
    """As `directives.issued` does it, but that its readers, who may be hundreds, are written at once."""
    directive = tx.add(
        Directive(
            number=tx.number(Series.DIRECTIVE, tx.today),
            title=issue.title,
            body=issue.body,
            source=issue.source,
            kind=issue.kind,
            issued_on=tx.today,
            expires_on=issue.expires_on,
        )
    )
    item = AgendaItemIn(section=Section.DIRECTIVES, kind=ItemKind.DIRECTIVE, directive_id=directive.id)
    agendas.add.inside(tx, meeting.id, item)
    tx.about(directive)
    tx.bulk(
        DirectiveReader,
        [
            {"directive_id": directive.id, "person_id": scribe.ids[member.place], "acknowledged_at": None,
             "recorded_by_id": None}
            for member in scribe.staff.on(tx.today)
        ],
    )  # fmt: skip
    return directive.id


def _reviewed(tx: Transaction, meeting: Meeting, text: str) -> None:
    item = tx.all(
        select(AgendaItem).where(AgendaItem.meeting_id == meeting.id, AgendaItem.kind == ItemKind.REVIEW)
    )[0]
    inp = AgendaItemIn(section=Section.MARKET, kind=ItemKind.REVIEW, title=item.title, body=text)
    agendas.change.inside(tx, item.id, inp, item.version)
