"""From the phrases of a message to its expressions of date and time."""

from dataclasses import replace

from core.reading.calendar.dates import Shifted, Week, Weekday
from core.reading.calendar.drafts import LOOSE, Draft, take
from core.reading.calendar.expressions import DateWords, Relation, WhenExpr
from core.reading.calendar.joining import join
from core.reading.calendar.months import DayOfMonth, Feast, MonthDay, YearEdge
from core.reading.calendar.pairs import settled
from core.reading.calendar.pieces import Piece
from core.reading.calendar.scan import pieces_of
from core.reading.calendar.standing import has_before
from core.reading.calendar.surroundings import Before, gap_between, words_before
from core.reading.durations import length_at
from core.reading.numbers import number_at
from core.reading.tokens import Kind, starts_sentence
from core.reading.words import Atom, Line, table


def find_whens(line: Line) -> list[WhenExpr]:
    """Every date and time of the message, in order and without overlaps; independent of now."""
    found: list[WhenExpr] = []
    draft: Draft | None = None
    every: Piece | None = None
    for piece in pieces_of(line):
        if draft and join(line, draft, piece):
            continue
        if draft and not _recurs(line, draft, piece):
            found += _finished(line, draft)
        draft = None if piece.rule in {"nothing", "every"} else _start(line, piece)
        if draft and every and _recurs(line, draft, every):
            draft = None
        every = piece if piece.rule == "every" else None
        if draft and found and (_stands_as_time(line, piece) or _is_hour_apart(line, piece)):
            draft.sure = draft.sure or any(when.dates and not when.clocks for when in found)
    if draft:
        found += _finished(line, draft)
    return found


def _recurs(line: Line, draft: Draft, every: Piece) -> bool:
    """Whether a time alone goes with "every Monday" or "daily" beside it."""
    if every.rule != "every" or draft.dates or draft.later:
        return False
    before = draft.last <= every.first
    start, end = (draft.last, every.first) if before else (every.last, draft.pieces[0].first)
    return gap_between(line, start, end) in {"", "glue"}


def _start(line: Line, piece: Piece) -> Draft:
    draft = Draft([], piece.first, piece.last)
    before = words_before(line, piece.first)
    draft.relation = before.relation
    draft.first = before.first
    if piece.rule == "numeric" and piece.clock and _reads_as_clock(piece, before):
        piece.dates, piece.rule = (), "dotted"
    take(draft, piece)
    draft.bare = piece.rule in LOOSE
    draft.sure = not draft.bare or (before.at and (piece.rule != "compact" or _is_usual_time(line, piece)))
    return draft


def _is_usual_time(line: Line, piece: Piece) -> bool:
    """ "At 1530", "at 0900": a time without a date beside it; "at 1500" may be a price."""
    clock = piece.clock
    if clock is None:
        return False
    return line.raw(piece.first)[0] == "0" or (clock.minute in {15, 30, 45} and 7 <= clock.hour <= 19)


def _reads_as_clock(piece: Piece, before: Before) -> bool:
    """ "10.30" alone: a time at the half hour or after "at", "nuo", "apie"; a day after "iki"."""
    if before.relation in {Relation.BY, Relation.BEFORE}:
        return False
    if before.at or before.relation in {Relation.ABOUT, Relation.FROM, Relation.AFTER}:
        return True
    return piece.clock is not None and piece.clock.minute == 30 and 7 <= piece.clock.hour <= 19


def _stands_as_time(line: Line, piece: Piece) -> bool:
    """Whether "13.30" apart from the date can be nothing but its time: no date, no price, no version."""
    clock = piece.clock
    before = line.tokens[piece.first - 1] if piece.first else None
    return (
        piece.rule == "dotted"
        and clock is not None
        and clock.minute % 5 == 0
        and 7 <= clock.hour <= 20
        and before is not None
        and not any(atom.category in _COUNTING for atom in line.atoms[piece.first - 1])
    )


def _is_hour_apart(line: Line, piece: Piece) -> bool:
    """Whether an hour stands behind a date and a name: "ketvirtadienį pas Kuosą dešimtą", "…, 10"."""
    if piece.rule == "ordinal_hour":
        number = number_at(line, piece.first)
        return number is not None and number.case == "acc" and not _ranks_a_noun(line, piece.last)
    if piece.rule != "hour" or piece.clock is None or not 7 <= piece.clock.hour <= 19:
        return False
    ends = piece.last >= len(line.tokens) or line.tokens[piece.last].kind is Kind.PUNCTUATION
    return ends and piece.first > 0 and line.raw(piece.first).isdecimal() and line.raw(piece.first - 1) == ","


_COUNTING = frozenset(
    {"per", "distributive", "per_each", "reference", "from", "to", "or", "currency", "unit"}
)


