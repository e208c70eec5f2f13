"""The pages of gates 2 to 4, made when they are first asked for."""

from pilotmap.model.gates.gate import LaterGate
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.files import Files
from pilotmap.ui.gates.feasibility import FeasibilityPage
from pilotmap.ui.gates.gates_now import GatesNow
from pilotmap.ui.gates.import_box import ImportBox
from pilotmap.ui.gates.integration import IntegrationPage
from pilotmap.ui.gates.page import GatePage
from pilotmap.ui.gates.shadow_run import ShadowPage
from pilotmap.ui.panels.seats.older import OlderVersions
from pilotmap.ui.session import Session
from pilotmap.ui.theme import Look


class GatePages:
    """Makes each page when it is first asked for."""

    def __init__(
        self,
        session: Session,
        gates: GatesNow,
        look: Look,
        older: OlderVersions,
        files: Files,
        analyzer: Analyzer,
    ) -> None:
        self._session = session
        self._analyzer = analyzer
        self._gates = gates
        self._look = look
        self._older = older
        self._files = files

    def make(self, gate: LaterGate) -> GatePage:
        """The page of a gate."""
        about = (self._session, self._gates, self._look, self._older)
        if gate == 3:
            return IntegrationPage(*about)
        if gate == 4:
            run = ShadowPage(*about, self._files.cases)
            run.cases.box.wanted.connect(lambda: self._choose(run.cases.box))
            return run
        page = FeasibilityPage(*about, self._analyzer, self._files.cases)
        page.cases.box.wanted.connect(lambda: self._choose(page.cases.box))
        return page

    def _choose(self, box: ImportBox) -> None:
        path = self._files.ask_for_table()
        if path is not None:
            box.look_at(path)
