"""The order in which Tab goes through a part of the window: as it is read, not as it was built.

It is looked up when Tab is pressed, so what an answer has just brought comes next.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QMainWindow, QScrollArea, QSplitter, QWidget


def go_on(part: QWidget | None = None, *, forward: bool) -> bool:
    """Send the keyboard to the next stop of the part it is in; False where there is none."""
    focus = QApplication.focusWidget()
    if focus is None:
        return False
    goal = next_stop(part or part_of(focus), focus, forward=forward)
    if goal is None:
        return False
    reasons = Qt.FocusReason
    goal.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
    return True


def part_of(widget: QWidget) -> QWidget:
    """The part of the window that a widget stands in, and that Tab does not leave."""
    here = widget
    while not here.isWindow():
        around = here.parentWidget()
        if around is None or isinstance(around, QSplitter | QMainWindow):
            return here
        if isinstance(around.parentWidget(), QMainWindow):
            return here
        here = around
    return here


def next_stop(part: QWidget, focus: QWidget, *, forward: bool) -> QWidget | None:
    """Where Tab goes from a widget within its part, from the end to the beginning again."""
    order = list(in_order(part))
    if not forward:
        order.reverse()
    at = next((n for n, widget in enumerate(order) if widget is focus), None)
    if at is None:  # not in a layout: begin at what it stands in
        inside = [n for n, widget in enumerate(order) if widget.isAncestorOf(focus)]
        at = inside[-1 if forward else 0] if inside else -1
    return next((widget for widget in order[at + 1 :] + order[: at + 1] if stops(widget)), None)


def tab_stops(part: QWidget) -> Iterator[QWidget]:
    """Where Tab stops now, in order."""
    return (widget for widget in in_order(part) if stops(widget))


def stops(widget: QWidget) -> bool:
    """Whether Tab stops at a widget now."""
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()


def in_order(widget: QWidget) -> Iterator[QWidget]:
    """A widget and everything in it, in the order of the layouts."""
    yield widget
    for child in _children(widget):
        yield from in_order(child)


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
