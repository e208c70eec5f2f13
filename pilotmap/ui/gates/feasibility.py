"""The page of Gate 2: threshold and seal, cases, what they say, and the decision."""

from typing import TYPE_CHECKING, Any, Final

from pilotmap.language import tr
from pilotmap.lazy import lazy_imports
from pilotmap.model.fields.table import field_of
from pilotmap.model.gates.feasibility import TRIAL_CHOICES, Feasibility, Repair, TrialDecision
from pilotmap.model.map import PilotMap
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.fields.by_table import LINES, field_for
from pilotmap.ui.fields.choice import ChoiceField
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.fields.line import LineField
from pilotmap.ui.gates.cases import Cases
from pilotmap.ui.gates.cases_part import CasesPart
from pilotmap.ui.gates.gates_now import GatesNow
from pilotmap.ui.gates.offer_box import OfferBox
from pilotmap.ui.gates.page import GatePage
from pilotmap.ui.gates.seal_box import SealBox
from pilotmap.ui.panels.seats.older import OlderVersions
from pilotmap.ui.session import Session
from pilotmap.ui.theme import Look

with lazy_imports():  # the first paint does not wait for the analysis
    from pilotmap.analysis.gates import trial, words

if TYPE_CHECKING:
    from pilotmap.analysis.gates.state import LaterGateNow

_DECIDED: Final = ("on", "reason")
_KILLED: Final = ("learned", "would_change")


class FeasibilityPage(GatePage):
    """Two weeks, a sealed threshold, cases, and a decision document."""

    def __init__(
        self,
        session: Session,
        gates: GatesNow,
        look: Look,
        older: OlderVersions,
        analyzer: Analyzer,
        cases: Cases,
    ) -> None:
        super().__init__(session, gates, look, older, 2)
        self.days = sentence("", "part")
        self.put(self.days)
        for key in ("opened", "owner", "next_review", "built", "threshold"):
            self.ask(key)
        self.offer = OfferBox(session, analyzer)
        caption = tr(field_of("Feasibility", "threshold").caption)
        self.seal = SealBox(session, 2, LineField(caption, *LINES["share"]), "threshold")
        self.cases = CasesPart(cases, 2, session.refused.emit)
        self.rate = sentence("", "sentence")
        for part in (self.offer, self.seal, self.cases, self.rate):
            self.put(part)
        for key in ("does_well", "fails_at"):
            self.ask(key)
        self._ask_repair()
        self.ask("effort_days")
        self._ask_decision()

    def show_gate(self, now: "LaterGateNow") -> None:
        part = self.session.map.feasibility or Feasibility()
        found = trial.trial(part, now.as_of)
        self.days.setText(words.days_words(found.days_left))
        self.days.setProperty("kind", "error" if found.days_over else "part")
        self.days.style().polish(self.days)
        self.offer.refresh()
        self.seal.refresh()
        lines = (*words.trial_sentences(part, found), *words.kind_lines(found))
        self.rate.setText("\n".join(lines))
        edited = any(each.rule in ("PM614", "PM615") for each in now.findings)
        self.cases.refresh(is_edited=edited)

    def _ask_repair(self) -> None:
        """What to fix first; a list in the file keeps its others."""
        for key in ("text", "effort_days"):
            row = field_of("Repair", key)
            field = (
                field_for(row) if key == "text" else LineField(tr(row.caption), *LINES["number"])
            )
            self.bind_within(f"to_fix.{key}", field, _repair_reader(key), _repair_writer(key))

    def _ask_decision(self) -> None:
        row = field_of("TrialDecision", "choice")
        options = [(choice, tr(said)) for choice, said in TRIAL_CHOICES.items()]
        choice = ChoiceField(tr(row.caption), options, tr("Not decided yet"))
        self.bind_within(
            "decision", choice, lambda p: p.decision.choice if p.decision else None, _choose
        )
        for key in (*_DECIDED, *_KILLED):
            field = field_for(field_of("TrialDecision", key))
            self.bind_within(
                f"decision.{key}",
                field,
                _decision_reader(key),
                _decision_writer(key),
                shown=_is_killed if key in _KILLED else _is_decided,
            )


def _is_decided(pilot_map: PilotMap) -> bool:
    part = pilot_map.feasibility
    return part is not None and part.decision is not None


def _is_killed(pilot_map: PilotMap) -> bool:
    part = pilot_map.feasibility
    return part is not None and part.decision is not None and part.decision.choice == "kill"


def _repair_reader(key: str) -> Any:
    return lambda part: getattr(part.to_fix[0], key) if part.to_fix else None


def _repair_writer(key: str) -> Any:
    def write(part: Feasibility, value: Any) -> dict[str, Any]:
        first = part.to_fix[0] if part.to_fix else Repair(text="")
        changed = first.replace(**{key: value if value is not None or key != "text" else ""})
        kept = () if changed == Repair(text="") else (changed,)
        return {"to_fix": (*kept, *part.to_fix[1:])}

    return write


def _choose(part: Feasibility, choice: Any) -> dict[str, Any]:
    if choice is None:
        return {"decision": None}
    old = part.decision
    made = TrialDecision(choice=choice) if old is None else old.replace(choice=choice)
    return {"decision": made}


def _decision_reader(key: str) -> Any:
    return lambda part: getattr(part.decision, key) if part.decision else None


def _decision_writer(key: str) -> Any:
    def write(part: Feasibility, value: Any) -> dict[str, Any]:
        if part.decision is None:
            return {}
        return {"decision": part.decision.replace(**{key: value})}

    return write
