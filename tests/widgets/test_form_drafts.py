"""What is half typed is kept, offered once, and dropped when it is saved."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from teamops.errors import DatabaseFull
from teamops.widgets.drafts import DraftWriter
from teamops.widgets.fields import BodyField, TextField
from teamops.widgets.form import Form
from teamops.widgets.form_state import Values
from tests.screen_text import screen_text
from tests.widgets.form_host import Drafts, FormHost, form_of, lines, paste, press, slip, until

FIELDS = (TextField("a", "A"), TextField("b", "B", required=True), BodyField("c", "C"))


def values(a: str = "", b: str = "", c: str = "") -> Values:
    return {"a": a, "b": b, "c": c}


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Form, "DRAFT_PAUSE", 0.001)


def host(drafts: Drafts, **more: Any) -> FormHost:
    return FormHost(slip(fields=FIELDS, drafts=drafts, **more))


async def test_what_is_typed_is_kept_after_a_pause() -> None:
    drafts = Drafts()
    app = host(drafts)
    async with app.run_test(size=(80, 24)) as pilot:
        await paste(pilot, "half a\x1b")
        await until(pilot, lambda: "draft kept" in screen_text(app))
        assert drafts.kept == values("half a\x1b")
        await press(pilot, "backspace")
        await until(pilot, lambda: drafts.kept == values("half a"))
        await press(pilot, "ctrl+u")
        await until(pilot, lambda: drafts.kept is None)
        await until(pilot, lambda: "draft kept" not in screen_text(app))


async def test_leaving_a_field_keeps_it_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Form, "DRAFT_PAUSE", 1000.0)
    drafts = Drafts()
    app = host(drafts)
    async with app.run_test(size=(80, 24)) as pilot:
        await paste(pilot, "half")
        assert drafts.kept is None
        await press(pilot, "tab")
        await until(pilot, lambda: drafts.kept == values("half"))


async def test_the_end_of_the_program_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Form, "DRAFT_PAUSE", 1000.0)
    drafts = Drafts()
    app = host(drafts)
    async with app.run_test(size=(80, 24)) as pilot:
        await paste(pilot, "half")
    assert drafts.kept == values("half")


async def test_the_end_of_the_program_does_not_mind_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Form, "DRAFT_PAUSE", 1000.0)
    drafts = Drafts()
    app = host(drafts)
    async with app.run_test(size=(80, 24)) as pilot:
        await paste(pilot, "half")
        drafts.refusal = DatabaseFull("team.db")
    assert drafts.asked == [values("half")]


async def test_an_untouched_form_keeps_nothing() -> None:
    drafts = Drafts()
    app = host(drafts, initial={"b": "x"})
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "tab", "tab", "escape")
        await until(pilot, lambda: bool(app.results))
    assert drafts.asked == []


async def test_a_draft_is_restored_and_can_be_swapped_for_the_form_as_it_was() -> None:
    drafts = Drafts({"a": "draft", "gone": "x", "c": "one\ntwo"})
    app = host(drafts, initial={"a": "given", "b": "x"})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Draft of 09:52 restored — ctrl+z for the form as it was" in lines(app)
        assert form_of(app).values() == values("draft", "x", "one\ntwo")
        await press(pilot, "ctrl+z")
        assert "The form as it was — ctrl+z for the draft of 09:52" in lines(app)
        assert form_of(app).values() == values("given", "x")
        await press(pilot, "tab", "tab", "ctrl+z")
        assert form_of(app).values() == values("draft", "x", "one\ntwo")
        await paste(pilot, "!")
        assert "ctrl+z" not in screen_text(app)
        await press(pilot, "ctrl+z")
        assert form_of(app).values() == values("draft", "x", "one\ntwo")
        await press(pilot, "ctrl+z")
        assert form_of(app).values() == values("draft", "x", "one\ntwo")


async def test_a_draft_is_offered_once() -> None:
    drafts = Drafts(values("draft"))
    app = host(drafts)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+z", "escape")
        await until(pilot, lambda: bool(app.results))
        assert drafts.kept is None
        app.open(slip(fields=FIELDS, drafts=drafts))
        await pilot.pause()
        assert "restored" not in screen_text(app)


async def test_a_draft_that_says_nothing_new_is_not_offered() -> None:
    drafts = Drafts(values("given"))
    app = host(drafts, initial={"a": "given"})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "restored" not in screen_text(app)
        await press(pilot, "escape")
        await until(pilot, lambda: bool(app.results))
    assert drafts.kept is None


@pytest.mark.parametrize(
    ("keys", "kept"),
    [
        (("enter",), values("half")),
        (("k",), values("half")),
        (("d",), None),
        (("right", "enter"), None),
    ],
)
async def test_leaving_keeps_or_discards(keys: tuple[str, ...], kept: Values | None) -> None:
    drafts = Drafts()
    app = host(drafts)
    async with app.run_test(size=(80, 24)) as pilot:
        await paste(pilot, "half")
        await press(pilot, "escape")
        assert "Keep draft k" in screen_text(app)
        await press(pilot, *keys)
        await until(pilot, lambda: bool(app.results))
    assert app.results == [None]
    assert drafts.kept == kept


async def test_a_draft_that_cannot_be_kept_keeps_the_form_open() -> None:
    drafts = Drafts()
    app = host(drafts)
    async with app.run_test(size=(80, 24)) as pilot:
        drafts.refusal = DatabaseFull("team.db")
        await paste(pilot, "half")
        await until(
            pilot, lambda: "The draft is not kept: The disk that holds team.db is full" in screen_text(app)
        )
        await press(pilot, "escape", "k")
        assert form_of(app).values() == values("half")
        assert not app.results
        drafts.refusal = None
        await press(pilot, "escape", "k")
        await until(pilot, lambda: bool(app.results))
    assert drafts.kept == values("half")


async def test_a_draft_that_cannot_be_read_is_told_of() -> None:
    drafts = Drafts(values("half"))
    drafts.refusal = DatabaseFull("team.db")
    app = host(drafts)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "The disk that holds team.db is full" in screen_text(app)
        assert form_of(app).values() == values()


async def test_saving_drops_the_draft() -> None:
    drafts = Drafts(values("draft", "x"))
    app = host(drafts)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: bool(app.results))
    assert app.results == [values("draft", "x")]
    assert drafts.kept is None
    assert drafts.asked == [None]


async def test_a_draft_that_cannot_be_dropped_does_not_undo_the_save() -> None:
    drafts = Drafts(values("draft", "x"))
    app = host(drafts)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        drafts.refusal = DatabaseFull("team.db")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: bool(app.results))
    assert app.results == [values("draft", "x")]


async def test_what_is_typed_while_saving_leaves_no_draft() -> None:
    go = threading.Event()

    def submit(given: Values) -> Values:
        assert go.wait(30)
        return given

    drafts = Drafts()
    app = FormHost(slip(submit, fields=FIELDS, drafts=drafts, initial={"b": "x"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+s")
        await paste(pilot, "late")
        await until(pilot, lambda: drafts.kept is not None)
        go.set()
        await until(pilot, lambda: bool(app.results))
        assert drafts.kept is None
    assert drafts.asked == [values("late", "x"), None]
    assert app.results == [values("", "x")]


async def test_a_refused_save_keeps_the_draft() -> None:
    drafts = Drafts()
    app = host(drafts)
    async with app.run_test(size=(80, 24)) as pilot:
        await paste(pilot, "half")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: drafts.kept == values("half"))
        assert "Please fill this in." in lines(app)


class Slow(Drafts):
    """Writes when it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()
        self.begun = threading.Event()

    def save(self, values: Values) -> None:
        """Keep it, when it is time."""
        self.begun.set()
        assert self.go.wait(30)
        super().save(values)


