"""What the charts with a time axis share: a date as a number of years."""

import calendar
import datetime as dt

from scripts.facts.cells import PartialDate


def years(date: PartialDate | dt.date) -> float:
    """The middle of a date as a year and its fraction: a day, the middle of a month or of a year."""
    if isinstance(date, dt.date):
        return _year(date)
    return (_year(date.first_day) + _year(date.last_day)) / 2


def _year(day: dt.date) -> float:
    return day.year + (day.timetuple().tm_yday - 0.5) / (365 + calendar.isleap(day.year))
