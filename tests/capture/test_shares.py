"""Shares in the spellings of both languages, and the numbers in labels that are none."""

import pytest

from pilotmap.capture.shares import find_share
from pilotmap.model.errors import EditRefused

SHARES = {
    "yes 0.8": "yes 80%|yes 80 %|80% yes|80 % yes|yes (80%)|yes (80 %)|(80%) yes|yes - 80%"
    "|yes – 80%|yes — 80 %|yes, 80%|yes; 80%|yes: 80%|yes = 80%|80% - yes|80% – yes|80%: yes"
    "|80%, yes|yes [80%]|yes 80 percent|yes 80 per cent|80 percent yes|yes 80 pct|yes 80 Prozent"
    "|80 Prozent yes|yes 80.0%|yes 80,0 %|yes 0.8|yes 0,8|yes .8|yes (0.8)|yes in 80% of cases"
    "|yes in 80 % of the cases|in 80% of cases yes|yes in 80% of all cases|yes 80% of the time"
    "|yes in 4 of 5 cases|yes 4 of 5 cases|yes 4 out of 5 cases|yes in 4 von 5 Fällen"
    "|yes in 80 % der Fälle|yes 80 % aller Fälle|yes bei 80 % der Vorgänge|yes zu 80 %|yes  80%",
    "ja 0.6": "ja 60%|ja 60 %|60 % ja|ja (60%)|ja – 60 %|ja: 60 %|ja 60 Prozent|60 Prozent ja"
    "|ja, 60%|ja 0,6|ja in 60 % der Fälle|zu 60 % ja|ja 60 v.H.|ja 60,0 %",
    "yes 0.8 ~": "yes ca. 80%|yes ~80%|yes ~ 80 %|yes (approx. 80%)|yes about 80%|yes around 80%"
    "|yes roughly 80%|ca. 80% yes|about 80% yes|~80% yes|yes etwa 80 %|yes ungefähr 80 %"
    "|yes rund 80 %|yes circa 80%|yes ≈80%|yes (ca. 80 %)|yes approximately 80%|yes (~80%)"
    "|yes in about 80% of cases|yes in etwa 80 % der Fälle|yes - ca. 80%|yes ca 80 Prozent",
    "yes 0.75 [0.7..0.8]": "yes 70-80%|yes 70–80 %|yes 70 to 80%|yes 70 bis 80 %|70-80% yes"
    "|yes (70-80%)|yes 70%-80%|yes 70% to 80%|yes 70 % bis 80 %|in 70-80% of cases yes",
    "never 0": "never 0%|never 0 %|0% never|never (0%)|never 0.0|never 0,0",
    "always 1": "always 100%|always 100 %|100% always|always (100%)|always 1.0|always 1,0",
    "x 0.333": "x 33.3%|x 33,3 %|33.3% x|x (33.3 %)|33,3 Prozent x",
    " 0.2": "20%|20 %|(20%)|20 percent|20 Prozent|in 20% of cases|0.2|0,2",
    "tier 2 0.1": "tier 2 10%|10% tier 2|tier 2 (10%)|tier 2 - 10 %|tier 2: 10%",
    "not in stock 0.05": "not in stock 5%|5% not in stock|not in stock (5 %)|not in stock – 5%",
}
LABELS = (
    "up to 10%|more than 10%|less than 10%|over 10%|under 10%|above 10%|below 10%|at least 10%"
    "|at most 10%|> 10%|< 10%|>= 10%|≤ 10 %|≥10%|from 10%|10% or more|10% or less|10% discount"
    "|discount 10%|discount of 10%|10% off|10% VAT|VAT 10%|10% deposit|bis 10%|bis zu 10 %"
    "|mehr als 10 %|weniger als 10 %|über 10 %|unter 10 %|ab 10 %|mindestens 10 %|höchstens 10 %"
    "|maximal 10 %|10 % oder mehr|10 % Rabatt|Rabatt 10 %|Rabatt von 10 %|10 % Skonto|10 % MwSt"
    "|10 % Anzahlung|kleiner als 10 %|größer als 10 %|max. 10 %|min. 10 %|no more than 10%"
    "|between 10% and 20%|increase by 10%|um 10 %|-10%|+10%|10%iger Rabatt|10% tolerance"
    "|exceeds 10%|version 1.0|v 1.0|release 0.9|tier 2|2 of 3 approvals|room 101|in 2 days"
    "|yes|ja|no|nein|10 EUR|over 1,000 EUR|mehr als 1.000 EUR|ISO 9001|24/7|#1|1 or 2|100|0|1|60"
)
CASES = [(text, wanted) for wanted, texts in SHARES.items() for text in texts.split("|")]


def told(text: str) -> str:
    taken = find_share(text)
    if taken.share is None:
        return "None"
    ends = f" [{taken.low:g}..{taken.high:g}]" if taken.low is not None else ""
    return f"{taken.rest.strip()} {taken.share:g}{' ~' if taken.basis else ''}{ends}"


def test_there_are_two_hundred_spellings() -> None:
    assert len({text for text, _ in CASES} | set(LABELS.split("|"))) >= 200


def test_every_share_is_read_and_taken_out_of_its_label() -> None:
    assert {text: told(text) for text, wanted in CASES if told(text) != wanted} == {}


def test_a_label_that_holds_a_number_stays_whole() -> None:
    wrong = {text: told(text) for text in LABELS.split("|") if told(text) != "None"}
    assert wrong == {}


@pytest.mark.parametrize("text", ["yes 120%", "1,200% yes", "yes 100.1 %", "101 Prozent"])
def test_more_than_all_cases_is_refused(text: str) -> None:
    with pytest.raises(EditRefused, match="more than all cases"):
        find_share(text)
