"""The sheet of a day's figures."""

from teamops.actions.catalogue import Action
from teamops.i18n import N_

_HERE = ("figures",)

ACTIONS = (
    Action(
        "save_figures", ("ctrl+s", "f6"), N_("save"), N_("Write the changed cells down."), _HERE, 1,
        needs="figures.record",
    ),
    Action(
        "day_before", ("ctrl+pageup",), N_("day before"), N_("The sheet of the working day before."), _HERE, 3
    ),
    Action(
        "day_after", ("ctrl+pagedown",), N_("day after"), N_("The sheet of the working day after."), _HERE, 4
    ),
)  # fmt: skip
