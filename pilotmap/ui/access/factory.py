"""Hands Qt the interfaces of the canvas and of what is painted on it."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QScrollArea

from pilotmap.lazy import lazy_imports
from pilotmap.ui.access.element import Element
from pilotmap.ui.canvas.canvas import Canvas

with lazy_imports():  # nobody who sees the map needs these
    from pilotmap.ui.access import interfaces


def offer_the_map() -> None:
    """Let assistive technology into the canvas; once in a run, before anybody asks."""
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, asked: QObject | None) -> QAccessibleInterface | None:
    """Called for every object of the window that somebody asks for, never where nobody does."""
    if isinstance(asked, QScrollArea):
        # Qt's own interface of these reads past its end, and the program crashes, where a client
        # asks for a scroll bar that was hidden since the client counted
        return QAccessibleWidget(asked)
    if not isinstance(asked, Canvas | Element):
        return None
    if isinstance(asked, Canvas):
        return interfaces.MapInterface(asked)
    return interfaces.ElementInterface(asked)
