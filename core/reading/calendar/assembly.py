"""Joins neighbouring pieces into one expression: date and time, alternatives, spans."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

from core.reading.calendar.dates import DayOfMonth, Feast, In, Month, MonthDay, RelativeMonth, Shifted, Week, Weekday, YearEdge
from core.reading.calendar.dates import IsoWeek as NumberedWeek
from core.reading.calendar.expressions import Clock, DateWords, DayPart, Direction, Relation, WhenExpr
from core.reading.calendar.pieces import Piece
from core.reading.calendar.scan import pieces_of
from core.reading.durations import length_at
from core.reading.tokens import starts_sentence
from core.reading.words import Line, table


@dataclass(slots=True)
class _Draft:
    """An expression while pieces are being added to it."""

    pieces: list[Piece]
    first: int
    last: int
    dates: list[DateWords] = field(default_factory=list)
    clocks: list[Clock] = field(default_factory=list)
    part: DayPart | None = None
    later: timedelta | None = None
    direction: Direction | None = None
    relation: Relation | None = None
    until: DateWords | None = None
    until_clock: Clock | None = None
    sure: bool = False
    bare: bool = False
    open_clock: bool = False


def find_whens(line: Line) -> list[WhenExpr]:
    """Every date and time of the message, in order and without overlaps; independent of now."""
    found: list[WhenExpr] = []
    draft: _Draft | None = None
    for piece in pieces_of(line):
        if draft and _join(line, draft, piece):
            continue
        if draft:
            found += _finished(line, draft)
        draft = None if piece.rule == "nothing" else _start(line, piece)
    if draft:
        found += _finished(line, draft)
    return found


_LOOSE = frozenset({"hour", "ordinal_hour", "dotted", "word_clock"})


def _start(line: Line, piece: Piece) -> _Draft:
    draft = _Draft([], piece.first, piece.last)
    before = _before(line, piece.first)
    draft.relation = before.relation
    draft.first = before.first
    if piece.rule == "numeric" and piece.clock and _reads_as_clock(piece, before):
        piece.dates, piece.rule = (), "dotted"
    _take(draft, piece)
    draft.bare = piece.rule in _LOOSE
    draft.sure = not draft.bare or before.at
    return draft


@dataclass(frozen=True, slots=True)
class _Before:
    """The words right before an expression."""

    first: int
    relation: Relation | None = None
    at: bool = False
    between: bool = False


def _before(line: Line, first: int) -> _Before:
    """Relation, "at" and "between" that stand before this token, and where they begin."""
    at, start = False, first
    relation: Relation | None = None
    while start > max(0, first - 5):
        step = _word_before(line, start)
        if step is None:
            break
        category, value, begin = step
        at = at or category == "at"
        if category == "between":
            return _Before(begin, Relation.FROM, at, True)
        if category == "relation" and value != "on":
            return _Before(begin, Relation(value), at)
        start = begin
    return _Before(first if relation is None and not at else start, relation, at)


_LEADING = ("at", "between", "relation", "the")


def _word_before(line: Line, start: int) -> tuple[str, str, int] | None:
    for back in range(max(0, start - 4), start):
        for category in _LEADING:
            for atom in line.atoms[back]:
                if atom.category == category and atom.last == start:
                    return category, str(atom.value), back
    return None


def _reads_as_clock(piece: Piece, before: _Before) -> bool:
    """ "10.30" alone: a time at the half hour or after "at", "nuo", "apie"; a day after "iki"."""
    if before.relation in {Relation.BY, Relation.BEFORE}:
        return False
    if before.at or before.relation in {Relation.ABOUT, Relation.FROM, Relation.AFTER}:
        return True
    return piece.clock is not None and piece.clock.minute == 30 and 7 <= piece.clock.hour <= 19


def _take(draft: _Draft, piece: Piece) -> None:
    """Adds all that the piece says, where the draft has nothing of the kind."""
    draft.pieces.append(piece)
    draft.last = max(draft.last, piece.last)
    draft.dates += piece.dates
    if piece.clock and not (piece.rule == "numeric" and piece.dates):
        draft.clocks.append(piece.clock)
    draft.part = draft.part or piece.part
    draft.later = draft.later or piece.later
    draft.direction = draft.direction or piece.direction
    if piece.deadline:
        draft.relation = draft.relation or Relation.BY


def _join(line: Line, draft: _Draft, piece: Piece) -> bool:
    if piece.rule == "nothing" or draft.later or piece.later:
        return False
    gap = _gap(line, draft.last, piece.first)
    if gap is None:
        return False
    if gap == "either":
        return _alternative(draft, piece)
    if gap in {"to", "through", "dash"}:
        return _span(line, draft, piece, gap) or (gap == "to" and _beside(line, draft, piece, "glue"))
    return _beside(line, draft, piece, gap)


def _gap(line: Line, start: int, end: int) -> str | None:
    """What stands between two pieces: "", "glue", "comma", "either", "to", "through", "dash"; None for other words."""
    if start == end:
        return ""
    if end - start > 4:
        return None
    either = line.atom(start, "either")
    if either and (either.last == end or _is_glue(line, either.last, end)):
        return "either"
    if line.raw(start) in {"-", "–", "—"} and end == start + 1:
        return "dash"
    to = line.atom(start, "span_to")
    if to and (to.last == end or _is_glue(line, to.last, end)):
        return "through" if to.value == 2 else "to"
    if line.raw(start) in {",", "("} and (start + 1 == end or _is_glue(line, start + 1, end)):
        return "comma" if start + 1 == end else "comma glue"
    return "glue" if _is_glue(line, start, end) else None


def _is_glue(line: Line, start: int, end: int) -> bool:
    at = start
    while at < end:
        step = next(
            (atom.last for atom in line.atoms[at] if atom.category in {"glue", "at", "the", "at_date", "of"}), 0
        )
        if not step and line.raw(at) in {"~", "@", "(", ")"}:
            step = at + 1
        if not step or step > end:
            return False
        at = step
    return True


def _beside(line: Line, draft: _Draft, piece: Piece, gap: str) -> bool:
    if piece.rule == "numeric" and piece.clock and draft.dates and not draft.clocks:
        piece.dates, piece.rule = (), "dotted"
    if piece.rule in _LOOSE:
        return _add_loose(draft, piece, gap)
    if piece.dates and piece.clock is None and not _dates_fit(draft, piece, gap):
        return False
    if piece.clock and not piece.dates and draft.clocks and not draft.open_clock:
        return False
    if piece.part and not piece.clock and (draft.part or not (draft.dates or draft.clocks)):
        return False
    if piece.dates and piece.part and draft.part:
        return False
    _merge(draft, piece)
    return True


def _add_loose(draft: _Draft, piece: Piece, gap: str) -> bool:
    """A number alone becomes a clock time beside a date or a part of the day without one."""
    if draft.clocks and not draft.open_clock:
        return False
    if not (draft.dates or draft.part) or gap == "comma":
        return False
    draft.bare = draft.bare or piece.rule == "hour"
    draft.open_clock = False
    _take(draft, piece)
    return True


def _dates_fit(draft: _Draft, piece: Piece, gap: str) -> bool:
    if not draft.dates:
        return bool(draft.clocks or draft.part)
    if len(draft.dates) > 1 or len(piece.dates) > 1:
        return False
    return _both(draft.dates[0], piece.dates[0]) is not None


def _merge(draft: _Draft, piece: Piece) -> None:
    if draft.dates and piece.dates:
        both = _both(draft.dates[0], piece.dates[0])
        piece.dates = ()
        if both:
            draft.dates[:] = [both]
    draft.sure = True
    draft.open_clock = False
    _take(draft, piece)


_Week = Week | NumberedWeek | In


def _both(a: DateWords, b: DateWords) -> DateWords | None:
    """What two dates said side by side mean together; None if they are two dates."""
    for first, second in ((a, b), (b, a)):
        if isinstance(second, Weekday) and second.which is None and not second.weeks:
            if isinstance(first, Week) and (first.weekday is None or first.loose is False):
                return Week(first.weeks, second.weekday)
            if isinstance(first, NumberedWeek):
                return replace(first, weekday=second.weekday)
            if isinstance(first, In) and first.unit == "week":
                return Week(first.count, second.weekday)
        if isinstance(first, YearEdge) and first.edge is None and isinstance(second, Month | MonthDay | Feast):
            return replace(second, year=first.year) if second.year is None else None
        if _is_full(first) and (isinstance(second, Weekday) or (isinstance(second, In) and abs(second.count) <= 2)):
            return first
    return None


def _is_full(date: DateWords) -> bool:
    """Whether a weekday beside it adds nothing."""
    return not isinstance(date, Week | Weekday | In | YearEdge | NumberedWeek | Month | Shifted | RelativeMonth)


def _alternative(draft: _Draft, piece: Piece) -> bool:
    if piece.dates and draft.dates:
        pair = _same_kind(draft.dates[-1], piece.dates[0])
        if pair is None:
            return False
        draft.dates[-1:] = pair
        draft.open_clock = bool(draft.clocks)
        if piece.part:
            draft.part = draft.part or piece.part
        return _extend(draft, piece)
    if piece.clock and draft.clocks and not piece.dates:
        draft.clocks.append(_alike(draft.clocks[-1], piece.clock))
        draft.clocks[-2] = _alike(piece.clock, draft.clocks[-2])
        draft.sure = draft.sure or piece.rule not in _LOOSE
        return _extend(draft, piece)
    return _number_as_day(draft, piece, keep_both=True)


def _extend(draft: _Draft, piece: Piece) -> bool:
    draft.pieces.append(piece)
    draft.last = piece.last
    draft.direction = draft.direction or piece.direction
    return True


def _alike(model: Clock, clock: Clock) -> Clock:
    """ "9–11 am": what the model says about morning holds for a bare hour beside it."""
    if model.exact and model.hour >= 12 and not clock.exact and clock.hour < model.hour - 12:
        return Clock(clock.hour + 12, clock.minute, exact=True)
    return clock


def _same_kind(a: DateWords, b: DateWords) -> list[DateWords] | None:
    """Two alternatives; a day without a month takes the other's."""
    if isinstance(a, MonthDay) and isinstance(b, DayOfMonth):
        return [a, MonthDay(a.month, b.day, a.year)]
    if isinstance(a, DayOfMonth) and isinstance(b, MonthDay):
        return [MonthDay(b.month, a.day, b.year), b]
    if isinstance(a, Week) and isinstance(b, Weekday) and a.weekday is not None:
        return [a, Week(a.weeks, b.weekday)]
    return [a, b]


