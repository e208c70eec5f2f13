"""What the system's assistive technology gets of the canvas: a list, with each element of the map.

A list of list items is what all of them can do most with: Orca and NVDA say a name without a role
before it, and Windows knows selection by code for these roles only. The words tell the kind.
"""

from typing import Any
from weakref import proxy

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleObject,
    QAccessibleSelectionInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QApplication
from shiboken6 import VoidPtr, getCppPointer

from pilotmap.language import trn
from pilotmap.ui.access.element import Element
from pilotmap.ui.access.elements import Elements
from pilotmap.ui.access.telling import elements_of
from pilotmap.ui.canvas.canvas import Canvas

Text = QAccessible.Text
InterfaceType = QAccessible.InterfaceType


class ElementInterface(QAccessibleObject):
    """One lane, step or flow."""

    def __init__(self, element: Element) -> None:
        super().__init__(element)
        self._id, self._elements = element.id, _weakly(_all_with(element))
        self._actions = ElementActions(element)

    def isValid(self) -> bool:
        return self._id in self._elements or self._id == self._elements.leaving

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._elements.canvas)

    def window(self) -> Any:
        return _window(self._elements.canvas)

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> Any:
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, _x: int, _y: int) -> Any:
        return None

    def rect(self) -> QRect:
        return self._elements.rect(self._id)

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        if kind == Text.Name:
            return self._elements.name(self._id)
        return self._elements.words.description(self._id) if kind == Text.Description else ""

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        elements, element = self._elements, self._id
        if element not in elements:
            state.invalid = state.invisible = 1
            return state
        can = int(elements.can_select(element))
        state.focusable = state.selectable = state.extSelectable = can
        state.selected = int(element in elements.session.selected)
        state.focused = int(elements.canvas.hasFocus() and element == elements.session.selection)
        state.offscreen = int(not elements.is_in_sight(element))
        state.invisible = int(not elements.canvas.isVisible())
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        return _pointer(self._actions if kind == InterfaceType.ActionInterface else None)


class ElementActions(QAccessibleActionInterface):
    """What can be done with an element: go there, and open its menu."""

    def __init__(self, element: Element) -> None:
        super().__init__()
        self._id, self._elements = element.id, _weakly(_all_with(element))

    def actionNames(self) -> list[str]:
        if self._id not in self._elements:
            return []
        return [self.pressAction(), self.setFocusAction(), self.showMenuAction()]

    def keyBindingsForAction(self, _name: str) -> list[str]:
        return []

    def doAction(self, name: str) -> None:
        if name not in self.actionNames():
            return
        self._elements.select(self._id)
        if name == self.showMenuAction():
            at = self._elements.rect(self._id).center()
            # a menu waits for the person; whoever asked for it must not wait for that
            wanted = self._elements.canvas.context_menu_wanted
            QTimer.singleShot(0, self._elements.canvas, lambda: wanted.emit(at))


class MapInterface(QAccessibleWidget):
    """The canvas: its elements in the order of a walk, then the widgets that lie on it."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas, QAccessible.Role.List)
        elements = elements_of(canvas)
        self._elements = _weakly(elements)
        self._selection = MapSelection(elements)
        self._actions = MapActions(elements)

    def childCount(self) -> int:
        return len(self._elements.words.order) + super().childCount()

    def child(self, index: int) -> Any:
        order = self._elements.words.order
        if index < len(order):
            return self._elements.of(order[index]).interface if index >= 0 else None
        return super().child(index - len(order))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        element = child.object()
        if isinstance(element, Element):
            return self._elements.words.places.get(element.id, -1)
        index = super().indexOfChild(child)
        return index if index < 0 else index + len(self._elements.words.order)

    def childAt(self, x: int, y: int) -> Any:
        on_top = super().childAt(x, y)
        if on_top is not None:
            return on_top
        element = self._elements.at(x, y)
        return None if element is None else element.interface

    def focusChild(self) -> Any:
        canvas, focused = self._elements.canvas, QApplication.focusWidget()
        if focused is None or not canvas.isAncestorOf(focused):
            return None
        if focused is not canvas:
            return QAccessible.queryAccessibleInterface(focused)
        here = self._elements.session.selection
        return self._elements.of(here).interface if here and here in self._elements else None

    def text(self, kind: QAccessible.Text) -> str:
        if kind != Text.Description:
            return super().text(kind)
        selected = len(self._elements.session.selected)
        if selected > 1:
            return trn("{number} thing selected.", "{number} things selected.", selected)
        return self._elements.words.whole()

    def state(self) -> QAccessible.State:
        state = super().state()
        state.multiSelectable = state.extSelectable = 1
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if kind == InterfaceType.SelectionInterface:
            return _pointer(self._selection)
        return _pointer(self._actions if kind == InterfaceType.ActionInterface else None)


class MapActions(QAccessibleActionInterface):
    """The canvas takes the keyboard."""

    def __init__(self, elements: Elements) -> None:
        super().__init__()
        self._elements = _weakly(elements)

    def actionNames(self) -> list[str]:
        return [self.setFocusAction()]

    def keyBindingsForAction(self, _name: str) -> list[str]:
        return []

    def doAction(self, name: str) -> None:
        if name == self.setFocusAction():
            self._elements.canvas.setFocus()


class MapSelection(QAccessibleSelectionInterface):
    """The selection of the session, by interfaces."""

    def __init__(self, elements: Elements) -> None:
        super().__init__()
        self._elements = _weakly(elements)

    def selectedItemCount(self) -> int:
        return len(self._selected)

    def selectedItems(self) -> list[QAccessibleInterface]:
        return [self._elements.of(element).interface for element in self._selected]

    def selectedItem(self, index: int) -> Any:
        selected = self._selected
        return self._elements.of(selected[index]).interface if 0 <= index < len(selected) else None

    def isSelected(self, child: QAccessibleInterface) -> bool:
        element = child.object()
        return isinstance(element, Element) and element.id in self._selected

    def select(self, child: QAccessibleInterface) -> bool:
        if not self.isSelected(child):
            self._toggle(child)
        return self.isSelected(child)

    def unselect(self, child: QAccessibleInterface) -> bool:
        if self.isSelected(child):
            self._toggle(child)
        return not self.isSelected(child)

    def selectAll(self) -> bool:
        session = self._elements.session
        session.select_several(step.id for step in session.map.steps)
        return True

    def clear(self) -> bool:
        self._elements.session.select(None)
        return True

    @property
    def _selected(self) -> list[str]:
        return [element for element in self._elements.session.selected if element in self._elements]

    def _toggle(self, child: QAccessibleInterface) -> None:
        element = child.object()
        if isinstance(element, Element) and self._elements.can_select(element.id):
            self._elements.session.toggle(element.id)


def _all_with(element: Element) -> Elements:
    """The elements that one belongs to."""
    elements = element.parent()
    assert isinstance(elements, Elements), "they make it"
    return elements


def _weakly(elements: Elements) -> Elements:
    """The same without keeping it: Python keeps interfaces to its end, the canvas lives shorter."""
    held: Elements = proxy(elements)
    return held


def _pointer(part: QAccessibleActionInterface | QAccessibleSelectionInterface | None) -> Any:
    """What C++ takes for a pointer: whatever else an override answers, None too, crashes."""
    return VoidPtr(0 if part is None else getCppPointer(part)[0])


def _window(canvas: Canvas) -> QWindow | None:
    return canvas.window().windowHandle()
