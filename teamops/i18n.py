"""The three languages: gettext catalogues, and how days and lists are written in each.

English text is the message id. `_` is for text in force now, `N_` marks text that is looked up later.
"""

from __future__ import annotations

import gettext as _gettext
import os.path
import re
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:  # these cost the command line's help more than all the rest
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from typing import Final

LANGUAGES: Final = ("en", "zh_Hant", "zh_Hans")
OWN_NAMES: Final[Mapping[str, str]] = {"en": "English", "zh_Hant": "繁體中文", "zh_Hans": "简体中文"}
_LOCALE: Final = os.path.join(os.path.dirname(__file__), "locale")  # noqa: PTH118, PTH120 - see above


class _State:
    language: str = "en"


_override: ContextVar[str | None] = ContextVar("teamops_language", default=None)


@cache
def _catalogue(code: str) -> _gettext.NullTranslations:
    if code == "en":
        return _gettext.NullTranslations()
    return _gettext.translation("teamops", _LOCALE, [code], fallback=True)


def language() -> str:
    """The language in force: that of `speaking`, else the one the program runs in."""
    return _override.get() or _State.language


def set_language(code: str) -> None:
    """Make `code` (one of LANGUAGES) the language the program runs in."""
    if code not in LANGUAGES:
        raise ValueError(code)
    _State.language = code


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """The language of one paper or one answer, whatever the program runs in."""
    token = _override.set(code)
    try:
        yield
    finally:
        _override.reset(token)


def _(message: str) -> str:
    return _catalogue(language()).gettext(message) if message else ""


def pgettext(context: str, message: str) -> str:
    """A message whose word alone would be ambiguous."""
    return _catalogue(language()).pgettext(context, message)


def ngettext(one: str, many: str, n: int) -> str:
    """The form of a counted message for `n`."""
    return _catalogue(language()).ngettext(one, many, n)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """Mark `message` for the catalogues; it is looked up where it is shown."""
    return message


def negotiate(wish: str | None, environment: Mapping[str, str]) -> str:
    """The language for a wish (`--lang`, a setting) or, without one, for the environment's locale."""
    names = ("TEAMOPS_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    for candidate in (wish, *map(environment.get, names)):
        if found := parse_language(candidate):
            return found
    return "en"


def parse_language(text: str | None) -> str | None:
    """The language a locale name or a user's word means, or None."""
    if not text:
        return None
    name, *parts = re.split("[_-]", re.split("[.@]", text.strip().lower(), maxsplit=1)[0])
    if name == "zh":
        traditional = "hant" in parts or ("hans" not in parts and not {"tw", "hk", "mo"}.isdisjoint(parts))
        return "zh_Hant" if traditional else "zh_Hans"
    return "en" if name in ("en", "c", "posix") else None


def is_chinese() -> bool:
    """Whether the language in force is one of the Chinese ones."""
    return language() != "en"


def listed(items: Iterable[str]) -> str:
    """What belongs together: a, b · a、b."""
    return ("、" if is_chinese() else ", ").join(filter(None, items))


def parted(items: Iterable[str]) -> str:
    """What is to be told apart: a; b · a；b. After a full stop there is no semicolon."""
    first, then = ("；", "") if is_chinese() else ("; ", " ")
    said = ""
    for item in filter(None, items):
        said += ((then if said[-1] in ".?!…。？！；" else first) if said else "") + item
    return said


def explained(text: str, said: str) -> str:
    """Text and what is said of it: Chen Yu: on leave · 陳○：請假."""
    if not (text and said):
        return text or said
    stem = text.rstrip(".。")
    return f"{stem}：{said}" if is_chinese() else f"{stem}: {said}"


def bracketed(text: str, within: str) -> str:
    """Text with an addition: new assets (10k yuan) · 新增資產（萬元）."""
    return (f"{text}（{within}）" if is_chinese() else f"{text} ({within})".lstrip()) if within else text


_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WEEKDAYS_LONG = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS_LONG = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
                "October", "November", "December")  # fmt: skip
_HAN_DAYS = "一二三四五六日"


def weekday(day: date) -> str:
    """Mon · 週一 · 周一."""
    match language():
        case "zh_Hant":
            return "週" + _HAN_DAYS[day.weekday()]
        case "zh_Hans":
            return "周" + _HAN_DAYS[day.weekday()]
        case _:
            return _WEEKDAYS[day.weekday()]


def long_weekday(day: date) -> str:
    """Monday · 星期一."""
    return "星期" + _HAN_DAYS[day.weekday()] if is_chinese() else _WEEKDAYS_LONG[day.weekday()]


def short_day(day: date) -> str:
    """23 Nov · 11月23日."""
    return f"{day.month}月{day.day}日" if is_chinese() else f"{day.day} {_MONTHS[day.month - 1]}"


def medium_day(day: date) -> str:
    """Mon 23 Nov · 11月23日 週一."""
    return f"{short_day(day)} {weekday(day)}" if is_chinese() else f"{weekday(day)} {short_day(day)}"


def full_day(day: date) -> str:
    """Mon 23 Nov 2026 · 2026年11月23日 週一."""
    return f"{day.year}年{medium_day(day)}" if is_chinese() else f"{medium_day(day)} {day.year}"


def long_day(day: date) -> str:
    """Monday 23 November 2026 · 2026年11月23日 星期一."""
    if is_chinese():
        return f"{day.year}年{short_day(day)} {long_weekday(day)}"
    return f"{long_weekday(day)} {day.day} {_MONTHS_LONG[day.month - 1]} {day.year}"


def month_name(day: date) -> str:
    """November · 11月."""
    return f"{day.month}月" if is_chinese() else _MONTHS_LONG[day.month - 1]


def month_year(day: date) -> str:
    """November 2026 · 2026年11月."""
    return f"{day.year}年{day.month}月" if is_chinese() else f"{_MONTHS_LONG[day.month - 1]} {day.year}"
