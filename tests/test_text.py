"""Cleaning, harmless display, folding, escaping."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from teamops.errors import DirtyText, TextTooLong
from teamops.text import clean, cleaned, escape_markdown, fold, neutral, search_key, show

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f466"
HEART_ON_FIRE = "\u2764\ufe0f\u200d\U0001f525"

anything = st.text(st.characters(exclude_categories=()), max_size=30)
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


def is_harmless(character: str) -> bool:
    if character in "\u200c\u200d":
        return True  # where it may stand is tested by itself
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


# --- show


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Wang Fang",
        "回訪三位新開戶客戶，下週五。",
        "café · 5 %",
        "空　格",
        FAMILY,
        HEART_ON_FIRE,
        "葛\U000e0100城",
    ],
)
def test_show_leaves_ordinary_text(text: str) -> None:
    assert show(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;x\x07", "␛]0;x␇"),
        ("a\x00b\x7f", "a␀b␡"),
        ("a\nb\r\nc\rd", "a⏎b⏎c␍d"),
        ("a\tb", "a b"),
        ("a\x9b5m\x85", "a\ufffd5m\ufffd"),
        ("a\u202eb\u2066c\u200bd\ufeff", "a\ufffdb\ufffdc\ufffdd\ufffd"),
        ("a\u2028b\u2029", "a\ufffdb\ufffd"),
        ("a\ud800b", "a\ufffdb"),
        ("\uffff\ufdd0\U0001fffe", "\ufffd\ufffd\ufffd"),
        ("王\u200d芳\u200c", "王\ufffd芳\ufffd"),
        ("\U0001f469\u200dx", "\U0001f469\ufffdx"),
        ("\U0001f3f4\U000e0067\U000e007f", "\U0001f3f4\ufffd\ufffd"),
        ("\u3164\u115f\uffa0", "\ufffd\ufffd\ufffd"),
        ("e" + "\u0301" * 9 + "x", "e\u0301\u0301\u0301x"),
    ],
)
def test_show_stands_in_for_what_acts_or_hides(text: str, shown: str) -> None:
    assert show(text) == shown


def test_show_keeps_line_breaks_where_lines_are_wanted() -> None:
    assert show("一\r\n二\n\x1bthree", lines=True) == "一\n二\n␛three"


def test_show_covers_every_format_character_that_this_python_knows() -> None:
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        assert len(show(character)) == 1
        if character != " ":
            assert is_harmless(show(f"a{character}b")[1]), f"U+{code:04X}"
            assert show(f"a{character}b")[1] not in "\u200c\u200d", f"U+{code:04X}"


@given(anything | mixed)
def test_show_is_idempotent_and_harmless(text: str) -> None:
    shown = show(text)
    assert show(shown) == shown
    assert all(map(is_harmless, shown))
    assert show(show(text, lines=True), lines=True) == show(text, lines=True)


# --- clean


@pytest.mark.parametrize(
    ("text", "kept", "dropped"),
    [
        ("  Wang Fang ", "Wang Fang", 0),
        ("cafe\u0301", "caf\u00e9", 0),
        ("王\u200b芳\u202e\ufeff", "王芳", 3),
        ("e\u200b\u0301", "\u00e9", 1),
        ("soft\u00adhyphen", "softhyphen", 1),
        ("a\tb\r\nc\u2028d", "a b c d", 0),
        (f"{FAMILY} {HEART_ON_FIRE}", f"{FAMILY} {HEART_ON_FIRE}", 0),
        ("王\u200d芳\u200c", "王芳", 2),
        ("\u3000\u200b ", "", 1),
        ("葛\U000e0100", "葛\U000e0100", 0),
    ],
)
def test_clean_keeps_what_can_be_seen(text: str, kept: str, dropped: int) -> None:
    assert cleaned(text) == (kept, dropped)
    assert clean(text) == kept


def test_clean_keeps_line_breaks_in_multiline_text() -> None:
    assert clean(" a \r\nb\rc\u2029d\n\n", multiline=True) == "a \nb\nc\nd"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a\x1b[31m", "U+001B"),
        ("\x00", "U+0000"),
        ("\x0b", "U+000B"),
        ("x\x1c", "U+001C"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\x9b", "U+009B"),
        ("\ud83d", "U+D83D"),
        ("\uffff", "U+FFFF"),
        ("\U0010fffe", "U+10FFFE"),
    ],
)
@pytest.mark.parametrize("multiline", [False, True])
def test_clean_refuses_controls(text: str, code: str, multiline: bool) -> None:
    with pytest.raises(DirtyText) as refusal:
        clean(text, multiline=multiline)
    assert refusal.value.character == code
    assert code in str(refusal.value)


def test_clean_measures_what_is_kept() -> None:
    assert clean(" " + "字" * 5 + "\u200b ", limit=5) == "字" * 5
    with pytest.raises(TextTooLong, match="6 characters; at most 5"):
        clean("字" * 6, limit=5)


@given(anything | mixed, st.booleans())
def test_clean_text_stays_as_it_is_and_shows_as_it_is(text: str, multiline: bool) -> None:
    try:
        kept = clean(text, multiline=multiline)
    except DirtyText:
        return
    assert cleaned(kept, multiline=multiline) == (kept, 0)
    assert unicodedata.is_normalized("NFC", kept)
    assert multiline or "\n" not in kept
    assert "\ufffd" in text or "\ufffd" not in show(kept, lines=True)


# --- folding


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("１２３．５％", "123.5%"),
        ("ＶＳ２０２６－０１", "VS2026-01"),
        ("８：３０", "8:30"),
        ("（ａ）", "(a)"),
        ("\u22125", "-5"),
        ("1。5", "1。5"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_search_key() -> None:
    assert search_key("  ＷＡＮＧ　 Fang ") == "wang fang"
    assert search_key("Straße") == search_key("STRASSE")


@given(anything)
def test_search_key_of_a_search_key_is_itself(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)


# --- escaping


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1+1",
        "@SUM(A1)",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "  =1",
        "\u3000=1",
        "\ta",
        "\rx",
        "\n",
        "-cmd",
        "--1",
        "−1+2",
    ],
)
def test_neutral_marks_what_a_spreadsheet_would_run(text: str) -> None:
    assert neutral(text) == "'" + text


@pytest.mark.parametrize(
    "text", ["", " ", "Wang Fang", "-12.5", "-1,234.50", "-5%", "12", "a=b", "王芳", "'=1"]
)
def test_neutral_leaves_the_rest(text: str) -> None:
    assert neutral(text) == text


def rendered(markdown: str) -> str:
    """The letters a reader of `markdown` sees, if it is one paragraph with no other markup."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    if not tokens:
        return ""
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    return "".join(child.content for child in children)


