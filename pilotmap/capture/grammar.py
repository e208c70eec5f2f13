"""One line of capture, from text to what it means.

The forms are those of `product.md`, and, so that a whole map can leave as text and come back:

    title: Tier 1 support               the map's name
    lane: Customer (outside)            a lane; also (team), (person), (ai); German (extern), (ki)
    system: Lotus Notes                 a system that nothing touches yet
    start: Customer: Ticket raised      a start; the first plain line of an empty map is one too
    step: log the ticket                a plain step, even as the very first line
    &                                   parallel work begins here (`&: Who: name` names the place)
    &&                                  the parallel branches above come together
    <- Known issue?                     continue after this step; `<-` alone: after nothing
    -> Check (2)                        the second step called Check
    ->! waits in a mailbox              a pain on the flow of the line before; also ->#, ->:
    [gets the ticket] [pin 3/1] ...     more in brackets: `attributes.py` has the whole list

A text before the first colon and a blank is a lane where a lane has this name, where it stands in
quotation marks, or where it is new and short (at most four words, 40 characters) and not a single
verb such as in `Check: is it urgent`. A backslash takes the meaning from the sign after it.
"""

import re
from dataclasses import replace
from typing import Final, NamedTuple

from pilotmap.capture.amounts import take_times
from pilotmap.capture.attributes import (
    NO_ATTRIBUTES,
    Attributes,
    take_attributes,
    take_lane,
    take_note,
    take_system,
)
from pilotmap.capture.escapes import NO_NAME, PLAIN, hidden, shown
from pilotmap.capture.intents import (
    Branch,
    From,
    GoTo,
    Intent,
    Join,
    LaneWords,
    NewLane,
    NewSystem,
    Node,
    Parallel,
    Remark,
    Title,
)
from pilotmap.capture.shares import take_share
from pilotmap.language import tr
from pilotmap.model.edits.parts import one_line
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import NoteKind
from pilotmap.model.process import LaneKind, StepKind

_NOTE_SIGNS: Final[dict[str, NoteKind]] = {"!": "pain", "#": "question", ":": "note"}
_KIND_SIGNS: Final[dict[str, StepKind]] = {"?": "decision", ".": "end", "~": "wait"}
_LANE_KINDS: Final[dict[str, LaneKind]] = {
    "team": "team",
    "person": "person",
    "outside": "outside",
    "ai": "ai",
    "extern": "outside",
    "ki": "ai",
}
_NOT_LANES: Final = frozenset(
    """
    add answer ask assign call check close confirm decide do enter example fill find fix
    get give if input inform log look make note notify open option optional output phase
    print read reason repeat reply review say see send sign step stage tell then todo type
    update verify wait when write
    """.split()  # noqa: SIM905 -- a list of words reads best as words
)
_LANE_WORDS: Final = 4
_LANE_LENGTH: Final = 40
_QUOTED_LANE: Final = re.compile(r'^"([^"]*)"\s*(?:\((\w+)\)\s*)?:(?=\s|$)')
_BRACKET: Final = re.compile(r"\[[^\[\]]*\]")
_COLON: Final = re.compile(r":(?=\s|$)")
_WITH_KIND: Final = re.compile(r"^(.*\S)\s*\((team|person|outside|ai|extern|ki)\)$", re.IGNORECASE)
_BULLET: Final = re.compile(r"^(?:[-*•–]\s+|\d{1,3}[.)]\s+)")


class Known(NamedTuple):
    """The names that a line may mean: lanes and systems, casefolded."""

    lanes: frozenset[str]
    systems: tuple[str, ...]


def known(pilot_map: PilotMap) -> Known:
    """The names of a map; systems with the longest name first."""
    systems = sorted((one_line(system.name) for system in pilot_map.systems), key=len, reverse=True)
    return Known(
        frozenset(one_line(lane.name).casefold() for lane in pilot_map.lanes),
        tuple(name for name in systems if name),
    )


def parse(line: str, names: Known) -> Intent | None:
    """What a line means, None for an empty one; EditRefused where it cannot be read."""
    text = _BULLET.sub("", hidden(one_line(line)).strip())
    if not text:
        return None
    remark = _remark(text)
    if remark is not None:
        return remark
    if re.match(r"<-|←|&&", text):
        return _sign(text, names)
    rest, attributes = take_attributes(text)
    return _header(text) or _attributed(_sign(rest, names) or _node(rest, names), attributes)


def _remark(text: str) -> Remark | None:
    arrow = re.match(r"(?:->|→)(?=[!#:])", text)
    begun = text[arrow.end() :] if arrow else text
    if begun[0] not in _NOTE_SIGNS:
        return None
    words, more = take_note(begun[1:])
    return Remark(_NOTE_SIGNS[begun[0]], shown(words), arrow is not None, more)


def _attributed(intent: Intent, attributes: Attributes) -> Intent:
    """The intent with what its brackets say, which is of the first step where there is one."""
    if attributes == NO_ATTRIBUTES:
        return intent
    match intent:
        case Branch(first=None) | Parallel(first=None) | Node() | GoTo():
            return replace(intent, attributes=attributes)
        case Branch(first=first) | Parallel(first=first):
            assert first is not None  # the case above
            return replace(intent, first=replace(first, attributes=attributes))
    return intent


def _header(text: str) -> Intent | None:
    word, colon, rest = text.partition(":")
    word = word.strip().lower()
    if not colon or not rest.strip():
        return None
    if word == "lane":
        rest, more = take_lane(rest)
        return NewLane(_lane_words(rest), more)
    if word == "system":
        rest, more = take_system(rest)
        return NewSystem(shown(_unquoted(rest)), more)
    return Title(shown(rest)) if word == "title" else None


