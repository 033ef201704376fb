"""Forms: labelled fields that say what they understood, and are handed over when saved."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import ClassVar, Final, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from teamops.errors import Refusal, Refusals
from teamops.i18n import N_, _
from teamops.widgets.choice import ChoiceEntry
from teamops.widgets.complete import Completer, DropDown, NameEntry
from teamops.widgets.drafts import DraftKeeper, DraftWriter
from teamops.widgets.entry import Edited
from teamops.widgets.fields import Field
from teamops.widgets.form_frame import FormFrame
from teamops.widgets.form_page import Cell, FormPage
from teamops.widgets.form_state import Opening, State, Values
from teamops.widgets.item_list import ItemList
from teamops.widgets.keybar import KeyHint
from teamops.widgets.question import Answer, Question
from teamops.widgets.tones import Mark

T = TypeVar("T")

_PATIENCE: Final = 0.3  # seconds after which a save that is still under way is worth a word


class Form(ModalScreen[T | None], Generic[T]):
    """Asks for the fields, and closes with what `submit` gave back, or with None when it was left.

    `submit` gets what is typed by field name, in a thread, and raises Refusal or Refusals for what it will
    not have; nothing else it raises is caught. `initial` and `same_as_last` are typed text too, of any of the
    fields. `text` stands above the fields, what `note` makes of the typed values below them; `save` is the
    message id of what ^s does.
    """

    DRAFT_PAUSE: ClassVar[float] = 0.3
    """Seconds without a key after which what is half typed is kept."""

    DEFAULT_CSS = """
    Form { align: center middle; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f2", "save", show=False),
        Binding("f8", "same_as_last", show=False),
        Binding("escape", "leave", show=False),
        Binding("enter", "enter", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("ctrl+z", "swap_draft", show=False, priority=True),
    ]

    def __init__(
        self,
        fields: Sequence[Field],
        submit: Callable[[Values], T],
        *,
        title: str,
        today: Callable[[], date],
        initial: Mapping[str, str] | None = None,
        subtitle: str = "",
        text: str = "",
        people: Completer | None = None,
        drafts: DraftKeeper | None = None,
        same_as_last: Callable[[], Mapping[str, str]] | None = None,
        note: Callable[[Values], str] | None = None,
        save: str = N_("save"),
    ) -> None:
        super().__init__()
        self.fields = tuple(fields)
        self.opening = Opening(
            title, submit, today, initial or {}, subtitle, text, people, drafts, same_as_last, note, save
        )
        self._state = State(over=True)
        self._drop = DropDown()
        self._page = FormPage([Cell(each, self._drop) for each in self.fields], self._drop, today)
        self._frame = FormFrame(self._page)
        self._drafts = DraftWriter(None)
        self._timer: Timer | None = None
        self._theme = ""
        self._outcome: list[T | None] = []

    def compose(self) -> ComposeResult:
        """The frame with all in it."""
        yield self._frame

    # --- opening and closing --------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Fill the form for its first opening."""
        self._begin()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Spare the style sheet where it has nothing new to say: that is most of opening a kept form."""
        event.refresh_styles = self._theme != self.app.theme
        self._theme = self.app.theme
        if self._outcome:
            self.dismiss(self._outcome.pop())

    def set_focus(
        self,
        widget: Widget | None,
        scroll_visible: bool = True,  # noqa: FBT001, FBT002 - the framework's own
        from_app_focus: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """Focus without the framework's scrolling: the page itself brings the whole field into sight."""
        super().set_focus(widget, scroll_visible=False, from_app_focus=from_app_focus)

    def reopen(self, form: Form[T]) -> None:
        """Be what `form`, of the same fields, would be, when pushed the next time."""
        self.opening = form.opening
        self._begin()

    @property
    def is_over(self) -> bool:
        """Whether it was left or saved, and not opened again since."""
        return self._state.over and not self._outcome

    def _begin(self) -> None:
        opening, state = self.opening, State()
        self._state = state
        self._drafts = DraftWriter(opening.drafts)
        for cell in self._page.cells:
            if isinstance(cell.entry, NameEntry):
                cell.entry.completer = opening.people
        self._put({each.name: opening.initial.get(each.name) or each.blank for each in self.fields})
        state.initial = self.values()
        self._offer_draft()
        self._frame.title(opening.title, opening.subtitle)
        self._frame.keys(self.keys())
        self._page.open(opening.text, opening.today)
        self._say()

    def keys(self) -> list[KeyHint]:
        """What the lower border says the keys do."""
        keys = [KeyHint("tab", _("next")), KeyHint("^s", _(self.opening.save)), KeyHint("esc", _("back"))]
        if self.opening.same_as_last is not None:
            keys.insert(2, KeyHint("F8", _("same as last time")))
        return keys

    def values(self) -> Values:
        """What is typed, by the names of the fields."""
        return {cell.field.name: cell.entry.raw for cell in self._page.cells}

    def _put(self, values: Mapping[str, str]) -> None:
        for cell in self._page.cells:
            cell.refused = ""
            if cell.field.name in values:
                cell.entry.put(values[cell.field.name])
        self._state.seen = self._held()

    def _held(self) -> dict[str, tuple[str, int]]:
        return {cell.field.name: (cell.entry.raw, cell.entry.dropped) for cell in self._page.cells}

    def _end(self, result: T | None) -> None:
        """Close, or be closed as soon as nothing lies above."""
        self._state.over = True
        self._hold_on()
        self._drop.close()
        self.set_focus(None)
        if self.is_active:
            self.dismiss(result)
        else:
            self._outcome.append(result)

    def on_unmount(self) -> None:
        """Keep what is half typed when the whole program ends."""
        if not self._state.over:
            self._want_draft()
            # Nobody is left to be told that it could not be kept.
            with contextlib.suppress(Refusal):
                self._drafts.flush()

    def action_leave(self) -> None:
        """Close at once where nothing was typed, else ask what to do with it."""
        if self._state.sending:
            return
        if self.values() == self._state.initial:
            self._leave("discard")
            return
        answers = [("discard", Answer(_("Discard"), "d")), ("stay", Answer(_("Go on typing"), "escape"))]
        if self.opening.drafts is not None:
            answers.insert(0, ("keep", Answer(_("Keep draft"), "k")))
        text = _("What you typed is not saved yet.")
        self.app.push_screen(Question(text, answers, title=self.opening.title), self._leave)

    def _leave(self, answer: str | None) -> None:
        if answer == "stay":
            return
        self._hold_on()
        self._drafts.want(self.values() if answer == "keep" else None)
        try:
            self._drafts.flush()
        except Refusal as refusal:
            self._object(_("The draft is not kept: {reason}").format(reason=refusal))
        else:
            self._end(None)

    # --- what is typed --------------------------------------------------------------------------------------

    @on(Edited)
    def _edited(self, event: Edited) -> None:
        event.stop()
        self._look()

    def _look(self) -> None:
        """Say what changed means, and see to the draft."""
        state, held = self._state, self._held()
        if held == state.seen or state.over:
            return
        for cell in self._page.cells:
            if held[cell.field.name] != state.seen[cell.field.name]:
                cell.refused = ""
        state.seen = held
        state.swapped, state.refused, state.said = None, "", ""
        self._page.changed()
        self._say()
        self._hold_on()
        if self.opening.drafts is not None:
            self._timer = self.set_timer(self.DRAFT_PAUSE, self._keep_draft)

    def _say(self) -> None:
        state, note = self._state, self.opening.note
        if state.refused:
            said = Mark(state.refused, "alert")
        elif state.swapped is not None:
            offer = _("Draft of {when} restored — ctrl+z for the form as it was")
            back = _("The form as it was — ctrl+z for the draft of {when}")
            said = Mark((offer if state.draft_shown else back).format(when=state.draft_when), "accent")
        else:
            said = Mark(note(self.values()) if note is not None else "", "dim")
        self._frame.foot.say(said)
        self._frame.aside(state.said)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_enter()

    def action_enter(self) -> None:
        """On to the next field."""
        self.focus_next()

    @on(ItemList.Clicked)
    def _taken(self, event: ItemList.Clicked) -> None:
        event.stop()
        if isinstance(self._drop.owner, NameEntry | ChoiceEntry):
            self._drop.owner.accept()

    def action_same_as_last(self) -> None:
        """Fill what was not typed into with what it was the last time."""
        if self.opening.same_as_last is not None:
            self.run_worker(self._repeat(self.opening.same_as_last), exclusive=True, group="same")

    async def _repeat(self, last: Callable[[], Mapping[str, str]]) -> None:
        state = self._state
        try:
            values = await asyncio.to_thread(last)
        except Refusal as refusal:
            self._object(str(refusal))
            return
        if not values:
            self._object(_("There is no last time yet to take anything from."))
            return
        for cell in self._page.cells:
            name = cell.field.name
            if name in values and cell.entry.raw == state.initial[name]:
                cell.entry.put(values[name])
        self._look()

    # --- drafts ---------------------------------------------------------------------------------------------

    def _offer_draft(self) -> None:
        state = self._state
        try:
            found = self._drafts.load()
        except Refusal as refusal:
            state.refused = str(refusal)
            return
        if found is not None:
            draft, state.draft_when = found
            self._put(draft)
            if self.values() != state.initial:
                state.swapped, state.draft_shown = state.initial, True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """ctrl+z is the form's own only as long as there is a draft to swap."""
        return action != "swap_draft" or self._state.swapped is not None

    def action_swap_draft(self) -> None:
        """Show the form as it was instead of the draft, or the draft again."""
        state, other = self._state, self._state.swapped
        if other is not None:
            state.swapped, state.draft_shown = self.values(), not state.draft_shown
            self._put(other)
            self._page.changed()
            self._say()

    def on_descendant_blur(self) -> None:
        """Keep what is half typed as soon as a field is left."""
        if self._timer is not None:
            self._keep_draft()

    def _hold_on(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _want_draft(self) -> None:
        self._hold_on()
        values = self.values()
        self._drafts.want(values if values != self._state.initial else None)

    def _keep_draft(self) -> None:
        self._want_draft()
        self.run_worker(self._write_draft(), group="draft")

    async def _write_draft(self) -> None:
        state = self._state
        try:
            await self._drafts.write()
        except Refusal as refusal:
            self._object(_("The draft is not kept: {reason}").format(reason=refusal))
        else:
            state.said = _("draft kept") if self.values() != state.initial else ""
            self._say()

    # --- saving ---------------------------------------------------------------------------------------------

    def action_save(self) -> None:
        """Hand over what is typed, unless a field cannot be read."""
        if self._state.sending:
            return
        self._drop.close()
        refused = self._page.unreadable()
        if refused:
            self._refuse(refused)
        else:
            self._state.sending = True
            self._state.refused = ""
            self.run_worker(self._send(self.values()), exclusive=True, group="send")

    async def _send(self, values: Values) -> None:
        waiting = self.set_timer(_PATIENCE, self._say_saving)
        try:
            result = await asyncio.to_thread(self.opening.submit, values)
        except Refusals as refusals:
            self._refuse(refusals.by_field)
        except Refusal as refusal:
            self._refuse({refusal.field or "": str(refusal)})
        else:
            self._hold_on()
            self._drafts.want(None)
            # It is saved; a draft that could not be dropped is offered again, and that is all.
            with contextlib.suppress(Refusal):
                await asyncio.to_thread(self._drafts.flush)
            self._end(result)
        finally:
            waiting.stop()
            self._state.sending = False

    def _say_saving(self) -> None:
        self._state.said = _("saving…")
        self._say()

    def _object(self, said: str) -> None:
        """Say below the fields what is not to be had."""
        self._state.refused = said
        self._say()

    def _refuse(self, by_field: Mapping[str, str]) -> None:
        """Say what was refused below its field, or below them all; go to the first."""
        state = self._state
        cells = {cell.field.name: cell for cell in self._page.cells}
        for name, cell in cells.items():
            cell.refused = by_field.get(name, "")
        state.refused = " ".join(said for name, said in by_field.items() if name not in cells)
        state.said = ""
        self._page.changed()
        self._say()
        first = next((cell for cell in cells.values() if cell.refused), None)
        if first is not None:
            first.entry.focus()
            self.call_after_refresh(self._page.reveal, first.entry)
