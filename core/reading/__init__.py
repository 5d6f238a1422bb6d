"""From a salesperson's words to what they mean: pure functions over text, a date and a directory of names."""

from core.reading.directory import CompanyName, Directory, PersonName
from core.reading.intent import Aside, Reading, Report, Step
from core.reading.reader import read, warm_up

__all__ = ["Aside", "CompanyName", "Directory", "PersonName", "Reading", "Report", "Step", "read", "warm_up"]
