"""How one offered name looks: the name, and softly to its right what it is."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pilotmap.ui.canvas.inline_editor import FAMILY
from pilotmap.ui.canvas.operations import Colours

ABOUT: Final = Qt.ItemDataRole.UserRole
ROW_PX: Final = 28
_PAD: Final = 10


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
        painter.setFont(_font(13))
        painter.setPen(QColor(self.colours["ink"]))
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, index.data())
        painter.setFont(_font(12))
        painter.setPen(QColor(self.colours["ink.soft"]))
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, index.data(ABOUT))
        painter.restore()


def _font(size: int) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(size)
    return font
