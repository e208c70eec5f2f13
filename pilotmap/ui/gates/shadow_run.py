"""The page of Gate 4: the locked threshold, the records, what they say, and the flip."""

from typing import TYPE_CHECKING, Any, Final

from pilotmap.language import tr
from pilotmap.lazy import lazy_imports
from pilotmap.model.fields.table import field_of
from pilotmap.model.gates.shadow import FLIP_CHOICES, BackIf, Flip, Shadow
from pilotmap.model.map import PilotMap
from pilotmap.model.quantity import Quantity
from pilotmap.ui.fields.by_table import LINES, field_for
from pilotmap.ui.fields.choice import ChoiceField
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.fields.line import LineField
from pilotmap.ui.gates.cases import Cases
from pilotmap.ui.gates.cases_part import CasesPart
from pilotmap.ui.gates.gates_now import GatesNow
from pilotmap.ui.gates.page import GatePage
from pilotmap.ui.gates.seal_box import SealBox
from pilotmap.ui.panels.seats.older import OlderVersions
from pilotmap.ui.session import Session
from pilotmap.ui.theme import Look

with lazy_imports():  # the first paint does not wait for the analysis
    from pilotmap.analysis.gates import shadow_run, words

if TYPE_CHECKING:
    from pilotmap.analysis.gates.state import LaterGateNow

_DECIDED: Final = ("on", "reason")
_FLIPPED: Final = ("monitors", "hours", "way_back")


class ShadowPage(GatePage):
    """Two to four weeks beside the people; nothing goes to a customer from here."""

    def __init__(
        self, session: Session, gates: GatesNow, look: Look, older: OlderVersions, cases: Cases
    ) -> None:
        super().__init__(session, gates, look, older, 4)
        for key in ("opened", "owner", "next_review"):
            self.ask(key)
        weeks = LineField(tr(field_of("Shadow", "weeks").caption), *LINES["number"])
        self.bind_within("weeks", weeks, lambda p: p.weeks and float(p.weeks), _weeks)
        self._ask_threshold()
        self.ask("agreement")
        self.ask("reckoned")
        caption = tr(field_of("Shadow", "threshold").caption)
        new = LineField(caption, *LINES["number"])
        self.seal = SealBox(session, 4, new, "threshold", lambda typed: self._in_unit(typed))
        self.cases = CasesPart(cases, 4, session.refused.emit)
        self.says = sentence("", "sentence")
        for part in (self.seal, self.cases, self.says):
            self.put(part)
        self._ask_flip()

    def show_gate(self, now: "LaterGateNow") -> None:
        pilot_map = self.session.map
        part = pilot_map.shadow or Shadow()
        run = shadow_run.shadow_run(part, pilot_map.outcome.change, now.as_of)
        self.seal.refresh()
        lines = (*words.run_sentences(pilot_map, part, run), *words.week_lines(part, run))
        self.says.setText("\n".join(lines))
        edited = any(each.rule in ("PM814", "PM815") for each in now.findings)
        self.cases.refresh(is_edited=edited)

    def _in_unit(self, typed: float | None) -> Quantity | None:
        """A number in the unit of Gate 1's target."""
        target = self.session.map.outcome.target
        return None if typed is None else Quantity(value=typed, unit=target.unit if target else "")

    def _ask_threshold(self) -> None:
        field = LineField(tr(field_of("Shadow", "threshold").caption), *LINES["number"])
        self.bind_within(
            "threshold",
            field,
            lambda part: part.threshold.number if part.threshold else None,
            lambda _, typed: {"threshold": self._in_unit(typed)},
        )

    def _ask_flip(self) -> None:
        row = field_of("Flip", "choice")
        options = [(choice, tr(said)) for choice, said in FLIP_CHOICES.items()]
        choice = ChoiceField(tr(row.caption), options, tr("Not decided yet"))
        self.bind_within("flip", choice, lambda p: p.flip.choice if p.flip else None, _choose)
        for key in (*_DECIDED, *_FLIPPED):
            field = field_for(field_of("Flip", key))
            shown = _is_flipped if key in _FLIPPED else _is_decided
            self.bind_within(f"flip.{key}", field, _reader(key), _writer(key), shown=shown)
        measure = field_for(field_of("BackIf", "measure"), tr("Go back if"))
        limit = LineField(tr(field_of("BackIf", "limit").caption), *LINES["number"])
        self.bind_within(
            "flip.back_if", measure, lambda p: _back_if(p).measure, _measure, shown=_is_flipped
        )
        self.bind_within(
            "flip.limit",
            limit,
            lambda p: limit_of.number if (limit_of := _back_if(p).limit) else None,
            lambda part, typed: _with_back_if(part, limit=self._in_unit(typed)),
            shown=_is_flipped,
        )


def _weeks(_: Shadow, typed: float | None) -> dict[str, Any]:
    """Weeks are whole; a part of one is refused by what the file may hold."""
    return {"weeks": int(typed) if typed is not None and typed.is_integer() else typed}


def _is_decided(pilot_map: PilotMap) -> bool:
    return pilot_map.shadow is not None and pilot_map.shadow.flip is not None


def _is_flipped(pilot_map: PilotMap) -> bool:
    flip = pilot_map.shadow.flip if pilot_map.shadow else None
    return flip is not None and flip.choice == "flip"


def _choose(part: Shadow, choice: Any) -> dict[str, Any]:
    if choice is None:
        return {"flip": None}
    return {"flip": Flip(choice=choice) if part.flip is None else part.flip.replace(choice=choice)}


def _reader(key: str) -> Any:
    return lambda part: getattr(part.flip, key) if part.flip else None


def _writer(key: str) -> Any:
    def write(part: Shadow, value: Any) -> dict[str, Any]:
        return {} if part.flip is None else {"flip": part.flip.replace(**{key: value})}

    return write


def _back_if(part: Shadow) -> BackIf:
    return part.flip.back_if if part.flip else BackIf()


def _measure(part: Shadow, value: Any) -> dict[str, Any]:
    return _with_back_if(part, measure=value)


def _with_back_if(part: Shadow, **changes: Any) -> dict[str, Any]:
    if part.flip is None:
        return {}
    return {"flip": part.flip.replace(back_if=part.flip.back_if.replace(**changes))}
