"""Widths in cells, fitting, wrapping."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from teamops.text import cell_width, fit, show, wrap

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f466"
HEART_ON_FIRE = "\u2764\ufe0f\u200d\U0001f525"

# What people type, and what hides in what they paste.
mixed = st.lists(
    st.sampled_from(
        [
            *"aZ09 ,.。，（）「」…é中文週\u3000\u00a0\u200b\u202e\u200d\ufe0f\u0301\ufeff\n\t\x9b\x7f",
            *("e\u0301", FAMILY, HEART_ON_FIRE, "☀\ufe0f", "1\ufe0f\u20e3", "\r\n", "\x1b[31m"),
        ]
    ),
    max_size=30,
).map("".join)
writing = st.text(
    st.sampled_from(
        "abc XYZ 0189 -,.!?()王芳回訪三位新開戶客戶下週五，。、；：！？（）「」『』【】《》　é한국"
    ),
    max_size=60,
)


@given(st.text(st.sampled_from("aé中　，（①※…“×·→░한｡ｱ"), max_size=40) | mixed.map(show) | writing)
def test_cell_width_is_that_of_the_framework(text: str) -> None:
    assert cell_width(text) == cell_len(text)


def test_cell_width_of_every_character_in_common_use_is_that_of_the_framework() -> None:
    blocks = [(0x20, 0x7E), (0xA0, 0x52F), (0x2000, 0x2BFF), (0x2E80, 0xA4CF), (0xAC00, 0xD7FF),
              (0xF900, 0xFFEF), (0x1F000, 0x1FAFF), (0x20000, 0x2FA1D)]  # fmt: skip
    wrong = [
        f"U+{code:04X}"
        for first, last in blocks
        for code in range(first, last + 1)
        if unicodedata.category(chr(code)) not in {"Cn", "Cf", "Cs"}
        if cell_width(chr(code)) != cell_len(chr(code))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("王芳", 4),
        ("ＡＢ", 4),
        ("e\u0301", 1),
        ("①…", 2),
        (FAMILY, 2),
        ("☀", 1),
        ("☀\ufe0f", 2),
        ("\n", 0),
    ],
)
def test_cell_width(text: str, width: int) -> None:
    assert cell_width(text) == width


@pytest.mark.parametrize(
    ("text", "width", "align", "fitted"),
    [
        ("abc", 5, "left", "abc  "),
        ("abc", 5, "right", "  abc"),
        ("abc", 6, "centre", " abc  "),
        ("王芳", 6, "centre", " 王芳 "),
        ("abcdef", 4, "left", "abc…"),
        ("歐陽娜娜子", 6, "left", "歐陽… "),
        ("歐陽娜娜子", 6, "right", " 歐陽…"),
        ("歐陽娜娜子", 7, "left", "歐陽娜…"),
        ("王芳", 2, "left", "… "),
        ("王芳", 1, "left", "…"),
        ("王芳", 0, "left", ""),
        ("ae\u0301e\u0301e\u0301", 3, "left", "ae\u0301…"),
        (FAMILY * 2, 3, "left", FAMILY + "…"),
    ],
)
def test_fit(text: str, width: int, align: Literal["left", "right", "centre"], fitted: str) -> None:
    assert fit(text, width, align) == fitted


@given(mixed.map(show), st.integers(0, 40), st.sampled_from(["left", "right", "centre"]))
def test_fit_takes_exactly_its_width(
    text: str, width: int, align: Literal["left", "right", "centre"]
) -> None:
    fitted = fit(text, width, align)
    assert cell_len(fitted) == width
    if cell_width(text) <= width:
        assert fitted.strip() == text.strip()
    else:
        kept = fitted[: fitted.rfind("…")] if width else ""
        assert text.startswith((kept, kept[1:]))  # a cell of padding may stand before it


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("short", 10, ["short"]),
        ("one two three", 8, ["one two", "three"]),
        ("one  two", 8, ["one  two"]),
        ("a\n\nb", 10, ["a", "", "b"]),
        ("回訪三位客戶，下週五前", 12, ["回訪三位客", "戶，下週五前"]),
        ("回訪三位（新開戶）客戶", 10, ["回訪三位", "（新開戶）", "客戶"]),
        ("見《辦法》第三條", 8, ["見《辦", "法》第三", "條"]),
        ("出訪單VS2026-0117已回", 12, ["出訪單", "VS2026-0117", "已回"]),
        ("https://example.com/a", 10, ["https://ex", "ample.com/", "a"]),
        ("  indented text", 10, ["  indented", "text"]),
        ("增加 5 %，很好", 8, ["增加", "5 %，很", "好"]),
        ("abcd, efg", 4, ["abc", "d,", "efg"]),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@given(writing, st.integers(2, 30))
@example("（「王芳」）", 2)
def test_wrap_loses_nothing_and_keeps_to_its_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
    assert max(map(cell_width, lines)) <= width
    assert all(line == line.rstrip() for line in lines)


def no_break_within(text: str) -> list[str]:
    """Chinese text cut where no line may be broken: pieces with the punctuation that clings to them."""
    return re.findall(r"[（「『【《]*[^（「『【《，。、；：！？）」』】》][，。、；：！？）」』】》]*", text)


@given(
    st.text(st.sampled_from("王芳回訪客戶，。、；：！？）」』】》（「『【《"), max_size=60),
    st.integers(8, 40),
)
def test_wrap_breaks_no_line_before_closing_or_after_opening_punctuation(text: str, width: int) -> None:
    text = "".join(piece for piece in no_break_within(text) if cell_width(piece) <= width)
    lines = wrap(text, width)
    assert not any(line[0] in "，。、；：！？）」』】》" for line in lines[1:])
    assert not any(line[-1] in "（「『【《" for line in lines[:-1])


@given(
    st.lists(st.text(st.sampled_from("abcdef019"), min_size=1, max_size=8), min_size=1), st.integers(8, 40)
)
def test_wrap_keeps_latin_words_whole(words: list[str], width: int) -> None:
    assert " ".join(wrap(" ".join(words), width)).split() == words
