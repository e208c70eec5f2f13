"""Walks one case through the map that is shown, step by step, along a path that is chosen."""

from PySide6.QtCore import QObject

from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.present.case import Case, new_case, usual_branch
from pilotmap.ui.present.tokens import Token, is_split
from pilotmap.ui.present.walk_card import WalkCard


class CaseWalk(QObject):
    """The selection goes along, so every key edits where the case is; edits do not end it.

    While branches run at the same time the case is at several steps. What is done first goes on
    first; a person who selects another step where the case is lets that one go on instead.
    """

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._session = canvas.session
        self._case: Case | None = None
        self._chosen: str | None = None
        self._wanted: str | None = None
        self._arriving = False
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
        """Whether what goes on next can go more than one way."""
        return len(self._branches) > 1

    @property
    def chosen(self) -> Flow | None:
        """The way that is taken next, where one way is to be taken."""
        branches = self._branches
        return next(
            (branch for branch in branches if branch.id == self._chosen), usual_branch(branches)
        )

    @property
    def _movers(self) -> tuple[Token, ...]:
        return self._case.movers(self._map, self._wanted) if self._case is not None else ()

    @property
    def _branches(self) -> tuple[Flow, ...]:
        """Between which a person chooses: those of what goes on next, unless all are gone."""
        movers = self._movers
        if len(movers) != 1 or is_split(self._map, movers[0].step):
            return ()
        return self._map.flows_out(movers[0].step)

    def go_on(self) -> None:
        """Begin, or take the chosen way; from parallel work all ways at once."""
        self._canvas.naming.take()
        if self._case is None:
            self._case = new_case(self._map, self._session.selection)
        elif self._movers:
            self._case = self._case.gone(*self._next_flows())
        self._arrive()

    def _next_flows(self) -> tuple[str, ...]:
        if self.chosen is not None:
            return (self.chosen.id,)
        return tuple(flow.id for t in self._movers for flow in self._map.flows_out(t.step))

    def go_on_with(self, case: Case) -> None:
        """Walk a case that is on its way already."""
        self._case = case
        self._show()

    def go_back(self) -> None:
        """One move back, or out of the walk at its beginning."""
        if self._case is None:
            return
        if not self._case.moves:
            self.stop()
            return
        self._case = self._case.back()
        self._arrive()

    def choose(self, by: int) -> None:
        """Take another way at a fork, in the order of the map, round the ends."""
        chosen = self.chosen
        if chosen is None:
            return
        branches = self._branches
        self._chosen = branches[(branches.index(chosen) + by) % len(branches)].id
        self._show()

    def stop(self) -> None:
        """End the walk."""
        self._case = self._chosen = self._wanted = None
        if self._card is not None:
            self._card.put_away()
        self._canvas.picture.set_overlay(trail=(), spots=(), branch=None)

    @property
    def _map(self) -> PilotMap:
        """The map of the picture that is shown."""
        session = self._session
        derived = session.derived.with_ai if session.view == "with-ai" else None
        return derived.map if derived is not None else session.map

    def _arrive(self) -> None:
        self._chosen = self._wanted = None
        if self._case is not None:
            here = self._case.here(self._map)
            self._arriving = True
            self._session.select(here.step)
            self._arriving = False
            self._canvas.show_id(here.step)
        self._show()

    def _keep(self) -> None:
        if self._case is not None:
            self._case = self._case.within(self._map)
            if self._case is None:
                self.stop()
            self._show()

    def _follow_selection(self) -> None:
        """A way out that is selected, by click or by Tab, is taken; a step of the case goes on."""
        if self._case is None or self._arriving:
            return
        selected = self._session.selection
        if any(branch.id == selected for branch in self._branches):
            self._chosen = selected
            self._show()
        elif any(token.step == selected for token in self._case.tokens(self._map)):
            self._wanted, self._chosen = selected, None
            self._show()

    def _show(self) -> None:
        if self._case is None:
            return
        m, branch = self._map, self.chosen
        spots = dict.fromkeys(token.step for token in self._case.tokens(m))
        ahead = branch.id if branch is not None and self.is_at_fork else None
        self._canvas.picture.set_overlay(trail=self._case.flows, spots=tuple(spots), branch=ahead)
        self.card.show_case(m, self._case, self._case.here(m, self._wanted), self._movers, branch)
