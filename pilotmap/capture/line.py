"""One captured line, done: the door that the window and the outline go through."""

from pilotmap.capture.apply import perform
from pilotmap.capture.cursor import Captured, Cursor
from pilotmap.capture.grammar import known, parse
from pilotmap.capture.scene import Scene
from pilotmap.model.map import PilotMap


def capture_line(m: PilotMap, cursor: Cursor, text: str) -> Captured:
    r"""The map after a typed line, and where the next one goes; an empty line changes nothing.

    Names get a capital (`eBay` and `\log` keep their letters), a decision its question mark.
    The first plain line of an empty map is the start. Raises EditRefused with one sentence.
    """
    cursor = cursor.within(m)
    intent = parse(text, known(m))
    if intent is None:
        return Captured(m, cursor, "")
    return perform(Scene(m, cursor, typed=True), intent)
