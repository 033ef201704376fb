"""Days, times and months as they are typed, and the meeting's quick line."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from teamops.dates import Prefer, QuickItem, one_line_item, parse_date, parse_month, parse_time
from teamops.errors import AmbiguousDate, NotADate, NotAMonth, NotATime
from teamops.i18n import LANGUAGES, short_day, speaking

TODAY = date(2026, 11, 25)  # a Wednesday
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *[
            (word, "2026-11-25")
            for word in ("t", "T", "today", "Today", "今天", "今日", "+0", "-0", "ｔｏｄａｙ")
        ],
        *[(word, "2026-11-26") for word in ("tomorrow", "明天", "明日", "+1", "+1d", "＋１")],
        *[(word, "2026-11-24") for word in ("yesterday", "昨天", "昨日", "-1", "－１", "\u22121")],
        *[(word, "2026-11-27") for word in ("後天", "后天", "+2")],
        *[(word, "2026-11-23") for word in ("前天", " -2 ")],
        *[("+2w", "2026-12-09"), ("-1w", "2026-11-18"), ("+1m", "2026-12-25"), ("-9m", "2026-02-25")],
        *[(word, "2026-11-30") for word in ("月底", "本月底", "month-end", "Month end")],
        ("下月底", "2026-12-31"),
    ],
)
def test_words_and_distances(text: str, day: str) -> None:
    assert parse_date(text, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [
        ("2026-01-31", "+1m", "2026-02-28"),
        ("2028-01-31", "+1m", "2028-02-29"),
        ("2026-12-31", "+2m", "2027-02-28"),
        ("2026-12-15", "+12m", "2027-12-15"),
        ("2027-01-31", "-2m", "2026-11-30"),
        ("2026-12-01", "月底", "2026-12-31"),
        ("2026-11-30", "下月底", "2026-12-31"),
    ],
)
def test_months_are_clamped(today: str, text: str, day: str) -> None:
    assert parse_date(text, date.fromisoformat(today)) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *[
            (word, "2026-11-27")
            for word in ("fri", "FRI", "Friday", "fri.", "周五", "週五", "星期五", "禮拜五", "礼拜五")
        ],
        *[
            (word, "2026-11-25")
            for word in ("wed", "周三", "星期三", "this wed", "本週三", "这周三", "這個星期三")
        ],
        *[(word, "2026-12-01") for word in ("tue", "tues", "週二")],
        *[(word, "2026-11-29") for word in ("sun", "周日", "星期天", "禮拜日", "本周日", "this sunday")],
        *[
            (word, "2026-12-04")
            for word in ("next fri", "下週五", "下周五", "下个星期五", "下禮拜五", "next  Friday")
        ],
        *[(word, "2026-12-06") for word in ("next sun", "下週日", "下星期天")],
        *[(word, "2026-11-20") for word in ("last fri", "上週五", "上星期五")],
        *[(word, "2026-11-22") for word in ("last sunday", "上星期日", "上周天")],
        *[(word, "2026-11-23") for word in ("this mon", "本週一")],
    ],
)
def test_weekdays(text: str, day: str) -> None:
    assert parse_date(text, TODAY) == date.fromisoformat(day)


@given(days, st.sampled_from("一二三四五六日"))
def test_a_weekday_alone_is_within_the_coming_week_or_the_past_one(today: date, han: str) -> None:
    coming = parse_date("週" + han, today, first_year=1900) if today < date(2099, 12, 25) else today
    assert timedelta() <= coming - today < timedelta(days=7)
    past = parse_date("週" + han, today, prefer="past", first_year=1900)
    assert timedelta() <= today - past < timedelta(days=7)
    assert past.weekday() == "一二三四五六日".index(han)


@pytest.mark.parametrize(
    "text",
    ["2026-11-28", "2026/11/28", "2026.11.28", "20261128", "2026年11月28日", "2026年11月28号",
     "2026年11月28號", "2026年11月28", "民國115年11月28日", "民国115年11月28号", "民國115.11.28",
     "２０２６－１１－２８", "２０２６／１１／２８", "2026。11。28", "2026、11、28", "2026 年 11 月 28 日",
     "2026 - 11 - 28", "11-28", "11/28", "11.28", "11。28", "11、28", "１１．２８", "11月28日", "11月28號",
     "11 月 28 日", "28 nov", "28nov", "28-Nov", "nov 28", "Nov. 28", "November 28", "28 november 2026",
     "Nov 28, 2026", "nov 28 2026", "28th Nov", "november 28th", "sat", "2026–11–28"],
)  # fmt: skip
def test_the_28th_of_november_2026(text: str) -> None:
    assert parse_date(text, TODAY) == date(2026, 11, 28)


@pytest.mark.parametrize(
    ("today", "text", "prefer", "day"),
    [
        ("2026-01-02", "12-30", "nearest", "2025-12-30"),
        ("2026-12-30", "1-2", "nearest", "2027-01-02"),
        ("2026-06-15", "6-14", "nearest", "2026-06-14"),
        ("2027-11-25", "2-29", "nearest", "2028-02-29"),
        ("2026-11-25", "11-24", "future", "2027-11-24"),
        ("2026-11-25", "11-25", "future", "2026-11-25"),
        ("2026-11-25", "11月26日", "past", "2025-11-26"),
        ("2026-11-25", "nov 25", "past", "2026-11-25"),
        ("2026-11-25", "2025-11-26", "future", "2025-11-26"),
        ("2026-11-25", "wed", "past", "2026-11-25"),
        ("2026-11-25", "thu", "past", "2026-11-19"),
        ("2026-11-25", "thu", "future", "2026-11-26"),
    ],
)
def test_the_year_that_is_not_typed(today: str, text: str, prefer: Prefer, day: str) -> None:
    assert parse_date(text, date.fromisoformat(today), prefer=prefer) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    ["", " ", "nope", "2026-02-30", "2026-13-01", "2026-00-10", "2026-1-0", "13-45", "28/11", "0-5", "2-29",
     "2/30", "32 nov", "30 feb", "nov", "nov 2026", "no 28", "ma 5", "fr", "next", "next week", "last", "週",
     "下週", "下下", "周八", "+", "+x", "+3y", "+99999", "+9999", "-9999w", "1999-12-31", "2100-01-01",
     "1985-03-04", "民國11年1月1日", "民國999年1月1日", "2026-11/28", "28/11/2026", "11/28/2026", "26-11-28",
     "2026-11-28 10:00", "now", "2026-W48", "20260230", "202611280", "٢٠٢٦-١١-٢٨", "١١-٢٨", "2026-11-28\x00",
     "13月1日", "+٣", "0000-01-01", "t t", "二月三日", "x" * 5000],
)  # fmt: skip
def test_nonsense_is_refused(text: str) -> None:
    with pytest.raises(NotADate):
        parse_date(text, TODAY)


@pytest.mark.parametrize("text", ["12", "1", "1128", "2026", "s", "S", "１２"])
def test_what_could_be_several_days_is_refused(text: str) -> None:
    with pytest.raises(AmbiguousDate):
        parse_date(text, TODAY)


def test_a_birth_date_may_be_older() -> None:
    assert parse_date("1985-03-04", TODAY, first_year=1900) == date(1985, 3, 4)
    assert parse_date("民國74年3月4日", TODAY, first_year=1900) == date(1985, 3, 4)
    with pytest.raises(NotADate):
        parse_date("1899-12-31", TODAY, first_year=1900)


@given(
    days, days, st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%Y年%m月%d日", "%d %b %Y", "%B %d, %Y"])
)
def test_a_whole_date_is_that_day_whatever_today_is(day: date, today: date, form: str) -> None:
    assert parse_date(day.strftime(form), today) == day


@given(
    days.filter(lambda day: (day.month, day.day) != (2, 29)),
    st.integers(-182, 182),
    st.sampled_from(LANGUAGES),
)
@example(date(2026, 1, 2), -3, "en")
def test_a_day_near_today_is_read_as_it_is_written(today: date, distance: int, language: str) -> None:
    day = today + timedelta(days=distance)
    if 2000 <= day.year <= 2099:
        with speaking(language):
            assert parse_date(short_day(day), today) == day


@given(st.text(max_size=20) | st.text("0123456789+-/. 年月日下週五nextfri民國", max_size=14), days)
def test_any_text_is_a_day_in_range_or_refused(text: str, today: date) -> None:
    try:
        day = parse_date(text, today)
    except (NotADate, AmbiguousDate):
        return
    assert 2000 <= day.year <= 2099


# --- times


@pytest.mark.parametrize(
    ("text", "at"),
    [
        *[
            (text, "08:30")
            for text in (
                "8:30",
                "08:30",
                "0830",
                "830",
                "8点半",
                "8點半",
                "8時30分",
                "8时30",
                "8點30",
                "８：３０",
            )
        ],
        *[(text, "08:30") for text in ("8 : 30", "8:30am", "上午8:30", "早上8點半", "8 点 30 分")],
        *[
            (text, "18:30")
            for text in (
                "18:30",
                "1830",
                "１８３０",
                "１８：３０",
                "6:30pm",
                "630pm",
                "下午6点半",
                "晚上6點30分",
            )
        ],
        *[(text, "20:00") for text in ("8pm", "8 PM", "20:00", "20點", "20点整", "晚上8点")],
        *[("0:00", "00:00"), ("12am", "00:00"), ("12pm", "12:00"), ("12:05am", "00:05"), ("23:59", "23:59")],
    ],
)
def test_times(text: str, at: str) -> None:
    assert parse_time(text) == time.fromisoformat(at)


@pytest.mark.parametrize(
    "text",
    ["", "8", "24:00", "8:60", "2460", "8:3", "13pm", "0am", "下午15点", "8:30:00", "點半", "8點半30", "٨:٣٠",
     "noon", "12345", "-8:30", "8點60分", "8.30"],
)  # fmt: skip
def test_no_times(text: str) -> None:
    with pytest.raises(NotATime):
        parse_time(text)


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_a_written_time_is_read_as_the_same(at: time) -> None:
    for text in (f"{at:%H:%M}", f"{at:%H%M}", f"{at.hour}點{at.minute}分", f"{at:%I:%M %p}"):
        assert parse_time(text) == at


# --- months


@pytest.mark.parametrize(
    ("text", "month"),
    [
        *[
            (text, "2026-10-01")
            for text in (
                "2026-10",
                "2026/10",
                "2026.10",
                "202610",
                "2026年10月",
                "民國115年10月",
                "２０２６－１０",
            )
        ],
        *[(text, "2026-10-01") for text in ("10月", "10", "oct", "October 2026", "１０")],
        *[
            ("2025-1", "2025-01-01"),
            ("1", "2027-01-01"),
            ("4月", "2027-04-01"),
            ("5", "2026-05-01"),
            ("11", "2026-11-01"),
        ],
    ],
)
def test_months(text: str, month: str) -> None:
    assert parse_month(text, TODAY) == date.fromisoformat(month)


@pytest.mark.parametrize(
    "text", ["", "13", "0", "2026-13", "2026-00", "1999-12", "2100-01", "2026", "2026-10-01", "١٠", "smarch"]
)
def test_no_months(text: str) -> None:
    with pytest.raises(NotAMonth):
        parse_month(text, TODAY)


@given(st.dates(date(2000, 6, 1), date(2099, 6, 30)), st.integers(1, 12))
def test_a_month_without_a_year_is_at_most_half_a_year_away(today: date, number: int) -> None:
    month = parse_month(str(number), today)
    assert month.month == number
    assert -6 <= (month.year - today.year) * 12 + month.month - today.month < 6


# --- the quick line


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("@王芳 fri 回訪三位新開戶客戶", ("王芳", "2026-11-27", "回訪三位新開戶客戶")),
        ("＠王芳　ｆｒｉ　回訪三位新開戶客戶", ("王芳", "2026-11-27", "回訪三位新開戶客戶")),
        ("@王芳 回訪三位新開戶客戶 下週五", ("王芳", "2026-12-04", "回訪三位新開戶客戶")),
        ("11-28 @王芳 回訪", ("王芳", "2026-11-28", "回訪")),
        ("fri 回訪 @王芳", ("王芳", "2026-11-27", "回訪")),
        ("@Wang next fri call back", ("Wang", "2026-12-04", "call back")),
        ("@Wang call back next fri", ("Wang", "2026-12-04", "call back")),
        ("@Wang 28 nov call back", ("Wang", "2026-11-28", "call back")),
        ("@Wang call back Dec 1, 2026", ("Wang", "2026-12-01", "call back")),
        ("@Wang Fang fri call", ("Wang", None, "Fang fri call")),
        ("call back @Wang +3", ("Wang", "2026-11-28", "call back")),
        ("@A104: +1 list of fees", ("A104", "2026-11-26", "list of fees")),
        ("list of fees", (None, None, "list of fees")),
        ("list of fees fri", (None, "2026-11-27", "list of fees")),
        ("t list  of　fees", (None, "2026-11-25", "list  of　fees")),
        ("mail a@b.com", (None, None, "mail a@b.com")),
        ("lunch @ noon", (None, None, "lunch @ noon")),
        ("@王芳 @李娜 回訪", ("王芳", None, "@李娜 回訪")),
        ("@王芳 佣金降到 1.5", ("王芳", None, "佣金降到 1.5")),
        ("@王芳 11.28 佣金降到 1.5", ("王芳", "2026-11-28", "佣金降到 1.5")),
        ("開戶 12", (None, None, "開戶 12")),
        ("@王芳", ("王芳", None, "")),
        ("@： 回訪", (None, None, "回訪")),
        ("fri", (None, "2026-11-27", "")),
        ("meet 5 - 6", (None, None, "meet 5 - 6")),
        ("", (None, None, "")),
        ("  ", (None, None, "")),
    ],
)
def test_quick_line(line: str, item: tuple[str | None, str | None, str]) -> None:
    owner, due, text = item
    assert one_line_item(line, TODAY) == QuickItem(owner, date.fromisoformat(due) if due else None, text)


@given(
    st.text(max_size=40)
    | st.lists(st.sampled_from(["@王芳", "fri", "next", "回訪", "12-1", "nov", "28", "@", "＠A1"])).map(
        " ".join
    )
)
def test_a_quick_line_is_never_refused_and_loses_no_word(line: str) -> None:
    item = one_line_item(line, TODAY)
    words = line.split()
    kept = item.text.split()
    assert item.text == item.text.strip()
    assert len(kept) <= len(words)
    assert all(word in words for word in kept)
    assert len(words) - len(kept) <= (item.owner is not None) + 3 * (item.due is not None) + line.count(
        "@"
    ) + line.count("＠")


@pytest.mark.parametrize(
    ("line", "no_day"),
    [
        ("@王芳 2026-02-30 回訪", "2026-02-30"),
        ("@王芳 11月31日 回訪", "11月31日"),
        ("回訪 ２０２６/13/01 @王芳", "２０２６/13/01"),
        ("@王芳 民國115年2月30日 回訪", "民國115年2月30日"),
        ("@王芳 民國115-2-30 回訪", "民國115-2-30"),
        ("@王芳 2-30 回訪", "2-30"),
        ("@王芳 13/25 名單", ""),
        ("@王芳 三位客戶 2026-02-30 開戶", ""),
        ("@王芳 fri 2026-02-30", ""),
        ("2026-02-30 的名單", ""),
    ],
)
def test_a_day_there_is_not_is_told_beside_the_owner(line: str, no_day: str) -> None:
    assert one_line_item(line, TODAY).no_day == no_day
