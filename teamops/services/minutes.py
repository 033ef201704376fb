"""Minutes: drawn from the records, frozen by version, signed, and corrected only by a numbered correction."""

from __future__ import annotations

from sqlalchemy import func, select

from teamops.db.transaction import Transaction
from teamops.errors import AlreadySigned, ChangedSince, CorrectionUnsigned, WrongState
from teamops.i18n import full_day
from teamops.models.inputs.meetings import CorrectionIn
from teamops.models.meetings import MeetingState
from teamops.models.minutes import CorrectionEntry, MinutesBody, MinutesKind, SigningAs, digest
from teamops.models.tables.meetings import Meeting, Minutes, MinutesSignature
from teamops.models.tables.people import Person
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
def sign(
    tx: Transaction, meeting_id: int, *, signed_as: SigningAs = SigningAs.HOST, v: int | None = None
) -> None:
    """Sign the newest version, which is `v` where one was read; from then on nothing in it changes."""
    meeting = tx.get(Meeting, meeting_id)
    if meeting.state not in (MeetingState.MINUTED, MeetingState.SIGNED):
        raise _unfit(meeting)
    newest = _newest(tx, meeting)
    if v is not None and v != newest.v:
        raise ChangedSince
    if _is_signed(tx, newest, signed_as):
        raise AlreadySigned
    signer = tx.get(Person, tx.actor.person_id)
    tx.add(
        MinutesSignature(
            minutes_id=newest.id,
            signed_as=signed_as,
            person_id=signer.id,
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
    """Add a numbered correction to signed minutes: a new version, to be signed in its turn, is returned.

    The meeting stays signed; the next correction waits until this one is signed.
    """
    meeting = tx.get(Meeting, meeting_id)
    if meeting.state is not MeetingState.SIGNED:
        raise _unfit(meeting)
    newest = _newest(tx, meeting)
    if not _is_signed(tx, newest, SigningAs.HOST):
        raise CorrectionUnsigned(newest.v)
    old = MinutesBody.model_validate_json(newest.body)
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
    return tx.all(
        select(Minutes).where(Minutes.meeting_id == meeting.id).order_by(Minutes.v.desc()).limit(1)
    )[0]


def _is_signed(tx: Transaction, version: Minutes, signed_as: SigningAs) -> bool:
    query = select(MinutesSignature).where(
        MinutesSignature.minutes_id == version.id, MinutesSignature.signed_as == signed_as
    )
    return tx.find(query) is not None


def _unfit(meeting: Meeting) -> WrongState:
    return WrongState(full_day(meeting.day), meeting.state.label)
