"""One thing of the map as Qt knows it: loaded early, so it needs nothing but Qt."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface


class Thing(QObject):
    """Stands for one lane, step or flow, so that Qt owns the interface that belongs to it.

    It is kept when its thing leaves the map, since an undo may bring that back and clients of the
    system may still hold it; it says then that it is no longer valid.
    """

    def __init__(self, things: QObject, thing: str) -> None:
        super().__init__(things)
        self.setObjectName(thing)
        self.id = thing

    @property
    def interface(self) -> QAccessibleInterface:
        """What Qt hands to the system for it; made at the first time."""
        return QAccessible.queryAccessibleInterface(self)
