"""Who goes by a few typed characters: numbers, names, pinyin and its initials."""

from __future__ import annotations

from collections.abc import Iterable

from teamops.errors import AmbiguousPerson, UnknownPerson
from teamops.i18n import listed
from teamops.models.people import PersonLine
from teamops.text import search_key


class Directory:
    """The people of one day, to be found by what is typed of them."""

    def __init__(self, people: Iterable[PersonLine]) -> None:
        self.people = tuple(people)
        self._by_id = {person.id: person for person in self.people}

    def __getitem__(self, person_id: int) -> PersonLine:
        return self._by_id[person_id]

    def search(self, text: str, limit: int = 8) -> list[PersonLine]:
        """Those who may be meant, the likeliest first: by number, by beginning, by initials, by any part."""
        key = search_key(text.removeprefix("@"))
        if not key:
            return list(self.people[:limit])
        ranked = []
        for place, person in enumerate(self.people):
            rank = _rank(person, key)
            if rank is not None:
                ranked.append((rank, place, person))
        ranked.sort(key=lambda entry: entry[:2])
        return [person for _, _, person in ranked[:limit]]

    def sure(self, text: str) -> PersonLine:
        """The one person meant; refused where nobody is, or more than one could be."""
        text = text.strip()
        label = next((p for p in self.people if text == self.label(p)), None)
        if label is not None:
            return label
        key = search_key(text.removeprefix("@"))
        ranks: dict[int, list[PersonLine]] = {}
        for person in self.people if key else ():
            rank = _rank(person, key)
            if rank is not None:
                ranks.setdefault(rank, []).append(person)
        if not ranks:
            raise UnknownPerson(text)
        best = ranks[min(ranks)]
        if len(best) > 1:
            raise AmbiguousPerson(text, listed(self.label(person) for person in best[:3]))
        return best[0]

    @staticmethod
    def label(person: PersonLine) -> str:
        """How a chosen person stands in a field."""
        return f"{person.name} {person.number}"


def _rank(person: PersonLine, key: str) -> int | None:
    number, name, name_en = search_key(person.number), search_key(person.name), search_key(person.name_en)
    if key in (number, name, name_en):
        return 0
    if name.startswith(key) or name_en.startswith(key) or number.startswith(key):
        return 1
    if person.initials == key:
        return 2
    if person.initials.startswith(key):
        return 3
    return 4 if key in person.search else None
