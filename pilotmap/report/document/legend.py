"""The line under the map that says what its signs mean; only those that the map shows."""

from collections.abc import Iterator

from pilotmap.language import tr
from pilotmap.layout.drawing import Box, Polygon, Polyline, Primitive, Rect
from pilotmap.layout.theme import Role
from pilotmap.model.map import PilotMap
from pilotmap.report.setting.page import Layer, Slice
from pilotmap.report.setting.structure import Element
from pilotmap.report.setting.typeset import spaced_width, text_line
from pilotmap.report.setting.typography import LABEL, NOTE

_PITCH = 15.0
_BASELINE = 10.6
_SIGN_GAP = 5.0
_ITEM_GAP = 20.0
_WORDS = NOTE._replace(size=8.25)
_SIGN = LABEL._replace(size=8.0)


def legend(pilot_map: PilotMap, width: float, *, folded: bool = False) -> tuple[Slice, ...]:
    """The signs with their words, as many to a line as fit; a folded map has one more."""
    lines: list[list[Layer]] = [[]]
    x = 0.0
    whole = Element("L")
    for sign, sign_width, words in (*_items(pilot_map), *_folded(folded)):
        long = sign_width + _SIGN_GAP + spaced_width(words, _WORDS)
        if x and x + long > width:
            lines.append([])
            x = 0.0
        said = text_line(words, _WORDS, sign_width + _SIGN_GAP, _BASELINE)
        item = Element("LI", whole)
        signs = Layer(sign, x=x, element=Element("Lbl", item))
        lines[-1] += [signs, Layer((said,), x=x, element=Element("LBody", item))]
        x += long + _ITEM_GAP
    return tuple(Slice(_PITCH, tuple(line)) for line in lines if line)


Item = tuple[tuple[Primitive, ...], float, str]


def _items(pilot_map: PilotMap) -> Iterator[Item]:
    if pilot_map.pilot.step is not None and pilot_map.pilot.verdict in (None, "ai"):
        sign = text_line("✦", LABEL._replace(size=9, colour="ai.line"), 0, _BASELINE)
        yield (sign,), sign.shaped.width, tr("step that the AI will handle")
    if pilot_map.handoffs:
        circle = Rect(Box(0, 1, 16, 13), "handoff.fill", "handoff.line", 0.8, 6.5)
        number = text_line("H1", _SIGN._replace(colour="handoff.line"), 8, 10.4, 0.5)
        yield (circle, number), 16, tr("handoff: the work changes hands")
    if any(step.systems for step in pilot_map.steps):
        chip = Rect(Box(0, 4, 13, 7.5), "system.fill", "system.line", 0.7, 2)
        yield (chip,), 13, tr("system touched")
    if any(step.kind == "decision" for step in pilot_map.steps):
        diamond = Polygon(((0, 7.5), (6, 3), (12, 7.5), (6, 12)), "decision.fill", "decision.line")
        yield (diamond,), 12, tr("decision, with the share of cases")
    marks = (("pain", "!", tr("pain")), ("question", "?", tr("open question")))
    for kind, letter, words in marks:
        if any(note.kind == kind and note.about and not note.settled for note in pilot_map.notes):
            yield _mark(kind, letter), 11, words
    if any(step.checks_ai for step in pilot_map.steps):
        yield _tick(), 11, tr("a person checks the AI’s work")
    if any(flow.rework for flow in pilot_map.flows):
        dashes = Polyline(((0, 7.5), (16, 7.5)), "flow.line", 1.0, dash=(3, 2))
        yield (dashes,), 16, tr("goes back to do something again")


def _folded(folded: bool) -> Iterator[Item]:
    if folded:
        tag = Rect(Box(0, 1, 13, 13), "label.ground", "flow.line", 0.8, 6.5)
        letter = text_line("A", _SIGN._replace(colour="flow.line"), 6.5, 10.4, 0.5)
        yield (tag, letter), 13, tr("goes on at the same letter")


def _tick() -> tuple[Primitive, ...]:
    circle = Rect(Box(0, 2, 11, 11), "ai.fill", "ai.line", 0.8, 5.5)
    return circle, Polyline(((3.2, 7.7), (4.8, 9.4), (8, 5.8)), "ai.line", 1.0)


def _mark(kind: str, letter: str) -> tuple[Primitive, ...]:
    line: Role = "pain.line" if kind == "pain" else "question.line"
    fill: Role = "pain.fill" if kind == "pain" else "question.fill"
    circle = Rect(Box(0, 2, 11, 11), fill, line, 0.8, 5.5)
    return circle, text_line(letter, _SIGN._replace(colour=line), 5.5, 10.4, 0.5)
