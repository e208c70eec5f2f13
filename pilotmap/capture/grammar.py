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
    == Triage                           the next step begins this phase; `== Triage ==` too
    Agent + Lab: check                  Lab takes part in the step; also [with Lab]
    currency: EUR                       what all money of the map is in
    ->! waits in a mailbox              a pain on the flow of the line before; also ->#, ->:
    [gets the ticket] [pin 3/1] ...     more in brackets: `attributes.py` has the whole list

A text before the first colon and a blank is a lane where a lane has this name, where it stands in
quotation marks, or where it is new and short (at most four words, 40 characters) and not a single
verb such as in `Check: is it urgent`; `A + B: check` names two. Alone with its colon it is the
lane of the lines below. `Yes: ship it` after a question is a branch. A backslash takes the meaning
from the sign after it. German words do the same (`Titel:`, `Bahn:`, `Schritt:`, `Anfang:`).
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from pilotmap.capture.amounts import take_times
from pilotmap.capture.answers import answer_in
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
    BeginPhase,
    Branch,
    Currency,
    From,
    GoTo,
    Heading,
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
from pilotmap.capture.roles import Names, split_roles
from pilotmap.capture.scene import QUESTION_MARKS
from pilotmap.capture.shares import find_share, is_share, share_of
from pilotmap.capture.signs import COUNTED, NUMBERED, is_rule, listed, seen
from pilotmap.capture.touched import take_systems
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
    "external": "outside",
    "ki": "ai",
}
_KIND_WORDS: Final[dict[str, StepKind]] = {
    **dict.fromkeys(("start", "anfang", "beginn"), "start"),
    **dict.fromkeys(("step", "schritt"), "step"),
    **dict.fromkeys(("decision", "entscheidung"), "decision"),
    **dict.fromkeys(("end", "ende"), "end"),
}
_NOT_LANES: Final = frozenset(
    """
    add answer ask assign call check close confirm decide do enter example fill find fix
    get give if input inform log look make note notify open option optional output phase
    print read reason repeat reply review say see send sign step stage tell then todo type
    update verify wait when write if e.g. i.e. z.b. d.h. hinweis notiz bemerkung frage antwort
    problem issue goal ziel example beispiel achtung wichtig important warning result ergebnis
    prüfe prüfen frag fragen sende senden schreibe wenn falls sonst dann also remark comment
    question answer input frist deadline status summary overview agenda date datum
    """.split()  # noqa: SIM905 -- a list of words reads best as words
)
_LANE_WORDS: Final = 4
_LANE_LENGTH: Final = 40
_QUOTED_LANE: Final = re.compile(r'^("[^"]*"(?:\s*\+\s*"[^"]*")*)\s*(?:\((\w+)\)\s*)?:(?=\s|$)')
_BRACKET: Final = re.compile(r"\[[^\[\]]*\]")
_COLON: Final = re.compile(r":(?=\s|$)")
_PHASE: Final = re.compile(r"==+\s+(\S.*?)(?:\s+=+)?")
_ONLY_SIGNS: Final = re.compile(r"==+")
_WITH_KIND: Final = re.compile(rf"^(.*\S)\s*\(({'|'.join(_LANE_KINDS)})\)$", re.IGNORECASE)
_KIND_WORD: Final = re.compile(rf"({'|'.join(_KIND_WORDS)})\s*:\s*", re.IGNORECASE)
_MARKED_HEADING: Final = re.compile(r"^#{2,6}\s+(.*?)\s*:?\s*#*$")


def known(pilot_map: PilotMap, roles: frozenset[str] = frozenset()) -> Names:
    """The names of a map; systems with the longest name first."""
    systems = sorted((one_line(system.name) for system in pilot_map.systems), key=len, reverse=True)
    return Names(
        frozenset(one_line(lane.name).casefold() for lane in pilot_map.lanes),
        tuple(name for name in systems if name),
        roles,
    )


def parse(line: str, names: Names, *, asked: Callable[[], bool] | None = None) -> Intent | None:
    """What a line means, None for an empty one; EditRefused where it cannot be read.

    `asked` says that it stands below a question, where `Yes: ship it` is an answer.
    """
    text = hidden(one_line(seen(line))).strip()
    if not text or is_rule(text):
        return None
    text = listed(text).text
    remark = _remark(text)
    if remark is not None:
        return remark
    if _ONLY_SIGNS.fullmatch(text):
        return None
    phase = _PHASE.fullmatch(text)
    if phase is not None:
        return BeginPhase(shown(phase[1]))
    if re.match(r"<-|←|&&", text):
        return _sign(text, names)
    rest, attributes = take_attributes(text)
    intent = _header(text) or _heading(text, names) or _sign(rest, names)
    if intent is None and asked is not None:
        intent = _answer(rest, names, asked)
    return _attributed(intent or _node(rest, names), attributes)


def _remark(text: str) -> Remark | None:
    arrow = re.match(r"(?:->|→)(?=[!#:])", text)
    begun = text[arrow.end() :] if arrow else text
    if begun[0] not in _NOTE_SIGNS or re.match(r"#\d|##", begun):
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
    if word in {"lane", "bahn"}:
        rest, more = take_lane(rest)
        return NewLane(_lane_words(rest), more)
    if word == "system":
        rest, more = take_system(rest)
        return NewSystem(shown(_unquoted(rest)), more)
    if word in ("currency", "währung"):
        return Currency(shown(rest))
    return Title(shown(rest)) if word in {"title", "titel"} else None


