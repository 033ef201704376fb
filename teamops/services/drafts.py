"""Half-typed forms, kept while they are typed: beside the books, with no event (model.md I4)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from teamops.db.beside import as_moment, beside
from teamops.db.books import Books
from teamops.db.reader import sure_moment

_SAVE = """
INSERT INTO draft (owner_id, form, subject, body, saved_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (owner_id, form, subject) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at
"""


@dataclass(frozen=True, slots=True)
class Draft:
    """A form as it was last typed: what it is about (empty: something new), and its fields' text by name."""

    form: str
    subject: str
    body: dict[str, str]
    saved_at: datetime


def save(books: Books, owner_id: int, form: str, subject: str, body: dict[str, str]) -> None:
    """Keep what was typed so far, in place of what was kept of the same form before."""
    with beside(books) as connection:
        connection.execute(_SAVE, (owner_id, form, subject, json.dumps(body), as_moment(books.clock.now())))


def load(books: Books, owner_id: int, form: str, subject: str) -> Draft | None:
    """What was kept of one form."""
    kept = pending(books, owner_id)
    return next((draft for draft in kept if (draft.form, draft.subject) == (form, subject)), None)


def pending(books: Books, owner_id: int) -> list[Draft]:
    """Everything somebody typed and neither saved nor threw away, the newest first."""
    with books.reading() as reader:
        rows = reader.rows(
            "SELECT form, subject, body, saved_at FROM draft WHERE owner_id = ?"
            " ORDER BY saved_at DESC, id DESC",
            (owner_id,),
        )
    return [Draft(form, subject, json.loads(body), sure_moment(at)) for form, subject, body, at in rows]


def discard(books: Books, owner_id: int, form: str, subject: str) -> None:
    """Forget what was kept of one form."""
    with beside(books) as connection:
        connection.execute(
            "DELETE FROM draft WHERE owner_id = ? AND form = ? AND subject = ?", (owner_id, form, subject)
        )
