"""Times in the brackets of a line and in the words of a wait, read and written; numbers too."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from pilotmap.capture.escapes import SIGNS, hidden
from pilotmap.capture.known_words import BASES, decimal, known_text, sourced, split_known
from pilotmap.model.fields.table import field_of
from pilotmap.model.known import Basis, in_range
from pilotmap.model.quantity import Duration
from pilotmap.model.times import Use, find_duration, parse_duration


def _spelt(key: str) -> frozenset[str]:
    bracket = field_of("step", key).bracket
    return frozenset(map(str.lower, (*bracket.english, *bracket.german)) if bracket else ())


_BRACKET: Final = re.compile(r"\[([^\[\]]*)\]")
_WAIT_WORDS: Final = _spelt("wait")
_WORK_WORDS: Final = _spelt("work")


_WORD: Final = "|".join((*_WAIT_WORDS, *_WORK_WORDS, *BASES))
_AT_ENDS: Final = re.compile(
    rf"(?P<before>{_WORD})(?!\w)\s*:?\s*(?P<rest>.*)|(?P<left>.*?)\s*(?<!\w)(?P<after>{_WORD})",
    re.IGNORECASE,
)
_PIECES: Final = re.compile(r"[;·+|]|,(?!\d)|\s/\s|\s(?:and|und)\s(?=\s*(?:wait|wart|lieg|queue))")


class Times(NamedTuple):
    """What is left of a text, the times read out of it, the brackets that hold no time."""

    rest: str
    work: Duration | None
    wait: Duration | None
    unread: tuple[str, ...]


def take_times(text: str, *, is_wait: bool) -> Times:
    """Read `[5 min]`, `[waits 14h]`, `[1,5 h estimated, waits 2d]` out of a text.

    After a colon stands where the last of the times is known from: `[5 min measured: May's log]`.
    On a wait a time without a word is the wait, and stands for it outside of brackets too.
    """
    times: dict[str, Duration] = {}
    unread: list[str] = []

    def take(match: re.Match[str]) -> str:
        said, source = sourced(match[1])
        found = _times(said, is_wait)
        read = {item[0]: item[1] for item in found if item is not None}
        if source and found[-1] is not None:
            read[found[-1][0]] = found[-1][1].replace(source=source)
        if len(read) < len(found) or times.keys() & read.keys():
            unread.append(match[0])
            return match[0]
        times.update(read)
        return " "

    rest = _BRACKET.sub(take, text)
    if is_wait and "wait" not in times:
        inside = find_duration(rest, "wait")
        if inside is not None:
            rest = f"{rest[: inside.start]} {rest[inside.end :]}"
            times["wait"] = inside.time
    return Times(rest, times.get("work"), times.get("wait"), tuple(unread))


def _times(said: str, is_wait: bool) -> list[tuple[str, Duration] | None]:
    """The times of a bracket by what they are; as one time where two would be the same."""
    found = [_time(piece, is_wait) for piece in _PIECES.split(said)]
    kinds = [item[0] for item in found if item is not None]
    if len(set(kinds)) < len(found):
        whole = _time(said, is_wait)
        return [whole] if whole is not None else found
    return found


def _time(piece: str, is_wait: bool) -> tuple[str, Duration] | None:
    which: Use = "wait" if is_wait else "work"
    basis: Basis | None = None
    rest = piece.strip()
    for _ in range(3):  # a word for what it is, one for how it is known, in either order
        word = _AT_ENDS.fullmatch(rest)
        if word is None:
            break
        said = (word["before"] or word["after"]).casefold()
        which = "wait" if said in _WAIT_WORDS else "work" if said in _WORK_WORDS else which
        basis = BASES.get(said, basis)
        rest = word["rest"] if word["before"] else word["left"]
    time = parse_duration(rest, which) or _bounded(rest, which)
    if time is None:
        return None
    return which, time if basis is None else time.replace(basis=basis)


def _bounded(text: str, which: Use) -> Duration | None:
    """A time with its bounds behind it, in its own unit: `14 h from 10 to 20`."""
    said = split_known(text)
    time = parse_duration(said.number, which)
    if time is None:
        return None
    known = said.known(lambda bound: _bound(bound, time))
    if known is None or not in_range(time.value, known["low"], known["high"]):
        return None
    return time.replace(**{key: value for key, value in known.items() if value not in ("", None)})


def _bound(words: str, time: Duration) -> float | None:
    """A bound in the unit of the time, which may stand there again."""
    number, again = decimal(words), parse_duration(words)
    if number is None and again is not None and again.sign == time.sign:
        return again.value
    return number


def escaped_times(name: str) -> str:
    """The name of a wait so that no time is read out of its words."""
    while (found := find_duration(hidden(name), "wait")) is not None:
        at = _place(name, found.figure)
        name = f"{name[:at]}\\{name[at:]}"
    return name


def _place(name: str, wanted: int) -> int:
    """Where a letter of the hidden name stands in the name with its backslashes."""
    at = seen = 0
    while seen < wanted:
        escaped = name[at] == "\\"
        seen += 2 if escaped and name[at + 1] not in SIGNS else 1
        at += 2 if escaped else 1
    return at


def share_text(share: float) -> str:
    """A share as exact percent."""
    return f"{_digits(Decimal(repr(share)) * 100)}%"


def number_words(number: float) -> str:
    """A number as exact as it is held, without an exponent.

    Three decimals gain a nought: 1.125 would be read as 1125 in German.
    """
    text = _digits(Decimal(repr(number)))
    return f"{text}0" if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", text) else text


def time_text(time: Duration) -> str:
    """A time as exact as it is held, with how it is known and from where."""
    return f"{number_words(time.value)} {time.sign}{known_text(time, number_words)}"


def _digits(number: Decimal) -> str:
    text = format(abs(number), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
