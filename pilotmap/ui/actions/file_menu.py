"""What the File menu does."""

from typing import Final

from pilotmap.language import later
from pilotmap.ui.action import Action, always

ACTIONS: Final = (
    Action("new", "File", 1, later("New map"), ("Ctrl+N",), lambda b: b.files.new(), always),
    Action(
        "open", "File", 1, later("Open …"), ("Ctrl+O",), lambda b: b.files.ask_and_open(), always
    ),
    Action("save", "File", 2, later("Save"), ("Ctrl+S",), lambda b: b.files.save(), always),
    Action(
        "save-as",
        "File",
        2,
        later("Save as …"),
        ("Ctrl+Shift+S",),
        lambda b: b.files.save_as(),
        always,
    ),
    Action(
        "export-pdf",
        "File",
        3,
        later("Export PDF …"),
        ("Ctrl+E",),
        lambda b: b.files.export(".pdf"),
        always,
    ),
    Action(
        "export-picture",
        "File",
        3,
        later("Export picture or text …"),
        ("Ctrl+Shift+E",),
        lambda b: b.files.export(".svg"),
        always,
    ),
    Action(
        "sign-pdf",
        "File",
        4,
        later("Sign a PDF …"),
        (),
        lambda b: b.signing().ask_to_sign(b.files.last_pdf),
        always,
    ),
    Action(
        "check-pdf",
        "File",
        4,
        later("Check a signed PDF …"),
        (),
        lambda b: b.files.ask_and_check(lambda path: b.signing().judge(path)),
        always,
    ),
    Action("quit", "File", 5, later("Close"), ("Ctrl+Q",), lambda b: b.window.close(), always),
)
