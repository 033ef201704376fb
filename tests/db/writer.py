"""Writes action after action into books, a process of its own: `writer.py PATH TIMES`; a line a commit."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from teamops.db.books import Books
from teamops.db.transaction import transaction
from teamops.models.directives import DirectiveKind
from teamops.models.people import PROGRAM
from teamops.models.tables import action_items, calendar, figures, meetings, people
from teamops.models.tables.directives import Directive
from teamops.models.words import Series

REGISTERS = (action_items, calendar, figures, meetings, people)
"""Tables that others refer to are known once they are imported."""

DAY = date(2026, 11, 23)


def write(path: Path, times: int) -> None:
    """Issue `times` directives, each with its number."""
    books = Books.open(path)
    for n in range(times):
        with transaction(books, PROGRAM, "test.issue") as tx:
            number = tx.number(Series.DIRECTIVE, DAY)
            tx.add(Directive(number=number, title=f"第{n}件", kind=next(iter(DirectiveKind)), issued_on=DAY))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
    books.close()


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
