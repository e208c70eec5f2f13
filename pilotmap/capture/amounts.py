"""Times and shares as people type them."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from pilotmap.capture.known_words import decimal, known_text, sourced, split_known
from pilotmap.language import tr
from pilotmap.model.errors import EditRefused
from pilotmap.model.fields.table import field_of
from pilotmap.model.known import in_range
from pilotmap.model.quantity import Duration, parse_duration


def _spelt(key: str) -> frozenset[str]:
    bracket = field_of("step", key).bracket
    return frozenset(map(str.lower, (*bracket.english, *bracket.german)) if bracket else ())


_UNITS: Final = (
    r"(?:working days?|workdays?|seconds?|secs?|minutes?|mins?|min|hours?|hrs?|hr|days?|wd|[smhd]"
    r"|arbeitstagen?|arbeitstage?|sekunden?|sek|minuten|stunden?|std|tagen|tage?)"
)
_IN_WORDS: Final = re.compile(
    rf"(?:\b(?:for|about|around|up to|ca\.?)\s+)*(?<![\w.,\x00-\x1f\x7f-\x9f])"
    rf"(\d+(?:[.,]\d+)?\s*{_UNITS})\b",
    re.IGNORECASE,
)
_BRACKET: Final = re.compile(r"\[([^\[\]]*)\]")
_PERCENT: Final = re.compile(r"(?:^|\s)\(?(\d+(?:[.,]\d+)?|[.,]\d+)\s*%\)?$")
_DECIMAL: Final = re.compile(r"(?:^|\s)(0?[.,]\d+|1[.,]0+)$")
_WAIT_WORDS: Final = _spelt("wait")
_WORK_WORDS: Final = _spelt("work")


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
        found = [_time(piece, is_wait) for piece in re.split(r"[;·]|,(?!\d)", said)]
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
        rest, wait = _out_of_words(rest)
        if wait is not None:
            times["wait"] = wait
    return Times(rest, times.get("work"), times.get("wait"), tuple(unread))


def _time(piece: str, is_wait: bool) -> tuple[str, Duration] | None:
    said = split_known(piece)
    words = said.number.lower().split()
    which = "wait" if is_wait else "work"
    for word in (words[0], words[-1]) if words else ():
        if word in _WAIT_WORDS or word in _WORK_WORDS:
            which = "wait" if word in _WAIT_WORDS else "work"
    named = _WAIT_WORDS | _WORK_WORDS
    time = parse_duration(" ".join(word for word in words if word not in named))
    if time is None:
        return None
    known = said.known(lambda bound: _bound(bound, time))
    if known is None or not in_range(time.value, known["low"], known["high"]):
        return None
    said_of_it = {key: value for key, value in known.items() if value not in ("", None)}
    return which, time.replace(**said_of_it)


def _bound(words: str, time: Duration) -> float | None:
    """A bound in the unit of the time, which may stand there again."""
    number, again = decimal(words), parse_duration(words)
    if number is None and again is not None and again.sign == time.sign:
        return again.value
    return number


def _out_of_words(text: str) -> tuple[str, Duration | None]:
    found = list(_IN_WORDS.finditer(text))
    if not found:
        return text, None
    last = found[-1]
    return text[: last.start()] + " " + text[last.end() :], parse_duration(last[1])


def take_share(text: str) -> tuple[str, float | None]:
    """Read `60%`, `60 %`, `0.6` or `0,6` off the end of a text; EditRefused above 100 %."""
    percent, decimal = _PERCENT.search(text), _DECIMAL.search(text)
    match = percent or decimal
    if match is None:
        return text, None
    number = Decimal(match[1].replace(",", "."))
    share = float(number / 100 if percent else number)
    if share > 1:
        raise EditRefused(
            tr("{share} % is more than all cases; a share goes up to 100 %.", share=match[1])
        )
    return text[: match.start()], share


def escaped_times(name: str) -> str:
    """The name of a wait so that no time is read out of its words."""
    return _IN_WORDS.sub(
        lambda pilot_map: pilot_map[0].replace(pilot_map[1], f"\\{pilot_map[1]}"), name
    )


def share_text(share: float) -> str:
    """A share as exact percent."""
    return f"{_digits(Decimal(repr(share)) * 100)}%"


def number_words(number: float) -> str:
    """A number as exact as it is held, without an exponent."""
    return _digits(Decimal(repr(number)))


def time_text(time: Duration) -> str:
    """A time as exact as it is held, with how it is known and from where."""
    return f"{number_words(time.value)} {time.sign}{known_text(time, number_words)}"


def _digits(number: Decimal) -> str:
    text = format(abs(number), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
