"""Vague words where a measure should stand, in English and German."""

import re
from typing import Final

from pilotmap.analysis.findings import vague_german as german

_WISHES: Final = re.compile(
    r"\b(improv\w*|better\w*|best|optimi[sz]\w*|optimal\w*|faster|fastest|quick\w*|speed(ing)? up"
    r"|enhanc\w*|great\w*|good|nicer?|more|less|streamlin\w*|seamless\w*|smooth\w*|smart\w*"
    r"|moderni[sz]\w*|transform\w*|innovat\w*|excellen\w*|world[- ]class|best[- ]in[- ]class"
    r"|user[- ]friendl\w*|customer[- ]centric\w*|easier|easy|simpl(er|if\w+)|robust\w*"
    r"|agil(e|ity)|synerg\w*|leverag\w*|empower\w*|boost\w*|maximi[sz]\w*|minimi[sz]\w*|happier"
    r"|reasonabl\w*|acceptabl\w*|sensibl\w*|appropriate\w*|adequate\w*|meaningful\w*|suitabl\w*"
    r"|high(er|est)?[- ](quality|performance)|smoother|cheaper|digiti[sz]\w*|next[- ]level"
    rf"{german.WISHES})\b",
    re.IGNORECASE,
)
"""Words that say that it should be otherwise, but not what is counted."""
_ABSTRACTIONS: Final = re.compile(
    r"\b(experience|quality|efficien(cy|cies|t)|effective(ness)?|productiv(ity|e)|performance"
    r"|service|satisfaction|happiness|engagement|success|excellence|reliability|collaboration"
    rf"{german.ABSTRACTIONS})\b",
    re.IGNORECASE,
)
"""Things that can only be compared once it is said how they are counted."""
_MEASURED: Final = re.compile(
    r"[%€$£]|\b(times?|shares?|rates?|ratios?|numbers?|counts?|costs?|prices?|percent\w*|proportion"
    r"|fraction|averages?|mean|median|percentile|p\d\d|hours?|minutes?|seconds?|days?|weeks?|months?"
    r"|age|delays?|duration|length|amount|volume|total|sum|revenue|turnover|margin|spend|spending"
    r"|value|scores?|nps|csat|ces|index|backlog|errors?|defects?|complaints?|tickets?|cases|calls"
    r"|visits|returns|throughput|yield|utili[sz]ation|latency|frequency|accuracy|precision|recall"
    r"|headcount|overtime|waste|scrap|tonnes|kg|litres|eur|usd|gbp|per|fte|turnaround|reworks?"
    rf"{german.MEASURED})\b",
    re.IGNORECASE,
)


def vague_word(measure: str) -> str | None:
    """The first vague word of a measure that no counted or timed thing makes precise, or None.

    A wish (“faster response time”) is excused only by what is counted before it (“number of
    improvement ideas”), an abstraction (“service quality”) by it anywhere (“quality score”).
    """
    counted = _MEASURED.search(measure)
    wish = _WISHES.search(measure)
    if wish is not None and (counted is None or counted.start() > wish.start()):
        return wish[0]
    abstraction = _ABSTRACTIONS.search(measure)
    return abstraction[0] if abstraction is not None and counted is None else None
