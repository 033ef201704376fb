"""Opening a form: its draft kept beside the books, its names completed from the people of today."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from teamops.models.directory import Directory
from teamops.screens.host import Host
from teamops.services import drafts
from teamops.services.desk import Desk
from teamops.services.reading import people
from teamops.widgets.fields import Field
from teamops.widgets.form import Form
from teamops.widgets.item_list import Suggestion
from teamops.widgets.kept import kept

T = TypeVar("T")


class Names:
    """Completes names out of a directory."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory

    def complete(self, text: str, limit: int) -> Sequence[Suggestion]:
        """Who may be meant, with group and outlet beside."""
        return [
            Suggestion(
                Directory.label(person), " · ".join(part for part in (person.group, person.outlet) if part)
            )
            for person in self.directory.search(text, limit)
        ]


class Keeper:
    """The draft of one form of one person."""

    def __init__(self, desk: Desk, form: str, subject: str) -> None:
        self._books, self._owner = desk.books, desk.actor.person_id or 0
        self._form, self._subject = form, subject

    def load(self) -> tuple[dict[str, str], str] | None:
        """What was typed and neither saved nor thrown away, and when."""
        kept = drafts.load(self._books, self._owner, self._form, self._subject)
        if kept is None:
            return None
        return dict(kept.body), f"{self._books.clock.local(kept.saved_at):%H:%M}"

    def save(self, values: dict[str, str]) -> None:
        """Keep what is typed."""
        drafts.save(self._books, self._owner, self._form, self._subject, values)

    def drop(self) -> None:
        """Keep nothing."""
        drafts.discard(self._books, self._owner, self._form, self._subject)


def directory(host: Host, on: date | None = None) -> Directory:
    """The people a typed name may mean."""
    books = host.desk.books
    with books.reading() as reader:
        return people.directory(reader, on or books.clock.today())


def open_form(
    host: Host,
    name: str,
    title: str,
    fields: Sequence[Field],
    submit: Callable[[Mapping[str, str], date, Directory], T],
    *,
    subject: object = "",
    initial: Mapping[str, str] | None = None,
    then: Callable[[T], None] | None = None,
    **more: Any,
) -> None:
    """Open a form; `submit` gets the raw texts, today and the people, in a thread, and does what is to be done.

    `name` and `subject` say which draft belongs to it.
    """
    today = host.desk.books.clock.today()
    found = directory(host)
    form: Form[T] = Form(
        fields,
        lambda raw: submit(raw, today, found),
        today=lambda: today,
        title=title,
        initial=initial or {},
        people=Names(found),
        drafts=Keeper(host.desk, name, str(subject)),
        **more,
    )

    def closed(result: T | None) -> None:
        if result is not None and then is not None:
            then(result)

    host.push_screen(kept(host, name, form), closed)
