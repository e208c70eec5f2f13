"""The right side: the properties of what is selected, or one part of Gate 1."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pilotmap.lazy import lazy_imports
from pilotmap.model.fields.part import Part
from pilotmap.model.map import PilotMap
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.panels.form import Form
from pilotmap.ui.panels.keyboard import FormKeys, field_around
from pilotmap.ui.panels.map_form import MapForm
from pilotmap.ui.panels.pages import PAGE_OF, PART_OF_PAGE
from pilotmap.ui.panels.pieces import kind, scrolling
from pilotmap.ui.panels.seats.older import OlderVersions
from pilotmap.ui.session import Session
from pilotmap.ui.tab_order import go_on, tab_stops
from pilotmap.ui.theme import Look

with lazy_imports():  # one form is seen at the first paint
    from pilotmap.ui.panels import other_forms as forms
    from pilotmap.ui.panels import signoff_form

_MARGIN_PX: Final = 16


class Target(NamedTuple):
    """What the properties are about: a page, and the id of an element where it is about one."""

    page: str
    element: str = ""


class Properties(QWidget):
    """One form at a time, made when it is first asked for."""

    part_changed = Signal(object)
    """The part of Gate 1 that is open, or None."""

    error_wanted = Signal(object)
    """A finding to be shown, because it keeps sign-off closed."""

    in_sight_wanted = Signal()
    """The keyboard comes here, so the panel must be seen, whatever hides it."""

    def __init__(
        self, session: Session, analyzer: Analyzer, look: Look, older: OlderVersions
    ) -> None:
        super().__init__()
        kind(self, "panel")
        self._session = session
        self._older = older
        self._analyzer = analyzer
        self._look = look
        self._target = Target("map")
        self._forms: dict[str, Form] = {}
        self._pages: dict[str, Callable[[], Form]] = {}
        self._followed: str | None = None
        self._show_where_soon = QTimer(self)
        self._show_where_soon.setSingleShot(True)
        self._show_where_soon.timeout.connect(self._show_where)
        self._keys = FormKeys(self, session, look, self._show_where_soon.start)
        inset = QWidget()
        self._column = QVBoxLayout(inset)
        self._column.setContentsMargins(14, 16, 4, 16)
        self._column.addStretch(1)
        self.area = scrolling(inset)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        session.selection_changed.connect(self._follow_selection)
        session.map_changed.connect(self._follow_map)

    @property
    def target(self) -> Target:
        """What is shown."""
        return self._target

    def first_field(self) -> QWidget:
        """The field that takes the keyboard first."""
        return next(tab_stops(self.form(self._target.page)), self.area)

    def form(self, page: str) -> Form:
        """The form of a page."""
        if page not in self._forms:
            form = self._make(page)
            self._forms[page] = form
            form.hide()
            self._column.insertWidget(0, form)
        return self._forms[page]

    def offer(self, page: str, make: Callable[[], Form]) -> None:
        """Offer a page that is made when it is first asked for, such as that of a later gate."""
        self._pages[page] = make

    def show_page(self, page: str) -> None:
        """Open a page that was offered, with the cursor in it."""
        self.in_sight_wanted.emit()
        self.show_target(Target(page))
        self.form(page).enter()
        self._show_where_soon.start()

    def show_part(self, part: Part, key: str = "") -> None:
        """Open a part of Gate 1, with the cursor in one of its fields where one is named."""
        self.show_target(Target(PAGE_OF[part].name), key)

    def enter_part(self, part: Part) -> None:
        """Open a part of Gate 1, with the cursor where its first open question is answered."""
        self.in_sight_wanted.emit()
        self.show_part(part)
        self.form(self._target.page).enter()
        self._show_where_soon.start()

    def show_target(self, target: Target, key: str = "") -> None:
        """Open a form, with the cursor in one of its fields where one is named."""
        self._target = target
        form = self.form(target.page)
        moves = self._keeps_keyboard(form)
        if form.isHidden():
            for other in self._forms.values():
                other.setVisible(other is form)
            self.area.verticalScrollBar().setValue(0)
        form.show_subject(target.element)
        if moves:
            self.first_field().setFocus()
        self.part_changed.emit(PART_OF_PAGE.get(target.page))
        if key:
            self.in_sight_wanted.emit()
            form.focus_field(key)
            self._show_where_soon.start()

    def show_element(self, element: str, key: str = "") -> None:
        """Open the form of an element of the map by its id."""
        page = page_of(self._session.map, element)
        if page is not None:
            self.show_target(Target(page, element), key)

    def _follow_selection(self) -> None:
        selected = self._followed = self._session.selection
        if selected is not None:
            self.show_element(selected)
        elif self._target.element:
            self.show_target(Target("map"))

    def _follow_map(self, _old: PilotMap, new: PilotMap) -> None:
        selected = self._session.selection
        if selected is not None and selected != self._followed:
            return  # the edit selects another element: its form is shown when that is said
        element = self._target.element
        if element and page_of(new, element) != self._target.page:
            page = page_of(new, selected) if selected else None
            self.show_target(Target(page, selected or "") if page else Target("map"))
        else:
            self.form(self._target.page).refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # what no field wanted: Enter goes on, and words typed at a button are meant for a field
        if not self._keys.take(event):
            super().keyPressEvent(event)

    def _keeps_keyboard(self, form: Form) -> bool:
        """Hold the keyboard while the form that has it makes room for another."""
        focus = self.window().focusWidget()
        moves = form.isHidden() and focus is not None and self.isAncestorOf(focus)
        if moves:
            self.setFocus()
        return moves

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays in the panel."""
        self._show_where_soon.start()
        return go_on(self, forward=forward)

    def _show_where(self) -> None:
        """Scroll to the whole field that has the keyboard, once what was opened has its place."""
        focus, content = self.focusWidget(), self.area.widget()
        if focus is None or content is None or not content.isAncestorOf(focus):
            return
        whole = field_around(focus) or focus
        top = whole.mapTo(content, QPoint(0, 0))
        for y in (top.y() + whole.height(), top.y()):
            self.area.ensureVisible(top.x(), y, 0, _MARGIN_PX)

    def _make(self, page: str) -> Form:
        if page == "map":
            whole = MapForm(self._session, self._look)
            whole.element_wanted.connect(self.show_element)
            return whole
        if page in forms.PLAIN:
            return forms.PLAIN[page](self._session)
        if page == "step":
            step = forms.StepForm(self._session, self._analyzer)
            step.card.all_wanted.connect(lambda: self.enter_part(Part.TOGETHER))
            return step
        if page == "outcome":
            return forms.OutcomeForm(self._session, self._look)
        if page in self._pages:
            return self._pages[page]()
        if page == "working":
            return forms.WorkingForm(self._session, self._analyzer)
        signoff = signoff_form.SignoffForm(self._session, self._analyzer, self._look, self._older)
        signoff.error_wanted.connect(self.error_wanted)
        signoff.in_sight_wanted.connect(self.area.ensureWidgetVisible)
        return signoff


def page_of(pilot_map: PilotMap, element: str) -> str | None:
    """Which form shows the element with this id."""
    if element in pilot_map.step_by_id:
        return "step"
    if element in pilot_map.flow_by_id:
        return "flow"
    if element in pilot_map.lane_by_id:
        return "lane"
    return "system" if element in pilot_map.system_by_id else None
