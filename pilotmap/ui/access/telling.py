"""Tells assistive technology what happens on the map: what came and went, where one is now."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QWidget

from pilotmap.language import trn
from pilotmap.ui.access.elements import Elements
from pilotmap.ui.canvas.canvas import Canvas

_FEW: Final = 50  # who selects more than that wants to hear the number, not each

Event = QAccessible.Event


class Telling(QObject):
    """Compares what it told last with what is so now, soon after something changed.

    Made when somebody asks for the map, silent while nobody listens.
    """

    def __init__(self, elements: Elements) -> None:
        super().__init__(elements)
        self._elements = elements
        self._canvas = elements.canvas
        self._session = session = elements.session
        self._there = elements.words.elements
        self._selected = session.selected
        self._here: str | None = None
        self._is_here = False
        self._described = ""
        # after Qt has told that the canvas has the keyboard, and once for all that one edit does
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._tell)
        for signal in (session.map_changed, session.view_changed, session.selection_changed):
            signal.connect(self._later)
        self._canvas.selection_shown.connect(self._tell_at_once)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def _later(self, *_what: object) -> None:
        if QAccessible.isActive():
            self._soon.start()

    def _tell_at_once(self) -> None:
        """Where one walks is said first: the forms that follow have a hundred things to say."""
        if not self._soon.isActive():
            self._tell()

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._canvas in (old, new):
            self._is_here = False
            self._later()

    def _tell(self) -> None:
        if QAccessible.isActive():
            self._tell_what_is_there()
            self._tell_names()
            self._tell_selection()
            self._tell_where()

    def _tell_what_is_there(self) -> None:
        before, now = self._there, self._elements.words.elements
        self._there = now
        for element in before - now:
            self._elements.said.pop(element, None)
            self._elements.leaving = element
            self._raise(element, Event.ObjectDestroyed)
        self._elements.leaving = None
        self._raise_each(now - before, Event.ObjectCreated)

    def _tell_names(self) -> None:
        name = self._elements.words.name
        other = [element for element, said in self._elements.said.items() if name(element) != said]
        for element in other:
            self._elements.name(element)
            self._raise(element, Event.NameChanged)

    def _tell_selection(self) -> None:
        before, now = self._selected, self._session.selected
        self._selected = now
        if before == now:
            return
        out = [element for element in before if element not in now and element in self._elements]
        into = [element for element in now if element not in before and element in self._elements]
        if len(out) + len(into) > _FEW:
            self._raise_for(self._canvas, Event.SelectionWithin)
        else:
            self._raise_each(out, Event.SelectionRemove)
            self._raise_each(into, Event.SelectionAdd if len(now) > 1 else Event.Selection)
        if len(now) > 1:
            words = trn("{number} thing selected.", "{number} things selected.", len(now))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._canvas, words))

    def _tell_where(self) -> None:
        is_here = self._canvas.hasFocus()
        selection = self._session.selection
        here = selection if selection and selection in self._elements else None
        was_here, before = self._is_here, self._here
        self._is_here, self._here = is_here, here
        described = self._elements.words.description(here) if here else ""
        was_described, self._described = self._described, described
        if not is_here:
            return
        if not was_here or here != before:
            place = self._elements.of(here) if here else self._canvas
            self._raise_for(place, Event.Focus)
        elif here and described != was_described:
            self._raise(here, Event.DescriptionChanged)

    def _raise_each(self, elements: Iterable[str], event: QAccessible.Event) -> None:
        for element in elements:
            self._raise_for(self._elements.of(element), event)

    def _raise(self, element: str, event: QAccessible.Event) -> None:
        """Only where somebody knows the element."""
        made = self._elements.made(element)
        if made is not None:
            self._raise_for(made, event)

    def _raise_for(self, what: QObject, event: QAccessible.Event) -> None:
        QAccessible.updateAccessibility(QAccessibleEvent(what, event))


def elements_of(canvas: Canvas) -> Elements:
    """The elements of a canvas, made and told about from the first time that somebody asks.

    Qt asks anew for the interface of a widget whose signals Python code was connected to
    meanwhile; the elements stay the same, or each would be told twice.
    """
    found = next((child for child in canvas.children() if isinstance(child, Elements)), None)
    if found is None:
        found = Elements(canvas)
        Telling(found)
    return found
