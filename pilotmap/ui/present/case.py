"""One case on its way through a map: where it is, how it came there, how long it took so far."""

from dataclasses import dataclass, replace
from typing import Final

from pilotmap.language import tr
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow
from pilotmap.ui.present.tokens import Move, Standing, Token, is_fork, standing, steps_of
from pilotmap.ui.walking import first_step

_DAYS_FROM_H: Final = 100
_SAME_TIME_H: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Case:
    """A start, and the moves since; a loop is gone round as often as it was taken.

    One move takes all ways out of parallel work, and moves at once what is done at the same time.
    """

    start: str
    moves: tuple[Move, ...] = ()

    @property
    def flows(self) -> tuple[str, ...]:
        """Every flow that was taken."""
        return tuple(flow for move in self.moves for flow in move)

    def standing(self, pilot_map: PilotMap) -> Standing:
        """Where it is now, and what was done."""
        return standing(pilot_map, self.start, self.moves)

    def tokens(self, pilot_map: PilotMap) -> tuple[Token, ...]:
        """All places where it is now, the one it came to last at the end."""
        return self.standing(pilot_map).tokens

    def movers(self, pilot_map: PilotMap, wanted: str | None = None) -> tuple[Token, ...]:
        """What goes on next: at the wanted step, else what is done first, all that is at once.

        Where a way has to be chosen, that one alone. Empty at the end of the case.
        """
        going = [t for t in self.tokens(pilot_map) if not t.waits and pilot_map.flows_out(t.step)]
        there = [token for token in going if token.step == wanted]
        if there or not going:
            return tuple(there[:1])
        first = min(token.done_h for token in going)
        next_ones = [token for token in going if token.done_h <= first + _SAME_TIME_H]
        forks = [token for token in next_ones if is_fork(pilot_map, token.step)]
        return tuple(forks[:1] or {token.step: token for token in next_ones}.values())

    def here(self, pilot_map: PilotMap, wanted: str | None = None) -> Token:
        """Of all places the one to look at: the wanted one, else one that it just came to.

        Of these the one that goes on next, where it is among them.
        """
        tokens = self.tokens(pilot_map)
        movers = self.movers(pilot_map, wanted)
        came = [token for token in tokens if not self.moves or token.came in self.moves[-1]]
        good = [t for t in tokens if t.step == wanted] + [t for t in movers if t in came] + came
        return next(iter(good), tokens[-1])

    def gone(self, *flows: str) -> "Case":
        """The case one move further."""
        return replace(self, moves=(*self.moves, flows))

    def back(self) -> "Case":
        """The case one move less far, or where it began."""
        return replace(self, moves=self.moves[:-1])

    def elapsed_hours(self, pilot_map: PilotMap) -> float:
        """All waits and work so far, those of the steps where it is included.

        Of branches that run at the same time the longest counts.
        """
        return max(token.done_h for token in self.tokens(pilot_map))

    def work_hours(self, pilot_map: PilotMap) -> float:
        """The work alone, of all branches."""
        return sum(
            pilot_map.clock.works(step.work)
            for step in steps_of(pilot_map, self.standing(pilot_map).done)
        )

    def within(self, pilot_map: PilotMap) -> "Case | None":
        """As much of the way as a map still holds; None where even its start is gone."""
        if self.start not in pilot_map.step_by_id:
            return None
        return replace(self, moves=self.standing(pilot_map).moves)


def new_case(pilot_map: PilotMap, selection: str | None) -> Case | None:
    """A case at the selected start, else at the first one; None in an empty map."""
    chosen = pilot_map.step_by_id.get(selection or "")
    if chosen is not None and chosen.kind == "start":
        return Case(chosen.id)
    first = first_step(pilot_map)
    return None if first is None else Case(first)


def usual_branch(branches: tuple[Flow, ...]) -> Flow | None:
    """The way that most cases take: the largest share, never back where one leads on."""
    given = sum(number_of(flow.share) or 0.0 for flow in branches)
    open_branches = sum(flow.share is None for flow in branches)
    rest = max(0.0, 1.0 - given) / open_branches if open_branches else 0.0
    ranked = sorted(
        branches,
        key=lambda flow: (flow.rework, -(rest if flow.share is None else flow.share.value)),
    )
    return next(iter(ranked), None)


def time_words(hours: float) -> str:
    """`25 min`, `53 h 25 min`, `6 d 4 h`: as people say a time that has passed."""
    minutes = round(hours * 60)
    if minutes < 60:
        return tr("{minutes} min", minutes=minutes)
    if minutes < _DAYS_FROM_H * 60:
        whole, rest = divmod(minutes, 60)
        if not rest:
            return tr("{hours} h", hours=whole)
        return tr("{hours} h {minutes} min", hours=whole, minutes=rest)
    days, rest = divmod(round(hours), 24)
    if not rest:
        return tr("{days} d", days=days)
    return tr("{days} d {hours} h", days=days, hours=rest)
