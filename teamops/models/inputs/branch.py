"""What is typed of the branch, its team and its meetings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import ValidationInfo

from teamops.errors import MissingText, NumberOutOfRange, UnknownWord, UnknownZone
from teamops.i18n import _, listed
from teamops.models.inputs.base import Input, Line, OptionalLine, TypedTime, refusing
from teamops.models.inputs.people import Number
from teamops.models.meetings import Section
from teamops.models.people import BooksKind, Region

MOST_MINUTES = 240
"""The longest a part of a meeting may be planned for."""


def _zone(value: object, _info: ValidationInfo) -> object:
    if not isinstance(value, str):
        return value
    name = value.strip()
    if not name:
        raise MissingText
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:  # no such name, no name at all, a folder
        raise UnknownZone(name) from error
    return name


def _region(value: object, _info: ValidationInfo) -> object:
    if not isinstance(value, str) or isinstance(value, Region):
        return value
    typed = value.strip().casefold()
    if not typed:
        raise MissingText
    for region in Region:
        if typed in (region.value.casefold(), region.label.casefold()):
            return region
    raise UnknownWord(value, listed(region.value for region in Region))


def _minutes(value: object, _info: ValidationInfo) -> object:
    if isinstance(value, Mapping):
        for planned in value.values():
            if isinstance(planned, int) and not 0 <= planned <= MOST_MINUTES:
                raise NumberOutOfRange(
                    str(planned), _("from {low} to {high}").format(low=0, high=MOST_MINUTES)
                )
    return value


Zone = Annotated[str, refusing(_zone)]
RegionRef = Annotated[Region, refusing(_region)]


class BranchIn(Input):
    """The names of branch and team, whose holidays hold, and the clock on the wall."""

    branch: Line
    branch_en: OptionalLine = ""
    team: Line
    team_en: OptionalLine = ""
    region: RegionRef
    zone: Zone


class FoundIn(BranchIn):
    """What new books begin with: the branch, the lead, and when the morning meeting is."""

    lead_number: Number
    lead_name: Line
    kind: BooksKind = BooksKind.REAL
    meets_at: TypedTime = time(8, 30)
    minutes_due: TypedTime = time(9, 15)
    place: OptionalLine = ""


class SeriesIn(Input):
    """When and where a kind of meeting usually is, and how many minutes its parts are given."""

    starts_at: TypedTime
    minutes_due: TypedTime
    place: OptionalLine = ""
    minutes: Annotated[dict[Section, int], refusing(_minutes)]
