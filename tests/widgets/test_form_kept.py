"""Forms that stay when they are closed."""

from __future__ import annotations

from teamops.errors import UnknownPerson
from teamops.themes import LIGHT
from teamops.widgets.fields import TextField
from teamops.widgets.form import Form
from teamops.widgets.form_state import Values
from teamops.widgets.kept import kept
from tests.screen_text import screen_text
from tests.widgets.form_host import FILLED, Drafts, FormHost, form_of, lines, paste, press, slip, until


async def opened(app: FormHost, form: Form[object]) -> Form[object]:
    """The form that opens when `form` is asked for."""
    app.open(kept(app, "slip", form))
    return form_of(app)


async def test_a_kept_form_is_what_it_would_be_anew() -> None:
    def refuse(values: Values) -> None:
        raise UnknownPerson("x").at("who")

    app = FormHost(slip(title="Host"))
    async with app.run_test(size=(80, 24)) as pilot:
        first = await opened(
            app, slip(refuse, title="First", initial=FILLED, subtitle="old", note=lambda values: "noted")
        )
        await pilot.pause()
        await paste(pilot, "\u200b!")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: "Nobody here" in screen_text(app))
        await press(pilot, "escape", "d")
        await until(pilot, lambda: first.is_over)

        drafts = Drafts({"client": "from a draft"})
        again = await opened(
            app, slip(title="Second", drafts=drafts, initial={"day": "fri"}, text="Read this.")
        )
        await pilot.pause()
        assert again is first
        shown = lines(app)
        for gone in ("First", "old", "noted", "Nobody here", "invisible", "Liu Yang"):
            assert gone not in screen_text(app)
        assert "Read this." in shown
        assert "Draft of 09:52 restored — ctrl+z for the form as it was" in shown
        assert again.values()["client"] == "from a draft"
        assert again.values()["day"] == "fri"
        assert app.focused is again._page.cells[0].entry
        await press(pilot, "f8", "tab", "tab", "right", "ctrl+s")
        assert "Please fill this in." in shown or "Please fill this in." in lines(app)
        await paste(pilot, "Li Na")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: first.is_over)
    assert app.results[0] is None
    assert app.results[1]["who"] == "Li Na"
    assert drafts.kept is None


async def test_late_edits_of_the_time_before_leave_no_trace() -> None:
    drafts = Drafts()
    app = FormHost(slip(title="Host"))
    async with app.run_test(size=(80, 24)) as pilot:
        form = await opened(app, slip(drafts=drafts))
        await pilot.pause()
        await press(pilot, "escape")
        await until(pilot, lambda: form.is_over)
        form._page.cells[3].entry.put("late")
        await pilot.pause()
        assert form._timer is None
    assert drafts.asked == []


async def test_a_form_of_other_fields_takes_its_place() -> None:
    app = FormHost(slip(title="Host"))
    async with app.run_test(size=(80, 24)) as pilot:
        first = await opened(app, slip())
        await pilot.pause()
        await press(pilot, "escape")
        await until(pilot, lambda: first.is_over)
        other = slip(fields=(TextField("a", "A"),))
        assert await opened(app, other) is other
        await until(pilot, lambda: not first.is_attached)
        await press(pilot, "escape")
        await until(pilot, lambda: other.is_over)
        assert await opened(app, slip(fields=(TextField("a", "A"),))) is other


async def test_a_form_that_is_open_is_not_opened_twice() -> None:
    app = FormHost(slip(title="Host"))
    async with app.run_test(size=(80, 24)) as pilot:
        first = await opened(app, slip())
        await pilot.pause()
        assert await opened(app, slip()) is not first
        await pilot.pause()
        await press(pilot, "escape")
        await until(pilot, lambda: app.screen is first)


async def test_a_kept_form_follows_the_theme() -> None:
    app = FormHost(slip(title="Host"))
    async with app.run_test(size=(80, 24)) as pilot:
        app.register_theme(LIGHT)
        form = await opened(app, slip())
        await pilot.pause()
        before = form._frame.background_colors
        await press(pilot, "escape")
        await until(pilot, lambda: form.is_over)
        app.theme = LIGHT.name
        assert await opened(app, slip()) is form
        await pilot.pause()
        assert form._frame.background_colors != before


async def test_a_kept_form_follows_the_size_of_the_screen() -> None:
    app = FormHost(slip(title="Host"))
    async with app.run_test(size=(80, 24)) as pilot:
        form = await opened(app, slip())
        await pilot.pause()
        await press(pilot, "escape")
        await until(pilot, lambda: form.is_over)
        await pilot.resize_terminal(120, 36)
        assert await opened(app, slip()) is form
        await pilot.pause()
        assert form._frame.region.width == 100