def _finished(line: Line, draft: Draft) -> list[WhenExpr]:
    """The expression, unless it is a number that nothing made a time."""
    if _says_nothing(line, draft):
        return []
    capital = _has_capital(line, draft)
    name_word = draft.first > 0 and line.atom(draft.first - 1, "name_word") is not None
    nameable = draft.pieces[0].rule in {"weekday", "month", "part", "weekend"}
    loose = draft.bare and not draft.sure
    of_date = draft.relation if draft.pieces[0].dates else None
    return [
        WhenExpr(
            span=(line.tokens[draft.first].start, line.tokens[draft.last - 1].end),
            first=draft.first,
            last=draft.last,
            dates=tuple(_related(date, of_date) for date in settled(draft.dates)),
            clocks=tuple(draft.clocks),
            part=draft.part,
            later=draft.later,
            direction=draft.direction,
            relation=draft.relation,
            until=draft.until,
            until_clock=draft.until_clock,
            case=next(
                (atom.sense.case for atom in _named(line, draft) if atom.sense and atom.sense.case), ""
            ),
            capital=capital,
            after_name_word=name_word,
            weak=capital or loose or (name_word and nameable) or _is_doubtful(line, draft),
            is_now=draft.pieces[0].rule == "now",
            bare_clock=draft.bare,
            maybe_duration=_maybe_duration(line, draft),
        )
    ]


def _is_doubtful(line: Line, draft: Draft) -> bool:
    """ "Now"; and a day or month alone that may be a name: "April called", "Penktadienio savininkas"."""
    first, said = draft.pieces[0], _named(line, draft)
    alone = len(draft.pieces) == len(said) == 1 and draft.relation is None
    if not alone or first.rule not in {"weekday", "month"}:
        return first.rule == "now"
    sense = said[0].sense
    if sense and not sense.case and first.rule == "month":
        return not has_before(line, first.first, "support")
    return sense is not None and sense.case in _NO_CASE_OF_A_DAY


_NO_CASE_OF_A_DAY = frozenset({"nom", "gen", "dat", "ins"})


_LEADS_TO_HOUR = frozenset({Relation.ABOUT, Relation.BY, Relation.FROM, Relation.AFTER, Relation.BEFORE})


def _ranks_a_noun(line: Line, at: int) -> bool:
    """Whether the ordinal before this token goes with a noun in its case: "apie pirmą variantą"."""
    number = number_at(line, at - 1)
    if number is None or number.case not in _AGREEING or at >= len(line.tokens):
        return number is None or number.case not in _AGREEING
    token = line.tokens[at]
    return token.kind is Kind.WORD and not token.capital and token.low.endswith(_AGREEING[number.case])


_AGREEING = {"acc": ("ą", "ę", "į", "a", "e", "i"), "gen": ("os", "ės", "es")}
"""Endings of a feminine noun in the same case, without diacritics too."""


def _says_nothing(line: Line, draft: Draft) -> bool:
    """A lone number, a lone ordinal, a year alone."""
    if draft.bare and not draft.sure and not draft.dates and not draft.part:
        if draft.pieces[0].rule == "ordinal_hour":
            return draft.relation not in _LEADS_TO_HOUR or _ranks_a_noun(line, draft.last)
        return draft.relation is None
    timed = draft.clocks or draft.part or draft.later is not None
    return not timed and all(map(_is_bare_year, draft.dates))


def _is_bare_year(date: DateWords) -> bool:
    return isinstance(date, YearEdge) and date.edge is None


def _related(date: DateWords, relation: Relation | None) -> DateWords:
    """Before a feast is the day before it; after a date is the day after."""
    if isinstance(date, Feast) and not date.shift:
        shift = {Relation.BY: -1, Relation.BEFORE: -1, Relation.AFTER: 1}.get(relation or Relation.ABOUT, 0)
        return replace(date, shift=shift)
    if isinstance(date, Week) and date.weekday == 5:
        return Shifted(date, {Relation.BEFORE: -1, Relation.AFTER: 2}.get(relation or Relation.ABOUT, 0))
    if relation is Relation.AFTER and isinstance(date, Weekday | DayOfMonth | MonthDay):
        return Shifted(date, 1)
    return date


_LONGEST_CONTACT = 6
"""So many hours a contact may last; a greater number is the hour of the day."""


def _maybe_duration(line: Line, draft: Draft) -> bool:
    """Whether its clock "2 val." may be a length: no other word makes it a time."""
    clock = next((piece for piece in draft.pieces if piece.rule == "clock"), None)
    if clock is None or len(draft.clocks) != 1 or draft.until_clock:
        return False
    length = length_at(line, clock.first)
    if length is None or length.clock_hour is None or length.last < clock.last:
        return False
    if length.clock_hour > _LONGEST_CONTACT:
        return False
    before = words_before(line, clock.first)
    return not before.at and before.relation in {None, Relation.ABOUT}


def _named(line: Line, draft: Draft) -> list[Atom]:
    """The words of the expression that could be names too: days, months, parts of the day."""
    return [
        atom
        for piece in draft.pieces
        for at in range(piece.first, piece.last)
        for atom in line.atoms[at]
        if atom.category in _NAMEABLE and atom.last <= piece.last
    ]


_NAMEABLE = frozenset({"weekday", "month", "daypart", "week"})


def _has_capital(line: Line, draft: Draft) -> bool:
    """Whether one of them has a capital letter that its language would not write."""
    return any(
        line.tokens[at].capital and not starts_sentence(line.tokens, at)
        for atom in _named(line, draft)
        if atom.sense and "paradigm" in table(atom.sense.language, "numbers")
        for at in range(atom.last - len(atom.sense.words), atom.last)
    )
