"""An application with one form in it, and hands that type into it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from teamops.errors import Refusal
from teamops.widgets.fields import (
    BodyField,
    ChoiceField,
    DateField,
    Field,
    FlagField,
    NameField,
    NamesField,
    NumberField,
    TextField,
    TimeField,
)
from teamops.widgets.form import Form
from teamops.widgets.form_state import Values
from teamops.widgets.item_list import Suggestion
from tests.screen_text import screen_text

TODAY = date(2026, 11, 23)

SLIP: tuple[Field, ...] = (
    NameField("who", "Who", required=True, half=True),
    NamesField("with", "with", half=True),
    ChoiceField(
        "purpose", "Purpose", required=True, options=(("open", "Account opening"), ("call", "Client call"))
    ),
    TextField("client", "Client", required=True, hint="name, or a few letters of it", limit=60),
    DateField("day", "Day", required=True, half=True),
    TimeField("out", "Out", half=True),
    NumberField("assets", "Assets", decimals=2, unit="萬元", half=True),
    FlagField("urgent", "Urgent", half=True),
    BodyField("note", "Note", rows=3),
)
FILLED = {"who": "Liu Yang", "purpose": "call", "client": "Golden Bridge Ltd", "day": "fri"}


def today() -> date:
    """Monday 23 November 2026."""
    return TODAY


class People:
    """Five who work here."""

    known = (
        Suggestion("Liu Yang", "A106"),
        Suggestion("Li Na", "A102"),
        Suggestion("Sun Hao", "A111"),
        Suggestion("王芳", "A104"),
        Suggestion("[/]", "[red]A1[/]"),
    )

    def complete(self, text: str, limit: int) -> Sequence[Suggestion]:
        """Those whose name or number holds `text`."""
        found = (each for each in self.known if text.casefold() in f"{each.label} {each.detail}".casefold())
        return list(found)[:limit]


class Drafts:
    """Keeps one draft, and tells what it was asked; refuses what it has a refusal for."""

    def __init__(self, values: Values | None = None) -> None:
        self.kept = values
        self.asked: list[Values | None] = []
        self.refusal: Refusal | None = None

    def _may(self) -> None:
        if self.refusal is not None:
            raise self.refusal

    def load(self) -> tuple[Values, str] | None:
        """What is kept, since 09:52."""
        self._may()
        return None if self.kept is None else (dict(self.kept), "09:52")

    def save(self, values: Values) -> None:
        """Keep it."""
        self.asked.append(values)
        self._may()
        self.kept = values

    def drop(self) -> None:
        """Keep nothing."""
        self.asked.append(None)
        self._may()
        self.kept = None


class FormHost(App[None]):
    """Opens what it is given, and notes how that closed."""

    def __init__(self, opened: Screen[Any]) -> None:
        super().__init__()
        self.opened = opened
        self.results: list[Any] = []

    def on_mount(self) -> None:
        """Open it."""
        self.open(self.opened)

    def open(self, opened: Screen[Any]) -> None:
        """Open another one."""
        self.opened = opened
        self.push_screen(opened, self.results.append)


def slip(submit: Callable[[Values], Any] | None = None, **more: Any) -> Form[Any]:
    """A visit slip; what is submitted comes back."""
    more = {"title": "New visit slip", "today": today, "people": People(), **more}
    return Form(more.pop("fields", SLIP), submit or dict, **more)


def form_of(app: App[Any]) -> Form[Any]:
    """The form that is open."""
    form = app.screen
    assert isinstance(form, Form)
    return form


def focused(app: App[Any]) -> str:
    """The name of the field that has the focus."""
    cells = form_of(app)._page.cells
    return next(cell.field.name for cell in cells if cell.entry is app.focused)


def lines(app: App[Any]) -> list[str]:
    """The screen's lines from the border in, without the blanks about them."""
    return [line.strip().strip("│").strip() for line in screen_text(app).splitlines()]


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, each after what the one before it did; what `pilot.press` does, at a typist's pace."""
    for key in keys:
        character = " " if key == "space" else key if len(key) == 1 else None
        pilot.app.post_message(events.Key(key, character))
        for _hop in range(60):  # from the program to what has the focus, and back up to the program
            await asyncio.sleep(0)
    await pilot.pause()


async def paste(pilot: Pilot[Any], text: str) -> None:
    """Paste into what has the focus."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


async def fill(pilot: Pilot[Any], texts: Iterable[str]) -> None:
    """Paste a text into each field from the focused one on; "" leaves one as it is."""
    for text in texts:
        if text:
            await paste(pilot, text)
        await press(pilot, "tab")


async def until(pilot: Pilot[Any], holds: Callable[[], bool]) -> None:
    """Let the program go on until something holds."""
    for _turn in range(2000):
        if holds():
            return
        await pilot.pause()
    raise AssertionError("it never came to hold:\n" + screen_text(pilot.app))
