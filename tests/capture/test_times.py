"""Times in the spellings of both languages, read by the one reader of times."""

import pytest

from pilotmap.language import Language, speaking
from pilotmap.model.times import Use, find_duration, parse_duration

SPELLINGS = {
    "30 s": "30 s|30s|30 sec|30 secs|30 sec.|30 second|30 seconds|30 SECONDS|30 Sek.|30 Sek"
    "|30 Sekunde|30 Sekunden|30-second|thirty seconds|dreißig Sekunden|30 s per case|30 s/case",
    "5 min": "5 min|5min|5 mins|5 min.|5 Min.|5m|5 m|5 minute|5 minutes|5 MINUTES|5 Minuten"
    "|5 Minute|five minutes|fünf Minuten|5-minute|5 minutes each|5 Min. pro Vorgang|5 min/item"
    "|5 min per ticket|5,0 min|5.0 min|5.|5 min?|for 5 min|für 5 Minuten",
    "90 min": "1h 30m|1h30m|1h30|1 h 30 min|1 hr 30 mins|1 hour 30 minutes|1 hour and 30 minutes"
    "|1 Std. 30 Min.|1 Stunde 30 Minuten|1 Stunde und 30 Minuten|1:30 h|1:30 Std.|1:30 hours"
    "|90 min|90 minutes|90 Minuten|1 hour, 30 minutes|1h 30min|1 h 30|1 Std 30 Min",
    "15 min": "15 min|Viertelstunde|fifteen minutes|fünfzehn Minuten|15 Min|15 Minuten",
    "1.5 h": "1.5 h|1,5 h|1.5h|1,5h|1.5 hours|1,5 Std.|1,5 Stunden|1½ h|1 ½ h|1½ Stunden"
    "|one and a half hours|anderthalb Stunden|eineinhalb Stunden|an hour and a half|1.5 hrs"
    "|1.5 hr|1,5 Std|one hour and a half",
    "0.5 h": "0.5 h|0,5 h|.5 h|,5 h|½ h|½ hour|½ Stunde|half an hour|eine halbe Stunde|1/2 h"
    "|halbe Stunde|half hour|1/2 Stunde|1/2 hour",
    "2 h": "2 h|2h|2 hr|2 hrs|2 hour|2 hours|2 Std.|2 Std|2 Stdn.|2 Stunden|two hours"
    "|zwei Stunden|2,0 h|2-hour",
    "2 d": "2 d|2d|2 day|2 days|2 days?|2 Tage|2 Tagen|2 Tg.|two days|zwei Tage|zwei Tagen|2-day"
    "|2 calendar days|2 Kalendertage|2.0 days|2,0 Tage",
    "0.5 d": "0.5 d|0,5 Tage|half a day|½ day|½ Tag|ein halber Tag|einen halben Tag|1/2 day",
    "3 wd": "3 wd|3wd|3 working days|3 workdays|3 work days|3 business days|3 AT|3 Arbeitstage"
    "|3 Arbeitstagen|3 Werktage|3 Werktagen|three working days|drei Arbeitstage|3 Working Days",
    "14 d": "2 weeks|2 week|2 wks|2 wk|2w|2 w|2 Wochen|two weeks|zwei Wochen|14 days|14 Tage"
    "|14 d|2.0 weeks|2,0 Wochen",
    "30 d": "1 month|1 Monat|one month|ein Monat|30 days|30 Tage",
    "1200 min": "1200 min|1 200 min|1'200 min|1’200 min|1,200 minutes|1.200 Minuten|1.200,0 min"
    "|1,200.0 min",
    "2.5 d [2..3]": "2-3 days|2–3 days|2 – 3 days|2 - 3 d|2 to 3 days|2 bis 3 Tage|2-3 Tage"
    "|2 or 3 days|2 oder 3 Tage|between 2 and 3 days|zwischen 2 und 3 Tagen|2..3 d|2…3 d"
    "|from 2 to 3 days|von 2 bis 3 Tagen|2 days - 3 days|two to three days|zwei bis drei Tage"
    "|2d-3d|2.5 ± 0.5 days",
    "17.5 d [14..21]": "2-3 weeks|2–3 Wochen|2 to 3 weeks|2 bis 3 Wochen",
    "0.75 h [0.5..1]": "30 min - 1 h|30 min to 1 hour|30 Min. bis 1 Std.|0.5-1 h|½-1 h",
    "7.5 min [5..10]": "5-10 min|5–10 min|5 - 10 min|5 to 10 minutes|5 bis 10 Minuten"
    "|5 min - 10 min|5-10 Min.|between 5 and 10 minutes|zwischen 5 und 10 Minuten",
    "10 min ~": "ca. 10 min|ca 10 Min.|circa 10 min|about 10 min|around 10 minutes|approx. 10 min"
    "|approx 10 min|approximately 10 minutes|roughly 10 min|~10 min|~ 10 min|≈10 min|etwa 10 min"
    "|ungefähr 10 Minuten|rund 10 Minuten|zirka 10 min",
    "2 d ~ [..2]": "up to 2 days|at most 2 d|max. 2 days|max 2 d|bis zu 2 Tage|höchstens 2 Tage"
    "|maximal 2 Tage|no more than 2 days|less than 2 days|<2 d|< 2 d|≤ 2 d|weniger als 2 Tage",
    "2 d ~ [2..]": "at least 2 days|mindestens 2 Tage|more than 2 d|mehr als 2 Tage|> 2 d|>2d|≥ 2 d"
    "|mind. 2 Tage",
    "None": "|5|min|soon|-5 min|1.2.3 h|next day|5 mn|5 metres|2 years|3-2 days|30m 1h|1 d 4 h"
    "|5%|10:30|1:30|a day or so|5 min 5 min|two|h|5 x 2 min",
}  # fmt: skip
BY_LANGUAGE: tuple[tuple[str, Language, float | None], ...] = (
    ("1.200 min", "de", 1200), ("1.200 min", "en", None), ("1,200 min", "en", 1200),
    ("1,200 min", "de", None), ("1.125 h", "en", 1.125), ("1.125 h", "de", 1125),
    ("1,125 h", "de", 1.125), ("1,125 h", "en", 1125), ("1.1250 h", "de", 1.125),
    ("0.125 h", "de", 0.125), ("1.200 Minuten", "en", 1200), ("1,200 minutes", "de", 1200),
    ("1.200.000 s", "en", 1_200_000), ("1.200,5 min", "en", 1200.5),
)  # fmt: skip
CASES = [
    (spelling, wanted)
    for wanted, spellings in SPELLINGS.items()
    for spelling in spellings.split("|")
    if spelling != "5."
]


