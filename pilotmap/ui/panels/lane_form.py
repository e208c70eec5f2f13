"""The properties of a lane, who does the work and how much time they have, and of a system."""

from pilotmap.language import tr
from pilotmap.ui.panels.money import MoneyFold
from pilotmap.ui.panels.table_form import TableForm
from pilotmap.ui.session import Session


class LaneForm(TableForm):
    """Name, kind, department, people and hours, and on demand what they cost."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("Lane"))
        self.add_all("lane", besides=("rate",))
        self._money = MoneyFold(self, "lane", ("rate",))

    def refresh(self) -> None:
        if self.subject in self.session.map.lane_by_id:
            super().refresh()
            self._money.refresh()


class SystemForm(TableForm):
    """The properties of a system."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("System"))
        self.add_all("system")

    def refresh(self) -> None:
        if self.subject in self.session.map.system_by_id:
            super().refresh()
