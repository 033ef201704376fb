"""What is typed of people, postings, groups, outlets and who signs."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import ValidationInfo

from teamops.errors import MissingText, NotAPhone, NotAStaffNumber
from teamops.models.inputs.base import (
    BirthDay,
    Input,
    Line,
    OptionalDay,
    OptionalLine,
    OptionalPerson,
    TypedDay,
    TypedTime,
    refusing,
)
from teamops.models.people import PhoneClass, Role
from teamops.text import clean, fold


def _number(value: object, _info: ValidationInfo) -> object:
    return staff_number(value) if isinstance(value, str) else value


def staff_number(text: str) -> str:
    """A staff number as it is kept: upper case, half width. Raises MissingText, NotAStaffNumber."""
    number = fold(clean(text)).upper()
    if not number:
        raise MissingText
    if not re.fullmatch(r"[0-9A-Z][0-9A-Z._-]{0,19}", number):
        raise NotAStaffNumber(text)
    return number


def _phone(value: object, _info: ValidationInfo) -> object:
    if not isinstance(value, str):
        return "" if value is None else value
    phone = " ".join(fold(clean(value)).split())
    if phone and (not re.fullmatch(r"[0-9+()# -]{3,30}", phone) or not re.search("[0-9]{3}", phone)):
        raise NotAPhone(value)
    return phone


Number = Annotated[str, refusing(_number)]
Phone = Annotated[str, refusing(_phone)]


class PersonIn(Input):
    """A person, without what they are posted as."""

    number: Number
    name: Line
    name_en: OptionalLine = ""
    born: BirthDay = None
    joined_on: TypedDay
    phone: Phone = ""
    phone_class: PhoneClass = PhoneClass.LEAD


class PostingIn(Input):
    """What a person is, where, from a day on; without a last day, until another posting begins."""

    role: Role
    group_id: int | None = None
    outlet_id: int | None = None
    custodian: bool = False
    starts_on: TypedDay
    ends_on: OptionalDay = None


class GroupIn(Input):
    """A group of the team."""

    name: Line
    name_en: OptionalLine = ""


class OutletIn(Input):
    """An outlet, without its hours."""

    code: Number
    name: Line
    name_en: OptionalLine = ""
    contact: OptionalLine = ""


class HoursIn(Input):
    """The hours an outlet keeps from a day on (none: today)."""

    opens: TypedTime
    closes: TypedTime
    valid_from: OptionalDay = None


class SignatoryIn(Input):
    """A signature line: its title, and who usually signs there."""

    title: Line
    person_id: OptionalPerson = None


class LeavingIn(Input):
    """The last day of somebody who leaves, where it is known, and why."""

    left_on: OptionalDay = None
    reason: OptionalLine = ""
