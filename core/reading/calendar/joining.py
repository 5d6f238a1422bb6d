"""Adds a phrase to the expression before it: date to time, alternatives, spans."""

from core.reading.calendar.dates import In
from core.reading.calendar.drafts import LOOSE, Draft, extend, take
from core.reading.calendar.expressions import Clock, DateWords, DayPart, Relation
from core.reading.calendar.months import DayOfMonth, MonthDay
from core.reading.calendar.pairs import alike, alternatives, is_bare_weekday, together
from core.reading.calendar.pieces import Piece
from core.reading.calendar.standing import counts_noun, is_counted, is_dated_before
from core.reading.calendar.surroundings import gap_between, words_before
from core.reading.calendar.times import USUAL
from core.reading.numbers import number_at
from core.reading.words import Line


def join(line: Line, draft: Draft, piece: Piece) -> bool:
    if piece.rule == "now" and draft.clocks:
        return False
    if piece.rule in {"nothing", "every"} or draft.later:
        return False
    gap = gap_between(line, draft.last, piece.first)
    if piece.later:
        return gap == "" and _later_today(draft, piece)
    if gap is None or (gap and draft.pieces[-1].rule == "compact" and not draft.sure):
        return False
    if gap == "either":
        return _alternative(draft, piece)
    if gap in {"to", "through", "dash"}:
        return _span(line, draft, piece, gap) or (gap == "to" and _beside(line, draft, piece, "glue"))
    return _beside(line, draft, piece, gap)


def _later_today(draft: Draft, piece: Piece) -> bool:
    """ "Today in an hour"."""
    if draft.dates != [In(0)] or draft.clocks or draft.part:
        return False
    draft.dates.clear()
    take(draft, piece)
    return True


def _beside(line: Line, draft: Draft, piece: Piece, gap: str) -> bool:
    if piece.rule == "numeric" and piece.clock and draft.dates and not draft.clocks:
        piece.dates, piece.rule = (), "dotted"
    hour_first = gap.startswith("comma") and draft.clocks and not draft.dates and piece.dates
    if hour_first and is_dated_before(line, draft.first):
        return False  # "Monday call Tom at 9, Wednesday meeting at 11"
    if piece.rule in LOOSE:
        chosen = gap == "comma" and piece.rule == "hour" and _offers_choice(line, piece.last)
        return _add_loose(draft, piece, "" if chosen else gap)
    if piece.dates and piece.clock is None and not _dates_fit(draft, piece, gap):
        return False
    if piece.clock and not piece.dates and draft.clocks and not draft.open_clock:
        return False
    if piece.part and draft.part and draft.open_clock and not piece.dates:
        return _add_part(draft, piece.part) and extend(draft, piece)
    again = piece.part is not None and piece.part is draft.part  # "first thing on Monday morning"
    if piece.part and not piece.clock and not again and (draft.part or not (draft.dates or draft.clocks)):
        return False
    if piece.dates and piece.part and draft.part and not again:
        return False
    _merge(draft, piece)
    return True


def _offers_choice(line: Line, at: int) -> bool:
    """Whether another hour is given: "on Thursday, 9 or 10"."""
    either = line.atom(at, "either")
    number = number_at(line, either.last) if either else None
    if number is None or number.whole is None or not 1 <= number.whole <= 24 or number.scaled:
        return False
    return not is_counted(line, number.last) and not counts_noun(line, number.last)


def _add_loose(draft: Draft, piece: Piece, gap: str) -> bool:
    """A number alone becomes a clock time beside a date or a part of the day without one."""
    if draft.clocks and not draft.open_clock:
        return False
    if not (draft.dates or draft.part) or (gap == "comma" and piece.rule != "dotted"):
        return False
    draft.bare = draft.bare or piece.rule == "hour"
    draft.open_clock = False
    take(draft, piece)
    return True


def _dates_fit(draft: Draft, piece: Piece, gap: str) -> bool:
    if not draft.dates:
        return bool(draft.clocks or draft.part)
    if len(piece.dates) > 1 or (len(draft.dates) > 1 and gap == "comma"):
        return False
    return all(together(date, piece.dates[0]) for date in _open_dates(draft))


def _open_dates(draft: Draft) -> list[DateWords]:
    """The dates that what follows goes with: of alternatives the weekdays whose week is not said."""
    if len(draft.dates) < 2:
        return draft.dates
    return [date for date in draft.dates if is_bare_weekday(date)] or draft.dates


