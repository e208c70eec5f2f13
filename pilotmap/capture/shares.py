"""The one reader of shares: `yes 60%`, `80 % yes`, `no (ca. 20%)`, `in 4 of 5 cases`, `0.6`.

A number of per cent that belongs to the words is no share: `up to 10%`, `10% discount`, `> 5 %`.
"""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from pilotmap.capture.escapes import shown
from pilotmap.language import tr
from pilotmap.model.errors import EditRefused
from pilotmap.model.known import Basis, Share

_NUMBER: Final = r"\d+(?:[.,]\d+)?|[.,]\d+"
_TO: Final = r"(?:-|\N{EN DASH}|\N{EM DASH}|\s+(?:to|bis)\s+)"
_ABOUT: Final = (
    r"(?:ca\.?|circa|zirka|about|around|approx\.?|approximately|roughly|etwa|ungefähr|rund|~|≈)"
)
_PERCENT: Final = r"(?:%|per\s?cent\b|percent\b|pct\b|prozent\b|v\.\s?H\.)"
_OF: Final = (
    r"(?:\s*(?:of|der|aller|von)\s+(?:all\s+|the\s+|allen\s+|den\s+)?"
    r"(?:cases|time|times|orders|tickets|requests|fälle|fällen|zeit|vorgänge|vorgängen)\b)"
)
_CASES: Final = r"\s*(?:cases|times|tickets|orders|fällen|fälle|vorgängen|vorgänge|mal)\b"
_SHARE: Final = re.compile(
    rf"""(?P<open>[(\[{{]\s*)?
    (?P<in>\b(?:in|bei|zu)\s+)?
    (?P<about>(?<!\w){_ABOUT}\s*)?
    (?:
      (?<![\w.,\x00-\x1f\x7f-\x9f])(?P<low>{_NUMBER})(?:\s*%)?{_TO}(?P<high>{_NUMBER})\s*{_PERCENT}
    | (?<![\w.,\x00-\x1f\x7f-\x9f])(?P<percent>{_NUMBER})\s*{_PERCENT}
    | (?<![\w.,\x00-\x1f\x7f-\x9f])(?P<some>\d+)\s*(?:of|in|von|out\s+of)\s*(?P<all>\d+){_CASES}
    )
    {_OF}?(?P<close>\s*[)\]}}])?""",
    re.IGNORECASE | re.VERBOSE,
)
_DECIMAL: Final = re.compile(r"(?:^|\s)\(?(0?[.,]\d+|1[.,]0+)\)?$")
_BOUND_BEFORE: Final = re.compile(
    r"""(?:[<>]=?|[≤≥+±]|\b(?:between\b.*|zwischen\b.*|up\ to|more\ than
    |less\ than|fewer\ than|greater\ than|larger\ than
    |smaller\ than|over|under|above|below|exceeds|at\ least|at\ most|no\ more\ than|than|max\.?
    |min\.?|maximum|minimum|of|by|from|until|to|between|plus|minus|bis|bis\ zu|mehr\ als
    |weniger\ als|als|über|unter|ab|mindestens|höchstens|maximal|von|um|zwischen|gleich
    |discount|rebate|rabatt|skonto|nachlass|vat|mwst\.?|v|version|release|rev\.?))\s*\(?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_BOUND_AFTER: Final = re.compile(
    r"""^\w|^\s*-?\s*(?:or\ more|or\ less|and\ more|and\ above|and\ below|oder\ mehr|oder\ weniger
    |und\ mehr|und\ darüber|discount|rebate|off\b|rabatt|skonto|nachlass|vat\b|mwst|tax\b|steuer
    |deposit|anzahlung|markup|aufschlag|margin|marge|interest|zins|tolerance|toleranz
    |increase|decrease|full\b|done\b|fertig|complete\b|progress|threshold|schwelle)""",
    re.IGNORECASE | re.VERBOSE,
)
_EDGES: Final = re.compile(r"^[\s,;:=\-–—|/]+|[\s,;:=\-–—|/]+$")


class TakenShare(NamedTuple):
    """What is left of a text, the share, and how it is said to be known."""

    rest: str
    share: float | None
    basis: Basis | None = None
    low: float | None = None
    high: float | None = None


def take_share(text: str) -> tuple[str, float | None]:
    """The text without the share in it, and the share; EditRefused above 100 %."""
    taken = find_share(text)
    return taken.rest, taken.share


def find_share(text: str) -> TakenShare:
    """The same with how it is known, and the range it lies in."""
    found = [match for match in _SHARE.finditer(text) if _is_share(text, match)]
    if len(found) == 1:
        return _taken(text, found[0])
    decimal = _DECIMAL.search(text) if not found else None
    if decimal is None or _BOUND_BEFORE.search(text[: decimal.start(1)]):
        return TakenShare(text, None)
    return TakenShare(text[: decimal.start()], _of_cases(decimal[1], decimal[1], Decimal(1)))


def share_of(taken: TakenShare) -> Share | float | None:
    """The share as a flow holds it: a plain number where nothing more is said of it."""
    if taken.share is None or (taken.basis is None and taken.low is None):
        return taken.share
    return Share(value=taken.share, basis=taken.basis, low=taken.low, high=taken.high)


def is_share(text: str) -> bool:
    """Whether a text is a share and nothing else."""
    taken = find_share(text)
    return taken.share is not None and not taken.rest.strip()


def _is_share(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    if match["close"] and not match["open"]:
        return False
    glued = bool(before) and before[-1] in "-–—" and not match["open"]
    lone = re.search(r"(?:^|\s)[-–—]$", before)
    if glued and (lone is None or text[match.start() : match.start() + 1] != " ") and lone:
        return False  # -10 % is a change
    return not (_BOUND_BEFORE.search(before) or _BOUND_AFTER.match(after))


def _taken(text: str, match: re.Match[str]) -> TakenShare:
    before, after = text[: match.start()], text[match.end() :]
    before = _EDGES.sub("", before) if before.strip() else ""
    after = _EDGES.sub("", after) if after.strip() else ""
    rest = " ".join(part for part in (before.strip(), after.strip()) if part)
    hundred = Decimal(100)
    basis: Basis | None = "estimated" if match["about"] else None
    if match["some"]:
        return TakenShare(rest, _of_cases(match[0], match["some"], Decimal(match["all"])), basis)
    if match["percent"]:
        return TakenShare(rest, _of_cases(match["percent"], match["percent"], hundred), basis)
    low = _of_cases(match["low"], match["low"], hundred)
    high = _of_cases(match["high"], match["high"], hundred)
    if low > high:
        return TakenShare(text, None)
    middle = float((Decimal(repr(low)) + Decimal(repr(high))) / 2)
    return TakenShare(rest, middle, basis, low, high)


def _of_cases(said: str, number: str, whole: Decimal) -> float:
    thousands = re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3}|\.\d\d0)", number)
    figure = Decimal(number.replace(*(",", "") if thousands else (",", ".")))
    if thousands or not whole or figure / whole > 1:
        raise EditRefused(
            tr(
                "{share} % is more than all cases; a share goes up to 100 %.",
                share=shown(said).strip("% "),
            )
        )
    return float(figure / whole)
