"""From phrases to dates and times: one function a rule of the pattern tables."""

from core.reading.calendar.rules.clocks import CLOCK_RULES
from core.reading.calendar.rules.days import DAY_RULES
from core.reading.calendar.rules.months import MONTH_RULES
from core.reading.calendar.rules.said import Rules

RULES: Rules = {**DAY_RULES, **MONTH_RULES, **CLOCK_RULES}
"""All rules by name."""
