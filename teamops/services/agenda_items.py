"""Items of an agenda: put at the end of their part, and coming over from one meeting to the next."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, or_, select

from teamops.db.transaction import Transaction
from teamops.i18n import _
from teamops.models.action_items import ActionState
from teamops.models.inputs.base import LINE_LIMIT
from teamops.models.inputs.meetings import AgendaItemIn
from teamops.models.meetings import ItemKind, MeetingState, Section
from teamops.models.tables.action_items import ActionItem
from teamops.models.tables.directives import CaseStudy, Directive
from teamops.models.tables.meetings import AgendaItem, Meeting
from teamops.models.tables.people import Person

OPEN_STATES = (MeetingState.DRAFT, MeetingState.READY)
HELD_STATES = (MeetingState.CLOSED, MeetingState.MINUTED, MeetingState.SIGNED, MeetingState.ARCHIVED)

OF_ITS_DAY = (ItemKind.REVIEW, ItemKind.ANSWER, ItemKind.BIRTHDAY)
"""What is said on one day only: it comes over from a meeting called off, never from one that was held."""


def check(tx: Transaction, inp: AgendaItemIn) -> None:
    """Refuse a presenter, a directive or a case that is not there."""
    for kind, key in (
        (Person, inp.presenter_id),
        (Directive, inp.directive_id),
        (CaseStudy, inp.case_id),
    ):
        if key is not None:
            tx.get(kind, key)


def end_of_part(tx: Transaction, meeting: Meeting, section: Section) -> int:
    """The position after the last item of a part."""
    newest = select(func.max(AgendaItem.position)).where(
        AgendaItem.meeting_id == meeting.id, AgendaItem.section == section
    )
    return (tx.value(newest) or 0) + 1


def put_on(
    tx: Transaction, meeting: Meeting, inp: AgendaItemIn, carried_from: int | None = None
) -> AgendaItem:
    """Put an item at the end of its part."""
    check(tx, inp)
    tx.about(meeting)
    return tx.add(
        AgendaItem(
            meeting_id=meeting.id,
            section=inp.section,
            position=end_of_part(tx, meeting, inp.section),
            kind=inp.kind,
            title=inp.title,
            body=inp.body,
            presenter_id=inp.presenter_id,
            directive_id=inp.directive_id,
            case_id=inp.case_id,
            recurs=inp.recurs,
            carried_from_id=carried_from,
        )
    )


def call_off_unheld(tx: Transaction, meeting: Meeting) -> int:
    """Call off the earlier meetings that were prepared, but whose day went by; how many there were."""
    unheld = tx.all(
        select(Meeting).where(
            Meeting.series_id == meeting.series_id,
            Meeting.day < min(meeting.day, tx.today),
            Meeting.state.in_(OPEN_STATES),
        )
    )
    for earlier in unheld:
        earlier.state = MeetingState.CANCELLED
        earlier.reason = _("not held")
    return len(unheld)


def carry_on(tx: Transaction, meeting: Meeting) -> None:
    """Where the next meeting is prepared already, bring over to it what this one, now over, leaves."""
    following = tx.find(
        select(Meeting)
        .where(
            Meeting.series_id == meeting.series_id,
            Meeting.day > meeting.day,
            Meeting.state.in_(OPEN_STATES),
        )
        .order_by(Meeting.day)
    )
    if following is not None:
        bring_over(tx, following)


def bring_over(tx: Transaction, meeting: Meeting) -> None:
    """Bring over to a prepared meeting what the last one held, and those called off since, leave.

    That is what was not discussed, recurs, or has an open action; a judgement comes as its own review. An
    item comes over once. Where the last meeting was taken up again, what is no longer left goes again.
    """
    sources = {source.id: source for source in _sources(tx, meeting)}
    items = tx.all(
        select(AgendaItem)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(AgendaItem.meeting_id.in_(sources))
        .order_by(Meeting.day, AgendaItem.position, AgendaItem.id)
    )
    keys = [item.id for item in items]
    copies = {
        copy.carried_from_id: copy
        for copy in tx.all(select(AgendaItem).where(AgendaItem.carried_from_id.in_(keys)))
    }
    acted_on = _with_open_action(tx, keys)
    lapsed = _lapsed(tx, meeting, items)
    for item in items:
        held = sources[item.meeting_id].state in HELD_STATES
        comes = (
            not item.removed
            and item.directive_id not in lapsed
            and (_left_over(item, held=held) or (item.id in acted_on and item.kind not in OF_ITS_DAY))
        )
        copy = copies.get(item.id)
        if copy is None and comes:
            put_on(tx, meeting, _as_carried(item), item.id)
        elif copy is not None and not comes and copy.meeting_id == meeting.id and copy.version == 1:
            tx.remove(copy)


def _sources(tx: Transaction, meeting: Meeting) -> Sequence[Meeting]:
    before = (Meeting.series_id == meeting.series_id, Meeting.day < meeting.day)
    held = select(func.max(Meeting.day)).where(*before, Meeting.state.in_(HELD_STATES))
    last = tx.value(held)
    over = or_(Meeting.day == last, Meeting.state == MeetingState.CANCELLED)
    since = (Meeting.day >= last,) if last is not None else ()
    return tx.all(select(Meeting).where(*before, *since, over))


def _with_open_action(tx: Transaction, keys: Sequence[int]) -> set[int]:
    """The items an unsettled action belongs to, be it that of an earlier day from which the item came over."""
    unsettled = [state for state in ActionState if not state.settled]
    origins = (
        select(AgendaItem.id.label("item"), AgendaItem.id.label("origin"))
        .where(AgendaItem.id.in_(keys))
        .cte("origins", recursive=True)
    )
    earlier = select(origins.c.item, AgendaItem.carried_from_id).where(
        AgendaItem.id == origins.c.origin, AgendaItem.carried_from_id.is_not(None)
    )
    origins = origins.union_all(earlier)
    query = select(origins.c.item).where(
        ActionItem.agenda_item_id == origins.c.origin, ActionItem.state.in_(unsettled)
    )
    return set(tx.run(query).scalars())


def _lapsed(tx: Transaction, meeting: Meeting, items: Sequence[AgendaItem]) -> set[int | None]:
    """The directives among the items that no longer hold on the meeting's day."""
    told = [item.directive_id for item in items if item.directive_id is not None]
    query = select(Directive.id).where(
        Directive.id.in_(told), or_(Directive.withdrawn != "", Directive.expires_on < meeting.day)
    )
    return set(tx.run(query).scalars())


def _left_over(item: AgendaItem, *, held: bool) -> bool:
    if item.kind is ItemKind.JUDGEMENT:
        return True
    if item.kind in OF_ITS_DAY:
        return not held
    return item.recurs or not item.discussed


def _as_carried(item: AgendaItem) -> AgendaItemIn:
    if item.kind is ItemKind.JUDGEMENT:
        said = " ".join((item.title or item.body).split())
        short = said if len(said) <= LINE_LIMIT else said[: LINE_LIMIT - 1] + "…"
        return AgendaItemIn(section=Section.MARKET, kind=ItemKind.REVIEW, title=short)
    # What recurs comes with its title; what was said under it that day does not come again.
    said_already = item.recurs and item.discussed and item.title
    return AgendaItemIn(
        section=item.section,
        kind=item.kind,
        title=item.title,
        body="" if said_already else item.body,
        presenter_id=item.presenter_id,
        directive_id=item.directive_id,
        case_id=item.case_id,
        recurs=item.recurs,
    )
