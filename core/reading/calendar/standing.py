"""Whether the words around let a phrase stand as a date or time."""

from core.reading.calendar.dates import Exact
from core.reading.calendar.grammar import Phrase, phrases_at
from core.reading.calendar.listed import count_endings, is_listed
from core.reading.calendar.numerals import categories_at
from core.reading.numbers import number_at
from core.reading.tokens import Kind
from core.reading.words import Atom, Line

COUNTED = frozenset({"currency", "scaled_currency", "scale", "percent", "unit", "per_each"})


def is_counted(line: Line, at: int) -> bool:
    """Whether what stands here makes a number before it an amount, a quantity or a length."""
    if at >= len(line.tokens):
        return False
    if line.raw(at) == "/":
        return True
    return any(atom.category in COUNTED or atom.category == "time_unit" for atom in line.atoms[at])


def stands(line: Line, phrase: Phrase) -> bool:
    check = _CHECKS.get(phrase.rule)
    return check is None or check(line, phrase)


def _numeric_stands(line: Line, phrase: Phrase) -> bool:
    if line.raw(phrase.first - 1) in {"$", "€", "£"} or _names_thing(line, phrase.first):
        return False
    if "/" in line.raw(phrase.first) and line.atom(phrase.last, "of"):
        return False
    full = isinstance(phrase.value("numeric_date"), Exact)
    if not full and (_is_unit_price(line, phrase) or has_before(line, phrase.first, "priced")):
        return False
    return full or phrase.value("day_word") is not None or not is_counted(line, phrase.last)


def _is_unit_price(line: Line, phrase: Phrase) -> bool:
    """Whether it is what one of them costs: "12.05 per metre"; a day in "12-05 per Teams"."""
    at = phrase.last
    if line.raw(at) == "each":
        return True
    if line.raw(at) != "per" or "." not in line.raw(phrase.first) or at + 1 >= len(line.tokens):
        return False
    following = line.tokens[at + 1]
    over = following.capital or is_listed("over", following.bare)
    return not over and not any(atom.category == "daypart" for atom in line.atoms[at])


def _names_thing(line: Line, at: int) -> bool:
    """Whether the number before belongs to a model or version: "version 10.15", "DN 12.05"."""
    if not at:
        return False
    before = line.tokens[at - 1]
    capitals = before.kind is Kind.WORD and before.raw.isupper() and len(before.raw) <= 2
    return (capitals and not line.atoms[at - 1]) or has_before(line, at, "reference")


def _month_stands(line: Line, phrase: Phrase) -> bool:
    """A month alone: in a case that says when, or after a word that does."""
    sense = next(atom.sense for atom in phrase.atoms if atom.category == "month")
    if sense is None or len(phrase.atoms) > 1:
        return (sense is not None and "?" not in sense.marks) or len(phrase.atoms) > 1
    if "?" in sense.marks:
        return len(sense.words[0]) >= 3 and "." not in sense.marks and _is_supported(line, phrase)
    if not sense.case and name_follows(line, phrase.last) and not _is_supported(line, phrase):
        return False
    if sense.case == "gen":
        return has_before(line, phrase.first, "relation")
    return sense.case != "ins"


def _is_supported(line: Line, phrase: Phrase) -> bool:
    the = phrase.first > 0 and line.atom(phrase.first - 1, "the") is not None
    return not the and has_before(line, phrase.first, "support") and not name_follows(line, phrase.last)


def name_follows(line: Line, at: int) -> bool:
    if at >= len(line.tokens) or line.tokens[at].kind is not Kind.WORD:
        return False
    return line.tokens[at].capital and not line.atoms[at]


def has_before(line: Line, at: int, category: str) -> bool:
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
    day = (
        phrase.value("day_word")
        or phrase.value("ordinal_day")
        or phrase.value("year4")
        or phrase.value("year")
    )
    if day:
        return True
    month = next(atom for atom in phrase.atoms if atom.category == "month")
    if phrase.atoms[-1] is not month and month.sense and month.sense.case not in {"gen", "nom", ""}:
        return False
    if phrase.atoms[-1] is month:
        return month.sense is None or month.sense.case in {"gen", ""}
    return not is_counted(line, phrase.last) and not counts_noun(line, phrase.last)


