"""Typed inputs: what a form, a file or the command line hands to a service, checked field by field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, ValidationInfo
from pydantic_core import PydanticCustomError

from teamops.dates import parse_date, parse_time
from teamops.errors import MissingText, NumberOutOfRange, Refusal, Refusals
from teamops.i18n import _
from teamops.models.directory import Directory
from teamops.numbers import parse_number
from teamops.text import clean


class Input(BaseModel):
    """Base of all typed inputs: nothing unknown is taken, nothing changes after checking."""

    # A check is built when it is first needed: most programs that start file a few kinds of input, not all.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


I = TypeVar("I", bound=Input)  # noqa: E741 - the usual one-letter name


def read(kind: type[I], raw: Mapping[str, Any], *, today: date, people: Directory | None = None) -> I:
    """An input out of what was typed; every refused field at once, in words (`Refusals`)."""
    try:
        return kind.model_validate(dict(raw), context={"today": today, "people": people})
    except ValidationError as error:
        raise Refusals(said(error)) from error


def said(error: ValidationError) -> dict[str, str]:
    """What a failed check says to the user, by field."""
    by_field: dict[str, str] = {}
    for entry in error.errors(include_url=False):
        field = str(entry["loc"][0]) if entry["loc"] else ""
        if entry["type"] == "refused":
            by_field.setdefault(field, str(entry["ctx"]["said"]))
        elif entry["type"] == "missing":
            by_field.setdefault(field, str(MissingText()))
        else:
            by_field.setdefault(field, _("This does not fit here."))
    return by_field


def refusing(check: Callable[[Any, ValidationInfo], Any]) -> BeforeValidator:
    """A validator whose refusals keep their own words."""

    def run(value: Any, info: ValidationInfo) -> Any:
        try:
            return check(value, info)
        except Refusal as error:
            raise PydanticCustomError("refused", "{said}", {"said": str(error)}) from error

    return BeforeValidator(run)


def _text(*, required: bool, multiline: bool, limit: int) -> BeforeValidator:
    def check(value: object, _info: ValidationInfo) -> object:
        if not isinstance(value, str):
            return "" if value is None and not required else value
        cleaned = clean(value, multiline=multiline, limit=limit)
        if required and not cleaned:
            raise MissingText
        return cleaned

    return refusing(check)


def _day(*, required: bool, first_year: int = 2000) -> BeforeValidator:
    def check(value: object, info: ValidationInfo) -> object:
        if not isinstance(value, str):
            return value
        if not value.strip():
            if required:
                raise MissingText
            return None
        return parse_date(value, _today(info), first_year=first_year)

    return refusing(check)


def _today(info: ValidationInfo) -> date:
    context: Mapping[str, Any] = info.context or {}
    today = context.get("today")
    if not isinstance(today, date):
        raise TypeError("a typed date needs the day it was typed on")
    return today


def _clock(*, required: bool) -> BeforeValidator:
    def check(value: object, _info: ValidationInfo) -> object:
        if not isinstance(value, str):
            return value
        if not value.strip():
            if required:
                raise MissingText
            return None
        return parse_time(value)

    return refusing(check)


def _person(*, required: bool) -> BeforeValidator:
    def check(value: object, info: ValidationInfo) -> object:
        if not isinstance(value, str):
            return value
        if not value.strip():
            if required:
                raise MissingText
            return None
        people = (info.context or {}).get("people")
        if not isinstance(people, Directory):
            raise TypeError("a typed name needs the people it may mean")
        return people.sure(value).id

    return refusing(check)


def _people(value: object, info: ValidationInfo) -> object:
    if not isinstance(value, str):
        return value
    people = (info.context or {}).get("people")
    names = [name for name in value.replace("，", ",").replace("、", ",").split(",") if name.strip()]
    if names and not isinstance(people, Directory):
        raise TypeError("typed names need the people they may mean")
    return tuple(people.sure(name).id for name in names) if isinstance(people, Directory) else ()


def whole_number(low: int, high: int) -> BeforeValidator:
    """A whole number within bounds."""

    def check(value: object, _info: ValidationInfo) -> object:
        number = parse_number(value, decimals=0, minimum=None) if isinstance(value, str) else value
        if isinstance(number, Decimal | int) and not low <= number <= high:
            raise NumberOutOfRange(str(number), _("from {low} to {high}").format(low=low, high=high))
        return int(number) if isinstance(number, Decimal) else number

    return refusing(check)


LINE_LIMIT = 200
BODY_LIMIT = 10_000

Line = Annotated[str, _text(required=True, multiline=False, limit=LINE_LIMIT)]
OptionalLine = Annotated[str, _text(required=False, multiline=False, limit=LINE_LIMIT)]
Body = Annotated[str, _text(required=True, multiline=True, limit=BODY_LIMIT)]
OptionalBody = Annotated[str, _text(required=False, multiline=True, limit=BODY_LIMIT)]
TypedDay = Annotated[date, _day(required=True)]
OptionalDay = Annotated[date | None, _day(required=False)]
BirthDay = Annotated[date | None, _day(required=False, first_year=1900)]
TypedTime = Annotated[time, _clock(required=True)]
OptionalTime = Annotated[time | None, _clock(required=False)]
PersonRef = Annotated[int, _person(required=True)]
OptionalPerson = Annotated[int | None, _person(required=False)]
People = Annotated[tuple[int, ...], refusing(_people)]
