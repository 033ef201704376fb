"""One call of a command: what was typed, where things are, which books, and who acts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from teamops import i18n
from teamops.cli.output import complain
from teamops.cli.refusals import BadPresent, BooksGone, NobodyActs, NoBooksYet
from teamops.i18n import _
from teamops.paths import Places, places
from teamops.settings import Settings, UnreadableSettings, load

if TYPE_CHECKING:
    from argparse import Namespace

    from teamops.models.people import Actor
    from teamops.services.desk import Books, Desk


class Call:
    """What a command works with; everything is found out when it is first asked for."""

    def __init__(self, typed: Namespace) -> None:
        self.typed = typed

    @cached_property
    def places(self) -> Places:
        """Where this user's things are."""
        return places()

    @cached_property
    def settings(self) -> Settings:
        """What this user chose. Raises UnreadableSettings."""
        return load(self.places.settings)

    def speak(self) -> None:
        """Speak the language of the settings where neither the command nor TEAMOPS_LANG names one."""
        if self.typed.lang or i18n.parse_language(os.environ.get("TEAMOPS_LANG")):
            return
        with suppress(UnreadableSettings):  # told by the commands that need them
            if code := i18n.parse_language(self.settings.language):
                i18n.set_language(code)

    @cached_property
    def present(self) -> datetime | None:
        """The time TEAMOPS_NOW sets, naive without a zone; none where it is not set. Raises BadPresent."""
        text = os.environ.get("TEAMOPS_NOW", "").strip()
        if not text:
            return None
        try:
            return datetime.fromisoformat(text)
        except ValueError as error:
            raise BadPresent(text) from error

    def sure(self) -> None:
        """Refuse settings and a present that cannot be used before anything is asked or made."""
        for needed in ("settings", "present"):
            getattr(self, needed)

    # --- which books

    @property
    def database(self) -> Path:
        """The database that is meant, there or not: --db, TEAMOPS_DB, the settings, the usual place."""
        if named := self._named:
            return whole(named)
        if self.settings.database:
            return whole(self.settings.database)
        return self.places.database

    @property
    def _named(self) -> str:
        return self.typed.db or os.environ.get("TEAMOPS_DB", "")

    def existing(self) -> Path:
        """The database that is meant; refused with the way on where the usual one is not there."""
        path = self.database
        if not self._named and not path.exists():
            if self.settings.database:
                raise BooksGone(path, self.places.settings)
            raise NoBooksYet(path)
        return path

    @contextmanager
    def books(self, path: Path | None = None) -> Iterator[Books]:
        """The books that are meant, or those at `path`, open until the end."""
        from teamops.services.desk import Books

        books = Books.open(path or self.existing(), self.present)
        try:
            if self.present is not None:
                self._tell_of_present(books)
            yield books
        finally:
            books.close()

    @staticmethod
    def _tell_of_present(books: Books) -> None:
        from teamops.models.people import BooksKind
        from teamops.services.reading import people

        with books.reading() as reader:
            if people.branch(reader).kind is BooksKind.REAL:
                complain(
                    _("TEAMOPS_NOW is left aside: these are real books, and their time is the real one.")
                )

    # --- who acts

    def actor(self, books: Books) -> Actor | None:
        """Who acts: --as, whom the settings remember, the lead, the only person; none where nobody can tell.

        Raises UnknownPerson, NotPosted for --as.
        """
        from teamops.errors import NotPosted, UnknownPerson
        from teamops.models.people import Actor, Role
        from teamops.services.reading import people

        today = books.clock.today()
        with books.reading() as reader:
            if self.typed.acting:
                return people.actor(reader, self.typed.acting, today)
            if mine := self.settings.me.get(str(books.path)):
                with suppress(UnknownPerson, NotPosted):  # gone since: found out anew
                    return people.actor(reader, mine, today)
            posted = [
                person for person in people.people(reader, today) if person.role and person.joined_on <= today
            ]
        leads = [person for person in posted if person.role is Role.LEAD]
        for found in (leads, posted):
            if len(found) == 1:
                return Actor(found[0].id, found[0].number, found[0].name, found[0].role)
        return None

    def desk(self, books: Books) -> Desk:
        """The desk of who acts. Raises NobodyActs where nobody can tell, and what `actor` raises."""
        from teamops.services.desk import Desk

        actor = self.actor(books)
        if actor is None:
            raise NobodyActs
        return Desk(books, actor)


def whole(name: str) -> Path:
    """A path as it is remembered: absolute, the same for every way of naming the file."""
    return Path(name).expanduser().resolve()


def named_file(typed: str, usual: str) -> Path:
    """The file to write that is meant: as it is typed, or under its `usual` name in a folder.

    Raises FolderMissing for what is typed like a folder, with a slash at its end, and is none.
    """
    from teamops.errors import FolderMissing

    path = Path(typed).expanduser()
    if path.is_dir():
        return path / usual
    if typed.endswith(("/", os.sep)):
        raise FolderMissing(path)
    return path
