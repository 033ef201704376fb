"""Which language is in force, and how days are written in it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date

import pytest

from teamops import i18n
from teamops.i18n import (
    N_,
    _,
    bracketed,
    explained,
    language,
    listed,
    negotiate,
    ngettext,
    parse_language,
    parted,
    pgettext,
    set_language,
    speaking,
)

DAY = date(2026, 11, 23)  # a Monday


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    set_language("en")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *[(text, "en") for text in ("en", "en_GB.UTF-8", "en-US", "C", "C.UTF-8", "POSIX", "EN_us")],
        *[
            (text, "zh_Hant")
            for text in ("zh_Hant", "zh-TW", "zh_TW.UTF-8", "zh_HK", "zh-Hant-CN", "zh_MO.Big5", "zh_TW@x")
        ],
        *[
            (text, "zh_Hans")
            for text in ("zh", "zh_CN.UTF-8", "zh-Hans", "zh_SG", "zh-Hans-HK", "zh_Hans_TW")
        ],
        *[(text, None) for text in (None, "", "de_DE.UTF-8", "zha_CN", "enm", "tlh", "_", ".UTF-8")],
    ],
)
def test_parse_language(text: str | None, code: str | None) -> None:
    assert parse_language(text) == code


@pytest.mark.parametrize(
    ("wish", "environment", "code"),
    [
        ("zh-Hans", {"TEAMOPS_LANG": "zh_TW", "LANG": "en"}, "zh_Hans"),
        (None, {"TEAMOPS_LANG": "zh_TW", "LC_ALL": "en_GB"}, "zh_Hant"),
        (None, {"LC_ALL": "C", "LANG": "zh_TW"}, "en"),
        (None, {"LC_MESSAGES": "zh_CN.UTF-8", "LANG": "zh_TW"}, "zh_Hans"),
        ("", {"LANG": "zh_TW.UTF-8"}, "zh_Hant"),
        (None, {"LC_ALL": "", "LANG": "zh_TW.UTF-8"}, "zh_Hant"),
        ("de", {}, "en"),
        (None, {}, "en"),
    ],
)
def test_negotiate(wish: str | None, environment: dict[str, str], code: str) -> None:
    assert negotiate(wish, environment) == code


def test_speaking_is_for_one_answer() -> None:
    set_language("zh_Hans")
    with speaking("zh_Hant"):
        assert language() == "zh_Hant"
        with speaking("en"):
            assert language() == "en"
            assert not i18n.is_chinese()
        assert language() == "zh_Hant"
    assert language() == "zh_Hans"
    with pytest.raises(KeyError), speaking("en"):
        raise KeyError
    assert language() == "zh_Hans"


def test_every_thread_speaks_the_language_that_is_set() -> None:
    set_language("zh_Hant")
    heard: list[str] = []
    with speaking("en"):
        thread = threading.Thread(target=lambda: heard.append(language()))
        thread.start()
        thread.join()
    assert heard == ["zh_Hant"]


def test_a_language_without_a_catalogue_is_refused() -> None:
    with pytest.raises(ValueError, match="de"):
        set_language("de")


def test_english_is_the_message_itself() -> None:
    assert _("Please fill this in.") == "Please fill this in."
    assert _("") == ""
    assert N_("late") == "late"
    assert pgettext("mark", "late") == "late"
    assert [ngettext("{n} day", "{n} days", n).format(n=n) for n in (0, 1, 2)] == [
        "0 days",
        "1 day",
        "2 days",
    ]


@pytest.mark.parametrize("code", i18n.LANGUAGES)
def test_the_empty_message_is_no_catalogue_header(code: str) -> None:
    with speaking(code):
        assert _("") == ""


@pytest.mark.parametrize(
    ("code", "written"),
    [
        (
            "en",
            [
                "Mon",
                "Monday",
                "23 Nov",
                "Mon 23 Nov",
                "Mon 23 Nov 2026",
                "Monday 23 November 2026",
                "November",
                "November 2026",
            ],
        ),
        (
            "zh_Hant",
            [
                "週一",
                "星期一",
                "11月23日",
                "11月23日 週一",
                "2026年11月23日 週一",
                "2026年11月23日 星期一",
                "11月",
                "2026年11月",
            ],
        ),
        (
            "zh_Hans",
            [
                "周一",
                "星期一",
                "11月23日",
                "11月23日 周一",
                "2026年11月23日 周一",
                "2026年11月23日 星期一",
                "11月",
                "2026年11月",
            ],
        ),
    ],
)
def test_how_days_are_written(code: str, written: list[str]) -> None:
    ways = [
        i18n.weekday,
        i18n.long_weekday,
        i18n.short_day,
        i18n.medium_day,
        i18n.full_day,
        i18n.long_day,
        i18n.month_name,
        i18n.month_year,
    ]
    with speaking(code):
        assert [write(DAY) for write in ways] == written


def test_sunday_is_the_last_day_of_the_week() -> None:
    for code, name in (("en", "Sun"), ("zh_Hant", "週日"), ("zh_Hans", "周日")):
        with speaking(code):
            assert i18n.weekday(date(2026, 11, 29)) == name
            assert i18n.long_weekday(date(2026, 11, 29)) == ("Sunday" if code == "en" else "星期日")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", ("a, b", "a; b", "a: b", "a (b)", "a? b")),
        ("zh_Hant", ("a、b", "a；b", "a：b", "a（b）", "a？b")),
        ("zh_Hans", ("a、b", "a；b", "a：b", "a（b）", "a？b")),
    ],
)
def test_words_are_joined_as_the_language_does(code: str, said: tuple[str, ...]) -> None:
    with speaking(code):
        assert listed(("a", "", "b")) == said[0]
        assert parted(("a", "", "b")) == said[1]
        assert explained("a.", "b") == said[2]
        assert bracketed("a", "b") == said[3]
        assert parted((said[4][:2], "b")) == said[4]


def test_nothing_is_joined_to_nothing() -> None:
    assert (listed(()), parted(()), explained("", "")) == ("", "", "")
    assert (explained("a", ""), explained("", "b")) == ("a", "b")
    assert (bracketed("a", ""), bracketed("", "b")) == ("a", "(b)")
