"""Answers below a question: `Yes: ship it`, `No (20%): reorder`, `If late -> call`."""

import re
from collections.abc import Collection
from typing import Final, NamedTuple

from pilotmap.capture.escapes import shown
from pilotmap.capture.shares import find_share, share_of
from pilotmap.model.errors import EditRefused
from pilotmap.model.known import Share

ANSWERS: Final = frozenset(
    {
        *("yes", "no", "y", "n", "true", "false", "ok", "okay", "not ok", "else", "otherwise"),
        *("ja", "nein", "j", "wahr", "falsch", "nicht ok", "sonst", "andernfalls", "ansonsten"),
        *("if yes", "if no", "if not", "wenn ja", "wenn nein", "falls ja", "falls nein"),
        *("maybe", "vielleicht", "unclear", "unklar", "approved", "rejected", "genehmigt"),
        *("abgelehnt", "pass", "fail", "passed", "failed"),
    }
)
_PARTS: Final = re.compile(r"^(?P<head>[^:]{1,60}?)\s*(?::|->|→|=>|⇒)(?:\s+(?P<rest>.*))?$")
_SAID: Final = re.compile(r"^(?P<head>\w+(?: \w+)?),\s+(?P<rest>.*)$")
_IF: Final = re.compile(r"^(?:if|wenn|falls|when|im fall)\s+(?=\S)", re.IGNORECASE)
_BACK: Final = re.compile(
    r"^(?:(?:go\s+)?back\s+to|go\s+to|goto|continue\s+with|zurück\s+zu|weiter\s+(?:mit|zu|bei))\s+",
    re.IGNORECASE,
)


class Answer(NamedTuple):
    """The branch that an answer begins, and its first step as text."""

    label: str
    share: Share | float | None
    rest: str


def answer_in(text: str, lanes: Collection[str]) -> Answer | None:
    """The answer that a line begins with; None where it begins with none, or with a lane."""
    said = _SAID.match(text)
    match = said if said and said["head"].casefold() in ANSWERS else _PARTS.match(text)
    head, rest = (match["head"], match["rest"] or "") if match else (text, "")
    if shown(head).casefold() in lanes:
        return None
    try:
        taken = find_share(head)
    except EditRefused:
        return None
    label = shown(taken.rest).strip(" ,;")
    if not _is_answer(label, taken.share is not None and match is not None):
        return None
    if match is None and label.casefold() not in ANSWERS:
        return None
    return Answer(_IF.sub("", label), share_of(taken), _BACK.sub("-> ", rest.strip()))


def _is_answer(label: str, has_share: bool) -> bool:
    small = label.casefold()
    return small in ANSWERS or bool(_IF.match(label)) or (has_share and len(label.split()) <= 4)
