"""Half-typed forms: kept, offered, thrown away; no part of the books."""

from __future__ import annotations

import subprocess
import sys

import pytest

from teamops.clock import Clock
from teamops.db.books import Books
from teamops.db.verify import verify
from teamops.services import drafts
from tests.conftest import MORNING


def test_a_draft_is_kept_as_it_was_typed_last(books: Books) -> None:
    before = books.last_event()
    drafts.save(books, 1, "directive", "", {"title": "費"})
    drafts.save(books, 1, "directive", "", {"title": "費率 [b]\x00\ud800", "body": ""})
    found = drafts.load(books, 1, "directive", "")
    assert found == drafts.Draft("directive", "", {"title": "費率 [b]\x00\ud800", "body": ""}, MORNING)
    assert drafts.load(books, 1, "directive", "7") is None
    assert drafts.load(books, 2, "directive", "") is None
    assert books.last_event() == before
    assert verify(books.path).sound


def test_what_is_pending_is_offered_newest_first_to_its_owner(books: Books) -> None:
    for minute, (form, subject) in enumerate((("person", ""), ("directive", "3"), ("outlet", ""))):
        books.clock = Clock("Asia/Shanghai", MORNING.replace(minute=30 + minute), monotonic=lambda: 0.0)
        drafts.save(books, 1, form, subject, {})
    drafts.save(books, 2, "person", "", {})
    books.clock = Clock("Asia/Shanghai", MORNING.replace(minute=50), monotonic=lambda: 0.0)
    drafts.save(books, 1, "person", "", {"name": "王"})
    assert [(draft.form, draft.subject) for draft in drafts.pending(books, 1)] == [
        ("person", ""),
        ("outlet", ""),
        ("directive", "3"),
    ]


def test_a_draft_thrown_away_is_gone_and_others_stay(books: Books) -> None:
    drafts.save(books, 1, "person", "", {"name": "王"})
    drafts.save(books, 1, "person", "5", {"name": "李"})
    drafts.discard(books, 1, "person", "")
    drafts.discard(books, 1, "person", "none")
    assert [draft.subject for draft in drafts.pending(books, 1)] == ["5"]


@pytest.mark.parametrize("module", ["teamops.services.drafts", "teamops.db.beat", "teamops.db.verify"])
def test_keeping_what_is_typed_brings_nothing_heavy_in(module: str) -> None:
    program = (
        f"import sys, {module}; print(sorted({{'sqlalchemy', 'pydantic', 'alembic'}} & set(sys.modules)))"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
