"""Names typed over the picture: of what is there, and of new steps that exist once named."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pilotmap.capture.amounts import share_text
from pilotmap.capture.shares import take_share
from pilotmap.language import tr
from pilotmap.layout.drawing import Point
from pilotmap.model.edits.fields import edit_flow
from pilotmap.model.edits.made import Made
from pilotmap.model.edits.steps import add_step, append_step, pin, rename
from pilotmap.model.errors import EditRefused
from pilotmap.model.ids import taken_ids
from pilotmap.model.map import PilotMap
from pilotmap.ui.canvas.inline_editor import InlineEditor
from pilotmap.ui.canvas.operations import Colours, qrect
from pilotmap.ui.canvas.picture import Picture
from pilotmap.ui.canvas.places import box_of
from pilotmap.ui.canvas.sheet import READABLE
from pilotmap.ui.canvas.slots import slot_at
from pilotmap.ui.later import Later
from pilotmap.ui.walking import next_unnamed

Make = Callable[[PilotMap, str], Made]


@dataclass(frozen=True)
class Task:
    """What is being named: what it is, and the edit that the typed words make."""

    element: str
    words: str
    placeholder: str
    label: Callable[[str], str]
    apply: Callable[[PilotMap, str], PilotMap | Made]
    may_be_empty: bool = False
    goes_on: bool = False


class Naming(QObject):
    """One inline edit at a time; nothing is committed before its words are taken."""

    def __init__(self, area: QWidget, picture: Picture) -> None:
        super().__init__(area)
        self._area, self._picture, self._session = area, picture, picture.session
        self._task: Task | None = None
        self._then: Callable[[], None] | None = None
        self._colours: Colours = {}
        self._editor = Later(self._new_editor)
        picture.changed.connect(self._follow_picture)
        picture.viewport.moved.connect(lambda _at_once: self._place())

    @property
    def editor(self) -> InlineEditor:
        """The field that lies over what is named."""
        return self._editor()

    @property
    def is_active(self) -> bool:
        """Whether something is being named."""
        return self._task is not None

    def _new_editor(self) -> InlineEditor:
        editor = InlineEditor(self._area)
        self._colours = self._picture.colours
        editor.set_colours(self._colours)
        editor.entered.connect(self._enter)
        editor.next_wanted.connect(self._next)
        editor.tabbed.connect(self._tab)
        editor.left.connect(self.take)
        editor.cancelled.connect(self.cancel)
        return editor

    def rename(self, element: str, then: Callable[[], None] | None = None) -> None:
        """Edit the name of a step or lane, or the label and share of a flow.

        Tab and Enter lead to what comes `then`, words or none: such as the next gap of a map.
        """
        self.take()
        task = _task_for(self._session.map, element)
        if task is not None:
            self._session.select(element)
            self.begin(task)
            self._then = then

    def new(self, make: Make, placeholder: str = "") -> None:
        """Show a step that is not there yet and ask for its name."""
        self.take()
        session = self._session
        session.set_view("today")
        try:
            made = make(session.map, "")
        except EditRefused as error:
            session.refused.emit(error.message)
            return
        self._picture.preview(made.map, made.id)
        self.begin(
            Task(made.id, "", placeholder or tr("Name"), _added, make, goes_on=_leads_on(made))
        )

    def new_in_lane(self, at: Point) -> None:
        """Ask for the name of a step that will stand at a point of the picture."""
        sheet = self._picture.sheet
        slot = slot_at(self._session.map, sheet.flat.geometry, *sheet.to_flat(at))
        if slot is None:
            return

        def make(pilot_map: PilotMap, name: str) -> Made:
            made = add_step(pilot_map, slot.lane, name)
            return Made(pin(made.map, made.id, slot.column, slot.row), made.id)

        self.new(make)

    def ask(self, task: Task) -> None:
        """Edit something else than a name over an element of today's picture."""
        self.take()
        self._session.set_view("today")
        self.begin(task)

    def begin(self, task: Task) -> None:
        """Put the editor over the element of the task."""
        self._task = task
        self._picture.gaze.show_id(task.element)
        self._place()
        self.editor.begin(task.words, task.placeholder, task.placeholder)

    def _follow_picture(self) -> None:
        """Look like the picture, and stay over what is named."""
        colours, editor = self._picture.colours, self._editor.made
        if editor is not None and colours is not self._colours:
            self._colours = colours
            editor.set_colours(colours)
        self._place()

    def _place(self) -> None:
        if self._task is None:
            return
        view = self._picture.viewport.view
        heads = tuple(self._picture.heads.boxes(view, self._task.element))
        box = box_of(self._picture.drawing, self._task.element)
        if heads:
            self.editor.place(qrect(heads[0]), max(view.scale, READABLE))
        elif box is not None:
            self.editor.place(qrect(view.box_to_widget(box)), view.scale)

    def take(self) -> bool:
        """Commit the words, where there are any; False where there is nothing to go on from."""
        task = self._task
        if task is None:
            return False
        words = self.editor.words()
        self._put_away()
        if words == task.words or not (words or task.may_be_empty):
            self._picture.preview(None)
            return bool(words)
        # an edit shows its own picture: what was previewed does not go back before it
        is_done = self._session.edit(
            task.label(words), lambda pilot_map: task.apply(pilot_map, words)
        )
        if not is_done:
            self._picture.preview(None)
        return is_done

    def cancel(self) -> None:
        """Drop the words; a new step was never there."""
        if self._task is not None:
            self._put_away()
            self._picture.preview(None)

    def _put_away(self) -> None:
        self._task = self._then = None
        if self.editor.hasFocus():
            self._area.setFocus()
        self.editor.hide()

    def _tab(self) -> None:
        if self._then is None:
            self.take()
        else:
            self._enter()

    def _enter(self) -> None:
        task, words, then = self._task, self.editor.words(), self._then
        here = self._session.selection
        if not self.take():
            self._ask_again(task, words)
            if self.is_active:
                self._then = then
            elif then is not None:
                then()
        elif then is not None:
            then()
        elif task is not None and task.goes_on:
            here = self._session.selection or here
            self.new(lambda pilot_map, name: append_step(pilot_map, here, name))

    def _ask_again(self, task: Task | None, words: str) -> None:
        """Words that were refused are not lost: they are there to be put right."""
        known = taken_ids(self._session.map)
        if task is not None and task.element in known and words not in ("", task.words):
            self.begin(task)
            self.editor.setPlainText(words)
            self.editor.selectAll()

    def _next(self) -> None:
        if self.take() or not self.is_active:
            wanting = next_unnamed(self._session.map, self._session.selection)
            if wanting is not None:
                self.rename(wanting)


