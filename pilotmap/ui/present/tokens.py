"""Where a case is, with all branches of parallel work: tokens that part, wait, come together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow, Step

Move = tuple[str, ...]
"""The flows that are taken at once."""


@dataclass(frozen=True, slots=True)
class Token:
    """One of the places where a case is; `done_h` is when what is done there will be done."""

    step: str
    done_h: float
    came: str = ""
    """The flow it came along."""
    waits: bool = False
    """Whether it waits for other branches, at a step where they come together."""


@dataclass(frozen=True, slots=True)
class Standing:
    """All tokens, those that came last at the end, and every step that was done so far."""

    tokens: tuple[Token, ...]
    done: tuple[str, ...]
    moves: tuple[Move, ...] = field(default=())
    """The moves that led here, as far as the map allows them."""


def is_split(pilot_map: PilotMap, step: str) -> bool:
    """Whether all ways out of a step are gone at the same time."""
    return pilot_map.step_by_id[step].kind == "parallel" and len(pilot_map.flows_out(step)) > 1


def is_join(pilot_map: PilotMap, step: str) -> bool:
    """Whether a step waits for what comes along its other ways in."""
    return pilot_map.step_by_id[step].kind == "parallel" and len(pilot_map.flows_in(step)) > 1


def is_fork(pilot_map: PilotMap, step: str) -> bool:
    """Whether one of several ways out of a step has to be chosen."""
    return len(pilot_map.flows_out(step)) > 1 and not is_split(pilot_map, step)


def standing(pilot_map: PilotMap, start: str, moves: Iterable[Move]) -> Standing:
    """Where the moves lead from a start; the first that the map does not allow ends them."""
    now = Standing((Token(start, pilot_map.clock.hours(pilot_map.step_by_id[start])),), (start,))
    for move in moves:
        after = _moved(pilot_map, now, move)
        if after is None:
            break
        now = replace(after, moves=(*now.moves, move))
    return now


def _moved(pilot_map: PilotMap, now: Standing, move: Move) -> Standing | None:
    flows = [pilot_map.flow_by_id[flow] for flow in move if flow in pilot_map.flow_by_id]
    tokens = list(now.tokens)
    left: dict[str, Token] = {}
    for flow in flows:
        if flow.source not in left:
            token = next((t for t in tokens if t.step == flow.source and not t.waits), None)
            if token is None:
                return None
            tokens.remove(token)
            left[flow.source] = token
    if not flows or len(flows) < len(move):
        return None
    came = [_arrived(pilot_map, flow, left[flow.source]) for flow in flows]
    done = (*now.done, *(token.step for token in came if not token.waits))
    return _come_together(pilot_map, Standing((*tokens, *came), done))


def _arrived(pilot_map: PilotMap, flow: Flow, before: Token) -> Token:
    waits = is_join(pilot_map, flow.target)
    hours = 0.0 if waits else pilot_map.clock.hours(pilot_map.step_by_id[flow.target])
    return Token(flow.target, before.done_h + hours, flow.id, waits)


def _come_together(pilot_map: PilotMap, now: Standing) -> Standing:
    """Each step where all is there that can still come goes on as one."""
    for step in dict.fromkeys(token.step for token in now.tokens if token.waits):
        here = [token for token in now.tokens if token.waits and token.step == step]
        others = [token for token in now.tokens if token not in here]
        if not _is_complete(pilot_map, step, here) and _may_come(pilot_map, step, others):
            continue
        last = max(here, key=lambda token: token.done_h)
        joined = Token(
            step, last.done_h + pilot_map.clock.hours(pilot_map.step_by_id[step]), last.came
        )
        return _come_together(
            pilot_map, replace(now, tokens=(*others, joined), done=(*now.done, step))
        )
    return now


def _is_complete(pilot_map: PilotMap, step: str, here: Sequence[Token]) -> bool:
    return {token.came for token in here} >= {flow.id for flow in pilot_map.flows_in(step)}


def _may_come(pilot_map: PilotMap, step: str, others: Iterable[Token]) -> bool:
    """Whether another token may still arrive at a step."""
    seen = {token.step for token in others}
    waiting = list(seen)
    while waiting:
        for flow in pilot_map.flows_out(waiting.pop()):
            if flow.target == step:
                return True
            if flow.target not in seen:
                seen.add(flow.target)
                waiting.append(flow.target)
    return False


def steps_of(pilot_map: PilotMap, ids: Iterable[str]) -> tuple[Step, ...]:
    """The steps with these ids."""
    return tuple(pilot_map.step_by_id[step] for step in ids)