def _number_as_day(draft: _Draft, piece: Piece, keep_both: bool) -> bool:
    """ "5 ar 6 d.", "gruodžio 5 ar 6", "5–7 d.": the number beside a day is a day too."""
    if piece.dates and draft.clocks and not draft.dates and draft.pieces[-1].rule in {"hour", "ordinal_hour"}:
        if not isinstance(piece.dates[0], DayOfMonth | MonthDay):
            return False
        start = _same_kind(DayOfMonth(draft.clocks[-1].hour), piece.dates[0])
        draft.clocks.clear()
        draft.bare, draft.sure = False, True
        return start is not None and _set_days(draft, piece, start, keep_both)
    last = draft.dates[-1] if draft.dates and not draft.clocks else None
    if piece.rule == "hour" and piece.clock and isinstance(last, MonthDay | DayOfMonth):
        days = _same_kind(last, DayOfMonth(piece.clock.hour))
        return days is not None and _set_days(draft, piece, days, keep_both)
    return False


def _set_days(draft: _Draft, piece: Piece, days: list[DateWords], keep_both: bool) -> bool:
    draft.dates[:] = days if keep_both else days[:1]
    draft.until = None if keep_both else days[1]
    return _extend(draft, piece)


def _span(line: Line, draft: _Draft, piece: Piece, gap: str) -> bool:
    """ "Nuo X iki Y", "10–12", "5–7 d.": the start counts, the end is kept."""
    from_here = _before(line, draft.pieces[-1].first).relation is Relation.FROM
    opened = gap in {"dash", "through"} or draft.relation is Relation.FROM or from_here
    if draft.until or draft.until_clock or len(draft.dates) > 1:
        return False
    if piece.clock and draft.clocks and not piece.dates and (opened or piece.rule not in _LOOSE):
        return _clock_span(draft, piece)
    if not opened:
        return False
    if piece.dates and draft.dates and not draft.clocks:
        pair = _same_kind(draft.dates[-1], piece.dates[0])
        return pair is not None and _set_days(draft, piece, pair, keep_both=False)
    return _number_as_day(draft, piece, keep_both=False)


