"""Whom a line of a file means, by staff number or by name."""

from __future__ import annotations

from teamops.errors import AmbiguousPerson, MissingText, Refusal, UnknownPerson
from teamops.i18n import _, listed
from teamops.importing.plan import Cells
from teamops.models.imports import KnownPerson, Roster
from teamops.models.inputs.people import staff_number
from teamops.text import clean, search_key


class Who:
    """The people of the roster, to be found by the cells `number` and `name` of a line."""

    def __init__(self, roster: Roster) -> None:
        self._by_number = {person.number: person for person in roster.people}
        self._by_name: dict[str, list[KnownPerson]] = {}
        for person in roster.people:
            for name in {search_key(person.name), search_key(person.name_en)} - {""}:
                self._by_name.setdefault(name, []).append(person)
        self._found: dict[tuple[str, str], tuple[KnownPerson | None, str, str]] = {}

    def of(self, cells: Cells) -> KnownPerson | None:
        """The person of a line; none where it is wrong, which the line then says.

        A name that sounds other than that of the number's owner is wrong: the line may be somebody else's.
        """
        typed = cells.raw.get("number", ""), cells.raw.get("name", "")
        found = self._found.get(typed)
        if found is None:
            found = self._found[typed] = self._look_up(*typed)
        person, wrong, note = found
        if wrong:
            cells.refuse("number" if typed[0] or "number" in cells.raw else "name", wrong)
        elif note:
            cells.notes.append(note)
        return person

    def _look_up(self, number: str, name: str) -> tuple[KnownPerson | None, str, str]:
        try:
            person = self._numbered(number) if number else self._named(name)
            key = search_key(clean(name))
        except Refusal as error:
            return None, str(error), ""
        if not key or key in (search_key(person.name), search_key(person.name_en)):
            return person, "", ""
        if sounds_like(person, name):
            return person, "", whose(person)
        return None, whose(person), ""

    def _numbered(self, text: str) -> KnownPerson:
        person = self._by_number.get(staff_number(text))
        if person is None:
            raise UnknownPerson(text)
        return person

    def _named(self, text: str) -> KnownPerson:
        if not text:
            raise MissingText
        people = self._by_name.get(search_key(clean(text)), [])
        if not people:
            raise UnknownPerson(text)
        if len(people) > 1:
            raise AmbiguousPerson(text, listed(f"{person.name} {person.number}" for person in people[:3]))
        return people[0]


def whose(person: KnownPerson) -> str:
    """Whose number a line has."""
    return _("{number} is {name} here").format(number=person.number, name=person.name)


def sounds_like(person: KnownPerson, name: str) -> bool:
    """Whether a name is the person's, perhaps written in the other script or with a slip."""
    if search_key(name) in (search_key(person.name), search_key(person.name_en)):
        return True
    return _sounds(name) == _sounds(person.name)


def _sounds(name: str) -> list[str]:
    from pypinyin import lazy_pinyin

    return lazy_pinyin("".join(name.split()))
