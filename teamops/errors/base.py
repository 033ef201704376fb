"""The base of everything the program refuses."""

from __future__ import annotations

from teamops.i18n import parted


class Refusal(Exception):
    """Base of everything the program refuses; `field` names the typed input it belongs to, where there is one."""

    field: str | None = None

    def at(self, field: str) -> Refusal:
        """This refusal, said of one field of a form or one column of a file."""
        self.field = field
        return self


class Refusals(Refusal):
    """Several refusals of one form at once, by field."""

    def __init__(self, by_field: dict[str, str]) -> None:
        super().__init__(parted(by_field.values()))
        self.by_field = by_field