async def test_a_slow_disk_holds_up_no_key_and_the_newest_draft_wins() -> None:
    drafts = Slow()
    writer = DraftWriter(drafts)
    writer.want({"a": "1"})
    writing = asyncio.create_task(writer.write())
    await asyncio.to_thread(drafts.begun.wait)
    writer.want({"a": "2"})
    await writer.write()
    writer.want({"a": "3"})
    await writer.write()
    drafts.go.set()
    await writing
    assert drafts.asked == [{"a": "1"}, {"a": "3"}]


async def test_the_last_word_waits_for_the_one_being_written() -> None:
    drafts = Slow()
    writer = DraftWriter(drafts)
    writer.want({"a": "1"})
    writing = asyncio.create_task(writer.write())
    await asyncio.to_thread(drafts.begun.wait)
    writer.want(None)
    last = asyncio.create_task(asyncio.to_thread(writer.flush))
    drafts.go.set()
    await asyncio.gather(writing, last)
    assert drafts.asked == [{"a": "1"}, None]


def test_without_a_keeper_nothing_happens() -> None:
    writer = DraftWriter(None)
    assert writer.load() is None
    writer.want({"a": "1"})
    writer.flush()


def test_what_was_refused_is_tried_again() -> None:
    drafts = Drafts()
    writer = DraftWriter(drafts)
    drafts.refusal = DatabaseFull("team.db")
    writer.want({"a": "1"})
    with pytest.raises(DatabaseFull):
        writer.flush()
    drafts.refusal = None
    writer.flush()
    assert drafts.kept == {"a": "1"}
    writer.flush()
    assert len(drafts.asked) == 2
