"""What a form is opened with, and how far it has come since."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeAlias, TypeVar

from teamops.widgets.complete import Completer
from teamops.widgets.drafts import DraftKeeper

T = TypeVar("T")

Values: TypeAlias = dict[str, str]
"""What is typed, by the names of the fields."""


@dataclass(frozen=True, slots=True)
class Opening(Generic[T]):
    """What may differ from one opening of a form to the next; the form's own docstring tells what each is."""

    title: str
    submit: Callable[[Values], T]
    today: Callable[[], date]
    initial: Mapping[str, str]
    subtitle: str
    text: str
    people: Completer | None
    drafts: DraftKeeper | None
    same_as_last: Callable[[], Mapping[str, str]] | None
    note: Callable[[Values], str] | None
    save: str


@dataclass(slots=True)
class State:
    """How far one opening has come."""

    initial: Values = field(default_factory=dict)
    seen: dict[str, tuple[str, int]] = field(default_factory=dict)
    """What was typed, and how much of it dropped, when it was last looked at."""
    swapped: Values | None = None
    """What ctrl+z shows: the form as it was, or the draft again."""
    draft_shown: bool = False
    draft_when: str = ""
    refused: str = ""
    """What was refused of the form as a whole."""
    said: str = ""
    """How the draft or the save is getting on."""
    sending: bool = False
    over: bool = False
