"""Roll call: only the exceptions are touched."""

from teamops.actions.catalogue import Action
from teamops.i18n import N_

_HERE = ("roll",)

ACTIONS = (
    Action("mark_present", ("p",), N_("present"), N_("Present."), _HERE, 2),
    Action("mark_late", ("l",), N_("late"), N_("Late: the minutes since the planned start are filled in; digits typed then change them."), _HERE, 3),
    Action("mark_absent", ("a",), N_("absent"), N_("Absent."), _HERE, 4),
    Action("mark_leave", ("v",), N_("leave"), N_("On leave; w gives the reason."), _HERE, 5),
    Action("mark_out", ("o",), N_("out"), N_("Out on a visit; w says where."), _HERE, 6),
    Action("next_mark", ("space", "right"), N_("next mark"), N_("Go through the marks without a letter."), _HERE, 7),
    Action("previous_mark", ("left",), N_("mark before"), N_("Go through the marks the other way."), _HERE, 60),
    Action("undo", ("u", "ctrl+z"), N_("undo"), N_("Put the person under the cursor back as they were."), _HERE, 8),
    Action("say_why", ("w", "f2"), N_("minutes, reason"), N_("Type minutes late, or a reason."), _HERE, 9),
    Action("roll_done", ("ctrl+s", "enter"), N_("save"), N_("Write the roll down."), _HERE, 1, needs="roll.call"),
)  # fmt: skip
