"""Days, times of day and months as people type them, and the quick line of the meeting."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from typing import Final, Literal, NamedTuple

from teamops.errors import AmbiguousDate, NotADate, NotAMonth, NotATime
from teamops.text import fold

Prefer = Literal["nearest", "past", "future"]

_LAST_YEAR: Final = 2099
_DAYS: Final = {
    "t": 0, "today": 0, "今天": 0, "今日": 0,
    "tomorrow": 1, "明天": 1, "明日": 1, "後天": 2, "后天": 2,
    "yesterday": -1, "昨天": -1, "昨日": -1, "前天": -2,
}  # fmt: skip
_MONTH_ENDS: Final = {"month-end": 0, "month end": 0, "月底": 0, "本月底": 0, "下月底": 1}
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS: Final = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
                  "october", "november", "december")  # fmt: skip
_WEEKS: Final = {"next": 1, "last": -1, "this": 0, "下": 1, "上": -1, "本": 0, "這": 0, "这": 0}

_YEAR_MONTH: Final = r"(?:(?P<year>[0-9]{4})年|民[國国](?P<reign>[0-9]{1,3})年)"
_FIGURES: Final = (
    r"(?P<year>[0-9]{4})(?P<sign>[-/.])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})",
    r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
    rf"{_YEAR_MONTH}?(?P<month>[0-9]{{1,2}})月(?P<day>[0-9]{{1,2}})[日号號]?",
    r"民[國国](?P<reign>[0-9]{1,3})(?P<sign>[-/.])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})",
    r"(?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})",
    r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?[ -]?(?P<name>[a-z]{3,9})\.?(?:,?[ -]?(?P<year>[0-9]{4}))?",
    r"(?P<name>[a-z]{3,9})\.?[ -]?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:(?:, ?| )(?P<year>[0-9]{4}))?",
)
_MONTH_FIGURES: Final = (
    r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})",
    r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})",
    rf"{_YEAR_MONTH}?(?P<month>[0-9]{{1,2}})月",
    r"(?P<month>[0-9]{1,2})",
    r"(?P<name>[a-z]{3,9})\.?(?: (?P<year>[0-9]{4}))?",
)


def parse_date(text: str, today: date, *, prefer: Prefer = "nearest", first_year: int = 2000) -> date:
    """The day that `text` means on `today`.

    A weekday alone is the coming one, today included (with `prefer` past: the last one); with next/下 or
    last/上 it is that day of the next or last week; weeks begin on Mondays. A day without a year is the one
    nearest to today, or by `prefer` the last or the coming one, today included. Years run from `first_year`
    to 2099. Raises NotADate, AmbiguousDate.
    """
    typed = _tidy(text)
    if typed == "s" or re.fullmatch("[0-9]{1,4}", typed):
        raise AmbiguousDate(text)
    try:
        day = next((day for read in _READERS if (day := read(typed, today, prefer))), None)
    except (ValueError, OverflowError) as error:
        raise NotADate(text) from error
    if day is None or not first_year <= day.year <= _LAST_YEAR:
        raise NotADate(text)
    return day


def _tidy(text: str) -> str:
    """Folded, lower case, no spaces beside signs; what a Chinese input method sends for . and / as those."""
    folded = fold(text).casefold().replace("。", ".").replace("、", "/")
    return re.sub(r" ?([-/.年月日号號]) ?", r"\1", " ".join(folded.split()))


def _by_word(typed: str, today: date, _prefer: Prefer) -> date | None:
    if typed in _DAYS:
        return today + timedelta(days=_DAYS[typed])
    if typed in _MONTH_ENDS:
        return _month_later(today.replace(day=1), _MONTH_ENDS[typed] + 1) - timedelta(days=1)
    return None


def _by_distance(typed: str, today: date, _prefer: Prefer) -> date | None:
    found = re.fullmatch(r"([+-][0-9]{1,3})([dwm]?)", typed)
    if not found:
        return None
    count = int(found[1])
    if found[2] == "m":
        return _month_later(today, count)
    return today + timedelta(days=count * (7 if found[2] == "w" else 1))


def _month_later(day: date, months: int) -> date:
    """The same day `months` later, or the last of a shorter month."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(years + month // 11, (month + 1) % 12 + 1, 1)
    return min(date(years, month + 1, 1) + timedelta(days=day.day - 1), following - timedelta(days=1))


