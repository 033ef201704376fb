"""What the screens look like, kept as text: UPDATE_GOLDENS=1 writes them anew, and the difference is to be read."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest

from teamops.i18n import LANGUAGES, set_language
from tests.journeys.keyboard import SIZES, at_the_keyboard
from tests.journeys.staged import AtStage

GOLDEN = Path(__file__).parents[1] / "golden"

VISITS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "prepared": (
        ("today-prepared", ()),
        ("help", ("f1",)),
        ("menu", ("escape", "f12")),
        ("agenda", ("escape", "ctrl+g", "down")),
        ("form", ("f4",)),
        ("meetings", ("escape", "escape", "4")),
        ("action-items", ("tab",)),
        ("directives", ("tab",)),
        ("cases", ("tab",)),
        ("people", ("6",)),
    ),
    "running": (
        ("today-running", ("escape",)),
        ("meeting-market", ("f9",)),
        ("meeting-directives", ("right",)),
        ("meeting-progress", ("right",)),
        ("meeting-case", ("right",)),
        ("meeting-morale", ("right",)),
        ("roll", ("ctrl+r",)),
        ("figures", ("escape", "ctrl+f")),
    ),
    "after": (("today-after", ()), ("minutes", ("ctrl+y",))),
}
"""Each stage's screens, and the keys that lead to each from the one before."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("stage", VISITS)
async def test_the_screens_look_as_they_did(
    at_stage: AtStage, stage: str, size: tuple[int, int], language: str
) -> None:
    desk = at_stage(stage)
    set_language(language)
    differences = []
    async with at_the_keyboard(desk, size) as lead:
        for name, keys in VISITS[stage]:
            await lead.press(*keys)
            differences += _differing(f"{name}.{size[0]}x{size[1]}.{language}.txt", lead.screen + "\n")
    assert not differences, "\n".join(differences)


def _differing(name: str, shown: str) -> list[str]:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDENS"):
        path.write_text(shown, encoding="utf-8")
    if not path.exists():
        return [f"{name} is missing"]
    kept = path.read_text(encoding="utf-8")
    return list(difflib.unified_diff(kept.splitlines(), shown.splitlines(), name, "now", lineterm=""))


def test_no_golden_is_left_over() -> None:
    wanted = {
        f"{name}.{width}x{height}.{language}.txt"
        for visits in VISITS.values()
        for name, _keys in visits
        for width, height in SIZES
        for language in LANGUAGES
    }
    assert {path.name for path in GOLDEN.iterdir()} == wanted
