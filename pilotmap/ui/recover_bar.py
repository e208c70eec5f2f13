"""A strip over the map that offers what a crash left behind; it stops nobody from working."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QPushButton

from pilotmap.language import tr, trn
from pilotmap.layout.draw import draw_map
from pilotmap.model.map import PilotMap
from pilotmap.storage.journal_found import Found
from pilotmap.ui.autosave import Autosave
from pilotmap.ui.canvas.operations import Colours
from pilotmap.ui.canvas.painter import Painter
from pilotmap.ui.panels.pieces import link_button
from pilotmap.ui.path_words import name_words, path_words
from pilotmap.ui.strip import Strip

_PICTURE: Final = QSize(150, 56)
_MOST_STEPS_DRAWN: Final = 400
"""A larger map takes longer to draw than a picture so small is worth."""


class RecoverBar(Strip):
    """One offer at a time; the next follows when this one is answered."""

    def __init__(
        self, autosave: Autosave, may_leave: Callable[[], bool], colours: Callable[[], Colours]
    ) -> None:
        super().__init__()
        self._autosave = autosave
        self._may_leave = may_leave
        self._colours = colours
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setAccessibleName(tr("Small picture of the work"))
        self.restore = QPushButton(tr("Bring it back"))
        self.restore.setProperty("kind", "strong")
        self.give_up = link_button(tr("Throw it away"))
        self.later = link_button(tr("Later"))
        self.row.insertWidget(0, self.picture)
        for button in (self.restore, self.give_up, self.later):
            self.row.addWidget(button)
        self.restore.clicked.connect(self._restore)
        self.give_up.clicked.connect(self._give_up)
        self.later.clicked.connect(self._put_off)
        # the words are there at once, the picture is drawn when they have been seen
        self._draw_soon = QTimer(self)
        self._draw_soon.setSingleShot(True)
        self._draw_soon.setInterval(0)
        self._draw_soon.timeout.connect(self._draw)

    def offer(self) -> None:
        """Show the first piece of work that was left behind, or else what cannot be read."""
        left, unreadable = self._autosave.left, self._autosave.unreadable
        self.picture.hide()
        for button in (self.restore, self.give_up):
            button.setVisible(bool(left))
        self.later.setText(tr("Later") if left else tr("Understood"))
        if left:
            self.words.setText(offer_words(left[0]))
            self._draw_soon.start()
        elif unreadable:
            self.words.setText(
                trn(
                    "A record of unsaved work cannot be read by this PilotMap; it is kept in "
                    "{place}.",
                    "{number} records of unsaved work cannot be read by this PilotMap; they are "
                    "kept in {place}.",
                    len(unreadable),
                    place=path_words(unreadable[0].parent),
                )
            )
        if left or unreadable:
            self.show()
        else:
            self.put_away()

    def _draw(self) -> None:
        left = self._autosave.left
        if not left or len(left[0].map.steps) > _MOST_STEPS_DRAWN or not left[0].map.steps:
            return
        picture = small_picture(left[0].map, self._colours(), self.devicePixelRatioF())
        self.picture.setPixmap(picture)
        self.picture.show()

    def _restore(self) -> None:
        # what is open now must not be lost for what was
        if self._may_leave():
            self._autosave.restore(self._autosave.left[0])
            self.offer()

    def _give_up(self) -> None:
        self._autosave.give_up(self._autosave.left[0])
        self.offer()

    def _put_off(self) -> None:
        if not self._autosave.left:
            self._autosave.forget_unreadable()
        self.put_away()


def offer_words(found: Found) -> str:
    """What was left behind, in one sentence, or two where a part of it is gone."""
    words = trn(
        "PilotMap ended before “{name}” was saved: {number} edit, the last at {time}.",
        "PilotMap ended before “{name}” was saved: {number} edits, the last at {time}.",
        max(1, found.edits),
        name=name_words(found.file, found.map),
        time=f"{found.at:%Y-%m-%d %H:%M}",
    )
    if found.is_whole:
        return words
    return f"{words} {tr('A part of the record cannot be read.')}"


def small_picture(pilot_map: PilotMap, colours: Colours, ratio: float) -> QPixmap:
    """The map, as small as a strip has room for, on a screen of this fineness."""
    drawing = draw_map(pilot_map)
    scale = min(
        _PICTURE.width() / max(1.0, drawing.width), _PICTURE.height() / max(1.0, drawing.height)
    )
    picture = QPixmap(
        max(1, round(drawing.width * scale * ratio)), max(1, round(drawing.height * scale * ratio))
    )
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.scale(scale, scale)
    Painter(drawing, colours).paint(painter, lambda: (), scale=0.05)
    painter.end()
    return picture
