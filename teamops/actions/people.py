"""People: who is here, groups, outlets, the calendar and what is set up."""

from teamops.actions.catalogue import Action, Section
from teamops.i18n import N_

SECTION = Section(6, "people", N_("People"), "teamops.screens.people.section:People")
_PERSON = ("people", "person")
_OUTLETS = ("outlets",)
_CALENDAR = ("calendar",)
_TARGETS = ("targets",)
NEEDS = {
    "people": {"new": "people.add", "edit": "people.change"},
    "person": {"edit": "people.change"},
    "groups": {"new": "groups.add", "edit": "groups.rename"},
    "outlets": {"new": "outlets.add", "edit": "outlets.change"},
    "calendar": {"edit": "calendar.override"},
    "setup": {"new": "figures.define"},
}

ACTIONS = (
    Action(
        "post", ("p", "f8"), N_("post"),
        N_("Give the person another role, group or outlet from a day on."), _PERSON, 24,
        needs="people.post",
    ),
    Action(
        "say_leaving", ("l", "ctrl+d"), N_("leaves"),
        N_("Say that the person is going to leave, or has left, and the last day."), _PERSON, 26,
        needs="people.leaving",
    ),
    Action(
        "say_staying", ("b", "ctrl+r"), N_("stays"),
        N_("Take back that the person leaves or left, saying why."), _PERSON, 27,
        needs="people.stays",
    ),
    Action(
        "show_left", ("a", "ctrl+a"), N_("all or here"),
        N_("Show those who left as well, or only who is here."), ("people",), 28,
    ),
    Action(
        "amend_posting", ("c", "ctrl+k"), N_("put right"),
        N_("Put right what was typed wrong of the posting under the cursor, or end it."), ("person",), 25,
        needs="people.amend",
    ),
    Action(
        "new_hours", ("o", "f8"), N_("hours"),
        N_("Say which hours the outlet keeps from a day on."), _OUTLETS, 24,
        needs="outlets.hours",
    ),
    Action(
        "hand_custody", ("c", "ctrl+k"), N_("custodian"),
        N_("Say who looks after the outlet's equipment from a day on."), _OUTLETS, 25,
        needs="outlets.custody",
    ),
    Action(
        "month_before", ("left_square_bracket", "ctrl+pageup"), N_("month before"),
        N_("The month before."), _CALENDAR, 5,
    ),
    Action(
        "month_after", ("right_square_bracket", "ctrl+pagedown"), N_("month after"),
        N_("The month after."), _CALENDAR, 6,
    ),
    Action("this_day", ("t", "f8"), N_("today"), N_("Back to today."), _CALENDAR, 7),
    Action(
        "save_targets", ("ctrl+s", "f6"), N_("save"),
        N_("Write the changed targets down."), _TARGETS, 1,
        needs="figures.target",
    ),
    Action("month_before", ("ctrl+pageup",), N_("month before"), N_("The month before."), _TARGETS, 3),
    Action("month_after", ("ctrl+pagedown",), N_("month after"), N_("The month after."), _TARGETS, 4),
)  # fmt: skip