def _by_weekday(typed: str, today: date, prefer: Prefer) -> date | None:
    if found := re.fullmatch(r"(?:(next|last|this) )?([a-z]{3,9})\.?", typed):
        number = _starting(_WEEKDAYS, found[2])
    elif found := re.fullmatch("([上下本這这])?[個个]?(?:[週周]|星期|[禮礼]拜)([一二三四五六日天])", typed):
        number = min("一二三四五六日天".index(found[2]), 6)
    else:
        return None
    if number is None:
        return None
    if found[1]:
        return today + timedelta(days=7 * _WEEKS[found[1]] + number - today.weekday())
    if prefer == "past":
        return today - timedelta(days=(today.weekday() - number) % 7)
    return today + timedelta(days=(number - today.weekday()) % 7)


def _starting(names: tuple[str, ...], start: str) -> int | None:
    return next((number for number, name in enumerate(names) if name.startswith(start)), None)


def _by_figures(typed: str, today: date, prefer: Prefer) -> date | None:
    parts = _parts(_FIGURES, typed)
    if parts is None:
        return None
    year, month = parts.year, parts.month
    if year is not None:
        return date(year, month, parts.day)
    return _of_some_year(month, parts.day, today, prefer)


class _Parts(NamedTuple):
    year: int | None
    month: int
    day: int


def _parts(patterns: tuple[str, ...], typed: str) -> _Parts | None:
    """What the first pattern that reads `typed` found; a day that it does not name is the first."""
    found = next((found for pattern in patterns if (found := re.fullmatch(pattern, typed))), None)
    if found is None:
        return None
    groups = found.groupdict()
    if name := groups.get("name"):
        number = _starting(_MONTHS, name)
        if number is None:
            return None
        month = number + 1
    else:
        month = int(groups["month"])
    year = int(groups["year"]) if groups.get("year") else None
    if reign := groups.get("reign"):
        year = int(reign) + 1911
    return _Parts(year, month, int(groups.get("day") or 1))


def _of_some_year(month: int, day: int, today: date, prefer: Prefer) -> date | None:
    days = list(_each_year(month, day, today.year))
    match prefer:
        case "past":
            return max((day for day in days if day <= today), default=None)
        case "future":
            return min((day for day in days if day >= today), default=None)
        case "nearest":
            return min(days, key=lambda day: abs(day - today), default=None)


def _each_year(month: int, day: int, year: int) -> Iterator[date]:
    for candidate in (year + 1, year, year - 1):
        try:
            yield date(candidate, month, day)
        except ValueError:  # a 29 February, or no day at all
            continue


_READERS: Final[tuple[Callable[[str, date, Prefer], date | None], ...]] = (
    _by_word,
    _by_distance,
    _by_weekday,
    _by_figures,
)


def parse_time(text: str) -> time:
    """The time of day that `text` means, to the minute. Raises NotATime."""
    typed = re.sub(r"\s", "", fold(text).casefold())
    found = (
        re.fullmatch(r"(?P<hour>[0-9]{1,2}):?(?P<minute>[0-9]{2})(?P<half>[ap]m)?", typed)
        or re.fullmatch(r"(?P<hour>[0-9]{1,2})(?P<minute>)(?P<half>[ap]m)", typed)
        or re.fullmatch(
            r"(?P<half>上午|早上|下午|晚上)?(?P<hour>[0-9]{1,2})(?:[点點時时](?P<minute>半|整|(?:[0-9]{1,2}分?)?)|:(?P<exact>[0-9]{2}))",
            typed,
        )
    )
    if not found:
        raise NotATime(text)
    groups = found.groupdict()
    hour, half = int(groups["hour"]), groups["half"]
    if half:
        if not 1 <= hour <= 12:
            raise NotATime(text)
        hour = hour % 12 + (12 if half in {"pm", "下午", "晚上"} else 0)
    minute = groups.get("exact") or (groups["minute"] or "").rstrip("分整")
    try:
        return time(hour, 30 if minute == "半" else int(minute or 0))
    except ValueError as error:
        raise NotATime(text) from error


