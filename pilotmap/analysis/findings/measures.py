"""What the words of a measure are about: people's time, or only the first reply."""

import re
from typing import Final

_WORK: Final = re.compile(
    r"""\b(
    handling[ ]times? | handle[ ]times? | touch[ ]times? | processing[ ]efforts? | efforts? |
    work(ing)?[ ](time|hours?) | labou?r[ ](time|hours?) | hands[- ]on[ ]times? | man[- ]?hours? |
    person[- ]hours? | staff[ ](time|hours?) | time[ ]spent |
    bearbeitungs(zeit|dauer|aufwand)\w* | aufwand\w* | arbeits(zeit|aufwand|stunden)\w* |
    personal(aufwand|zeit|stunden)\w* | rüstzeit\w*
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_REPLY: Final = re.compile(
    r"""\b(
    first[ -](response|reply|answer|contact|reaction)s? | time[ ]to[ ](first|respond|acknowledge) |
    (response|reaction)[ ]times? | initial[ ](response|reply) | acknowledg\w+ |
    erst(e[rns]?[ ])?(antwort|reaktion|kontakt|rückmeldung)\w* | reaktions(zeit|dauer)\w* |
    antwort(zeit|dauer)\w*
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def speaks_of_work(measure: str) -> bool:
    """Whether a measure is in words of people's time: handling time, effort, Bearbeitungszeit."""
    return _WORK.search(measure) is not None


def speaks_of_reply(measure: str) -> bool:
    """Whether a measure ends with a first reply and not with the case."""
    return _REPLY.search(measure) is not None
