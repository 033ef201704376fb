"""What is refused of people, places and the calendar."""

from __future__ import annotations

from teamops.errors.base import Refusal
from teamops.i18n import _


class UnknownPerson(Refusal):
    """No person goes by what was typed."""

    def __init__(self, text: str) -> None:
        super().__init__(_("Nobody here is called “{text}”.").format(text=text[:40]))


class AmbiguousPerson(Refusal):
    """More than one person goes by what was typed."""

    def __init__(self, text: str, names: str) -> None:
        super().__init__(
            _("“{text}” could be {names}; type more, or the staff number.").format(
                text=text[:40], names=names
            )
        )


class UnknownZone(Refusal):
    """A time zone by a name nobody keeps."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("There is no time zone “{name}”. Try Asia/Shanghai, Asia/Taipei or Asia/Hong_Kong.").format(
                name=name[:40]
            )
        )


class BranchThere(Refusal):
    """Books are founded once."""

    def __init__(self, branch: str) -> None:
        super().__init__(
            _("These are the books of {branch} already; make a new file for another branch.").format(
                branch=branch
            )
        )


class PostingOverlap(Refusal):
    """A person cannot be posted twice on one day."""

    def __init__(self, name: str, first: str, last: str) -> None:
        super().__init__(
            _(
                "{name} has another posting from {first} to {last}; choose days outside it, or end it first."
            ).format(name=name, first=first, last=last)
        )


class CustodianThere(Refusal):
    """An outlet's equipment is looked after by one person at a time."""

    def __init__(self, outlet: str, name: str, day: str) -> None:
        super().__init__(
            _("{name} looks after the equipment at {outlet} on {day}; end that first.").format(
                outlet=outlet, name=name, day=day
            )
        )


class OutsideEmployment(Refusal):
    """A day before a person joined or after they left."""

    def __init__(self, name: str, joined: str, left: str) -> None:
        if left:
            said = _("{name} was with the branch from {joined} to {left}; the day lies outside.").format(
                name=name, joined=joined, left=left
            )
        else:
            said = _("{name} joined on {joined}; the day is before that.").format(name=name, joined=joined)
        super().__init__(said)


class DaysReversed(Refusal):
    """A last day before the first one."""

    def __init__(self, first: str, last: str) -> None:
        super().__init__(
            _("It would end on {last}, before it begins on {first}.").format(first=first, last=last)
        )


class HoursReversed(Refusal):
    """An outlet that closes before it opens."""

    def __init__(self) -> None:
        super().__init__(_("The outlet must close after it opens."))


class NotAPhone(Refusal):
    """A telephone number with something else in it."""

    def __init__(self, text: str) -> None:
        super().__init__(
            _("“{text}” is no telephone number; it takes digits, spaces, + and -.").format(text=text[:40])
        )


class NotAStaffNumber(Refusal):
    """A staff number with blanks or signs in it."""

    def __init__(self, text: str) -> None:
        super().__init__(
            _("“{text}” is no staff number; it takes up to 20 letters and digits.").format(text=text[:40])
        )


class NoOutletToKeep(Refusal):
    """Custody of an outlet's equipment without an outlet."""

    def __init__(self) -> None:
        super().__init__(_("Say which outlet's equipment they look after."))


class NotPosted(Refusal):
    """Somebody who has no posting on a day does not act on it."""

    def __init__(self, name: str, day: str) -> None:
        super().__init__(
            _("{name} has no posting on {day}; ask the team lead to enter one.").format(name=name, day=day)
        )


class NotPostedThere(Refusal):
    """An outlet's equipment is looked after by somebody who is posted there."""

    def __init__(self, name: str, outlet: str, day: str) -> None:
        super().__init__(
            _("{name} is not posted to {outlet} on {day}; post them there first.").format(
                name=name, outlet=outlet, day=day
            )
        )


class LastLead(Refusal):
    """The team must keep a lead."""

    def __init__(self) -> None:
        super().__init__(_("The team would be without a lead; post another one first."))


class YearOutOfRange(Refusal):
    """A calendar is kept for the years the program can write."""

    def __init__(self, year: int) -> None:
        super().__init__(_("{year} is outside the years kept here, 2000 to 2099.").format(year=year))