def _iso_week_stands(line: Line, phrase: Phrase) -> bool:
    """ "48 savaitę", "week 48": not "2 week trial", "trečią savaitę"."""
    edges = [atom for atom in phrase.atoms[:1] if atom.category == "edge"]
    opening = phrase.atoms[len(edges)]
    if opening.category in {"week", "w_letter", "year4"}:
        return True
    number, said = int(opening.value), number_at(line, edges[0].last if edges else phrase.first)
    week = next(atom.sense for atom in phrase.atoms if atom.category == "week")
    if said is None or week is None:
        return False
    if week.case == "gen" and any(a.sense and a.sense.case == "acc" for a in line.atoms[phrase.last - 1]):
        return False
    if week.case == "gen" and not said.ordinal and not _day_follows(line, phrase):
        return False
    if not said.digits or (said.ordinal and not week.case):
        return said.ordinal and number > 5
    if number == 1 and not said.ordinal:
        return False
    return said.ordinal or week.case in {"acc", "gen"} or (bool(week.marks) and number > 6)


def _day_follows(line: Line, phrase: Phrase) -> bool:
    """Whether a day of the week is said: "48 savaitės gale"; "2 savaitės" alone is a length."""
    return phrase.value("edge") is not None or "weekday" in categories_at(line, phrase.last)


def is_dated_before(line: Line, at: int) -> bool:
    """Whether a day stands earlier in the message."""
    return any(line.atom(i, day) is not None for i in range(at) for day in ("weekday", "relday", "month"))


def _offset_stands(line: Line, phrase: Phrase) -> bool:
    """Not "prieš metų galą" nor "už 3 mėnesius"; what is ahead takes a genitive, what is behind an
    accusative.
    """
    if line.atom(phrase.last, "edge") or line.atom(phrase.last, "rough_edge"):
        return False
    if line.raw(phrase.last - 1) == "later" and is_dated_before(line, phrase.first):
        return False  # "on Thursday, and call him a day later"
    unit = next((a.sense for a in phrase.atoms if a.category in {"time_unit", "workday"}), None)
    if unit is None:
        return True
    alone = not (phrase.value("num") or phrase.value("a"))
    if phrase.value("in"):
        return unit.case == "gen" or (not unit.case and not (alone and not unit.marks))
    return not (phrase.value("before_now") and alone and unit.case != "acc" and not unit.marks)


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
    if said and not said.digits and not said.ordinal and _counts_hours(phrase):
        return False
    if phrase.value("minute_digits") is not None and _goes_on(line, phrase.last):
        return False
    return not (said and said.fraction) and not (phrase.value("hm") and _is_counted_money(line, phrase.last))


def _counts_hours(phrase: Phrase) -> bool:
    """Whether the hours are counted: "dvi valandos", not "2 val." or "antra valanda"."""
    return any(a.category == "oclock" and a.sense is not None and a.sense.case == "gen" for a in phrase.atoms)


def _goes_on(line: Line, at: int) -> bool:
    """Whether the number before this token belongs to what follows: "13 val. 45 klientai"."""
    return is_counted(line, at) or counts_noun(line, at) or line.raw(at) in {"-", "–"}


def _spaced_clock_stands(line: Line, phrase: Phrase) -> bool:
    """ "8 30", with a blank between."""
    return phrase.last - phrase.first == 2 and _clock_stands(line, phrase)


def _is_counted_money(line: Line, at: int) -> bool:
    return at < len(line.tokens) and any(a.category in {"currency", "percent"} for a in line.atoms[at])


def _half_stands(line: Line, phrase: Phrase) -> bool:
    return not is_counted(line, phrase.last)


