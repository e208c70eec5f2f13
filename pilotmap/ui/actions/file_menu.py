"""What the File menu does."""

from typing import Final

from pilotmap.language import N_
from pilotmap.ui.action import Action, always

ACTIONS: Final = (
    Action("new", "File", 1, N_("New map"), ("Ctrl+N",), lambda b: b.files.new(), always),
    Action("open", "File", 1, N_("Open …"), ("Ctrl+O",), lambda b: b.files.ask_and_open(), always),
    Action("save", "File", 2, N_("Save"), ("Ctrl+S",), lambda b: b.files.save(), always),
    Action(
        "save-as",
        "File",
        2,
        N_("Save as …"),
        ("Ctrl+Shift+S",),
        lambda b: b.files.save_as(),
        always,
    ),
    Action(
        "export-pdf",
        "File",
        3,
        N_("Export PDF …"),
        ("Ctrl+E",),
        lambda b: b.files.exports.export(".pdf"),
        always,
    ),
    Action(
        "export-picture",
        "File",
        3,
        N_("Export picture or text …"),
        ("Ctrl+Shift+E",),
        lambda b: b.files.exports.export(".svg"),
        always,
    ),
    Action(
        "sign-pdf",
        "File",
        4,
        N_("Sign a PDF …"),
        (),
        lambda b: b.signing().ask_to_sign(b.files.exports.last_pdf),
        always,
    ),
    Action(
        "check-pdf",
        "File",
        4,
        N_("Check a signed PDF …"),
        (),
        lambda b: b.files.ask_and_check(lambda path: b.signing().judge(path)),
        always,
    ),
    Action("quit", "File", 5, N_("Close"), ("Ctrl+Q",), lambda b: b.window.close(), always),
)