def _merge(draft: Draft, piece: Piece) -> None:
    if draft.dates and piece.dates:
        of_these = _open_dates(draft)
        draft.dates[:] = [
            together(date, piece.dates[0]) or date if date in of_these else date for date in draft.dates
        ]
        piece.dates = ()
    draft.sure = True
    draft.open_clock = False
    take(draft, piece)


def _alternative(draft: Draft, piece: Piece) -> bool:
    if piece.dates and draft.dates:
        pair = alternatives(draft.dates[-1], piece.dates[0])
        if pair is None:
            return False
        draft.dates[-1:] = pair
        draft.open_clock = bool(draft.clocks or draft.part)
        if piece.part:
            _add_part(draft, piece.part)
        return extend(draft, piece)
    if piece.part and draft.part and not draft.clocks and not piece.clock:
        return _add_part(draft, piece.part) and extend(draft, piece)
    if piece.clock and draft.clocks and not piece.dates:
        draft.clocks.append(alike(draft.clocks[-1], piece.clock))
        draft.clocks[-2] = alike(piece.clock, draft.clocks[-2])
        draft.sure = draft.sure or piece.rule not in LOOSE
        return extend(draft, piece)
    return _number_as_day(draft, piece, keep_both=True)


def _add_part(draft: Draft, part: DayPart) -> bool:
    """ "Ryte ar po pietų": two times to choose from."""
    if draft.part is None or draft.part is part:
        draft.part = draft.part or part
        return True
    usual = [at for at in (USUAL[draft.part], USUAL[part]) if at]
    if len(usual) < 2:
        return False
    draft.clocks[:] = [Clock(at.hour, at.minute, exact=True) for at in usual]
    draft.part, draft.open_clock = None, False
    return True


def _number_as_day(draft: Draft, piece: Piece, keep_both: bool) -> bool:
    """ "5 ar 6 d.", "gruodžio 5 ar 6", "5–7 d.": the number beside a day is a day too."""
    if piece.dates and draft.clocks and not draft.dates and draft.pieces[-1].rule in {"hour", "ordinal_hour"}:
        if not isinstance(piece.dates[0], DayOfMonth | MonthDay):
            return False
        start = alternatives(DayOfMonth(draft.clocks[-1].hour), piece.dates[0])
        draft.clocks.clear()
        draft.bare, draft.sure = False, True
        return start is not None and _set_days(draft, piece, start, keep_both)
    last = draft.dates[-1] if draft.dates and not draft.clocks else None
    if piece.rule in {"hour", "ordinal_hour"} and piece.clock and isinstance(last, MonthDay | DayOfMonth):
        days = alternatives(last, DayOfMonth(piece.clock.hour))
        return days is not None and _set_days(draft, piece, days, keep_both)
    return False


def _set_days(draft: Draft, piece: Piece, days: list[DateWords], keep_both: bool) -> bool:
    draft.dates[:] = days if keep_both else days[:1]
    draft.until = None if keep_both else days[1]
    return extend(draft, piece)


def _span(line: Line, draft: Draft, piece: Piece, gap: str) -> bool:
    """ "Nuo X iki Y", "10–12", "5–7 d.": the start counts, the end is kept."""
    from_here = words_before(line, draft.pieces[-1].first).relation is Relation.FROM
    opened = gap in {"dash", "through"} or draft.relation is Relation.FROM or from_here
    if len(draft.clocks) > 1 and piece.clock and not piece.dates and opened:
        return extend(draft, piece)
    if draft.until or draft.until_clock or len(draft.dates) > 1:
        return False
    if piece.clock and draft.clocks and not piece.dates and (opened or piece.rule not in LOOSE):
        return _clock_span(draft, piece)
    if not opened:
        return False
    if piece.dates and draft.dates and not draft.clocks:
        pair = alternatives(draft.dates[-1], piece.dates[0])
        return pair is not None and _set_days(draft, piece, pair, keep_both=False)
    return _number_as_day(draft, piece, keep_both=False)


def _clock_span(draft: Draft, piece: Piece) -> bool:
    start, end = draft.clocks[-1], piece.clock
    if end is None or len(draft.clocks) > 1:
        return False
    hours = start.hour < end.hour or end.hour < 7
    both_loose = draft.pieces[-1].rule in LOOSE and piece.rule in LOOSE
    if not hours and start.hour != end.hour:
        return False
    draft.clocks[0] = alike(end, start) if start.hour > end.hour - 12 or end.exact else start
    draft.until_clock = end
    draft.sure = draft.sure or not both_loose or (7 <= start.hour <= 19 and draft.bare)
    return extend(draft, piece)
