"""Walks one case through the map that is shown, step by step, along a path that is chosen."""

from PySide6.QtCore import QObject

from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.present.case import Case, new_case, usual_way
from pilotmap.ui.present.walk_card import WalkCard


class CaseWalk(QObject):
    """The selection goes along, so every key edits where the case is; edits do not end it."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._session = canvas.session
        self._case: Case | None = None
        self._chosen: str | None = None
        self._card: WalkCard | None = None
        self._session.map_changed.connect(lambda _old, _new: self._keep())
        self._session.opened.connect(self.stop)
        self._session.view_changed.connect(self.stop)
        self._session.selection_changed.connect(self._follow_selection)

    @property
    def is_on(self) -> bool:
        """Whether a case is on its way."""
        return self._case is not None

    @property
    def card(self) -> WalkCard:
        """What says where the case is, made when it is first needed."""
        if self._card is None:
            self._card = WalkCard(self._canvas)
        return self._card

    @property
    def case(self) -> Case | None:
        """The case on its way."""
        return self._case

    @property
    def is_at_fork(self) -> bool:
        """Whether the case can go more than one way now."""
        return self._case is not None and len(self._case.ways(self._map)) > 1

    @property
    def chosen(self) -> Flow | None:
        """The way it takes next."""
        if self._case is None:
            return None
        ways = self._case.ways(self._map)
        return next((way for way in ways if way.id == self._chosen), usual_way(ways))

    def go_on(self) -> None:
        """Begin, or take the chosen way."""
        self._canvas.naming.take()
        if self._case is None:
            self._case = new_case(self._map, self._session.selection)
        elif self.chosen is not None:
            self._case = self._case.gone(self.chosen.id)
        self._arrive()

    def go_on_with(self, case: Case) -> None:
        """Walk a case that is on its way already."""
        self._case = case
        self._show()

    def go_back(self) -> None:
        """One step back, or out of the walk at its beginning."""
        if self._case is None:
            return
        if not self._case.flows:
            self.stop()
            return
        self._case = self._case.back()
        self._arrive()

    def choose(self, by: int) -> None:
        """Take another way at a fork, in the order of the map, round the ends."""
        if self._case is None or self.chosen is None:
            return
        ways = self._case.ways(self._map)
        self._chosen = ways[(ways.index(self.chosen) + by) % len(ways)].id
        self._show()

    def stop(self) -> None:
        """End the walk."""
        self._case = self._chosen = None
        if self._card is not None:
            self._card.put_away()
        self._canvas.set_overlay(trail=(), spot=None, way=None)

    @property
    def _map(self) -> PilotMap:
        """The map of the picture that is shown."""
        session = self._session
        derived = session.derived.with_ai if session.view == "with-ai" else None
        return derived.map if derived is not None else session.map

    def _arrive(self) -> None:
        self._chosen = None
        if self._case is not None:
            here = self._case.steps(self._map)[-1].id
            self._session.select(here)
            self._canvas.show_id(here)
        self._show()

    def _keep(self) -> None:
        if self._case is not None:
            self._case = self._case.within(self._map)
            if self._case is None:
                self.stop()
            self._show()

    def _follow_selection(self) -> None:
        """A way out that is selected, by click or by Tab, is the one to take."""
        if self._case is not None:
            selected = self._session.selection
            if any(way.id == selected for way in self._case.ways(self._map)):
                self._chosen = selected
                self._show()

    def _show(self) -> None:
        if self._case is None:
            return
        way = self.chosen
        here = self._case.steps(self._map)[-1].id
        at_fork = self.is_at_fork
        self._canvas.set_overlay(
            trail=self._case.flows, spot=here, way=way.id if way and at_fork else None
        )
        self.card.show_case(self._map, self._case, way)
