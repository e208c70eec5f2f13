"""How a step of any kind looks: box, pill, diamond or gate, with what is in and around it."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from pilotmap.language import N_, tr
from pilotmap.layout.content import NO_NAME, Content, Looks
from pilotmap.layout.drawing import Box, Group, Polygon, Polyline, Primitive, Rect
from pilotmap.layout.look.marks import (
    badge,
    check_mark,
    clock,
    count_words,
    marks,
    outline_tag,
    tag,
)
from pilotmap.layout.look.pen import diamond, moved, text_line
from pilotmap.layout.measured import measured
from pilotmap.layout.ornaments import others_text, tag_words
from pilotmap.layout.theme import Role

_KINDS: Final = {
    "start": N_("Start: {name}"),
    "step": N_("Step: {name}"),
    "decision": N_("Decision: {name}"),
    "parallel": N_("At the same time: {name}"),
    "wait": N_("Wait: {name}"),
    "end": N_("End: {name}"),
}


@lru_cache(maxsize=8_192)
def step_groups(step_id: str, looks: Looks, x: float, y: float, lane: str) -> tuple[Group, ...]:
    """The group of one step whose box stands at x and y, then its badges and marks.

    Asked again for the same, it gives the same groups: after an edit only what changed is new.
    """
    content = measured(looks)
    box = Box(x, y, content.w, content.h)
    bounds = Box(
        x - content.left,
        y - content.above,
        content.w + content.left + content.right,
        content.h + content.above + content.below,
    )
    about = about_step(content, lane)
    groups = [Group(step_id, "step", bounds, tuple(_primitives(content, box)), about)]
    if content.badge is not None:
        groups.append(badge(step_id, content, box))
    if content.check is not None:
        groups.append(check_mark(step_id, content.check, box))
    groups.extend(marks(step_id, content, box))
    if content.tag is not None:
        groups.append(tag(step_id, content, box))
    return tuple(groups)


def _primitives(content: Content, box: Box) -> Iterator[Primitive]:
    looks = content.looks
    yield from outline_tag(content, box)
    if looks.kind == "decision" and looks.mode is not None:
        yield Polygon(diamond(box), "ai.fill", "ai.line", 2)
    elif looks.kind == "decision":
        yield Polygon(diamond(box), "decision.fill", "decision.line", 1.4)
    elif looks.kind == "parallel":
        yield from _gate(box)
    elif looks.kind == "start":
        yield Rect(box, "step.fill", "start.line", 1.4, 17)
    elif looks.kind == "end":
        yield Rect(box, "end.fill", "end.fill", 1.4, 17)
    elif looks.mode is not None:
        yield Rect(box, "ai.fill", "ai.line", 2, 8)
    else:
        yield Rect(box, "step.fill", "step.line", 1.2, 8)
    if content.clock is not None:
        yield from clock(content.clock, box)
    yield from _words(content, box)


def _words(content: Content, box: Box) -> Iterator[Primitive]:
    ink: Role = "end.ink" if content.looks.kind == "end" else "ink"
    if not content.looks.name and content.looks.kind != "end":
        ink = "ink.soft"
    for words in content.name:
        yield text_line(words, box.x, box.y, ink)
    for chip, lines in content.chips:
        yield Rect(moved(chip, box.x, box.y), "system.fill", "system.line", 0.8, 4)
        for words in lines:
            yield text_line(words, box.x, box.y, "system.line")
    for words in content.times:
        yield text_line(words, box.x, box.y, "ink.soft")


def _gate(box: Box) -> Iterator[Primitive]:
    x, y = box.centre
    yield Polygon(diamond(box), "step.fill", "start.line", 1.4)
    yield Polyline(((x - 9, y), (x + 9, y)), "start.line", 2.4)
    yield Polyline(((x, y - 9), (x, y + 9)), "start.line", 2.4)


def about_step(content: Content, lane: str) -> str:
    """One sentence that tells a step to someone who cannot see it."""
    looks = content.looks
    parts = [tr(_KINDS[looks.kind], name=looks.name or tr(NO_NAME))]
    parts += [tr("done by {lane}", lane=lane)]
    parts += [others_text(looks)] if looks.others else []
    parts += [tr("waits {time}", time=looks.wait)] if looks.wait else []
    parts += [tr("takes {time}", time=looks.work)] if looks.work else []
    parts += [tr("touches {systems}", systems=", ".join(looks.systems))] if looks.systems else []
    if looks.mode:
        parts += [tr("the AI handles this step ({mode})", mode=looks.mode)]
    elif looks.mode is not None:
        parts += [tr("the AI handles this step")]
    parts += [tr("a person here checks the AI")] if looks.checks_ai else []
    parts += [count_words(kind, count) for kind, count in looks.marks]
    parts += [tag_words(looks.tag)] if looks.tag in ("new", "changed") else []
    return ", ".join(parts)
