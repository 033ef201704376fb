"""What is refused of typed text, days and numbers."""

from __future__ import annotations

from teamops.errors.base import Refusal
from teamops.i18n import _, explained


class DirtyText(Refusal):
    """Text holds a character that no paper and no screen can show (model.md I8)."""

    def __init__(self, character: str) -> None:
        super().__init__(_("It holds a control character ({code}); remove it.").format(code=character))
        self.character = character


class MissingText(Refusal):
    """A required field is empty."""

    def __init__(self) -> None:
        super().__init__(_("Please fill this in."))


class TextTooLong(Refusal):
    """More characters than the field takes."""

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(
            _("{length} characters; at most {limit} fit here.").format(
                length=f"{length:,}", limit=f"{limit:,}"
            )
        )


class NotADate(Refusal):
    """Text that no rule reads as a day."""

    def __init__(self, text: str) -> None:
        super().__init__(
            _("“{text}” is no date. Try 2026-11-28, 11-28, fri, +3 or 下週五.").format(text=text[:40])
        )


class NotAFileDate(Refusal):
    """A cell of a file that is no day, or one without its year."""

    def __init__(self, text: str) -> None:
        super().__init__(_("“{text}” is no date with its year, such as 2026-11-28.").format(text=text[:40]))


class AmbiguousDate(Refusal):
    """Text that could be two days."""

    def __init__(self, text: str) -> None:
        super().__init__(_("“{text}” could be more than one day; type more of it.").format(text=text[:40]))


class NotAMonth(Refusal):
    """Text that no rule reads as a month."""

    def __init__(self, text: str) -> None:
        super().__init__(_("“{text}” is no month. Try 2026-10, 10 or 10月.").format(text=text[:40]))


class NotATime(Refusal):
    """Text that no rule reads as a time of day."""

    def __init__(self, text: str) -> None:
        super().__init__(_("“{text}” is no time of day. Try 8:30 or 0830.").format(text=text[:40]))


class NotANumber(Refusal):
    """Text that no rule reads as a number."""

    def __init__(self, text: str) -> None:
        super().__init__(_("“{text}” is no number.").format(text=text[:40]))


class NumberOutOfRange(Refusal):
    """A number with more decimals than the figure has, or outside what it may be."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(explained(text[:40], reason))


class UnknownWord(Refusal):
    """A word that is none of those the field takes."""

    def __init__(self, text: str, words: str) -> None:
        super().__init__(
            _("“{text}” does not fit here; it takes {words}.").format(text=text[:40], words=words)
        )
