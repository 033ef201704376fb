"""The line that is typed: places between characters, and the part a narrow place shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamops.text import cell_width
from teamops.widgets.caret import Caret, one_line, printable


def pressed(text: str, *keys: str) -> Caret:
    caret = Caret(text)
    for key in keys:
        assert caret.press(key)
    return caret


@pytest.mark.parametrize(
    ("keys", "text", "place"),
    [
        (["left"], "歐陽 abc", 5),
        (["left", "right", "right"], "歐陽 abc", 6),
        (["home", "left"], "歐陽 abc", 0),
        (["ctrl+a", "right", "end"], "歐陽 abc", 6),
        (["ctrl+a", "ctrl+e"], "歐陽 abc", 6),
        (["backspace"], "歐陽 ab", 5),
        (["home", "backspace"], "歐陽 abc", 0),
        (["home", "delete"], "陽 abc", 0),
        (["delete"], "歐陽 abc", 6),
        (["ctrl+left"], "歐陽 abc", 3),
        (["ctrl+left", "ctrl+left"], "歐陽 abc", 0),
        (["home", "ctrl+right"], "歐陽 abc", 3),
        (["home", "ctrl+right", "ctrl+right"], "歐陽 abc", 6),
        (["ctrl+w"], "歐陽 ", 3),
        (["left", "ctrl+u"], "c", 0),
        (["home", "right", "ctrl+k"], "歐", 1),
    ],
)
def test_keys_of_editing(keys: list[str], text: str, place: int) -> None:
    caret = pressed("歐陽 abc", *keys)
    assert (caret.text, caret.place) == (text, place)


def test_a_key_of_no_line() -> None:
    assert not Caret("a").press("f5")


def test_a_letter_and_its_marks_are_one_character() -> None:
    caret = pressed("ne\u0301e", "left", "left")
    assert caret.place == 1
    caret.press("delete")
    assert caret.text == "ne"


def test_an_emoji_family_is_one_character() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    caret = pressed(f"a{family}", "backspace")
    assert caret.text == "a"
    caret = pressed(f"{family}a", "home", "right")
    assert caret.place == len(family)


def test_typing_goes_in_at_the_caret() -> None:
    caret = pressed("gold", "home")
    caret.type("王小明\t說\r\n好\u3000")
    assert caret.text == "王小明 說 好\u3000gold"
    assert caret.place == 8


def test_what_cannot_be_printed_is_left_out() -> None:
    assert printable("\x00a\x1b\u009b\u202e\u200bb\u3000c\x7f") == "ab\u3000c"
    assert one_line("\x1b[31ma\x0bb\tc\n") == "[31ma b c"


def test_the_view_follows_the_caret() -> None:
    caret = Caret("abcdefghij")
    assert caret.view(5) == ("ghij", " ", "")
    caret.press("home")
    assert caret.view(5) == ("", "a", "bcde")
    for _ in range(6):
        caret.press("right")
    assert caret.view(5) == ("cdef", "g", "")
    assert caret.view(5).caret == 4


def test_the_view_counts_cells() -> None:
    caret = Caret("王小明說好")
    assert caret.view(6) == ("說好", " ", " ")
    assert caret.view(6).caret == 4
    caret.press("home")
    assert caret.view(6) == ("", "王", "小明")
    assert caret.view(7) == ("", "王", "小明 ")


def test_the_view_comes_back_when_all_fits_again() -> None:
    caret = Caret("abcdefg")
    caret.view(5)
    for _ in range(4):
        caret.press("backspace")
    assert caret.view(5) == ("abc", " ", " ")


def test_the_view_shows_controls_as_pictures() -> None:
    assert pressed("a\x1bb", "home").view(4) == ("", "a", "␛b ")


@given(
    st.text(st.sampled_from("ab王\u0301 \U0001f468\u200d"), max_size=12),
    st.lists(st.sampled_from(["left", "right", "home", "end", "backspace", "delete"]), max_size=12),
    st.integers(2, 9),
)
def test_the_view_fills_its_width_and_keeps_the_caret(text: str, keys: list[str], width: int) -> None:
    caret = Caret(text)
    for key in keys:
        caret.press(key)
        view = caret.view(width)
        assert view.caret < width
        assert sum(map(cell_width, view)) >= width
        assert 0 <= caret.place <= len(caret.text)
