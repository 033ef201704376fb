"""What the same key does on every screen."""

from teamops.actions.catalogue import EVERYWHERE, Action
from teamops.i18n import N_

_HERE = (EVERYWHERE,)

ACTIONS = (
    Action("menu", ("full_stop", "f12"), N_("actions"), N_("A menu of everything that can be done here."), _HERE, 48),
    Action("help", ("question_mark", "f1"), N_("help"), N_("The keys of this screen and what they do."), _HERE, 49),
    Action(
        "find_anything", ("ctrl+p",), N_("everything"),
        N_("Find every action, person, meeting, directive and action item by name or number."), _HERE, 50,
    ),
    Action("reread", ("f5",), N_("read again"), N_("Read what is shown from the books again."), _HERE, 60),
    Action("switch_language", ("ctrl+l",), N_("language"), N_("English, 繁體中文, 简体中文, in turn."), _HERE, 61),
    Action("switch_theme", ("ctrl+t",), N_("light or dark"), N_("Change between the dark and the light theme."), _HERE, 62),
    Action("who", ("ctrl+o",), N_("who are you"), N_("Say who is at the keyboard; what is done is written under that name."), _HERE, 63),
    Action("back", ("escape",), N_("back"), N_("Leave what is open, back to where you came from."), _HERE, 64),
    Action("leave", ("ctrl+q",), N_("quit"), N_("Leave the program; a meeting that runs goes on."), _HERE, 65),
)  # fmt: skip
