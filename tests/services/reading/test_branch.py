"""The branch's settings as they are shown."""

from __future__ import annotations

import pytest

from teamops.db.books import Books
from teamops.errors import Missing
from teamops.models.people import BooksKind, Region
from teamops.services.reading import branch


def test_the_card_and_the_series_carry_their_versions(books: Books) -> None:
    with books.reading() as reader:
        card = branch.card(reader)
        assert (card.region, card.kind, card.version) == (Region.CN, BooksKind.PRACTICE, 2)
        assert branch.series(reader).version == 6


def test_empty_books_have_neither(empty_books: Books) -> None:
    with empty_books.reading() as reader:
        with pytest.raises(Missing, match="branch"):
            branch.card(reader)
        with pytest.raises(Missing, match="Morning meeting"):
            branch.series(reader)
