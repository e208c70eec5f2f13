"""What to export, where to, and on which paper."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal, NamedTuple, get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pilotmap.ui.fields.choice import ChoiceField
from pilotmap.ui.fields.field import sentence, set_property
from pilotmap.ui.fields.fields import text_field

Page = Literal["a4", "a3", "letter"]
Picture = Literal["today", "with-ai"]
KINDS: Final = (
    (".pdf", "Problem definition, to be signed (PDF)"),
    (".svg", "The map as a drawing (SVG)"),
    (".png", "The map as a picture (PNG)"),
    (".json", "The map's geometry (JSON)"),
    (".txt", "The map as text, as the capture line takes it (TXT)"),
)
_READABLE_PT: Final = 6.0
_PAGES: Final = (("a4", "A4"), ("a3", "A3"), ("letter", "Letter"))
_VIEWS: Final = (("today", "As it runs today"), ("with-ai", "With AI"))


class ExportChoice(NamedTuple):
    """Where to, on which paper, and which of the two pictures."""

    path: Path
    page: Page
    view: Picture


class ExportDialog(QDialog):
    """The kind follows the file's suffix, and the suffix the kind."""

    def __init__(
        self,
        parent: QWidget | None,
        suggested: Path,
        *,
        has_with_ai: bool,
        view: Picture,
        smallest_type_pt: Callable[[Page], float],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export")
        self.setMinimumWidth(460)
        self.kind = ChoiceField("What", KINDS)
        self.path = text_field("File")
        self.page = ChoiceField("Paper", _PAGES)
        self.view = ChoiceField("Picture", _VIEWS if has_with_ai else _VIEWS[:1])
        self._smallest_type_pt = smallest_type_pt
        self._type = sentence("", "caption")
        self._hint = sentence("", "complaint")
        self._go = QPushButton("Export")
        self._go.setProperty("kind", "strong")
        self._go.setDefault(True)
        self._lay_out()
        self.page.show_value("a4")
        self.view.show_value(view if has_with_ai else "today")
        self.path.show_value(str(suggested))
        self.kind.edited.connect(self._take_kind)
        self.path.edited.connect(lambda _: self._weigh())
        self.page.edited.connect(lambda _: self._weigh())
        self._go.clicked.connect(self.accept)
        self._weigh()

    def choice(self) -> ExportChoice:
        """What was chosen."""
        page, view = self.page.value, self.view.value
        return ExportChoice(
            Path(self.path.line.text().strip()).expanduser(),
            next(known for known in get_args(Page) if known == page),
            "with-ai" if view == "with-ai" else "today",
        )

    def _lay_out(self) -> None:
        browse, cancel = QPushButton("Browse"), QPushButton("Cancel")
        browse.setProperty("kind", "plain")
        browse.setAutoDefault(False)
        cancel.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        cancel.clicked.connect(self.reject)
        where = QHBoxLayout()
        where.addWidget(self.path, 1)
        where.addWidget(browse, 0, Qt.AlignmentFlag.AlignBottom)
        buttons = QHBoxLayout()
        buttons.addWidget(self._hint, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 16)
        column.setSpacing(12)
        column.addWidget(self.kind)
        column.addLayout(where)
        column.addWidget(self.page)
        column.addWidget(self._type)
        column.addWidget(self.view)
        column.addSpacing(6)
        column.addLayout(buttons)

    def _take_kind(self, suffix: object) -> None:
        path = Path(self.path.line.text().strip() or "map")
        self.path.show_value(str(path.with_suffix(str(suffix))))
        self._weigh()

    def _weigh(self) -> None:
        suffix = Path(self.path.line.text().strip()).suffix.lower()
        known = suffix in dict(KINDS)
        if known:
            self.kind.show_value(suffix)
        self.page.setVisible(suffix == ".pdf")
        self._type.setVisible(suffix == ".pdf")
        if suffix == ".pdf":
            self._say_type(self._smallest_type_pt(self.choice().page))
        self.view.setVisible(suffix in (".svg", ".png", ".json"))
        self._go.setEnabled(known)
        self._hint.setText("" if known else f"End the name in {', '.join(dict(KINDS))}.")

    def _say_type(self, size_pt: float) -> None:
        words = f"The smallest type on the printed map is {size_pt:.1f} pt"
        small = size_pt < _READABLE_PT
        self._type.setText(f"{words}: hard to read on paper." if small else f"{words}.")
        set_property(self._type, "kind", "complaint" if small else "caption")

    def _browse(self) -> None:
        filters = ";;".join(f"{words.split(' (')[0]} (*{suffix})" for suffix, words in KINDS)
        # whether a file may be replaced is asked on exporting, also where the name was typed
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            "Export",
            self.path.line.text(),
            filters,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self.path.show_value(chosen)
            self._weigh()
