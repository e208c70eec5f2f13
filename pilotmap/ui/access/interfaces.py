"""What the system's assistive technology gets of the canvas: a list, with each thing of the map.

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
from pilotmap.ui.access.telling import things_of
from pilotmap.ui.access.thing import Thing
from pilotmap.ui.access.things import Things
from pilotmap.ui.canvas.canvas import Canvas

Text = QAccessible.Text
InterfaceType = QAccessible.InterfaceType


class ThingInterface(QAccessibleObject):
    """One lane, step or flow."""

    def __init__(self, thing: Thing) -> None:
        super().__init__(thing)
        self._id, self._things = thing.id, _weakly(_all_with(thing))
        self._actions = ThingActions(thing)

    def isValid(self) -> bool:
        return self._id in self._things or self._id == self._things.leaving

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._things.canvas)

    def window(self) -> Any:
        return _window(self._things.canvas)

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> Any:
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, _x: int, _y: int) -> Any:
        return None

    def rect(self) -> QRect:
        return self._things.rect(self._id)

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        if kind == Text.Name:
            return self._things.name(self._id)
        return self._things.words.description(self._id) if kind == Text.Description else ""

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        things, thing = self._things, self._id
        if thing not in things:
            state.invalid = state.invisible = 1
            return state
        can = int(things.can_select(thing))
        state.focusable = state.selectable = state.extSelectable = can
        state.selected = int(thing in things.session.selected)
        state.focused = int(things.canvas.hasFocus() and thing == things.session.selection)
        state.offscreen = int(not things.is_in_sight(thing))
        state.invisible = int(not things.canvas.isVisible())
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        return _pointer(self._actions if kind == InterfaceType.ActionInterface else None)


class ThingActions(QAccessibleActionInterface):
    """What can be done with a thing: go there, and open its menu."""

    def __init__(self, thing: Thing) -> None:
        super().__init__()
        self._id, self._things = thing.id, _weakly(_all_with(thing))

    def actionNames(self) -> list[str]:
        if self._id not in self._things:
            return []
        return [self.pressAction(), self.setFocusAction(), self.showMenuAction()]

    def keyBindingsForAction(self, _name: str) -> list[str]:
        return []

    def doAction(self, name: str) -> None:
        if name not in self.actionNames():
            return
        self._things.select(self._id)
        if name == self.showMenuAction():
            at = self._things.rect(self._id).center()
            # a menu waits for the person; whoever asked for it must not wait for that
            wanted = self._things.canvas.context_menu_wanted
            QTimer.singleShot(0, self._things.canvas, lambda: wanted.emit(at))


class MapInterface(QAccessibleWidget):
    """The canvas: its things in the order of a walk, then the widgets that lie on it."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas, QAccessible.Role.List)
        things = things_of(canvas)
        self._things = _weakly(things)
        self._selection = MapSelection(things)
        self._actions = MapActions(things)

    def childCount(self) -> int:
        return len(self._things.words.order) + super().childCount()

    def child(self, index: int) -> Any:
        order = self._things.words.order
        if index < len(order):
            return self._things.of(order[index]).interface if index >= 0 else None
        return super().child(index - len(order))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        thing = child.object()
        if isinstance(thing, Thing):
            return self._things.words.places.get(thing.id, -1)
        index = super().indexOfChild(child)
        return index if index < 0 else index + len(self._things.words.order)

    def childAt(self, x: int, y: int) -> Any:
        on_top = super().childAt(x, y)
        if on_top is not None:
            return on_top
        thing = self._things.at(x, y)
        return None if thing is None else thing.interface

    def focusChild(self) -> Any:
        canvas, focused = self._things.canvas, QApplication.focusWidget()
        if focused is None or not canvas.isAncestorOf(focused):
            return None
        if focused is not canvas:
            return QAccessible.queryAccessibleInterface(focused)
        here = self._things.session.selection
        return self._things.of(here).interface if here and here in self._things else None

    def text(self, kind: QAccessible.Text) -> str:
        if kind != Text.Description:
            return super().text(kind)
        selected = len(self._things.session.selected)
        if selected > 1:
            return trn("{number} thing selected.", "{number} things selected.", selected)
        return self._things.words.whole()

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

    def __init__(self, things: Things) -> None:
        super().__init__()
        self._things = _weakly(things)

    def actionNames(self) -> list[str]:
        return [self.setFocusAction()]

    def keyBindingsForAction(self, _name: str) -> list[str]:
        return []

    def doAction(self, name: str) -> None:
        if name == self.setFocusAction():
            self._things.canvas.setFocus()


class MapSelection(QAccessibleSelectionInterface):
    """The selection of the session, by interfaces."""

    def __init__(self, things: Things) -> None:
        super().__init__()
        self._things = _weakly(things)

    def selectedItemCount(self) -> int:
        return len(self._selected)

    def selectedItems(self) -> list[QAccessibleInterface]:
        return [self._things.of(thing).interface for thing in self._selected]

    def selectedItem(self, index: int) -> Any:
        selected = self._selected
        return self._things.of(selected[index]).interface if 0 <= index < len(selected) else None

    def isSelected(self, child: QAccessibleInterface) -> bool:
        thing = child.object()
        return isinstance(thing, Thing) and thing.id in self._selected

    def select(self, child: QAccessibleInterface) -> bool:
        if not self.isSelected(child):
            self._toggle(child)
        return self.isSelected(child)

    def unselect(self, child: QAccessibleInterface) -> bool:
        if self.isSelected(child):
            self._toggle(child)
        return not self.isSelected(child)

    def selectAll(self) -> bool:
        session = self._things.session
        session.select_several(step.id for step in session.map.steps)
        return True

    def clear(self) -> bool:
        self._things.session.select(None)
        return True

    @property
    def _selected(self) -> list[str]:
        return [thing for thing in self._things.session.selected if thing in self._things]

    def _toggle(self, child: QAccessibleInterface) -> None:
        thing = child.object()
        if isinstance(thing, Thing) and self._things.can_select(thing.id):
            self._things.session.toggle(thing.id)


def _all_with(thing: Thing) -> Things:
    """The things that one belongs to."""
    things = thing.parent()
    assert isinstance(things, Things), "they make it"
    return things


def _weakly(things: Things) -> Things:
    """The same without keeping it: Python keeps interfaces to its end, the canvas lives shorter."""
    held: Things = proxy(things)
    return held


def _pointer(part: QAccessibleActionInterface | QAccessibleSelectionInterface | None) -> Any:
    """What C++ takes for a pointer: whatever else an override answers, None too, crashes."""
    return VoidPtr(0 if part is None else getCppPointer(part)[0])


def _window(canvas: Canvas) -> QWindow | None:
    return canvas.window().windowHandle()
