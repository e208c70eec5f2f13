"""A strip over the map that offers what a crash left behind; it stops nobody from working."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from pilotmap.language import tr, trn
from pilotmap.storage.journal import Found
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.keeper import Keeper
from pilotmap.ui.panels.pieces import kind, link_button


class RecoverBar(QWidget):
    """One offer at a time; the next follows when this one is answered."""

    def __init__(self, keeper: Keeper, may_leave: Callable[[], bool]) -> None:
        super().__init__()
        kind(self, "notice")
        self._keeper = keeper
        self._may_leave = may_leave
        self.words: QLabel = sentence("", "plain")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.restore = QPushButton(tr("Bring it back"))
        self.restore.setProperty("kind", "strong")
        self.give_up = link_button(tr("Throw it away"))
        self.later = link_button(tr("Later"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 14, 7)
        row.setSpacing(10)
        row.addWidget(self.words, 1)
        for button in (self.restore, self.give_up, self.later):
            row.addWidget(button)
        self.restore.clicked.connect(self._restore)
        self.give_up.clicked.connect(self._give_up)
        self.later.clicked.connect(self.hide)
        self.hide()

    def offer(self) -> None:
        """Show the first piece of work that was left behind, where there is one."""
        left = self._keeper.left
        self.setVisible(bool(left))
        if left:
            self.words.setText(offer_words(left[0]))

    def _restore(self) -> None:
        # what is open now must not be lost for what was
        if self._may_leave():
            self._keeper.restore(self._keeper.left[0])
            self.offer()

    def _give_up(self) -> None:
        self._keeper.give_up(self._keeper.left[0])
        self.offer()


def offer_words(found: Found) -> str:
    """What was left behind, in one sentence."""
    name = found.file.name if found.file else found.map.title or tr("Untitled map")
    return trn(
        "PilotMap ended before “{name}” was saved: {number} edit, the last at {time}.",
        "PilotMap ended before “{name}” was saved: {number} edits, the last at {time}.",
        max(1, len(found.states) - 1),
        name=name,
        time=f"{found.at.astimezone():%Y-%m-%d %H:%M}",
    )
