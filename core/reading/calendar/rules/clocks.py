"""Rules of clock times, parts of the day and minutes from now."""

from datetime import timedelta

from core.reading.calendar.expressions import Clock, DayPart, Direction
from core.reading.calendar.grammar import Phrase
from core.reading.calendar.rules.said import Built, Rules, whole
from core.reading.calendar.times import before, with_meridiem
from core.reading.words import Line


def _clock(line: Line, phrase: Phrase) -> Built:
    shapes = (phrase.value(shape) for shape in ("hm", "hm_dot", "hm_h", "compact"))
    written = next((clock for clock in shapes if clock), None)
    dotted = phrase.value("hm_dot")
    if isinstance(dotted, Clock) and dotted.hour == _NOON and phrase.value("meridiem") == "am":
        return None  # "12.05 in the morning": the 12th of May, hardly five past midnight
    if isinstance(written, Clock):
        return _settled(written, phrase)
    hour = whole(phrase.value("hour") if phrase.value("hour") is not None else phrase.value("ordinal_hour"))
    minute = whole(phrase.value("minute") or phrase.value("minute_digits")) or 0
    if hour is None or (hour == 24 and minute) or _is_length_in_words(line, phrase):
        return None
    return _settled(Clock(hour, minute), phrase)


def _is_length_in_words(line: Line, phrase: Phrase) -> bool:
    """Whether the word for the hour tells one after digits only: "two hrs" are no two o'clock."""
    return phrase.value("oclock") == _AFTER_DIGITS and not line.raw(phrase.first).isdecimal()


_AFTER_DIGITS = 2
_NOON = 12


def _settled(clock: Clock | None, phrase: Phrase) -> Built:
    meridiem = phrase.value("meridiem") or phrase.value("meridiem_after")
    if clock and meridiem:
        clock = with_meridiem(clock, str(meridiem))
    return {"clock": clock} if clock else None


def _half_to(line: Line, phrase: Phrase) -> Built:
    hour = whole(phrase.value("small"))
    return _settled(before(hour, 30), phrase) if hour and hour <= 12 else None


def _half_past(line: Line, phrase: Phrase) -> Built:
    if (fixed := _beside_fixed(phrase, 30)) is not None:
        return {"clock": fixed}
    hour = whole(phrase.value("small"))
    return _settled(Clock(hour, 30), phrase) if hour and hour <= 12 else None


def _fixed(line: Line, phrase: Phrase) -> Built:
    """ "Midnight", "12 midnight", "12 noon"; noon alone is a part of the day."""
    hour = phrase.value("hour")
    if hour is None and phrase.value("fixed_hour") == _NOON:
        return None
    return {"clock": _beside_fixed(phrase, 0)} if hour in (None, _NOON) else None


def _beside_fixed(phrase: Phrase, minutes: int) -> Clock | None:
    """So many minutes after noon or midnight, before it if negative."""
    fixed = whole(phrase.value("fixed_hour"))
    if fixed is None:
        return None
    hour, minute = divmod((fixed * 60 + minutes) % (24 * 60), 60)
    return Clock(hour, minute, exact=True)


def _minutes(phrase: Phrase) -> int | None:
    quarter = phrase.value("quarter_hour")
    return whole(quarter if quarter is not None else phrase.value("minute"))


def _minutes_to(line: Line, phrase: Phrase) -> Built:
    hour, minutes = whole(phrase.value("small")), _minutes(phrase)
    if not hour or not minutes or hour > 24 or not 0 < minutes < 60:
        return None
    return _settled(before(hour, minutes), phrase)


def _minutes_to_after(line: Line, phrase: Phrase) -> Built:
    """ "Ten to three", "20 to 3"; "10 to 12" in digits is a span."""
    hour, minutes = whole(phrase.value("small")), _minutes(phrase)
    if minutes and (fixed := _beside_fixed(phrase, -minutes)) is not None:
        return {"clock": fixed}
    if not hour or not minutes or hour > 12:
        return None
    said = phrase.value("quarter_hour") or phrase.value("minute_unit")
    in_digits = any(line.raw(i).isdecimal() for i in range(phrase.first, phrase.last))
    span = in_digits and minutes <= 12 and (minutes != _FIVE or hour >= _FIVE)  # "10 to 12", not "5 to 3"
    if not said and (minutes % 5 or span or minutes > 30):
        return None
    return _minutes_to(line, phrase)


_FIVE = 5


def _quarter_of(line: Line, phrase: Phrase) -> Built:
    """ "Ketvirtis trijų": a quarter of the third hour is gone; "trys ketvirčiai trijų": three."""
    hour, minutes = whole(phrase.value("small")), whole(phrase.value("quarters_gone"))
    number = next(atom for atom in phrase.atoms if atom.category == "small")
    if not hour or not minutes or hour > 12 or line.raw(number.last - 1).isdecimal():
        return None
    return _settled(Clock((hour - 1) % 12 or 12, minutes), phrase)


def _minutes_past(line: Line, phrase: Phrase) -> Built:
    hour, minutes = whole(phrase.value("small")), _minutes(phrase)
    if minutes and (fixed := _beside_fixed(phrase, minutes)) is not None:
        return {"clock": fixed}
    if not hour or not minutes or hour > 12 or not 0 < minutes < 60:
        return None
    return _settled(Clock(hour, minutes), phrase)


def _word_clock(line: Line, phrase: Phrase) -> Built:
    hour = whole(phrase.value("hour_word") or phrase.value("ordinal_hour"))
    minute = whole(phrase.value("minute_word"))
    return _settled(Clock(hour, minute), phrase) if hour and minute else None


def _part(line: Line, phrase: Phrase) -> Built:
    return {"part": DayPart(str(phrase.value("daypart")))}


def _later(line: Line, phrase: Phrase) -> Built:
    length = phrase.value("length")
    hour = getattr(length, "clock_hour", None)
    minutes = getattr(length, "minutes", None)
    before_clock = phrase.value("in") == 1 or phrase.value("before_now")
    if not minutes or (hour is not None and hour >= 7 and before_clock):
        return None
    return {"later": timedelta(minutes=minutes), "direction": Direction.FUTURE}


def _earlier(line: Line, phrase: Phrase) -> Built:
    built = _later(line, phrase)
    return built and {"later": -built["later"], "direction": Direction.PAST}


CLOCK_RULES: Rules = {
    "clock": _clock,
    "spaced_clock": _clock,
    "half_to": _half_to,
    "half_past": _half_past,
    "minutes_to": _minutes_to,
    "minutes_to_after": _minutes_to_after,
    "quarter_of": _quarter_of,
    "minutes_past": _minutes_past,
    "word_clock": _word_clock,
    "said_clock": _word_clock,
    "fixed": _fixed,
    "part": _part,
    "later": _later,
    "earlier": _earlier,
}
"""By name in the pattern tables."""
