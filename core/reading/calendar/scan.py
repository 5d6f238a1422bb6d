"""The phrases of dates and times in a message, one after another, where the words around let them stand."""

from core.reading.calendar.dates import DayOfMonth
from core.reading.calendar.expressions import Clock
from core.reading.calendar.grammar import Phrase, phrases_at
from core.reading.calendar.numerals import atoms_at
from core.reading.calendar.pieces import Piece, piece_of
from core.reading.numbers import Number, number_at
from core.reading.tokens import Kind
from core.reading.words import LANGUAGES, Atom, Line, table


def pieces_of(line: Line) -> list[Piece]:
    """All pieces in order, without overlaps; `rule` "nothing" marks words that must not be read as times."""
    found, at = [], 0
    while at < len(line.tokens):
        if not line.atoms[at] and line.tokens[at].kind is not Kind.NUMBER:
            at += 1
            continue
        piece = _piece_at(line, at)
        if piece:
            found.append(piece)
            at = piece.last
        else:
            number = number_at(line, at)
            at = number.last if number else at + 1
    return found


def _piece_at(line: Line, at: int) -> Piece | None:
    if not _is_glued_to_word(line, at):
        for phrase in phrases_at(line, at):
            if _stands(line, phrase):
                piece = piece_of(line, phrase)
                if piece:
                    return _with_other_reading(line, piece)
        if number_at(line, at) or line.tokens[at].kind is Kind.NUMBER:
            return _day_alone(line, at) or _dotted_alone(line, at) or _hour_alone(line, at)
    return None


def _is_glued_to_word(line: Line, at: int) -> bool:
    """Whether digits follow a letter or a currency sign at once: "A4", "€12"."""
    if line.tokens[at].kind is not Kind.NUMBER or not line.touches(at):
        return False
    return line.tokens[at - 1].kind in {Kind.WORD, Kind.CURRENCY} or line.raw(at - 1) in {"#", "№", "+"}


_COUNTED = frozenset({"currency", "scaled_currency", "scale", "percent", "unit"})


def _is_counted(line: Line, at: int) -> bool:
    """Whether what stands here makes a number before it an amount, a quantity or a length."""
    if at >= len(line.tokens):
        return False
    if line.raw(at) == "/":
        return True
    return any(atom.category in _COUNTED or atom.category == "time_unit" for atom in line.atoms[at])


def _stands(line: Line, phrase: Phrase) -> bool:
    check = _CHECKS.get(phrase.rule)
    return check is None or check(line, phrase)


def _numeric_stands(line: Line, phrase: Phrase) -> bool:
    if line.raw(phrase.first - 1) in {"$", "€", "£"}:
        return False
    return phrase.value("day_word") is not None or not _is_counted(line, phrase.last)


def _month_stands(line: Line, phrase: Phrase) -> bool:
    """A month alone: in a case that says when, or after a word that does."""
    sense = next(atom.sense for atom in phrase.atoms if atom.category == "month")
    if sense is None or len(phrase.atoms) > 1:
        return sense is not None and "?" not in sense.marks or len(phrase.atoms) > 1
    if "?" in sense.marks:
        return len(sense.words[0]) >= 3 and "." not in sense.marks and _is_supported(line, phrase)
    if sense.case == "gen":
        return _has_before(line, phrase.first, "relation")
    return sense.case != "ins"


def _is_supported(line: Line, phrase: Phrase) -> bool:
    return _has_before(line, phrase.first, "support") and not _name_follows(line, phrase.last)


def _name_follows(line: Line, at: int) -> bool:
    if at >= len(line.tokens) or line.tokens[at].kind is not Kind.WORD:
        return False
    return line.tokens[at].capital and not line.atoms[at]


def _has_before(line: Line, at: int, category: str) -> bool:
    """Whether a word or phrase of the category ends right before this token ("the" passed over)."""
    if at and line.atom(at - 1, "the"):
        at -= 1
    return any(
        atom.category == category and atom.last == at
        for back in range(max(0, at - 3), at)
        for atom in line.atoms[back]
    )


