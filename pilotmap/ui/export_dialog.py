"""What to export, where to, and on which paper."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, Literal, NamedTuple, get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pilotmap.language import LANGUAGES, N_, Language, language, tr
from pilotmap.lazy import lazy_imports
from pilotmap.ui.fields.choice import ChoiceField
from pilotmap.ui.fields.field import sentence, set_property
from pilotmap.ui.fields.fields import text_field

with lazy_imports():  # it comes with the text engine, which only an export of a document needs
    from pilotmap.report.document import map_page

Page = Literal["a4", "a3", "letter"]
Picture = Literal["today", "with-ai"]
KINDS: Final = (
    (".pdf", N_("Problem definition, to be signed (PDF)")),
    (".svg", N_("The map as a drawing (SVG)")),
    (".png", N_("The map as a picture (PNG)")),
    (".json", N_("The map's geometry (JSON)")),
    (".txt", N_("The map as text, as the capture line takes it (TXT)")),
)
_PAGES: Final = (("a4", "A4"), ("a3", "A3"), ("letter", "Letter"))
_VIEWS: Final = (("today", N_("As it runs today")), ("with-ai", N_("With AI")))


def _said(choices: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((value, tr(words)) for value, words in choices)


class ExportChoice(NamedTuple):
    """Where to, on which paper, which of the two pictures, and the language of a document."""

    path: Path
    page: Page
    view: Picture
    language: Language = "en"


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
        self.setWindowTitle(tr("Export"))
        self.setMinimumWidth(460)
        self.kind = ChoiceField(tr("What"), _said(KINDS))
        self.path = text_field(tr("File"))
        self.page = ChoiceField(tr("Paper"), _PAGES)
        self.language = ChoiceField(tr("Language of the document"), tuple(LANGUAGES.items()))
        self.view = ChoiceField(tr("Picture"), _said(_VIEWS if has_with_ai else _VIEWS[:1]))
        self._smallest_type_pt = smallest_type_pt
        self._type = sentence("", "caption")
        self._hint = sentence("", "complaint")
        self._go = QPushButton(tr("Export"))
        self._go.setProperty("kind", "strong")
        self._go.setDefault(True)
        self._lay_out()
        self.page.show_value("a4")
        self.language.show_value(language())
        self.view.show_value(view if has_with_ai else "today")
        self.path.show_value(str(suggested))
        self.kind.edited.connect(self._take_kind)
        self.path.edited.connect(lambda _: self._weigh())
        self.page.edited.connect(lambda _: self._weigh())
        self._go.clicked.connect(self.accept)
        self._weigh()

    def choice(self) -> ExportChoice:
        """What was chosen."""
        page, view, spoken = self.page.value, self.view.value, self.language.value
        return ExportChoice(
            Path(self.path.line.text().strip()).expanduser(),
            next(known for known in get_args(Page) if known == page),
            "with-ai" if view == "with-ai" else "today",
            next(known for known in LANGUAGES if known == spoken),
        )

    def _lay_out(self) -> None:
        browse, cancel = QPushButton(tr("Browse")), QPushButton(tr("Cancel"))
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
        column.addWidget(self.language)
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
        self.language.setVisible(suffix == ".pdf")
        if suffix == ".pdf":
            self._say_type(self._smallest_type_pt(self.choice().page))
        self.view.setVisible(suffix in (".svg", ".png", ".json"))
        self._go.setEnabled(known)
        endings = ", ".join(dict(KINDS))
        self._hint.setText("" if known else tr("End the name in {endings}.", endings=endings))

    def _say_type(self, size_pt: float) -> None:
        small = size_pt < map_page.READABLE_PT
        self._type.setText(map_page.type_words(size_pt))
        set_property(self._type, "kind", "complaint" if small else "caption")

    def _browse(self) -> None:
        kinds = _said(KINDS)
        filters = ";;".join(f"{words.split(' (')[0]} (*{suffix})" for suffix, words in kinds)
        # whether a file may be replaced is asked on exporting, also where the name was typed
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            tr("Export"),
            self.path.line.text(),
            filters,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self.path.show_value(chosen)
            self._weigh()