def told(text: str, use: Use | None = None) -> str:
    time = parse_duration(text, use)
    if time is None:
        return "None"
    ends = [f"{end:g}" if end is not None else "" for end in (time.low, time.high)]
    about = " ~" if time.basis == "estimated" else ""
    return f"{time}{about}{' [' + '..'.join(ends) + ']' if any(ends) else ''}"


def test_there_are_two_hundred_spellings() -> None:
    assert len({spelling for spelling, _ in CASES}) >= 200


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_spelling_is_read_in_either_language(language: Language) -> None:
    with speaking(language):
        wrong = {spelling: told(spelling) for spelling, wanted in CASES if told(spelling) != wanted}
    assert wrong == {}


@pytest.mark.parametrize(("text", "language", "value"), BY_LANGUAGE)
def test_signs_of_numbers_belong_to_the_language_of_the_unit_or_the_one_spoken(
    text: str, language: Language, value: float | None
) -> None:
    with speaking(language):
        time = parse_duration(text)
    assert (time and time.value) == value


def test_weeks_and_days_with_hours_depend_on_what_they_are_for() -> None:
    assert [told("2 weeks", "work"), told("2 weeks", "wait")] == ["10 wd", "14 d"]
    assert [told("1d 4h", "work"), told("1 Tag 4 Std.", "wait")] == ["12 h", "28 h"]


@pytest.mark.parametrize(
    ("text", "rest", "time"),
    [
        ("vendor replies in 2-3 days", "vendor replies in |", "2.5 d"),
        ("supplier 1h 30m", "supplier |", "90 min"),
        ("waits for about 2 days", "waits |", "2 d"),
        ("Antwort 10 Arbeitstage später", "Antwort | später", "10 wd"),
        ("a second opinion", None, None),
        ("form 27b/6", None, None),
    ],
)
def test_a_time_is_found_within_words(text: str, rest: str | None, time: str | None) -> None:
    found = find_duration(text, "wait")
    assert (found and str(found.time)) == time
    assert (found and f"{text[: found.start]}|{text[found.end :]}") == rest