def _clock_span(draft: _Draft, piece: Piece) -> bool:
    start, end = draft.clocks[-1], piece.clock
    if end is None or len(draft.clocks) > 1:
        return False
    hours = start.hour < end.hour or end.hour < 7
    both_loose = draft.pieces[-1].rule in _LOOSE and piece.rule in _LOOSE
    if not hours and start.hour != end.hour:
        return False
    draft.clocks[0] = _alike(end, start) if start.hour > end.hour - 12 or end.exact else start
    draft.until_clock = end
    draft.sure = draft.sure or not both_loose or (7 <= start.hour <= 19 and draft.bare)
    return _extend(draft, piece)


def _finished(line: Line, draft: _Draft) -> list[WhenExpr]:
    """The expression, unless it is a number that nothing made a time."""
    if draft.bare and not draft.dates and not draft.sure and not draft.part and draft.relation is None:
        return []
    if draft.bare and not draft.sure and draft.pieces[0].rule == "ordinal_hour":
        return []
    if not draft.clocks and draft.part is None and draft.later is None and all(map(_is_bare_year, draft.dates)):
        return []
    dates = tuple(_related(date, draft.relation) for date in draft.dates)
    return [
        WhenExpr(
            span=(line.tokens[draft.first].start, line.tokens[draft.last - 1].end),
            first=draft.first,
            last=draft.last,
            dates=dates,
            clocks=tuple(draft.clocks),
            part=draft.part,
            later=draft.later,
            direction=draft.direction,
            relation=draft.relation,
            until=draft.until,
            until_clock=draft.until_clock,
            bare_clock=draft.bare,
            maybe_duration=_maybe_duration(line, draft),
            **_form(line, draft),
        )
    ]


