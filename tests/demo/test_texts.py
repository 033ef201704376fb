"""The texts of the three languages: whole, each in its own script, and able to be said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta

import pytest

from teamops.demo.chance import chance
from teamops.demo.sayings import Sayings, sentences
from teamops.demo.staff import called
from teamops.demo.texts import MarketTalk, Pool, Remarks, Talk, Texts, texts_of
from teamops.i18n import LANGUAGES, speaking
from teamops.models.inputs.base import LINE_LIMIT
from teamops.models.meetings import Section

GIVEN: dict[str, object] = {
    "name": "Wang Fang", "when": "20 Nov", "close": "3,312.40", "moved": "up 0.62 %", "turnover": "8,120",
    "billions": "812", "low": "3,280", "high": "3,350", "done": "1,743.20", "target": "2,540", "due": "1,814",
    "gap": "71", "part": 2, "days": 3, "back": "24 Nov",
}  # fmt: skip
"""What the planner gives a template beside what it thinks up itself."""


def strings(thing: object) -> Iterator[str]:
    """Every text in some part of a language."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict):
        for value in thing.values():
            yield from strings(value)
    elif isinstance(thing, tuple):
        for value in thing:
            yield from strings(value)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from strings(getattr(thing, field.name))


def pools(thing: object) -> Iterator[Pool]:
    """Every pool of single texts."""
    if isinstance(thing, dict):
        for value in thing.values():
            yield from pools(value)
    elif isinstance(thing, tuple):
        if all(isinstance(text, str) for text in thing):
            yield thing
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from pools(getattr(thing, field.name))


def sayings_of(texts: Texts) -> Sayings:
    made = Sayings(texts.vocabulary, texts.names.outlets[:4], chance(1, "test"))
    day = date(2026, 11, 23)
    made.turn_to(day, ["Wang Fang", "Li Na", "Chen Ming"], [day + timedelta(days=n) for n in range(1, 6)])
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_can_be_filled(language: str) -> None:
    texts = texts_of(language)
    made = sayings_of(texts)
    with speaking(language):
        for text in strings((texts.market, texts.talk, texts.remarks, texts.directives, texts.cases)):
            (said,) = made.filled(text, **GIVEN)
            assert "{" not in said
            assert said == said.strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_in_one_line_fits_there(language: str) -> None:
    texts = texts_of(language)
    made = sayings_of(texts)
    lines = [
        texts.market.rising, texts.market.quiet, texts.market.falling, tuple(texts.talk.actions.values()),
        texts.talk.topics, tuple(pair[0] for pair in (*texts.market.notes, *texts.talk.experiences)),
        texts.remarks, tuple((directive.title, directive.action) for directive in texts.directives),
        tuple((case.title, case.tags) for case in texts.cases),
    ]  # fmt: skip
    with speaking(language):
        for text in strings(tuple(lines)):
            assert len(made.filled(text, **GIVEN)[0]) <= LINE_LIMIT - 20


def test_the_languages_say_the_same_kinds_of_things() -> None:
    english, *others = map(texts_of, LANGUAGES)
    for other in others:
        assert [d.kind for d in other.directives] == [d.kind for d in english.directives]
        assert [bool(d.action) for d in other.directives] == [bool(d.action) for d in english.directives]
        assert [d.days for d in other.directives] == [d.days for d in english.directives]
        assert len(other.cases) == len(english.cases) >= 14
        for kind in (MarketTalk, Talk, Remarks):
            part = {MarketTalk: "market", Talk: "talk", Remarks: "remarks"}[kind]
            mine, theirs = list(pools(getattr(other, part))), list(pools(getattr(english, part)))
            assert len(mine) == len(theirs)
            assert all(len(pool) >= 2 for pool in mine)
        assert set(other.talk.notes) == set(other.talk.decisions) == set(other.talk.actions) == set(Section)


@pytest.mark.parametrize(("language", "charset"), [("zh_Hans", "gb2312"), ("zh_Hant", "big5hkscs")])
def test_each_chinese_is_written_in_its_own_script(language: str, charset: str) -> None:
    """A character of the other script is in neither of these sets."""
    for text in strings(texts_of(language)):
        text.replace("\u00fc", "u").encode(charset)


def test_english_is_written_without_chinese() -> None:
    for text in strings(texts_of("en")):
        assert text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").isascii()


def test_the_two_chinese_texts_are_not_one_converted() -> None:
    traditional, simplified = texts_of("zh_Hant"), texts_of("zh_Hans")
    longer = [
        (a, b)
        for a, b in zip(strings(traditional.talk), strings(simplified.talk), strict=False)
        if len(a) == len(b) and len(a) > 12
    ]
    shared = [sum(x == y for x, y in zip(a, b, strict=True)) / len(a) for a, b in longer]
    assert longer
    assert sum(shared) / len(shared) < 0.9


@pytest.mark.parametrize("language", LANGUAGES)
def test_four_hundred_people_have_names_of_their_own(language: str) -> None:
    names = called(texts_of(language).names, chance(3, "test"), 400)
    assert len({name for name, _ in names}) == 400
    assert len({name.split()[0] if language == "en" else name[1:] for name, _ in names[:15]}) == 15


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_could_be_dialled(language: str) -> None:
    phone = texts_of(language).names.phone.format(n=101)
    assert phone.startswith(("100 ", "0000 "))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pool_lasts_for_more_than_a_week(language: str) -> None:
    """What is said every day is there often enough, even where nothing in it changes."""
    texts = texts_of(language)
    for pool in (texts.talk.accounts_behind, texts.talk.assets_behind, texts.remarks.praise):
        fixed = [sentence for text in pool for sentence in sentences(text)]
        assert len(set(fixed)) == len(fixed)
        assert len(pool) >= 8