def _month_day_stands(line: Line, phrase: Phrase) -> bool:
    """ "Kovo 3", "3 March": not "kovą 3 klientai", "March 20 customers", "sausio 5 tūkst."."""
    day = phrase.value("day_word") or phrase.value("ordinal_day") or phrase.value("year4") or phrase.value("year")
    if day:
        return True
    month = next(atom for atom in phrase.atoms if atom.category == "month")
    if phrase.atoms[-1] is not month and month.sense and month.sense.case not in {"gen", "nom", ""}:
        return False
    if phrase.atoms[-1] is month:
        return month.sense is None or month.sense.case in {"gen", ""}
    return not _is_counted(line, phrase.last) and not counts_noun(line, phrase.last)


def _iso_week_stands(line: Line, phrase: Phrase) -> bool:
    """ "48 savaitę", "week 48": not "2 week trial", "trečią savaitę"."""
    if phrase.atoms[0].category in {"week", "w_letter", "year4"}:
        return True
    number, said = phrase.atoms[0], number_at(line, phrase.first)
    week = next(atom.sense for atom in phrase.atoms if atom.category == "week")
    if said is None or week is None:
        return False
    if not said.digits:
        return said.ordinal and number.value > 5
    if said.ordinal and not week.case:
        return number.value > 5
    return said.ordinal or week.case in {"acc", "gen"} or (bool(week.marks) and number.value > 6)


def _offset_stands(line: Line, phrase: Phrase) -> bool:
    """Not "prieš metų galą" nor "už 3 mėnesius"; what is ahead takes a genitive, what is behind an accusative."""
    if line.atom(phrase.last, "edge") or line.atom(phrase.last, "rough_edge"):
        return False
    unit = next((a.sense for a in phrase.atoms if a.category in {"time_unit", "workday"}), None)
    if unit is None:
        return True
    alone = not (phrase.value("num") or phrase.value("a"))
    if phrase.value("in"):
        return unit.case == "gen" or (not unit.case and not (alone and not unit.marks))
    return not (phrase.value("before_now") and alone and unit.case != "acc")


def _day_stands(line: Line, phrase: Phrase) -> bool:
    """ "15 d.": not "per 15 d." or "15 d. d."; ordinals with the word day always."""
    return not any(
        atom.category in {"in", "within", "before_now"} and atom.last == phrase.first
        for back in range(max(0, phrase.first - 2), phrase.first)
        for atom in line.atoms[back]
    )


def _clock_stands(line: Line, phrase: Phrase) -> bool:
    if phrase.value("hm_dot") and not (phrase.value("oclock") or phrase.value("meridiem")):
        return False
    said = number_at(line, phrase.first)
    return not (said and said.fraction) and not (phrase.value("hm") and _is_counted_money(line, phrase.last))


def _is_counted_money(line: Line, at: int) -> bool:
    return at < len(line.tokens) and any(a.category in {"currency", "percent"} for a in line.atoms[at])


def _half_stands(line: Line, phrase: Phrase) -> bool:
    return not _is_counted(line, phrase.last)


def _weekday_stands(line: Line, phrase: Phrase) -> bool:
    sense = next(atom.sense for atom in phrase.atoms if atom.category == "weekday")
    if sense is None or "?" not in sense.marks or len(phrase.atoms) > 1:
        return True
    after = phrases_at(line, phrase.last)
    return _has_before(line, phrase.first, "support") or any(p.rule in {"clock", "month_day"} for p in after)


def _week_on_stands(line: Line, phrase: Phrase) -> bool:
    """ "Tuesday week", not "Tuesday the week after"."""
    return len(phrase.atoms) > 2 or phrase.last - phrase.first == len(phrase.atoms)


_CHECKS = {
    "numeric": _numeric_stands,
    "month": _month_stands,
    "month_day": _month_day_stands,
    "iso_week": _iso_week_stands,
    "offset": _offset_stands,
    "ago": _offset_stands,
    "day_of_month": _day_stands,
    "clock": _clock_stands,
    "half_to": _half_stands,
    "half_past": _half_stands,
    "weekday": _weekday_stands,
    "weekday_week": _week_on_stands,
}


def _with_other_reading(line: Line, piece: Piece) -> Piece:
    """A date in two digits and two digits ("10.30") may be a time where it stands beside a date."""
    if piece.rule == "numeric":
        dotted = [atom.value for atom in atoms_at(line, piece.first) if atom.category == "hm_dot"]
        piece.clock = dotted[0] if dotted else None
    return piece