def _is_bare_year(date: DateWords) -> bool:
    return isinstance(date, YearEdge) and date.edge is None


def _related(date: DateWords, relation: Relation | None) -> DateWords:
    """Before a feast is the day before it; after a date is the day after."""
    if isinstance(date, Feast):
        shift = {Relation.BY: -1, Relation.BEFORE: -1, Relation.AFTER: 1}.get(relation or Relation.ABOUT, 0)
        return replace(date, shift=shift)
    if isinstance(date, Week) and date.weekday == 5:
        return Shifted(date, {Relation.BEFORE: -1, Relation.AFTER: 2}.get(relation or Relation.ABOUT, 0))
    if relation is Relation.AFTER and isinstance(date, Weekday | DayOfMonth | MonthDay):
        return Shifted(date, 1)
    return date


def _maybe_duration(line: Line, draft: _Draft) -> bool:
    """Whether its clock "2 val." may be a length: no other word makes it a time."""
    clock = next((piece for piece in draft.pieces if piece.rule == "clock"), None)
    if clock is None or len(draft.clocks) != 1 or draft.until_clock:
        return False
    length = length_at(line, clock.first)
    if length is None or length.clock_hour is None or length.last < clock.last:
        return False
    before = _before(line, clock.first)
    return not before.at and before.relation in {None, Relation.ABOUT}


def _form(line: Line, draft: _Draft) -> dict[str, object]:
    """Case, capital and neighbour of the words, from which a name may be told."""
    words = [
        (atom.sense, at, atom.last)
        for piece in draft.pieces
        for at in range(piece.first, piece.last)
        for atom in line.atoms[at]
        if atom.category in {"weekday", "month", "daypart", "week"} and atom.sense and atom.last <= piece.last
    ]
    case = next((sense.case for sense, _, _ in words if sense.case), "")
    capital = any(
        line.tokens[i].capital and not starts_sentence(line.tokens, i)
        for sense, at, last in words
        for i in range(at, last)
        if "paradigm" in table(sense.language, "numbers")
    )
    name_word = draft.first > 0 and line.atom(draft.first - 1, "name_word") is not None
    loose = draft.bare and not draft.sure
    nameable = draft.pieces[0].rule in {"weekday", "month", "part", "weekend"}
    return {
        "case": case,
        "capital": capital,
        "after_name_word": name_word,
        "weak": capital or loose or (name_word and nameable) or draft.pieces[0].rule == "now",
    }
