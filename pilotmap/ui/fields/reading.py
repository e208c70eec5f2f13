"""How the texts of fields become values, and values texts; each refusal is a sentence."""

import math
import re
import unicodedata
from datetime import date
from decimal import Decimal

from pilotmap.analysis.wording import short_date
from pilotmap.language import in_figures, language, tr
from pilotmap.model.quantity import UNIT_SIGNS, Duration
from pilotmap.model.times import parse_duration
from pilotmap.ui.fields.field import NotUnderstood

_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    *("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"),
)
"""How the names of months begin, English and then German: both are read in either language."""


def read_text(text: str) -> str:
    """Text as the file can hold it: one line, without space around it or control characters."""
    kept = (" " if unicodedata.category(c) == "Cc" else c for c in text)
    return "".join(c for c in kept if unicodedata.category(c) != "Cs").strip()


def text_text(value: object) -> str:
    """The text itself."""
    return value if isinstance(value, str) else ""


def read_number(text: str) -> float | None:
    """A number of zero or more, with a point or a comma; nothing for nothing."""
    plain = text.strip().replace("\N{NO-BREAK SPACE}", "").replace(" ", "")
    if not plain:
        return None
    exact = _decimal(plain)
    if exact is None:
        raise NotUnderstood(
            tr("“{text}” is not a number: write it in digits, such as 4.5.", text=text.strip())
        )
    number = float(exact)
    if not math.isfinite(number):
        raise NotUnderstood(tr("This number is too large to count with."))
    return number


def read_amount(text: str) -> float | str | None:
    """A number of the outcome; other text is kept as it is, and a finding asks for a number."""
    plain = text.strip()
    if not plain:
        return None
    exact = _decimal(plain.removeprefix("-"))
    if exact is not None and math.isfinite(float(exact)):
        return float(-exact if plain.startswith("-") else exact)
    return read_text(text)


def amount_text(value: object) -> str:
    """A number as people write it, or the text that stands in its place."""
    return _shown(Decimal(repr(value))) if isinstance(value, float) else text_text(value)


def read_duration(text: str) -> Duration | None:
    """A time such as 20 min; nothing for nothing."""
    if not text.strip():
        return None
    duration = parse_duration(text)
    if duration is None or not math.isfinite(duration.value):
        raise NotUnderstood(
            tr(
                "“{text}” is not a time: write it as 20 min, 14 h, 2 d or 3 wd (working days).",
                text=text.strip(),
            )
        )
    return duration


def duration_text(value: object) -> str:
    """A time as people write it."""
    if not isinstance(value, Duration):
        return ""
    return f"{_shown(Decimal(repr(value.value)))} {tr(UNIT_SIGNS[value.time_unit])}"


def read_share(text: str) -> float | None:
    """A share of 0 to 1, typed in per cent; nothing for nothing."""
    plain = text.strip().rstrip("%").strip()
    if not plain:
        return None
    per_cent = _decimal(plain)
    if per_cent is None or per_cent > 100:
        raise NotUnderstood(tr("“{text}” is not a share: write 0 % to 100 %.", text=text.strip()))
    return float(per_cent / 100)


def share_text(value: object) -> str:
    """A share in per cent."""
    return f"{_shown(Decimal(repr(value)) * 100)} %" if isinstance(value, float) else ""


def read_date(text: str) -> date | None:
    """A day such as 30 Jun 2027, 30.6.2027 or 2027-06-30; nothing for nothing."""
    plain = text.strip().lower()
    if not plain:
        return None
    found = _iso(plain) or _dotted(plain) or _spelt(plain)
    if found is None:
        raise NotUnderstood(
            tr("“{text}” is not a date: write it as 30 Jun 2027.", text=text.strip())
        )
    return found


def date_text(value: object) -> str:
    """A day as people write it: 30 Jun 2027."""
    return short_date(value) if isinstance(value, date) else ""


def _decimal(text: str) -> Decimal | None:
    """A point or a comma before the fraction; whole groups of three are thousands, by language."""
    mark = "," if language() == "en" else r"\."
    if re.fullmatch(rf"[1-9][0-9]{{0,2}}({mark}[0-9]{{3}})+([.,][0-9]+)?", text):
        text = re.sub(rf"{mark}(?=[0-9]{{3}}([.,]|$))", "", text)
    if re.fullmatch(r"[0-9]+([.,][0-9]+)?|[.,][0-9]+", text) is None:
        return None
    return Decimal(text.replace(",", "."))


def _shown(number: Decimal) -> str:
    return in_figures(_exact(number))


def _exact(number: Decimal) -> str:
    """A number in full, as a person can read and edit it: never rounded, never with an exponent."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _iso(text: str) -> date | None:
    match = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    return _date(int(match[1]), int(match[2]), int(match[3])) if match else None


def _spelt(text: str) -> date | None:
    match = re.fullmatch(r"(\d{1,2})\.?\s*([a-zä]{3,9})\.?,?\s+(\d{4})", text)
    if match is None or match[2][:3] not in _MONTHS:
        return None
    return _date(int(match[3]), _MONTHS.index(match[2][:3]) % 12 + 1, int(match[1]))


def _dotted(text: str) -> date | None:
    match = re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", text)
    return _date(int(match[3]), int(match[2]), int(match[1])) if match else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
