"""The small marks on steps: badge of the AI, notes, clock, check, what is new or changed."""

from collections.abc import Iterator
from typing import Final

from pilotmap.layout.content import TAG, Content
from pilotmap.layout.drawing import Box, Polygon, Polyline, Primitive, Rect
from pilotmap.layout.look.pen import diamond, line_at, moved, text_line
from pilotmap.layout.theme import Role

_SIGNS: Final[dict[str, tuple[str, Role, Role]]] = {
    "pain": ("!", "pain.fill", "pain.line"),
    "question": ("?", "question.fill", "question.line"),
    "note": ("i", "note.fill", "note.line"),
}


def badge(content: Content, box: Box) -> Iterator[Primitive]:
    """The violet badge over the step that the AI handles, with a four-pointed star."""
    if content.badge is None:
        return
    place, words = content.badge
    yield Rect(moved(place, box.x, box.y), "ai.badge", None, 0, 10)
    line = text_line(words, box.x, box.y, "ai.ink")
    x, y, far, near = line.x - 9, box.y - 2, 5.0, 1.5
    star = (
        (x, y - far), (x + near, y - near), (x + far, y), (x + near, y + near),
        (x, y + far), (x - near, y + near), (x - far, y), (x - near, y - near),
    )  # fmt: skip
    yield Polygon(star, "ai.ink")
    yield line


def marks(content: Content, box: Box) -> Iterator[Primitive]:
    """Pains, questions and notes at the corner: a sign, and the count where there are several."""
    for kind, count, place in content.marks:
        sign, fill, line = _SIGNS[kind]
        here = moved(place, box.x, box.y)
        x, y = here.centre
        yield Rect(here, fill, line, 1.2, here.h / 2)
        yield line_at(sign if count == 1 else f"{count}", x, y + 3.5, TAG, line, "middle")


def check_mark(box: Box) -> Iterator[Primitive]:
    """A small check at the upper left corner: a person here checks the AI's output."""
    x, y = box.x + 12, box.y
    yield Rect(Box(x - 8, y - 8, 16, 16), "ai.fill", "ai.line", 1.2, 8)
    yield Polyline(((x - 3.5, y), (x - 1, y + 3), (x + 4, y - 3)), "ai.line", 1.6)


def clock(box: Box) -> Iterator[Primitive]:
    """A clock at the left: here the work waits."""
    x, y = box.x + 15, box.y + box.h / 2
    yield Rect(Box(x - 7, y - 7, 14, 14), "step.fill", "ink.soft", 1.3, 7)
    yield Polyline(((x, y - 4), (x, y), (x + 3, y + 1.8)), "ink.soft", 1.3)


def outline_tag(content: Content, box: Box) -> Iterator[Primitive]:
    """A second outline: whole for what is new, dashed for what changed."""
    kind = content.looks.tag
    if kind not in ("new", "changed"):
        return
    line: Role = "new.line" if kind == "new" else "changed.line"
    dash = () if kind == "new" else (4.0, 3.0)
    around = Box(box.x - 3.5, box.y - 3.5, box.w + 7, box.h + 7)
    if content.looks.kind in ("decision", "parallel"):
        wide = Box(box.x - 6, box.y - 4, box.w + 12, box.h + 8)
        yield Polygon(diamond(wide), None, line, 1.4, dash)
    else:
        radius = 20.0 if content.looks.kind in ("start", "end") else 11.0
        yield Rect(around, None, line, 1.4, radius, dash)


def tag(content: Content, box: Box) -> Iterator[Primitive]:
    """The word `new` or `changed`, for those who do not see the colour."""
    if content.tag is None:
        return
    place, words = content.tag
    line: Role = "new.line" if content.looks.tag == "new" else "changed.line"
    yield Rect(moved(place, box.x, box.y), "ground", line, 1.0, 4)
    yield text_line(words, box.x, box.y, line)
