"""How deep the lines of an outline stand, and which decisions a line back out of them closes."""

from dataclasses import dataclass, field
from typing import NamedTuple

from pilotmap.capture.escapes import hidden
from pilotmap.capture.signs import listed, seen

_TAB = 4


class Level(NamedTuple):
    """The blanks before a line, then the order in which its kind of bullet first came."""

    indent: int
    sign: int


class Opened(NamedTuple):
    """A decision or a parting of the ways, and whether lines stood deeper since."""

    level: Level
    step: str
    has_deeper: bool = False


@dataclass
class Levels:
    """The levels of the lines so far."""

    signs: dict[str, int] = field(default_factory=dict)
    opened: list[Opened] = field(default_factory=list)

    def of(self, line: str) -> Level:
        """The level of the next line."""
        text = seen(line).expandtabs(_TAB)
        found = listed(hidden(" ".join(text.split())))
        indent = len(text) - len(text.lstrip())
        if found.levels:
            return Level(indent, found.levels)
        return Level(
            indent, self.signs.setdefault(found.sign, len(self.signs)) if found.sign else 0
        )

    def deepen(self, level: Level) -> None:
        """A line stands at this level."""
        self.opened = [
            one._replace(has_deeper=True) if level > one.level else one for one in self.opened
        ]

    def closed_by(self, level: Level) -> str | None:
        """What a line at this level comes after as a whole: the outermost of what it closes."""
        gone = [one for one in self.opened if level <= one.level]
        self.opened = [one for one in self.opened if level > one.level]
        return next((one.step for one in gone if one.has_deeper), None)

    def open(self, level: Level, step: str) -> None:
        """A decision or a parting stands at this level."""
        self.opened = [one for one in self.opened if level > one.level]
        self.opened.append(Opened(level, step))

    def back_to(self, step: str | None) -> None:
        """A branch of this step begins: what was opened within the last one is over."""
        at = next((n for n, one in enumerate(self.opened) if one.step == step), None)
        self.opened = [] if at is None else self.opened[: at + 1]

    def forget(self) -> None:
        """What follows continues elsewhere."""
        self.opened = []