def _heading(text: str, names: Names) -> Heading | None:
    marked = _MARKED_HEADING.match(text)
    name = marked[1] if marked else text.removesuffix(":").strip()
    if not name or (marked is None and not text.endswith(":")) or _COLON.search(name):
        return None
    if not _is_lane(name, names) or name[0] in "?>~.&@[<-":
        return None
    return Heading(_several(name, names))


def _answer(text: str, names: Names, asked: Callable[[], bool]) -> Branch | None:
    found = answer_in(text, names.lanes)
    if found is None or not asked():
        return None
    first = _first(found.rest, names)
    return Branch(shown(found.label), found.share, first)


def _sign(text: str, names: Names) -> Intent | None:
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


def _branch(text: str, names: Names) -> Branch:
    match = re.match(r'"([^"]*)"\s*', text)
    if match is not None:
        head, colon, first = text[match.end() :].partition(":")
        taken = find_share(head.strip())
        if not taken.rest.strip():
            begun = _first(first.strip() if colon else "", names)
            return Branch(shown(match[1]), share_of(taken), begun)
    found = _COLON.search(text)
    if found is not None and find_share(text[: found.start()]).share is None:
        after = _COLON.search(text, found.end())
        share = text[found.end() : after.start() if after else len(text)]
        if is_share(share):  # > yes: 80%: ship it
            text = f"{text[: found.start()]} {text[found.end() :].strip()}"
            found = _COLON.search(text)
    taken = find_share((text[: found.start()] if found else text).strip())
    first = text[found.end() :].strip() if found else ""
    return Branch(shown(taken.rest), share_of(taken), _first(first, names))


def _first(text: str, names: Names) -> Node | GoTo | None:
    if not text:
        return None
    intent = _sign(text, names) if re.match(r"->|→", text) else None
    return intent if isinstance(intent, GoTo) else _node(text, names)


def _node(text: str, names: Names) -> Node:
    kind, text = _kind(NUMBERED.sub("", text, count=1) if NUMBERED.match(text) else text)
    lane, text = _quoted_lane(text)
    outside = _BRACKET.sub(" ", text)
    is_wait = kind == "wait" or (kind is None and bool(re.search(r":\s+~", outside)))
    times = take_times(text, is_wait=is_wait)
    systems, text = take_systems(times.rest, names.systems)
    if lane is None:
        lane, text = _lane(text.strip(), names)
    if kind is None:
        kind, text = _kind(text.strip())
    text = text.strip()
    asks = kind is None and text.endswith(QUESTION_MARKS) and text[-2:-1] != PLAIN
    node = Node(_name(text), kind or "step", kind is not None, asks, text.startswith(PLAIN), lane)
    if kind == "decision" and node.name and text[-1] not in f"?？؟{PLAIN}":
        node = replace(node, name=f"{node.name}?")
    return replace(node, systems=systems, work=times.work, wait=times.wait, unread=times.unread)


def _kind(text: str) -> tuple[StepKind | None, str]:
    word = _KIND_WORD.match(text)
    if word is not None:
        return _KIND_WORDS[word[1].lower()], text[word.end() :]
    if text.startswith("&:"):
        return "parallel", text[2:].strip()
    if text[:1] in _KIND_SIGNS and (text[0] != "." or not text[1:2].strip()):
        return _KIND_SIGNS[text[0]], text[1:].strip()
    return None, text


def _quoted_lane(text: str) -> tuple[LaneWords | None, str]:
    match = _QUOTED_LANE.match(text)
    if match is None:
        return None, text
    first, *others = (shown(name) for name in re.findall(r'"([^"]*)"', match[1]))
    kind = _LANE_KINDS.get((match[2] or "").lower())
    return LaneWords(first, kind, tuple(others)), text[match.end() :]


def _lane(text: str, names: Names) -> tuple[LaneWords | None, str]:
    colon = _COLON.search(text)
    if colon is None or not text[: colon.start()].strip():
        return None, text
    before, after = text[: colon.start()].strip(), text[colon.end() :].strip()
    if not _is_lane(before, names) or (not after and not _is_known(before, names)):
        return None, text
    return _several(before, names), after


def _is_known(text: str, names: Names) -> bool:
    return _lane_words(text).name.casefold() in names.lanes


def _is_lane(text: str, names: Names) -> bool:
    """Whether a text before a colon says who."""
    if _is_known(text, names):
        return True
    lane = _lane_words(text)
    words = lane.name.casefold().split()
    several = len(split_roles(text, names.lanes, names.roles))
    if not words or (several == 1 and words[0] in _NOT_LANES and len(words) == 1):
        return False
    if COUNTED.fullmatch(lane.name) or text.startswith(PLAIN) or text[0].isdigit():
        return False
    return len(words) < _LANE_WORDS + several and len(lane.name) <= _LANE_LENGTH


def _several(text: str, names: Names) -> LaneWords:
    words = _lane_words(text)
    if words.name.casefold() in names.lanes or words.kind is not None:
        return words
    first, *others = split_roles(text, names.lanes, names.roles)
    return LaneWords(_unquoted(first), None, tuple(others))


def _lane_words(text: str) -> LaneWords:
    match = _WITH_KIND.match(text)
    kind = _LANE_KINDS[match[2].lower()] if match else None
    return LaneWords(shown(_unquoted(match[1] if match else text)), kind)


def _numbered(text: str) -> tuple[str, int | None]:
    match = re.match(r"(.*\S)\s+\((\d{1,4})\)$", text.strip())
    return (_name(match[1]), int(match[2])) if match else (_name(text), None)


def _name(text: str) -> str:
    return "" if text.strip() == NO_NAME else shown(text)


def _unquoted(text: str) -> str:
    match = re.fullmatch(r'"([^"]*)"', text)
    return match[1] if match else text
