"""Putting sentences together: nothing twice, nobody twice in one, capitals where sentences begin."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from teamops.demo.chance import chance
from teamops.demo.sayings import FRESH_AFTER, Sayings, sentences
from teamops.demo.texts import texts_of
from teamops.i18n import short_day, weekday

MONDAY = date(2026, 11, 23)
AHEAD = [MONDAY + timedelta(days=n) for n in range(1, 5)]


@pytest.fixture
def sayings() -> Sayings:
    texts = texts_of("en")
    made = Sayings(texts.vocabulary, texts.names.outlets[:2], chance(1, "test"))
    made.turn_to(MONDAY, ["Wang Fang", "Li Na"], AHEAD)
    return made


def test_sentences_end_where_they_end() -> None:
    assert sentences("Up 0.6 % at 3,312.40. Why? Nobody knows") == [
        "Up 0.6 % at 3,312.40.",
        "Why?",
        "Nobody knows",
    ]
    assert sentences("收3,312.40點。為何？\n不知道") == ["收3,312.40點。", "為何？", "不知道"]
    assert sentences("") == []


def test_all_of_a_pool_is_said_before_any_of_it_again(sayings: Sayings) -> None:
    pool = ("One.", "Two.", "Three.")
    assert {sayings.say(pool) for _ in pool} == set(pool)


def test_nothing_is_said_twice_within_a_week(sayings: Sayings) -> None:
    pool = ("Only this. And {n} more.",)
    assert sayings.say(pool).startswith("Only this.")
    with pytest.raises(LookupError):
        sayings.say(pool)
    assert sayings.perhaps(pool) == ""
    sayings.turn_to(MONDAY + FRESH_AFTER - timedelta(days=1), ["Li Na"], AHEAD)
    assert sayings.perhaps(pool) == ""
    sayings.turn_to(MONDAY + FRESH_AFTER, ["Li Na"], AHEAD)
    assert sayings.perhaps(pool)


def test_two_texts_that_belong_together_speak_of_the_same(sayings: Sayings) -> None:
    pairs = (("Calls: {n}", "All {n} of them"),)
    title, body = sayings.pair(pairs, n=7)
    assert (title, body) == ("Calls: 7", "All 7 of them")
    with pytest.raises(LookupError):
        sayings.pair(pairs, n=7)


def test_nobody_is_named_twice_in_one_text(sayings: Sayings) -> None:
    for n in range(20):
        (said,) = sayings.filled("{member} and {member2}", n=n)
        assert said in {"Wang Fang and Li Na", "Li Na and Wang Fang"}
        assert sayings.filled("{member}", owner="Li Na") == ("Wang Fang",)


def test_day_and_weekday_are_the_same_day(sayings: Sayings) -> None:
    known = {f"{weekday(day)} {short_day(day)}" for day in AHEAD}
    assert {sayings.filled("{weekday} {day}")[0] for _ in range(30)} == known


def test_sums_are_amounts_in_full(sayings: Sayings) -> None:
    assert sayings.filled("{amount}: {sum}", amount=120) == ("120: 1,200,000",)


def test_sentences_begin_with_capitals(sayings: Sayings) -> None:
    (said,) = sayings.filled(
        "{client} asks. {sector} fell? {product}", client="a nurse", sector="ports", product="it"
    )
    assert said == "A nurse asks. Ports fell? It"


def test_a_name_no_template_may_use_is_a_fault(sayings: Sayings) -> None:
    with pytest.raises(KeyError):
        sayings.filled("{weather}")
