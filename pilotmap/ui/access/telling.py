"""Tells assistive technology what happens on the map: what came and went, where one is now."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QWidget

from pilotmap.language import trn
from pilotmap.ui.access.things import Things
from pilotmap.ui.canvas.canvas import Canvas

_FEW: Final = 50  # who selects more than that wants to hear the number, not each

Event = QAccessible.Event


class Telling(QObject):
    """Compares what it told last with what is so now, soon after something changed.

    Made when somebody asks for the map, silent while nobody listens.
    """

    def __init__(self, things: Things) -> None:
        super().__init__(things)
        self._things = things
        self._canvas = things.canvas
        self._session = session = things.session
        self._there = things.words.things
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
        before, now = self._there, self._things.words.things
        self._there = now
        for thing in before - now:
            self._things.said.pop(thing, None)
            self._things.leaving = thing
            self._raise(thing, Event.ObjectDestroyed)
        self._things.leaving = None
        self._raise_each(now - before, Event.ObjectCreated)

    def _tell_names(self) -> None:
        name = self._things.words.name
        other = [thing for thing, said in self._things.said.items() if name(thing) != said]
        for thing in other:
            self._things.name(thing)
            self._raise(thing, Event.NameChanged)

    def _tell_selection(self) -> None:
        before, now = self._selected, self._session.selected
        self._selected = now
        if before == now:
            return
        out = [thing for thing in before if thing not in now and thing in self._things]
        into = [thing for thing in now if thing not in before and thing in self._things]
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
        here = selection if selection and selection in self._things else None
        was_here, before = self._is_here, self._here
        self._is_here, self._here = is_here, here
        described = self._things.words.description(here) if here else ""
        was_described, self._described = self._described, described
        if not is_here:
            return
        if not was_here or here != before:
            place = self._things.of(here) if here else self._canvas
            self._raise_for(place, Event.Focus)
        elif here and described != was_described:
            self._raise(here, Event.DescriptionChanged)

    def _raise_each(self, things: Iterable[str], event: QAccessible.Event) -> None:
        for thing in things:
            self._raise_for(self._things.of(thing), event)

    def _raise(self, thing: str, event: QAccessible.Event) -> None:
        """Only where somebody knows the thing."""
        made = self._things.made(thing)
        if made is not None:
            self._raise_for(made, event)

    def _raise_for(self, what: QObject, event: QAccessible.Event) -> None:
        QAccessible.updateAccessibility(QAccessibleEvent(what, event))


def things_of(canvas: Canvas) -> Things:
    """The things of a canvas, made and told about from the first time that somebody asks.

    Qt asks anew for the interface of a widget whose signals Python code was connected to
    meanwhile; the things stay the same, or each would be told twice.
    """
    found = next((child for child in canvas.children() if isinstance(child, Things)), None)
    if found is None:
        found = Things(canvas)
        Telling(found)
    return found