markdown_text = st.lists(
    st.sampled_from(
        [
            *r"\`*_{}[]()<>#+-=.!|~&:$ 1a中",
            "&amp;",
            "http://x.y",
            "<b>",
            "1. ",
            "---",
            "```",
            "\n",
            "\t",
            "[a](b)",
        ]
    ),
    max_size=20,
).map("".join)


@given(markdown_text)
@example("+ a")
@example("12) a")
@example("***")
@example("&lt;")
def test_escaped_text_reads_as_it_was_typed(text: str) -> None:
    plain = re.sub(r"[\t\r\n]+", " ", text).strip()
    assert rendered(escape_markdown(text)) == plain


@given(markdown_text)
def test_escaped_text_stays_in_its_table_cell(text: str) -> None:
    table = f"| a | b |\n| --- | --- |\n| {escape_markdown(text)} | end |\n"
    cells = [
        token.content
        for token in MarkdownIt("commonmark").enable("table").parse(table)
        if token.type == "inline"
    ]
    assert len(cells) == 4
    assert cells[3] == "end"


# --- what it costs to import


def test_base_modules_import_nothing_heavy() -> None:
    program = (
        "import sys, teamops.text, teamops.dates, teamops.clock, teamops.settings, teamops.paths\n"
        "heavy = {'rich', 'textual', 'tomli_w', 'tomllib', 'platformdirs', 'sqlalchemy', 'pydantic'}\n"
        "print(sorted(heavy & sys.modules.keys()))"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout == "[]\n"
