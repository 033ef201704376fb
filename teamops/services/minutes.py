"""Minutes: drawn from the records, frozen by version, signed, and corrected only by a numbered correction."""

from __future__ import annotations

from sqlalchemy import func, select

from teamops.db.transaction import Transaction
from teamops.errors import AlreadySigned, Missing, WrongState
from teamops.i18n import full_day
from teamops.models.inputs.meetings import CorrectionIn
from teamops.models.meetings import MeetingState
from teamops.models.minutes import CorrectionEntry, MinutesBody, MinutesKind, SigningAs, digest
from teamops.models.tables.meetings import Meeting, Minutes, MinutesSignature
from teamops.services.desk import LEADS, RUNNERS, rights, use_case
from teamops.services.minutes_body import compose


def drawn(tx: Transaction, meeting: Meeting) -> Minutes:
    """Freeze the next version of a meeting's minutes from its records; what closing and redrawing share."""
    return _freeze(tx, meeting, compose(tx, meeting), MinutesKind.DRAWN, "")


@use_case("minutes.redraw", may=rights(*RUNNERS), touches=("meetings",))
def redraw(tx: Transaction, meeting_id: int) -> int:
    """Draw unsigned minutes again, after a record was put right; the version drawn."""
    meeting = tx.get(Meeting, meeting_id)
    if meeting.state is not MeetingState.MINUTED:
        raise AlreadySigned if meeting.state is MeetingState.SIGNED else _unfit(meeting)
    newest = _newest(tx, meeting)
    body = compose(tx, meeting)
    if digest(body.canonical()) == newest.digest:
        return newest.v
    return _freeze(tx, meeting, body, MinutesKind.DRAWN, "").v


@use_case("minutes.sign", may=rights(*LEADS), touches=("meetings",))
def sign(tx: Transaction, meeting_id: int, *, signed_as: SigningAs = SigningAs.HOST) -> None:
    """Sign the newest version; from then on nothing in it changes any more."""
    meeting = tx.get(Meeting, meeting_id)
    if meeting.state not in (MeetingState.MINUTED, MeetingState.SIGNED):
        raise _unfit(meeting)
    newest = _newest(tx, meeting)
    there = tx.find(
        select(MinutesSignature).where(
            MinutesSignature.minutes_id == newest.id, MinutesSignature.signed_as == signed_as
        )
    )
    if there is not None or tx.actor.person_id is None:
        raise AlreadySigned
    tx.add(
        MinutesSignature(
            minutes_id=newest.id,
            signed_as=signed_as,
            person_id=tx.actor.person_id,
            name=tx.actor.name,
            at=tx.now,
        )
    )
    if signed_as is SigningAs.HOST:
        meeting.state = MeetingState.SIGNED
    tx.about(meeting)
    tx.about(newest)


@use_case("minutes.correct", may=rights(*LEADS), touches=("meetings",))
def correct(tx: Transaction, meeting_id: int, inp: CorrectionIn) -> int:
    """Add a numbered correction to signed minutes as a new version, to be signed in its turn; the version made."""
    meeting = tx.get(Meeting, meeting_id)
    if meeting.state is not MeetingState.SIGNED:
        raise _unfit(meeting)
    old = MinutesBody.model_validate_json(_newest(tx, meeting).body)
    entry = CorrectionEntry(
        no=len(old.corrections) + 1,
        section=inp.section,
        text=inp.text,
        reason=inp.reason,
        by=tx.actor.name,
        at=tx.now,
    )
    body = old.model_copy(update={"corrections": (*old.corrections, entry)})
    tx.reason = inp.reason
    return _freeze(tx, meeting, body, MinutesKind.CORRECTION, inp.reason).v


def _freeze(tx: Transaction, meeting: Meeting, body: MinutesBody, kind: MinutesKind, reason: str) -> Minutes:
    newest = tx.value(select(func.max(Minutes.v)).where(Minutes.meeting_id == meeting.id))
    text = body.canonical()
    tx.about(meeting)
    return tx.add(
        Minutes(
            meeting_id=meeting.id,
            v=(newest or 0) + 1,
            kind=kind,
            reason=reason,
            body=text,
            digest=digest(text),
            drawn_at=tx.now,
        )
    )


def _newest(tx: Transaction, meeting: Meeting) -> Minutes:
    newest = tx.find(select(Minutes).where(Minutes.meeting_id == meeting.id).order_by(Minutes.v.desc()))
    if newest is None:
        raise Missing(full_day(meeting.day))
    return newest


def _unfit(meeting: Meeting) -> WrongState:
    return WrongState(full_day(meeting.day), meeting.state.label)
