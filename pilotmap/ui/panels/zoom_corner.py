"""How large the map is shown, and whether it is folded: by mouse what keys do, too."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from pilotmap.ui.panels.pieces import IconButton
from pilotmap.ui.theme import Look

_SIGN_PX = 14


class ZoomCorner(QWidget):
    """Smaller, the zoom, larger, and the switch that folds the map into strips."""

    def __init__(self, look: Look, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.zoom = QLabel()
        self.zoom.setProperty("kind", "soft")
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.zoom.setMinimumWidth(self.zoom.fontMetrics().horizontalAdvance("000 % "))
        self.smaller = _button("minus", actions["zoom-out"], look)
        self.larger = _button("plus", actions["zoom-in"], look)
        self.fold = _button("fold", actions["fold"], look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for part in (self.smaller, self.zoom, self.larger, self.fold):
            row.addWidget(part)
        row.insertSpacing(3, 6)

    def show_zoom(self, zoom: float) -> None:
        """Show how large the picture is."""
        self.zoom.setText(f"{zoom * 100:.0f} %")


def _button(sign: str, action: QAction, look: Look) -> IconButton:
    """A button that does what the action does; the keyboard has the action's own keys."""
    button = IconButton(sign, action.text(), look, _SIGN_PX)
    button.setProperty("kind", "corner")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setCheckable(action.isCheckable())

    def follow() -> None:
        button.setChecked(action.isChecked())
        button.setToolTip(action.toolTip())

    button.clicked.connect(lambda _checked: action.trigger())
    action.changed.connect(follow)
    follow()
    return button
