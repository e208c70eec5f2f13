"""How one offered name looks: the name, and softly to its right what it is."""

from math import ceil
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pilotmap.ui.canvas.inline_editor import FAMILY
from pilotmap.ui.canvas.operations import Colours

ABOUT: Final = Qt.ItemDataRole.UserRole
ROW_PX: Final = 28
_PAD: Final = 10
_BETWEEN: Final = 18
_NAME_PX: Final = 13
_ABOUT_PX: Final = 12


class PopupRow(QStyledItemDelegate):
    """Paints a row of the completions."""

    colours: Colours = {}

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, ROW_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(QColor(self.colours["handoff.fill"])))
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 5, 5)
        words = row.adjusted(_PAD, 0, -_PAD, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(_font(_NAME_PX))
        painter.setPen(QColor(self.colours["ink"]))
        name = _shortened(index.data(), _NAME_PX, words.width())
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(_font(_ABOUT_PX))
        painter.setPen(QColor(self.colours["ink.soft"]))
        room = words.width() - _width(name, _NAME_PX) - _BETWEEN
        about = _shortened(index.data(ABOUT), _ABOUT_PX, room)
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, about)
        painter.restore()


def row_width(name: str, about: str) -> int:
    """How wide a row must be, in pixels, to show all its words."""
    words = _width(name, _NAME_PX) + (_BETWEEN + _width(about, _ABOUT_PX) if about else 0)
    return ceil(words) + 2 * _PAD


def _width(words: str, size: int) -> float:
    return QFontMetricsF(_font(size)).horizontalAdvance(words)


def _shortened(words: str, size: int, room: float) -> str:
    return QFontMetricsF(_font(size)).elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, room))


def _font(size: int) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(size)
    return font