def _day_alone(line: Line, at: int) -> Piece | None:
    """ "The 15th", "by the 3rd", "iki 15-os": an ordinal with a word before and no noun after."""
    number = number_at(line, at)
    if number is None or not number.ordinal or number.whole is None or not 1 <= number.whole <= 31:
        return None
    the = at > 0 and line.atom(at - 1, "the") is not None
    before = the or _has_before(line, at, "relation") or _beside_other_ordinal(line, at, number.last)
    if not before or (not number.digits and not (the and number.whole > 3 and _has_before(line, at, "relation"))):
        return None
    if not _ends_phrase(line, number.last):
        return None
    return Piece(at, number.last, "day_of_month", dates=(DayOfMonth(number.whole),))


def _beside_other_ordinal(line: Line, first: int, last: int) -> bool:
    """Whether it is one of "15th or 16th"."""
    either = next((atom.last for atom in _atoms(line, last) if atom.category in {"either", "span_to"}), 0)
    following = number_at(line, either) if either else None
    return (following is not None and following.ordinal) or _has_before(line, first, "either")


def _ends_phrase(line: Line, at: int) -> bool:
    """Whether no noun follows: the end, a sign, a number, a name, or a small word."""
    if at >= len(line.tokens) or line.tokens[at].kind is not Kind.WORD or line.tokens[at].capital:
        return True
    if _settings("after_day", line.tokens[at].bare):
        return True
    return any(atom.category in {"either", "glue", "at", "daypart", "relation", "span_to"} for atom in line.atoms[at])


def _settings(name: str, bare: str) -> bool:
    return any(bare in table(language, "dates")["settings"].get(name, ()) for language in LANGUAGES)


def _dotted_alone(line: Line, at: int) -> Piece | None:
    """ "15.30" without "val.": a time only beside a date or after a word that says so; the caller decides."""
    clocks = [atom.value for atom in atoms_at(line, at) if atom.category == "hm_dot"]
    if not clocks or _is_counted(line, at + 1):
        return None
    return Piece(at, at + 1, "dotted", clock=clocks[0])


def _hour_alone(line: Line, at: int) -> Piece | None:
    """A number alone that can be an hour; it counts only beside a date or after "at"."""
    number = number_at(line, at)
    if number is None or number.whole is None or number.scaled or number.pair or number.fraction:
        return None
    if not 0 <= number.whole <= 24 or _is_counted(line, number.last) or not _is_short(line, number):
        return None
    if number.ordinal:
        good = number.case in {"acc", "gen"} and not number.digits and number.whole > 0
        return Piece(at, number.last, "ordinal_hour", clock=Clock(number.whole)) if good else None
    if number.whole == 0 or counts_noun(line, number.last) or _opens_amounts(line, number.last):
        return None
    return Piece(at, number.last, "hour", clock=Clock(number.whole))


def _opens_amounts(line: Line, at: int) -> bool:
    """Whether the number is the first of "5 and 7k", "10–15 min"; "10–12 val." and "5 ar 6 d." are times."""
    joint = next((atom.last for atom in _atoms(line, at) if atom.category in {"span_to", "either"}), 0)
    second = number_at(line, joint or (at + 1 if line.raw(at) in {"-", "–", "—"} else len(line.tokens)))
    if second is None:
        return False
    if second.scaled or second.value is None or second.value > 59:
        return True
    units = [atom for atom in _atoms(line, second.last) if atom.category in _COUNTED | {"time_unit"}]
    return bool(units) and not any(atom.value in {"hour", "day"} for atom in units)


def _atoms(line: Line, at: int) -> list[Atom]:
    return line.atoms[at] if at < len(line.tokens) else []


def _is_short(line: Line, number: Number) -> bool:
    """Whether digits are written as an hour: one or two, no decimals; "05" is none."""
    raw = line.raw(number.first)
    return not number.digits or (raw.isdecimal() and len(raw) <= 2)


def counts_noun(line: Line, at: int) -> bool:
    """Whether a noun in the plural follows, which the number before it counts: "3 klientai", "20 customers"."""
    if at >= len(line.tokens) or line.tokens[at].kind is not Kind.WORD:
        return False
    token = line.tokens[at]
    if token.capital or line.atoms[at] or len(token.bare) < 4 or _settings("not_counted", token.low):
        return False
    return token.bare.endswith(_count_endings())


def _count_endings() -> tuple[str, ...]:
    return tuple(
        ending for language in LANGUAGES for ending in table(language, "dates")["settings"]["count_endings"]
    )
