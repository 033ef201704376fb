"""The two looks: everything on them can be read."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from teamops.themes import THEMES

READABLE = 4.5
"""The contrast that small text needs (WCAG 2, AA)."""


def contrast(one: str, other: str) -> float:
    """How much two colours differ in brightness, from 1 to 21."""
    bright, dark = sorted((_luminance(Color.parse(one)), _luminance(Color.parse(other))), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["background", "surface", "panel"])
def test_text_stands_out_from_every_ground(theme: Theme, ground: str) -> None:
    on = str(getattr(theme, ground))
    assert contrast(str(theme.foreground), on) >= 7
    for name in ("primary", "accent", "error", "success"):
        assert contrast(str(getattr(theme, name)), on) >= READABLE, name
    assert contrast(theme.variables["text-muted"], on) >= READABLE


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("cursor", ["block-cursor", "block-cursor-blurred"])
def test_the_line_under_the_cursor_can_be_read(theme: Theme, cursor: str) -> None:
    text, ground = (theme.variables[f"{cursor}-{part}"] for part in ("foreground", "background"))
    assert contrast(text, ground) >= READABLE


def test_there_is_a_dark_one_and_a_light_one() -> None:
    assert [theme.dark for theme in THEMES] == [True, False]
    assert len({theme.name for theme in THEMES}) == 2
