"""One element of the map as Qt knows it: loaded early, so it needs nothing but Qt."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface


class Element(QObject):
    """Stands for one lane, step or flow, so that Qt owns the interface that belongs to it.

    It is kept when its element leaves the map, since an undo may bring that back and clients of the
    system may still hold it; it says then that it is no longer valid.
    """

    def __init__(self, elements: QObject, element: str) -> None:
        super().__init__(elements)
        self.setObjectName(element)
        self.id = element

    @property
    def interface(self) -> QAccessibleInterface:
        """What Qt hands to the system for it; made at the first time."""
        return QAccessible.queryAccessibleInterface(self)
