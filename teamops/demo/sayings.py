"""Putting sentences together so that none comes twice within a week."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from teamops.demo.texts import Outlet, Pairs, Pool, Vocabulary
from teamops.i18n import short_day, weekday

FRESH_AFTER: Final = timedelta(days=9)
"""How long a sentence is not said again."""

_PASSES: Final = 4
_END: Final = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])")


def sentences(text: str) -> list[str]:
    """The sentences of a text, stripped; those without an end as well."""
    return [part.strip() for part in _END.split(text.replace("\n", " ")) if part.strip()]


def _capital(text: str) -> str:
    """A text whose sentences begin with capital letters, whatever was filled in there."""
    return re.sub(r"(?:^|(?<=[.!?] ))[a-z]", lambda found: found[0].upper(), text)


class Words(dict[str, Any]):
    """What a template may name, thought up when it does.

    sector, product, client, firm, outlet, stop; member and member2, who are two; n (3 to 30), amount (20 to
    300, in tens of thousands) and sum (the same in full), pct (0.2 to 2.9), rate (1.10 to 3.40), repo and
    bond (rates of the market), time (a quarter of an hour), day and weekday (of one of the next working days).
    """

    def __init__(self, sayings: Sayings, given: dict[str, Any]) -> None:
        super().__init__(given)
        self._sayings = sayings

    def __missing__(self, name: str) -> Any:
        if name == "sum":
            value = self[name] = f"{self['amount'] * 10_000:,.0f}"
        elif name in {"member", "member2"}:
            value = self[name] = self._sayings.somebody(self.values())
        elif name in {"day", "weekday"}:
            value = self[name] = (short_day if name == "day" else weekday)(self["date"])
        else:
            value = self[name] = self._sayings.word(name)
        return value


class Sayings:
    """Says things in one language, drawn from a seed; `turn_to` tells it the day and who is there."""

    def __init__(self, vocabulary: Vocabulary, outlets: Sequence[Outlet], rng: Random) -> None:
        self._rng = rng
        self._things = self._vocabulary(vocabulary, outlets)
        self._decks: dict[tuple[tuple[str, ...], ...], list[tuple[str, ...]]] = {}
        self._said: dict[str, date] = {}
        self._on = date.min
        self._members: Sequence[str] = ()
        self._ahead: Sequence[date] = ()

    def turn_to(self, on: date, members: Sequence[str], ahead: Sequence[date]) -> None:
        """Speak of this day from now on, of these members and the working days `ahead`."""
        self._on, self._members, self._ahead = on, members, ahead
        self._said = {text: day for text, day in self._said.items() if on - day < FRESH_AFTER}

    def say(self, pool: Pool, **given: Any) -> str:
        """Something of a pool that was not said lately. Raises LookupError when all of it was."""
        said = self.perhaps(pool, **given)
        if not said:
            raise LookupError(f"said out: {pool[0]}")
        return said

    def perhaps(self, pool: Pool, **given: Any) -> str:
        """Something of a pool that was not said lately, or nothing."""
        return next(iter(self._drawn(tuple((text,) for text in pool), given)), "")

    def pair(self, pool: Pairs, **given: Any) -> tuple[str, str]:
        """Two texts that belong together, neither said lately. Raises LookupError when all were."""
        said = self._drawn(pool, given)
        if not said:
            raise LookupError(f"said out: {pool[0]}")
        return said[0], said[1]

    def filled(self, *templates: str, **given: Any) -> tuple[str, ...]:
        """Templates that speak of the same things, filled in whether or not they were said lately."""
        words = Words(self, given)
        texts = tuple(_capital(template.format_map(words)) for template in templates)
        self._note(texts)
        return texts

    def _drawn(self, pool: tuple[tuple[str, ...], ...], given: dict[str, Any]) -> tuple[str, ...]:
        for _ in range(_PASSES * len(pool)):
            words = Words(self, given)
            texts = tuple(_capital(template.format_map(words)) for template in self._next(pool))
            if not any(sentence in self._said for text in texts for sentence in sentences(text)):
                self._note(texts)
                return texts
        return ()

    def _note(self, texts: tuple[str, ...]) -> None:
        self._said.update(dict.fromkeys((s for text in texts for s in sentences(text)), self._on))

    def somebody(self, named: Collection[object]) -> str:
        """A member who is not named yet."""
        return self._rng.choice([name for name in self._members if name not in named])

    def word(self, name: str) -> Any:
        """A thing to speak of."""
        return self._things[name]()

    def _vocabulary(self, words: Vocabulary, outlets: Sequence[Outlet]) -> dict[str, Callable[[], Any]]:
        rng = self._rng
        return {
            "sector": lambda: rng.choice(words.sectors),
            "product": lambda: rng.choice(words.products),
            "client": lambda: rng.choice(words.clients),
            "firm": lambda: rng.choice(words.firms),
            "stop": lambda: rng.choice(words.stops),
            "outlet": lambda: rng.choice(outlets).name,
            "n": lambda: rng.randint(3, 30),
            "amount": lambda: rng.randint(4, 60) * 5,
            "pct": lambda: f"{rng.randint(2, 29) / 10:.1f}",
            "rate": lambda: f"{rng.randint(110, 340) / 100:.2f}",
            "repo": lambda: f"{rng.randint(142, 188) / 100:.2f}",
            "bond": lambda: f"{rng.randint(226, 268) / 100:.2f}",
            "time": lambda: f"{rng.randint(9, 16)}:{rng.choice(('00', '15', '30', '45'))}",
            "date": lambda: rng.choice(self._ahead),
        }

    def _next(self, pool: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
        deck = self._decks.get(pool)
        if not deck:
            deck = self._decks[pool] = list(pool)
            self._rng.shuffle(deck)
        return deck.pop()
