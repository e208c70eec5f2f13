"""What the lower area can show: one page at a time, each with a heading of its own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """A page; a hidden one does nothing until it is shown."""

    headed = Signal()
    """The heading has changed."""

    @property
    def heading(self) -> str:
        """The words over the page."""
        raise NotImplementedError

    @property
    def first_stop(self) -> QWidget:
        """What takes the keyboard when the page is gone to."""
        raise NotImplementedError

    def filter_by(self, text: str) -> None:
        """Show only what holds these words, where the page can."""

    @property
    def can_filter(self) -> bool:
        """Whether there is anything to filter."""
        return False
