"""What the Edit menu does."""

from typing import Final

from pilotmap.language import later
from pilotmap.ui import clipboard, commands
from pilotmap.ui.action import Action, always, on_canvas

ACTIONS: Final = (
    Action(
        "undo",
        "Edit",
        1,
        later("Undo"),
        ("Ctrl+Z",),
        lambda b: b.session.undo(),
        lambda b: b.session.history.undo_label is not None,
    ),
    Action(
        "redo",
        "Edit",
        1,
        later("Redo"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        lambda b: b.session.redo(),
        lambda b: b.session.history.redo_label is not None,
    ),
    on_canvas(
        "rename", "Edit", 2, later("Edit the name"), ("Return", "Enter", "F2"), commands.edit_name
    ),
    on_canvas(
        "name-next",
        "Edit",
        2,
        later("Next thing without a name"),
        ("Ctrl+Return", "Ctrl+Enter"),
        commands.name_next,
    ),
    on_canvas(
        "copy-text",
        "Edit",
        3,
        later("Copy the map as text"),
        ("Ctrl+C",),
        clipboard.copy_outline,
        clipboard.holds_steps,
    ),
    on_canvas("paste-text", "Edit", 3, later("Paste steps"), ("Ctrl+V",), clipboard.paste_outline),
    on_canvas(
        "duplicate",
        "Edit",
        3,
        later("Duplicate"),
        ("Ctrl+D",),
        commands.duplicate,
        commands.has_step,
    ),
    on_canvas(
        "delete",
        "Edit",
        3,
        later("Delete"),
        ("Delete", "Backspace"),
        commands.delete,
        commands.has_selection,
    ),
    Action("find", "Edit", 4, later("Find"), ("Ctrl+F",), lambda b: b.sheets.show_find(), always),
    Action(
        "palette",
        "Edit",
        4,
        later("Commands"),
        ("Ctrl+K",),
        lambda b: b.sheets.show_palette(),
        always,
    ),
)
