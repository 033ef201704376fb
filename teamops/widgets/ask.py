"""Short questions: yes or no, a line or a few of text, one thing out of many."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input

from teamops.errors import Refusal, Refusals
from teamops.i18n import N_, _, ngettext
from teamops.text import clean, search_key
from teamops.widgets.entry import Edited, LineEntry
from teamops.widgets.fields import BodyField, TextField
from teamops.widgets.form import Form
from teamops.widgets.form_frame import lower_label
from teamops.widgets.form_state import Values
from teamops.widgets.frame import Frame, frame_css
from teamops.widgets.item_list import ItemList, Suggestion
from teamops.widgets.keybar import KeyHint
from teamops.widgets.question import Answer, Question

_TEXT: Final = "text"
_ROWS: Final = 12


class Confirm(Question[bool]):
    """Yes or no; esc is no. With `careful` the cursor begins on no."""

    def __init__(self, question: str, *, yes: str, no: str, title: str = "", careful: bool = False) -> None:
        answers = [(True, Answer(yes)), (False, Answer(no, "escape"))]
        super().__init__(question, answers, title=title, start=1 if careful else 0)


class AskText(Form[str]):
    """A line, or with `body` a few, handed to `check` in a thread; gives back what `check` made of it.

    What `check` raises as a Refusal stands below the text, which stays. Enter saves a line.
    """

    DEFAULT_CSS = """
    AskText FormFrame { max-width: 76; }
    """

    def __init__(
        self,
        question: str,
        check: Callable[[str], str],
        *,
        title: str = "",
        label: str = "",
        initial: str = "",
        hint: str = "",
        required: bool = True,
        body: bool = False,
        save: str = N_("save"),
    ) -> None:
        self._body = body
        field = BodyField if body else TextField

        def submit(values: Values) -> str:
            try:
                return check(clean(values[_TEXT], multiline=body, limit=len(values[_TEXT])))
            except Refusal as refusal:
                raise Refusals({_TEXT: str(refusal)}) from refusal

        super().__init__(
            (field(_TEXT, label, required=required, hint=hint),),
            submit,
            title=title,
            text=question,
            today=lambda: date.min,
            initial={_TEXT: initial},
            save=save,
        )

    def keys(self) -> list[KeyHint]:
        """What the lower border says the keys do."""
        return [KeyHint("^s" if self._body else "enter", _(self.opening.save)), KeyHint("esc", _("back"))]

    def action_enter(self) -> None:
        """Save."""
        self.action_save()


class _PickFrame(Widget):
    """The border around what is typed and what it finds."""

    DEFAULT_CSS = (
        frame_css("_PickFrame")
        + """
    _PickFrame {
        layout: vertical;
        width: 100%;
        max-width: 76;
        height: auto;
        max-height: 100%;
        padding: 0 1;
        background: $surface;
        border: round $primary 60%;
        & LineEntry { margin: 1 0; }
    }
    """
    )

    def __init__(self, title: str, entry: LineEntry, items: ItemList) -> None:
        super().__init__(entry, items)
        self._frame = Frame(self, title)
        self._said = ""

    def say(self, said: str) -> None:
        """Say how many were found."""
        self._said = said
        self._draw()

    def _on_resize(self, event: events.Resize) -> None:
        self._draw()

    def notify_style_update(self) -> None:
        """Draw anew: the theme changed."""
        super().notify_style_update()
        self._draw()

    def _draw(self) -> None:
        keys = (KeyHint("enter", _("take")), KeyHint("esc", _("back")))
        self._frame.draw()
        self.styles.border_subtitle_align = "left"
        self.border_subtitle = lower_label(keys, self._said, self.outer_size.width)


class Pick(ModalScreen[str | None]):
    """One of `items`: a key to give back, a label and a detail; what is typed leaves those that hold it."""

    DEFAULT_CSS = """
    Pick { align: center middle; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    def __init__(self, title: str, items: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self._items = [(search_key(f"{label} {detail}"), key, label, detail) for key, label, detail in items]
        self._found = self._items
        self._entry = LineEntry()
        self._list = ItemList()
        self._frame = _PickFrame(title, self._entry, self._list)

    def compose(self) -> ComposeResult:
        """What is typed, and what it finds."""
        self._list.styles.height = max(1, min(_ROWS, len(self._items)))
        self._entry.placeholder = _("type to find")
        yield self._frame

    def on_mount(self) -> None:
        """Show all of them."""
        self._find()

    @on(Edited)
    def _edited(self, event: Edited) -> None:
        event.stop()
        self._find()

    def _find(self) -> None:
        words = search_key(self._entry.raw).split()
        self._found = [item for item in self._items if all(word in item[0] for word in words)]
        self._list.show_items([Suggestion(label, detail) for _sought, _key, label, detail in self._found])
        count = len(self._found)
        said = ngettext("{count} found", "{count} found", count) if count else _("nothing found")
        self._frame.say(said.format(count=f"{count:,}"))

    def action_move(self, by: int) -> None:
        """The cursor of the list down, or up."""
        self._list.move(by)

    def action_page(self, by: int) -> None:
        """The cursor of the list a window down, or up."""
        self._list.page(by)

    @on(Input.Submitted)
    @on(ItemList.Clicked)
    def _take(self) -> None:
        if self._found:
            self.dismiss(self._found[self._list.cursor][1])