def _task_for(pilot_map: PilotMap, element: str) -> Task | None:
    if element in pilot_map.flow_by_id:
        return _flow_task(pilot_map, element)
    named = pilot_map.step_by_id.get(element) or pilot_map.lane_by_id.get(element)
    if named is None:
        return None
    goes_on = element in pilot_map.step_by_id and pilot_map.step_by_id[element].kind != "end"
    return Task(element, named.name, tr("Name"), _renamed, _Rename(element), goes_on=goes_on)


def _flow_task(pilot_map: PilotMap, element: str) -> Task:
    flow = pilot_map.flow_by_id[element]
    share = "" if flow.share is None else share_text(flow.share.value)
    return Task(
        element,
        " ".join(part for part in (flow.label, share) if part),
        tr("Label, and share such as 60 %"),
        lambda words: tr("Label “{label}”", label=words) if words else tr("Clear the label"),
        _Label(element),
        may_be_empty=True,
    )


@dataclass(frozen=True)
class _Rename:
    element: str

    def __call__(self, pilot_map: PilotMap, name: str) -> PilotMap:
        return rename(pilot_map, self.element, name)


@dataclass(frozen=True)
class _Label:
    flow: str

    def __call__(self, pilot_map: PilotMap, words: str) -> PilotMap:
        label, share = take_share(words)
        return edit_flow(pilot_map, self.flow, label=label.strip(), share=share)


def _added(name: str) -> str:
    return tr("Add “{name}”", name=name)


def _renamed(name: str) -> str:
    return tr("Rename to “{name}”", name=name)


def _leads_on(made: Made) -> bool:
    return made.map.step_by_id[made.id].kind != "end"
