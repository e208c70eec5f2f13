"""Periods and times as people write them: 2 to 12 March 2027; 12 March 2027, 14:02."""

from datetime import date, datetime

from pilotmap.analysis.wording import long_date
from pilotmap.language import tr


def period_text(first: date, last: date) -> str:
    """A span of days, what both ends share said once: 2 to 12 March 2027."""
    end = long_date(last)
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return tr("{first_day} to {last_date}", first_day=first.day, last_date=end)
    return tr("{first_date} to {last_date}", first_date=long_date(first), last_date=end)


def moment_text(timestamp: str) -> str:
    """The clock time as it was recorded: 12 March 2027, 14:02."""
    moment = datetime.fromisoformat(timestamp)
    return tr("{date}, {time}", date=long_date(moment.date()), time=f"{moment:%H:%M}")


def moment_with_offset(timestamp: str) -> str:
    """The clock time with its offset: 12 March 2027, 14:02 (UTC+01:00)."""
    moment = datetime.fromisoformat(timestamp)
    offset = f"{moment:%z}"
    shown = "UTC" if offset in {"+0000", "-0000"} else f"UTC{offset[:3]}:{offset[3:5]}"
    return f"{moment_text(timestamp)} ({shown})"


def day_of(timestamp: str) -> date:
    """The day on which something was recorded, where it was recorded."""
    return datetime.fromisoformat(timestamp).date()
