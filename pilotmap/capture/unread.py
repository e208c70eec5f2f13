"""What was not read of a text or a table, so that it stays in front of people to mend."""

from typing import NamedTuple

from pilotmap.language import tr


class Unread(NamedTuple):
    """A line of a text that is not in the map, or a row of a table of which something is not."""

    number: int
    """Counted from 1, as people count what they pasted."""
    text: str
    reason: str
    is_row: bool = False

    @property
    def message(self) -> str:
        """The reason with the number of the line or row."""
        if self.is_row:
            return tr("Row {number}: {reason}", number=self.number, reason=self.reason)
        return tr("Line {number}: {reason}", number=self.number, reason=self.reason)
