"""What the Edit menu does."""

from typing import Final

from pilotmap.language import N_
from pilotmap.ui import clipboard
from pilotmap.ui.action import Action, always, on_canvas
from pilotmap.ui.commands import going, making
from pilotmap.ui.selected import has_selection, has_step, has_steps

ACTIONS: Final = (
    Action(
        "undo",
        "Edit",
        1,
        N_("Undo"),
        ("Ctrl+Z",),
        lambda b: b.session.undo(),
        lambda b: b.session.history.undo_label is not None,
    ),
    Action(
        "redo",
        "Edit",
        1,
        N_("Redo"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        lambda b: b.session.redo(),
        lambda b: b.session.history.redo_label is not None,
    ),
    on_canvas(
        "rename", "Edit", 2, N_("Edit the name"), ("Return", "Enter", "F2"), making.edit_name
    ),
    on_canvas(
        "name-next",
        "Edit",
        2,
        N_("Next thing without a name"),
        ("Ctrl+Return", "Ctrl+Enter"),
        making.name_next,
    ),
    on_canvas("cut", "Edit", 3, N_("Cut"), ("Ctrl+X",), clipboard.cut, has_step),
    on_canvas("copy", "Edit", 3, N_("Copy"), ("Ctrl+C",), clipboard.copy, has_steps),
    on_canvas(
        "copy-picture",
        "Edit",
        3,
        N_("Copy as a picture"),
        ("Ctrl+Shift+C",),
        clipboard.copy_picture,
        has_steps,
    ),
    Action("paste", "Edit", 3, N_("Paste"), ("Ctrl+V",), clipboard.paste, always, "canvas"),
    on_canvas(
        "duplicate",
        "Edit",
        3,
        N_("Duplicate"),
        ("Ctrl+D",),
        making.duplicate,
        has_step,
    ),
    on_canvas(
        "delete",
        "Edit",
        3,
        N_("Delete"),
        ("Delete", "Backspace"),
        making.delete,
        has_selection,
    ),
    on_canvas(
        "select-all",
        "Edit",
        4,
        N_("Select every step"),
        ("Ctrl+A",),
        going.select_all,
        has_steps,
    ),
    Action("find", "Edit", 4, N_("Find"), ("Ctrl+F",), lambda b: b.sheets.show_find(), always),
    Action(
        "palette",
        "Edit",
        4,
        N_("Commands"),
        ("Ctrl+K",),
        lambda b: b.sheets.show_palette(),
        always,
    ),
)
