"""Today: the morning board."""

from teamops.actions.catalogue import Action, Section
from teamops.i18n import N_

_HERE = ("today",)
SECTION = Section(1, "today", N_("Today"), "teamops.screens.today.board:Today")

ACTIONS = (
    Action("run_meeting", ("m", "f9"), N_("run meeting"), N_("Begin today's meeting, or go on with the one that runs."), ("today", "meetings", "agenda"), 10, needs="meetings.start"),
    Action("prepare_meeting", ("g", "ctrl+g"), N_("agenda"), N_("Prepare the agenda of today's meeting, or of the next one."), ("today", "meetings"), 12, needs="agenda.prepare"),
    Action("call_roll", ("r", "ctrl+r"), N_("roll call"), N_("Call the roll: everyone is present but the exceptions."), ("today", "meeting"), 14, needs="roll.call"),
    Action("type_figures", ("f", "ctrl+f"), N_("figures"), N_("Type the members' figures of the last working day like a spreadsheet."), ("today", "meeting"), 16, needs="figures.record"),
    Action("open_minutes", ("v", "ctrl+y"), N_("last minutes"), N_("Look at the newest minutes."), _HERE, 18),
    Action("take_minutes", ("x", "f6"), N_("export"), N_("Write the newest minutes to a file."), _HERE, 42),
)  # fmt: skip
