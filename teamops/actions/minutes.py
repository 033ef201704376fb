"""Minutes: read, signed, corrected, taken away."""

from teamops.actions.catalogue import Action
from teamops.i18n import N_

_HERE = ("minutes",)

ACTIONS = (
    Action("export", ("x", "f6"), N_("export"), N_("Write the minutes to a Word, web or text file."), _HERE, 2),
    Action("sign", ("s", "ctrl+s"), N_("sign"), N_("Sign the minutes; from then on nothing in them changes."), _HERE, 3, needs="minutes.sign"),
    Action("redraw", ("d", "ctrl+d"), N_("draw again"), N_("Draw unsigned minutes again after a record was put right."), _HERE, 4, needs="minutes.redraw"),
    Action("correct", ("c", "f2"), N_("correct"), N_("Add a numbered correction to signed minutes."), _HERE, 5, needs="minutes.correct"),
    Action("reopen", ("o", "ctrl+r"), N_("reopen"), N_("Take the meeting up again, before the minutes are signed."), _HERE, 6, needs="meetings.reopen"),
    Action("older", ("left_square_bracket", "ctrl+pageup"), N_("meeting before"), N_("The minutes of the meeting before."), _HERE, 7),
    Action("newer", ("right_square_bracket", "ctrl+pagedown"), N_("meeting after"), N_("The minutes of the meeting after."), _HERE, 8),
    Action("version", ("v", "f8"), N_("version"), N_("The version before; after the first, the newest again."), _HERE, 9),
    Action("history", ("h", "f7"), N_("history"), N_("Who did what to this meeting."), _HERE, 43),
)  # fmt: skip
