"""Part 4 of Gate 1 as a whole: all questions of the mode."""

from pilotmap.language import tr
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.judgement import Judgement
from pilotmap.ui.panels.form import Form
from pilotmap.ui.panels.working_card import WorkingCard
from pilotmap.ui.session import Session


class WorkingForm(Form):
    """The whole violet card, once the step is chosen."""

    def __init__(self, session: Session, judgement: Judgement) -> None:
        super().__init__(session, tr("4 Working together"))
        self._absent = sentence(
            tr(
                "First choose the step that the AI takes over (part 3): then this part asks how "
                "people and the AI work together."
            ),
            "soft",
        )
        self.card = WorkingCard(session, judgement, brief=False)
        for part in (self._absent, self.card):
            self.column.addWidget(part)

    def refresh(self) -> None:
        chosen = self.session.map.pilot.step is not None
        self._absent.setVisible(not chosen)
        self.card.setVisible(chosen)
        self.card.refresh()

    def focus_field(self, key: str) -> None:
        self.card.focus_field(key)
