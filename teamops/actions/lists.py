"""What every list and every record offers."""

from teamops.actions.catalogue import Action
from teamops.i18n import N_

_LIST = ("list",)
_RECORD = ("list", "record")

ACTIONS = (
    Action("new", ("n", "f4"), N_("new"), N_("Add a record to this list."), _LIST, 20),
    Action(
        "find", ("slash", "f3"), N_("find"), N_("Show only the lines that hold what you type."), _LIST, 40
    ),
    Action("edit", ("e", "f2"), N_("edit"), N_("Change the record under the cursor."), _RECORD, 22),
    Action("export", ("x", "f6"), N_("export"), N_("Write what is shown to a file."), _RECORD, 42),
    Action("history", ("h", "f7"), N_("history"), N_("Who did what to this record, and when."), _RECORD, 43),
)
