"""The order in which Tab goes through the window: as it is read, not as it was built."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QWidget


def order_by_place(whole: QWidget) -> None:
    """Chain everything that Tab can reach below a widget, in the order of its layouts."""
    chain(tuple(tab_stops(whole)))


def chain(stops: tuple[QWidget, ...]) -> None:
    """Have Tab go from each of these to the next."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """The widgets that Tab can reach, in the order of the layouts."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    for child in _children(widget):
        yield from tab_stops(child)


def _children(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QSplitter):
        for at in range(widget.count()):
            part = widget.widget(at)
            if part is not None:
                yield part
    elif isinstance(widget, QScrollArea):
        content = widget.widget()
        if content is not None:
            yield content
    else:
        layout = widget.layout()
        if layout is not None:
            yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _laid_out(inner)
        elif widget is not None:
            yield widget
