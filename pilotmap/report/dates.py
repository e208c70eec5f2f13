"""Days and times as plain English writes them: 30 June 2027, 12 March 2027, 14:02."""

from datetime import date, datetime
from typing import Final

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def day_text(day: date) -> str:
    """30 June 2027."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def period_text(first: date, last: date) -> str:
    """A span of days, what both ends share said once: 2 to 12 March 2027."""
    if first == last:
        return day_text(first)
    if first.year != last.year:
        return f"{day_text(first)} to {day_text(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} to {day_text(last)}"
    return f"{first.day} to {day_text(last)}"


def moment_text(timestamp: str) -> str:
    """The clock time as it was recorded: 12 March 2027, 14:02."""
    moment = datetime.fromisoformat(timestamp)
    return f"{day_text(moment.date())}, {moment:%H:%M}"


def moment_with_offset(timestamp: str) -> str:
    """The clock time with its offset: 12 March 2027, 14:02 (UTC+01:00)."""
    moment = datetime.fromisoformat(timestamp)
    offset = f"{moment:%z}"
    shown = "UTC" if offset in {"+0000", "-0000"} else f"UTC{offset[:3]}:{offset[3:5]}"
    return f"{moment_text(timestamp)} ({shown})"


def day_of(timestamp: str) -> date:
    """The day on which something was recorded, where it was recorded."""
    return datetime.fromisoformat(timestamp).date()


def days_text(days: int) -> str:
    """1 day, 10 days."""
    return "1 day" if days == 1 else f"{days} days"
