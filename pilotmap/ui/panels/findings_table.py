"""The findings as rows of a table: sign, rule, message, and what can be done.

One painted table, not a widget a row: a large map has thousands of findings.
"""

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from pilotmap.language import N_, tr
from pilotmap.ui.theme import Look

if TYPE_CHECKING:  # the analysis is loaded after the first paint
    from pilotmap.analysis.findings.finding import Finding

AnyIndex = QModelIndex | QPersistentModelIndex
SEVERITY_ROLES: Final = {"error": "error", "warning": "warning", "note": "ink.faint"}
SEVERITY_WORDS: Final = {
    "error": N_("error"),
    "warning": N_("warning"),
    "note": N_("note"),
}
ROW_PX: Final = 24
_COLUMNS: Final = (N_("Severity"), N_("Rule"), N_("Message"), N_("What to do"))
_MESSAGE, _DEEDS = 2, 3


class Row(NamedTuple):
    """A finding, and the deeds offered for it in the order of their links."""

    finding: "Finding"
    deeds: tuple[str, ...]


class FindingsModel(QAbstractTableModel):
    """The findings of the map as it is now."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, _parent: AnyIndex | None = None) -> int:
        return len(_COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        # not shown, but said by screen readers
        is_column = orientation == Qt.Orientation.Horizontal
        if not is_column or role != Qt.ItemDataRole.DisplayRole:
            return None
        return tr(_COLUMNS[section])

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        finding = row.finding
        severity = tr(SEVERITY_WORDS[finding.severity])
        deeds = " · ".join(tr(deed) for deed in row.deeds)
        texts = (severity, finding.rule, finding.message, deeds)
        if role == Qt.ItemDataRole.DisplayRole:
            return texts[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == _MESSAGE:
            return finding.message
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == _DEEDS:
            return tr("Fix: {deed}", deed=finding.fix.label) if finding.fix is not None else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tr(SEVERITY_WORDS[finding.severity])} {finding.rule}: {finding.message}"
        return None


class FindingsDelegate(QStyledItemDelegate):
    """Paints the rows; a click on a deed's word does it."""

    deed = Signal(int, str)

    def __init__(self, look: Look, table: QAbstractItemView) -> None:
        super().__init__(table)
        self._look, self._table = look, table

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rect: QRect = option.rect
        # the state of the option says it, too, but brings all of QStyle before the first paint
        chosen = self._table.selectionModel().isSelected(index)
        model = index.model()
        if not isinstance(model, FindingsModel):
            return
        painter.save()
        if chosen:
            painter.fillRect(rect, self._colour("hover"))
        painter.setPen(QPen(self._colour("line.faint")))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        row = model.rows[index.row()]
        if index.column() == 0:
            self._paint_sign(painter, rect, row.finding.severity)
        elif index.column() == _DEEDS:
            self._paint_deeds(painter, rect, row.deeds)
        else:
            painter.setPen(self._colour("ink"))
            self._paint_text(painter, rect, str(model.data(index)))
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: object, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        released = event.type() == QEvent.Type.MouseButtonRelease
        if not (released and isinstance(event, QMouseEvent) and isinstance(model, FindingsModel)):
            return False
        if index.column() != _DEEDS:
            return False
        metrics: QFontMetrics = option.fontMetrics
        rect: QRect = option.rect
        at = event.position().toPoint()
        for deed, place in deed_places(metrics, rect, model.rows[index.row()].deeds):
            if place.contains(at):
                self.deed.emit(index.row(), deed)
                return True
        return False

    def _paint_sign(self, painter: QPainter, rect: QRect, severity: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._colour(SEVERITY_ROLES[severity])
        centre = QPointF(rect.left() + 6.0, rect.center().y() + 0.5)
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(colour if severity != "note" else Qt.BrushStyle.NoBrush)
        if severity == "warning":
            painter.drawPolygon([centre + corner for corner in _TRIANGLE])
        else:
            painter.drawEllipse(centre, 4.2, 4.2)

    def _paint_deeds(self, painter: QPainter, rect: QRect, deeds: tuple[str, ...]) -> None:
        places = deed_places(painter.fontMetrics(), rect, deeds)
        for number, (deed, place) in enumerate(places):
            painter.setPen(self._colour("link"))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, tr(deed))
            if number:
                painter.setPen(self._colour("ink.faint"))
                dot = QRect(place.topLeft() - QPoint(9, 0), QSize(10, place.height()))
                painter.drawText(dot, Qt.AlignmentFlag.AlignVCenter, "·")

    def _paint_text(self, painter: QPainter, rect: QRect, text: str) -> None:
        inside = rect.adjusted(0, 0, -10, 0)
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, elided)

    def _colour(self, role: str) -> QColor:
        return QColor(self._look.colours[role])


_TRIANGLE: Final = (QPointF(0, -4.6), QPointF(5, 4), QPointF(-5, 4))


def deed_places(
    metrics: QFontMetrics, rect: QRect, deeds: tuple[str, ...]
) -> tuple[tuple[str, QRect], ...]:
    """Where each deed's word stands in its cell."""
    places, x = [], rect.left()
    for deed in deeds:
        width = metrics.horizontalAdvance(tr(deed))
        places.append((deed, QRect(x, rect.top(), width + 2, rect.height())))
        x += width + 14
    return tuple(places)
