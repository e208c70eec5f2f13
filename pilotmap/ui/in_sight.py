"""Brings a part of the window into sight that is hidden or folded away."""

from typing import Final

from PySide6.QtWidgets import QSplitter, QWidget

_LEAST_PX: Final = 300
_HIDDEN_PX: Final = 236


def bring_into_sight(part: QWidget) -> None:
    """Show a part, and give it room beside its neighbours where it was folded to nothing."""
    if part.isHidden():
        part.show()
    around = part.parentWidget()
    if isinstance(around, QSplitter) and not is_in_sight(part):
        _unfold(around, around.indexOf(part))


def _unfold(splitter: QSplitter, place: int) -> None:
    sizes = splitter.sizes()
    widest = max(range(len(sizes)), key=sizes.__getitem__)
    for at in range(len(sizes)):
        part = splitter.widget(at)
        if part is not None and part.isHidden():
            sizes[at] = _HIDDEN_PX  # with no size of its own it would stay folded when shown
    sizes[place] = _LEAST_PX
    sizes[widest] = max(0, sizes[widest] - _LEAST_PX)
    splitter.setSizes(sizes)


def is_in_sight(part: QWidget) -> bool:
    """Whether a part stands in the window: neither hidden nor folded to nothing."""
    around = part.parentWidget()
    # a splitter moves what is folded out of itself
    return part.isVisible() and (around is None or around.rect().intersects(part.geometry()))
