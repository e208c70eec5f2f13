"""A number that may say how it is known: Alt+Down or the sign opens what is said of it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal

from pilotmap.language import tr
from pilotmap.ui.fields.signed_line import SignedLine


class NumberField(SignedLine):
    """One line; what is said of the number stands under it, in the form."""

    how_wanted = Signal()
    """To see or to say how the number is known."""

    def __init__(
        self,
        caption: str,
        read: Callable[[str], Any],
        text_of: Callable[[Any], str],
        *,
        placeholder: str = "",
    ) -> None:
        sign = ("known", tr("How this is known (Alt+Down)"))
        super().__init__(caption, read, text_of, *sign, placeholder=placeholder)
        self.opened.connect(self.how_wanted)