def _sign(text: str, names: Known) -> Intent | None:
    arrow = re.match(r"(->|→|<-|←)\s*", text)
    if arrow is not None:
        name, number = _numbered(text[arrow.end() :])
        if arrow[1] in {"<-", "←"}:
            return From(name if text[arrow.end() :] else None, number)
        if not text[arrow.end() :]:
            raise EditRefused(tr("Type the name of the step that the arrow leads to."))
        return GoTo(name, number)
    if text.startswith("&&"):
        return Join(_name(text[2:]))
    if text.startswith("&") and not text.startswith("&:"):
        return Parallel(_first(text[1:].strip(), names))
    return _branch(text[1:].strip(), names) if text.startswith(">") else None


def _branch(text: str, names: Known) -> Branch:
    match = re.match(r'"([^"]*)"\s*', text)
    if match is not None:
        head, colon, first = text[match.end() :].partition(":")
        rest, share = take_share(head.strip())
        if not rest.strip():
            return Branch(shown(match[1]), share, _first(first.strip() if colon else "", names))
    found = _COLON.search(text)
    head = text[: found.start()] if found else text
    rest, share = take_share(head.strip())
    return Branch(shown(rest), share, _first(text[found.end() :].strip() if found else "", names))


def _first(text: str, names: Known) -> Node | GoTo | None:
    if not text:
        return None
    intent = _sign(text, names) if re.match(r"->|→", text) else None
    return intent if isinstance(intent, GoTo) else _node(text, names)


def _node(text: str, names: Known) -> Node:
    kind, text = _kind(text)
    lane, text = _quoted_lane(text)
    outside = _BRACKET.sub(" ", text)
    is_wait = kind == "wait" or (kind is None and bool(re.search(r":\s+~", outside)))
    times = take_times(text, is_wait=is_wait)
    systems, text = _systems(times.rest, names)
    if lane is None:
        lane, text = _lane(text.strip(), names)
    if kind is None:
        kind, text = _kind(text.strip())
    text = text.strip()
    node = Node(_name(text), kind or "step", kind is not None, text.startswith(PLAIN), lane)
    if kind == "decision" and node.name and text[-1] not in f"?？؟{PLAIN}":
        node = replace(node, name=f"{node.name}?")
    return replace(node, systems=systems, work=times.work, wait=times.wait, unread=times.unread)


def _kind(text: str) -> tuple[StepKind | None, str]:
    word = re.match(r"(start|step)\s*:\s*", text, re.IGNORECASE)
    if word is not None:
        return ("start" if word[1].lower() == "start" else "step"), text[word.end() :]
    if text.startswith("&:"):
        return "parallel", text[2:].strip()
    if text[:1] in _KIND_SIGNS:
        return _KIND_SIGNS[text[0]], text[1:].strip()
    return None, text


def _quoted_lane(text: str) -> tuple[LaneWords | None, str]:
    match = _QUOTED_LANE.match(text)
    if match is None:
        return None, text
    return LaneWords(shown(match[1]), _LANE_KINDS.get((match[2] or "").lower())), text[
        match.end() :
    ]


def _lane(text: str, names: Known) -> tuple[LaneWords | None, str]:
    colon = _COLON.search(text)
    if colon is None or not text[: colon.start()].strip():
        return None, text
    before, after = text[: colon.start()].strip(), text[colon.end() :].strip()
    lane = _lane_words(before)
    if lane.name.casefold() in names.lanes:
        return lane, after
    words = lane.name.split()
    is_verb = len(words) == 1 and words[0].lower() in _NOT_LANES
    if is_verb or not after or len(words) > _LANE_WORDS or len(lane.name) > _LANE_LENGTH:
        return None, text
    return (None, text) if before.startswith(PLAIN) or before[0].isdigit() else (lane, after)


def _lane_words(text: str) -> LaneWords:
    match = _WITH_KIND.match(text)
    kind = _LANE_KINDS[match[2].lower()] if match else None
    return LaneWords(shown(_unquoted(match[1] if match else text)), kind)


def _systems(text: str, names: Known) -> tuple[tuple[str, ...], str]:
    """The systems named with @, each once, and the text without them."""
    systems: dict[str, str] = {}
    rest, at = "", 0
    for match in re.finditer(r"(?<!\S)@(?=\S)", text):
        if match.start() < at:
            continue
        name, end = _system_at(text, match.end(), names)
        systems.setdefault(name.casefold(), name)
        rest, at = rest + text[at : match.start()], end
    return tuple(systems.values()), rest + text[at:]


def _system_at(text: str, at: int, names: Known) -> tuple[str, int]:
    quoted = re.compile(r'"([^"]*)"').match(text, at)
    if quoted is not None and quoted[1].strip():
        return shown(quoted[1]), quoted.end()
    for name in names.systems:
        end = at + len(name)
        if text[at:end].casefold() == name.casefold() and not text[end : end + 1].isalnum():
            return name, end + (1 if text[end : end + 1] in {",", ";"} else 0)
    word = re.compile(r"\S+?(?=[,;]?(?:\s|$))").match(text, at)
    assert word is not None  # an @ is only read before a character that is no blank
    end = word.end() + (1 if text[word.end() : word.end() + 1] in {",", ";"} else 0)
    return shown(word[0]), end


def _numbered(text: str) -> tuple[str, int | None]:
    match = re.match(r"(.*\S)\s+\((\d{1,4})\)$", text.strip())
    return (_name(match[1]), int(match[2])) if match else (_name(text), None)


def _name(text: str) -> str:
    return "" if text.strip() == NO_NAME else shown(text)


def _unquoted(text: str) -> str:
    match = re.fullmatch(r'"([^"]*)"', text)
    return match[1] if match else text