def _weekday_stands(line: Line, phrase: Phrase) -> bool:
    sense = next(atom.sense for atom in phrase.atoms if atom.category == "weekday")
    if phrase.atoms[-1].category == "which":
        return _follows_weekday(line, phrase)
    if sense is None or len(phrase.atoms) > 1:
        return True
    if line.atom(phrase.first, "street") and phrase.first and line.tokens[phrase.first - 1].capital:
        return not is_listed("street_endings", line.tokens[phrase.first - 1].bare[-2:])
    if "?" not in sense.marks:
        return True
    after = phrases_at(line, phrase.last)
    the = phrase.first > 0 and line.atom(phrase.first - 1, "the") is not None
    supported = len(sense.words[0]) > 2 and not the and has_before(line, phrase.first, "support")
    return supported or any(p.rule in {"clock", "month_day"} for p in after)


def _follows_weekday(line: Line, phrase: Phrase) -> bool:
    """ "Friday last", "Tuesday next" at the end of what is said: not "on Friday next steps"."""
    return phrase.atoms[-1].value in {"last", "next", "coming"} and _ends_said(line, phrase)


def _ends_said(line: Line, phrase: Phrase) -> bool:
    """Whether no noun follows: "not this Friday but next", no "but next time"."""
    if phrase.last >= len(line.tokens) or line.tokens[phrase.last].kind is Kind.PUNCTUATION:
        return True
    return is_listed("after_day", line.tokens[phrase.last].bare)


def _holiday_stands(line: Line, phrase: Phrase) -> bool:
    """ "Po Naujų", which is an ordinary word without its capital."""
    sense = next(atom.sense for atom in phrase.atoms if atom.category == "holiday")
    if sense is None or "?" not in sense.marks:
        return True
    return line.tokens[phrase.first].capital and has_before(line, phrase.first, "relation")


def _month_edge_stands(line: Line, phrase: Phrase) -> bool:
    """Not "the month-end quote", where it only tells which."""
    if line.raw(phrase.last - 2) != "-" or phrase.last >= len(line.tokens):
        return True
    following = line.tokens[phrase.last]
    return following.kind is not Kind.WORD or bool(line.atoms[phrase.last])


def _week_on_stands(line: Line, phrase: Phrase) -> bool:
    """ "Tuesday week", not "Tuesday the week after"."""
    words = sum(len(atom.sense.words) for atom in phrase.atoms if atom.sense)
    return len(phrase.atoms) > 2 or phrase.last - phrase.first == words


def _part_stands(line: Line, phrase: Phrase) -> bool:
    """ "Fri pm": half a day only right after its day."""
    sense = next((atom.sense for atom in phrase.atoms if atom.category == "daypart"), None)
    if sense is None or "?" not in sense.marks:
        return True
    days = ("weekday", "relday")
    return phrase.first > 0 and any(line.atom(phrase.first - 1, day) is not None for day in days)


_CHECKS = {
    "part": _part_stands,
    "numeric": _numeric_stands,
    "month": _month_stands,
    "month_day": _month_day_stands,
    "iso_week": _iso_week_stands,
    "offset": _offset_stands,
    "ago": _offset_stands,
    "day_of_month": _day_stands,
    "clock": _clock_stands,
    "spaced_clock": _spaced_clock_stands,
    "half_to": _half_stands,
    "half_past": _half_stands,
    "quarter_of": _half_stands,
    "holiday": _holiday_stands,
    "rel_month_edge": _month_edge_stands,
    "weekday": _weekday_stands,
    "weekday_week": _week_on_stands,
    "weekday_instead": _ends_said,
}


def counts_noun(line: Line, at: int) -> bool:
    """Whether a noun in the plural follows, which the number before it counts: "3 klientai", "20
    customers".
    """
    if at >= len(line.tokens) or line.tokens[at].kind is not Kind.WORD:
        return False
    token = line.tokens[at]
    if token.capital or line.atoms[at] or len(token.bare) < 4 or is_listed("not_counted", token.low):
        return False
    return token.bare.endswith(count_endings())


def atoms(line: Line, at: int) -> list[Atom]:
    return line.atoms[at] if at < len(line.tokens) else []
