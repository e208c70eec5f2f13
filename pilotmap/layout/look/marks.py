"""The small marks on steps: badge of the AI, notes, clock, check, what is new or changed."""

from collections.abc import Iterator
from typing import Final

from pilotmap.language import tr, trn
from pilotmap.layout.content import SMALL_BOLD, Content, Words
from pilotmap.layout.drawing import Box, Group, Polygon, Polyline, Primitive, Rect
from pilotmap.layout.look.pen import diamond, line_at, moved, text_line
from pilotmap.layout.theme import Role

_SIGNS: Final[dict[str, tuple[str, Role, Role]]] = {
    "pain": ("!", "pain.fill", "pain.line"),
    "question": ("?", "question.fill", "question.line"),
    "note": ("i", "note.fill", "note.line"),
}


def badge(step_id: str, content: Content, box: Box) -> Group:
    """The violet badge over the step that the AI handles, with a four-pointed star."""
    place, words = content.badge or (Box(0, 0, 0, 0), Words("", 0, 0, SMALL_BOLD))
    here = moved(place, box.x, box.y)
    line = text_line(words, box.x, box.y, "ai.ink")
    x, y, far, near = line.x - 10, here.y + here.h / 2, 6.0, 1.8
    star = (
        (x, y - far), (x + near, y - near), (x + far, y), (x + near, y + near),
        (x, y + far), (x - near, y + near), (x - far, y), (x - near, y - near),
    )  # fmt: skip
    ground = Rect(here, "ai.badge", None, 0, here.h / 2)
    return Group(step_id, "badge", here, (ground, Polygon(star, "ai.ink"), line), words.text)


def marks(step_id: str, content: Content, box: Box) -> Iterator[Group]:
    """Pains, questions and notes at the corner: a sign, and the count where there are several."""
    for kind, count, place in content.marks:
        yield note_sign(step_id, kind, count, moved(place, box.x, box.y))


def note_sign(element: str, kind: str, count: int, here: Box) -> Group:
    """The sign of one kind of notes about a step or a flow."""
    sign, fill, line = _SIGNS[kind]
    x, y = here.centre
    primitives = (
        Rect(here, fill, line, 1.2, here.h / 2),
        line_at(sign if count == 1 else f"{count}", x, y + 4.6, SMALL_BOLD, line, "middle"),
    )
    return Group(element, "mark", here, primitives, count_words(kind, count))


def count_words(kind: str, count: int) -> str:
    """How many notes of one kind: 2 pains."""
    if kind == "pain":
        return trn("{number} pain", "{number} pains", count)
    if kind == "question":
        return trn("{number} question", "{number} questions", count)
    return trn("{number} plain note", "{number} plain notes", count)


def check_mark(step_id: str, place: Box, box: Box) -> Group:
    """A small check at the upper left corner: a person here checks the AI's output."""
    here = moved(place, box.x, box.y)
    x, y = here.centre
    primitives = (
        Rect(here, "ai.fill", "ai.line", 1.2, here.h / 2),
        Polyline(((x - 3.5, y), (x - 1, y + 3), (x + 4, y - 3)), "ai.line", 1.6),
    )
    return Group(step_id, "mark", here, primitives, tr("a person checks the AI here"))


def clock(place: Box, box: Box) -> Iterator[Primitive]:
    """A clock at the left: here the work waits."""
    here = moved(place, box.x, box.y)
    x, y = here.centre
    yield Rect(here, "step.fill", "ink.soft", 1.3, 7)
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


def tag(step_id: str, content: Content, box: Box) -> Group:
    """The word `new` or `changed`, for those who do not see the colour."""
    place, words = content.tag or (Box(0, 0, 0, 0), Words("", 0, 0, SMALL_BOLD))
    line: Role = "new.line" if content.looks.tag == "new" else "changed.line"
    here = moved(place, box.x, box.y)
    primitives = (Rect(here, "ground", line, 1.0, 4), text_line(words, box.x, box.y, line))
    return Group(step_id, "badge", here, primitives, words.text)
