"""Minutes as they were frozen, with their signatures and the ledger digest they print."""

from __future__ import annotations

from teamops.db.reader import Reader, sure_moment
from teamops.i18n import _
from teamops.models.history import Head
from teamops.models.minutes import MinutesBody, MinutesKind, MinutesView, SignatureLine, SigningAs
from teamops.models.people import SIGNING_TITLES
from teamops.services.reading import history


def newest_version(reader: Reader, meeting_id: int) -> int:
    """The number of the newest version; 0 where none was drawn."""
    return int(reader.value("SELECT max(v) FROM minutes WHERE meeting_id = ?", (meeting_id,)) or 0)


def view(reader: Reader, meeting_id: int, v: int | None = None) -> MinutesView | None:
    """A version of a meeting's minutes, the newest unless `v` is given."""
    latest = newest_version(reader, meeting_id)
    row = reader.one(
        "SELECT id, v, kind, reason, body, digest, drawn_at FROM minutes WHERE meeting_id = ? AND v = ?",
        (meeting_id, v or latest),
    )
    if row is None:
        return None
    signatures = reader.rows(
        "SELECT id, signed_as, name, at FROM minutes_signature WHERE minutes_id = ? ORDER BY id", (row[0],)
    )
    signed = next((line[0] for line in signatures if line[1] == SigningAs.HOST), None)
    head = _head_of_signing(reader, signed) if signed is not None else history.head(reader)
    body = MinutesBody.model_validate_json(row[4])
    return MinutesView(
        id=row[0],
        meeting_id=meeting_id,
        v=row[1],
        latest=latest,
        kind=MinutesKind(row[2]),
        reason=row[3],
        body=body,
        digest=row[5],
        drawn_at=sure_moment(row[6]),
        signatures=tuple(
            SignatureLine(signed_as=SigningAs(line[1]), name=line[2], at=sure_moment(line[3]))
            for line in signatures
        ),
        head=str(head),
        zone=body.zone,
        sign_lines=tuple((_title(title), name) for title, name in body.sign_lines),
    )


def _head_of_signing(reader: Reader, signature_id: int) -> Head:
    """The event that wrote the signature was the newest at the moment of signing, and stays what it is."""
    found = reader.rows(
        "SELECT e.id, e.hash FROM event_touch t JOIN event_log e ON e.id = t.seq"
        " WHERE t.table_name = 'minutes_signature' AND t.first_id <= ? AND t.last_id >= ? ORDER BY e.id",
        (signature_id, signature_id),
    )
    seq, sealed = found[0]
    return Head(seq, sealed[:12])


def _title(title: str) -> str:
    return _(SIGNING_TITLES[title]) if title in SIGNING_TITLES else title
