"""A whole outline at once: every line as if typed, and flows may lead to what comes later."""

from typing import NamedTuple

from pilotmap.capture.apply import noted, perform
from pilotmap.capture.apply_attributes import of_flow
from pilotmap.capture.attributes import Attributes
from pilotmap.capture.cursor import Captured, Cursor
from pilotmap.capture.grammar import known, parse
from pilotmap.capture.graph import graph_of, leads_to
from pilotmap.capture.intents import Branch, From, GoTo, Intent, Remark
from pilotmap.capture.names import step_called, unknown_step
from pilotmap.capture.scene import NotThereYet, Scene
from pilotmap.language import tr
from pilotmap.model.edits.flows import connect
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap


class _Promise(NamedTuple):
    """A flow whose target no line has brought so far."""

    source: str
    label: str
    share: float | None
    goto: GoTo
    line: int
    attributes: Attributes
    target: None = None
    notes: tuple[Remark, ...] = ()


def read_outline(m: PilotMap, text: str, cursor: Cursor | None = None) -> PilotMap:
    """The map with all lines of an outline added, after a cursor or unconnected.

    The lines are those of the capture line; indents and bullets are for the reader's eye. Names
    stay as they are written. Raises EditRefused with the number of the line.
    """
    scene = Scene(m, (cursor or Cursor()).within(m), typed=False)
    number = 0
    try:
        for number, line in enumerate(text.splitlines(), start=1):
            scene = _read(scene, parse(line, known(scene.map)), number)
        _branch_begun(scene)
    except EditRefused as refused:
        raise EditRefused(_of_line(number, refused.message)) from refused
    return _kept(scene)


def _read(scene: Scene, intent: Intent | None, number: int) -> Scene:
    if intent is None:
        return scene
    if isinstance(intent, Branch | From):
        _branch_begun(scene)
    if isinstance(intent, Remark) and intent.on_flow and scene.just_promised:
        return _noted(scene, intent)
    try:
        done: Captured = perform(scene, intent)
    except NotThereYet as later:
        return _promised(later, number)
    return scene.at(done.map, done.cursor)


def _promised(later: NotThereYet, number: int) -> Scene:
    scene, cursor = later.scene, later.scene.cursor
    source = cursor.branch_of or cursor.step or ""
    attributes = cursor.attributes.and_also(later.goto.attributes)
    promise = _Promise(source, cursor.label, cursor.share, later.goto, number, attributes)
    return scene.at(scene.map, Cursor(step=source)).promising(*scene.promised, promise)


def _noted(scene: Scene, remark: Remark) -> Scene:
    """The note is made with its flow, when the step that the flow leads to is there."""
    *others, promise = scene.promised
    assert isinstance(promise, _Promise)  # nobody else promises
    return scene.promising(*others, promise._replace(notes=(*promise.notes, remark)))


def _branch_begun(scene: Scene) -> None:
    """A branch that nothing was put into would be lost without a word."""
    if scene.cursor.branch_of is not None:
        raise EditRefused(
            tr(
                "The branch “{label}” before this has no first step; write the step, or -> and "
                "the name of one.",
                label=scene.cursor.label,
            )
        )


def _kept(scene: Scene) -> PilotMap:
    """The map with the promised flows, now that every step is there."""
    m = scene.map
    for promise in scene.promised:
        assert isinstance(promise, _Promise)  # nobody else promises
        target = step_called(m, promise.goto, typed=False)
        if target is None:
            raise EditRefused(_of_line(promise.line, unknown_step(m, promise.goto.name)))
        try:
            m = _with_promised(m, promise, target)
        except EditRefused as refused:
            raise EditRefused(_of_line(promise.line, refused.message)) from refused
    return m


def _with_promised(m: PilotMap, promise: _Promise, target: str) -> PilotMap:
    made = connect(
        m,
        promise.source,
        target,
        label=promise.label,
        share=promise.share,
        rework=leads_to(graph_of(m), target, promise.source),
    )
    m = of_flow(made.map, made.id, promise.attributes)
    for note in promise.notes:
        m = noted(m, note, made.id)
    return m


def _of_line(number: int, reason: str) -> str:
    return tr("Line {number}: {reason}", number=number, reason=reason)