def parse_month(text: str, today: date) -> date:
    """The first day of the month that `text` means; without a year, of the one nearest to `today`'s.

    Half a year either way is the past one. Raises NotAMonth.
    """
    parts = _parts(_MONTH_FIGURES, _tidy(text))
    if parts is None or not 1 <= parts.month <= 12:
        raise NotAMonth(text)
    if parts.year is not None:
        if not 2000 <= parts.year <= _LAST_YEAR:
            raise NotAMonth(text)
        return date(parts.year, parts.month, 1)
    ahead = (parts.month - today.month) % 12
    return _month_later(today.replace(day=1), ahead if ahead < 6 else ahead - 12)


class QuickItem(NamedTuple):
    """An action as it is typed in a meeting: for whom, by when, what; `no_day` is a day there is not."""

    owner: str | None
    due: date | None
    text: str
    no_day: str = ""


def one_line_item(text: str, today: date) -> QuickItem:
    """`@王芳 fri 回訪三位新開戶客戶` in its parts; nothing in it is refused here.

    The owner is what follows the first @ up to a space. The due day stands after or before the owner, or at
    either end of the line.
    """
    words = list(re.finditer(r"\S+", text))
    at = next((n for n, word in enumerate(words) if re.match("[@＠][^@＠]", word[0])), None)
    owner = words[at][0][1:].rstrip("，,、：:；;") or None if at is not None else None
    taken = {at} if at is not None else set()
    due = None
    for start, end in _due_places(at, len(words)):
        due = _due([word[0] for word in words[start:end]], today, beside_owner=at in {start - 1, end})
        if due:
            taken |= set(range(start, end))
            break
    rest = ""
    for n, word in enumerate(words):
        if n not in taken:
            gap = text[words[n - 1].end() : word.start()] if n and n - 1 not in taken else " "
            rest += gap + word[0]
    beside = [words[n][0] for n in (at + 1, at - 1) if 0 <= n < len(words)] if at is not None else []
    no_day = "" if due else next((word for word in beside if _DAY_SHAPED.fullmatch(_tidy(word))), "")
    return QuickItem(owner, due, rest.strip(), no_day)


_DAY_SHAPED: Final = re.compile(
    rf"[0-9]{{4}}([-/.])[0-9]{{1,2}}\1[0-9]{{1,2}}|{_YEAR_MONTH}?[0-9]{{1,2}}月[0-9]{{1,2}}[日号號]?"
    r"|民[國国][0-9]{1,3}([-/.])[0-9]{1,2}\4[0-9]{1,2}|(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12][0-9]|3[01])"
)
"""What nobody writes who does not mean a day."""


def _due_places(at: int | None, count: int) -> Iterator[tuple[int, int]]:
    """Where a due day may stand, as (first word, word after the last), the likeliest first."""
    sizes = (3, 2, 1)
    places = [(0, size) for size in sizes] + [(count - size, count) for size in sizes]
    if at is not None:
        places = [(at + 1, at + 1 + size) for size in sizes] + [(at - size, at) for size in sizes] + places
    for start, end in places:
        if start >= 0 and end <= count and not (at is not None and start <= at < end):
            yield start, end


def _due(words: list[str], today: date, *, beside_owner: bool) -> date | None:
    typed = " ".join(words)
    # Only English days have several words, and a figure like 1.5 far from the owner is a figure.
    if len(words) > 1 and not re.search("[A-Za-zＡ-Ｚａ-ｚ]", typed):
        return None
    if not beside_owner and re.fullmatch("[0-9]+[.][0-9]+", fold(typed).replace("。", ".")):
        return None
    try:
        return parse_date(typed, today)
    except (NotADate, AmbiguousDate):
        return None
