"""A question with a few answers, over whatever is on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final, Generic, NamedTuple, TypeVar

from rich.segment import Segment
from textual import events, on
from textual.app import ComposeResult
from textual.geometry import Size
from textual.message import Message
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from teamops.text import cell_width, fit, show, wrap
from teamops.widgets.frame import Frame, frame_css
from teamops.widgets.tones import TONE_CLASSES, Palette, tone_css

R = TypeVar("R")

_WIDEST: Final = 72
_MOVES: Final = {"left": -1, "up": -1, "shift+tab": -1, "right": 1, "down": 1, "tab": 1}


class Answer(NamedTuple):
    """What can be answered, and the key that answers it at once; one of the answers has `escape`."""

    label: str
    key: str = ""


class _Box(Widget, can_focus=True):
    """The question's text and its answers, one of them under the cursor."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)
    DEFAULT_CSS = (
        tone_css("_Box")
        + frame_css("_Box")
        + """
    _Box { padding: 1 2; height: auto; width: auto; max-width: 100%; background: $surface; }
    """
    )

    class Answered(Message):
        """The answer with this number was given."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, title: str, text: str, answers: Sequence[Answer], start: int) -> None:
        super().__init__()
        self.frame = Frame(self, title)
        self._palette = Palette(self)
        self._text = show(text, lines=True)
        self._answers = tuple(answers)
        self._cursor = start

    # --- its size -------------------------------------------------------------------------------------------

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """What text and answers want, within bounds."""
        widest = max(cell_width(line) for line in (*self._text.split("\n"), self._row_text()))
        return min(widest, _WIDEST, container.width - self.gutter.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The text, a blank line and the answers."""
        return len(self._lines(width)) + 1 + (1 if self._beside(width) else len(self._answers))

    def _lines(self, width: int) -> list[str]:
        return wrap(self._text, max(1, width))

    def _row_text(self) -> str:
        return "  ".join("".join(_parts(answer, here=False)) for answer in self._answers)

    def _beside(self, width: int) -> bool:
        return cell_width(self._row_text()) <= width

    def _on_resize(self, event: events.Resize) -> None:
        self.frame.draw()

    # --- its keys -------------------------------------------------------------------------------------------

    def _on_key(self, event: events.Key) -> None:  # type: ignore[override]
        keys = [answer.key for answer in self._answers]
        if event.key in _MOVES:
            self._cursor = (self._cursor + _MOVES[event.key]) % len(keys)
            self.refresh()
        elif event.key == "enter":
            self.post_message(self.Answered(self._cursor))
        elif event.key in keys:
            self.post_message(self.Answered(keys.index(event.key)))
        else:
            return
        event.stop()
        event.prevent_default()

    # --- how it looks ---------------------------------------------------------------------------------------

    def notify_style_update(self) -> None:
        """Draw anew: the theme changed."""
        super().notify_style_update()
        self._palette.forget()
        self.frame.draw()

    def render_line(self, y: int) -> Strip:
        """A line of the text, or answers."""
        width, plain = self.size.width, self._palette["plain"]
        lines = self._lines(width)
        place = y - len(lines) - 1
        if y < len(lines):
            segments = [Segment(lines[y], plain)]
        elif place < 0:
            segments = []
        elif self._beside(width):
            segments = [part for number in range(len(self._answers)) for part in self._answer(number, width)]
        else:
            segments = list(self._answer(place, width))
        return Strip(segments).adjust_cell_length(width, plain)

    def _answer(self, number: int, width: int) -> Iterator[Segment]:
        here = number == self._cursor
        label, key = _parts(self._answers[number], here=here)
        label = fit(label, min(cell_width(label), width - cell_width(key)))
        if here:
            yield Segment(label + key, self._palette["cursor"])
        else:
            yield Segment(label, self._palette["plain"])
            yield Segment(key, self._palette["dim"])
        yield Segment("  ", self._palette["plain"])


def _parts(answer: Answer, *, here: bool) -> tuple[str, str]:
    """An answer as it is drawn: with a mark under the cursor, and its key."""
    key = "esc" if answer.key == "escape" else answer.key
    return f"{'▸' if here else ' '}{show(answer.label)} ", f"{key} " if key else ""


class Question(ModalScreen[R], Generic[R]):
    """Gives back the value of the answer: arrows and enter, or its key.

    `answers` has a value for each; the one under the cursor first is number `start`.
    """

    DEFAULT_CSS = """
    Question { align: center middle; }
    """

    def __init__(
        self, text: str, answers: Sequence[tuple[R, Answer]], *, title: str = "", start: int = 0
    ) -> None:
        super().__init__()
        self._values = [value for value, _answer in answers]
        self._box = _Box(title, text, [answer for _value, answer in answers], start)

    def compose(self) -> ComposeResult:
        """The box."""
        yield self._box

    @on(_Box.Answered)
    def _answer(self, event: _Box.Answered) -> None:
        """Close with what was answered."""
        self.dismiss(self._values[event.number])
