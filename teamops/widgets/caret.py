"""One line of text being typed, and the part of it that a narrow place can show."""

from __future__ import annotations

from typing import Final, NamedTuple

from teamops.text import cell_width, fit, show

_PRINTED_TOO: Final = frozenset("\u3000\u00a0\u200c\u200d")  # blanks and joiners that text in use may hold


def printable(text: str) -> str:
    """`text` without the controls and format characters that keys and pastes may bring."""
    return "".join(character for character in text if character.isprintable() or character in _PRINTED_TOO)


def one_line(text: str) -> str:
    """Pasted text as one line that can be printed: line breaks and tabs are blanks."""
    return printable(" ".join(text.splitlines()).replace("\t", " "))


class View(NamedTuple):
    """The visible part of a line: before the caret, the character under it (a blank at the end), and after.

    The three fill the width they were asked for.
    """

    before: str
    under: str
    after: str

    @property
    def caret(self) -> int:
        """The cell the caret stands in."""
        return cell_width(self.before)


class Caret:
    """A text and a place in it; a letter and its marks are one character to every key."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.place = len(text)
        self._first = 0

    def type(self, typed: str) -> None:
        """Put `typed` in at the caret, as one line."""
        typed = one_line(typed)
        self.text = self.text[: self.place] + typed + self.text[self.place :]
        self.place += len(typed)

    def press(self, key: str) -> bool:
        """Do what `key` does to a line of text; whether it is a key of editing at all."""
        match key:
            case "left":
                self.place = self._before(self.place)
            case "right":
                self.place = self._after(self.place)
            case "home" | "ctrl+a":
                self.place = 0
            case "end" | "ctrl+e":
                self.place = len(self.text)
            case "ctrl+left":
                self.place = self._word_before()
            case "ctrl+right":
                self.place = self._word_after()
            case "backspace":
                self._remove(self._before(self.place), self.place)
            case "delete":
                self._remove(self.place, self._after(self.place))
            case "ctrl+w":
                self._remove(self._word_before(), self.place)
            case "ctrl+u":
                self._remove(0, self.place)
            case "ctrl+k":
                self._remove(self.place, len(self.text))
            case _:
                return False
        return True

    def _remove(self, start: int, end: int) -> None:
        self.text = self.text[:start] + self.text[end:]
        self.place = start

    def _before(self, place: int) -> int:
        place = max(0, place - 1)
        while place and self._joined(place):
            place -= 1
        return place

    def _after(self, place: int) -> int:
        place = min(len(self.text), place + 1)
        while place < len(self.text) and self._joined(place):
            place += 1
        return place

    def _joined(self, place: int) -> bool:
        character = self.text[place]
        return (cell_width(character) == 0 and bool(printable(character))) or self.text[place - 1] == "\u200d"

    def _word_before(self) -> int:
        before = self.text[: self.place].rstrip()
        return before.rfind(" ") + 1

    def _word_after(self) -> int:
        rest = self.text[self.place :]
        after = rest.lstrip().partition(" ")[2]
        return len(self.text) - len(after)

    def view(self, width: int) -> View:
        """What `width` cells show of the text, scrolled so that the caret is among it."""
        end = self._after(self.place)
        under = show(self.text[self.place : end]) or " "
        self._first = 0 if cell_width(show(self.text)) < width else min(self._first, self.place)
        room = width - cell_width(under)
        while self._first < self.place and cell_width(show(self.text[self._first : self.place])) > room:
            self._first = self._after(self._first)
        before = show(self.text[self._first : self.place])
        room -= cell_width(before)
        after = ""
        while end < len(self.text):
            following = self._after(end)
            piece = show(self.text[end:following])
            if cell_width(after) + cell_width(piece) > room:
                break
            after, end = after + piece, following
        return View(before, under, fit(after, room))
