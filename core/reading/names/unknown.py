"""Names that the directory does not have, told by capitals and by the words around them."""

from collections.abc import Sequence

from core.reading.names.declension import case_after, cases_by_ending
from core.reading.names.legal import legal_form_at, trades
from core.reading.names.mention import Mention
from core.reading.names.nominative import is_surname, may_stand_in
from core.reading.names.surroundings import Surroundings
from core.reading.names.variants import first_names
from core.reading.tokens import Kind

_LONGEST = 4


def unknown_at(around: Surroundings, at: int, found: Sequence[Mention]) -> Mention | None:
    """The unknown name that starts at a token, if there is one."""
    if not _may_start(around, at):
        return None
    last = _end(around, at)
    kind, word = _asked_before(around, at, last)
    legal = around.legal_around(at, last)
    if not legal and around.is_place(at) and kind != "person" and not _is_full_name(around, at, last):
        return None
    return Mention(
        at,
        last,
        tuple(t.raw for t in around.tokens[at:last] if t.kind is not Kind.PUNCTUATION or t.raw == "&"),
        before=kind,
        before_word=word,
        legal=bool(legal),
        quoted=around.quoted(at, last),
        before_role=around.is_role(last) or around.is_role(last + 1),
    )


def _is_full_name(around: Surroundings, at: int, last: int) -> bool:
    """Whether a first name that is also a place has a surname behind it: "Neringa Šiušaitė"."""
    return last - at > 1 and bool(first_names(around.tokens[at].bare))


def _asked_before(around: Surroundings, at: int, last: int) -> tuple[str, str]:
    """What the word in front goes with: "new lead" a company, "from Bruno, he wants" a person."""
    kind, word = around.before(at)
    if not kind and _is_new_lead(around, at):
        return "company", word
    if kind == "company" and around.language == "en" and last < len(around.tokens) - 1 and last == at + 1:
        follows = around.tokens[last + 1 if around.tokens[last].raw in {",", "."} else last]
        if follows.bare in _ONE_PERSON:
            return "any", word
    return kind, word


_ONE_PERSON = frozenset({"he", "she", "hes", "shes", "he's", "she's", "he'll", "she'll"})


def _is_new_lead(around: Surroundings, at: int) -> bool:
    """Whether the word follows "new lead", a dash or colon between or not, or stands before it: "new enquiry
    off the website: Drayside", "Ambler Freight, new lead".
    """
    if not around.announced:
        return False
    marked = at > 1 and around.tokens[at - 1].raw in {":", "-", "–", "—"}
    if _ends_sign(around, at - 1 if marked else at, "lead") or _leads_on(around, at):
        return True
    if not marked or around.tokens[at - 1].raw != ":":
        return False
    start = at - 1
    while start > max(0, at - _LONGEST_SOURCE) and around.tokens[start - 1].raw not in _PART_ENDS:
        start -= 1
    return any(_starts_lead(around, index) for index in range(start, at))


_LONGEST_SOURCE = 7
"""So many words may tell where a lead comes from: "new enquiry off the website this morning:"."""
_PART_ENDS = frozenset({".", "!", "?", ";", ","})


def _leads_on(around: Surroundings, at: int) -> bool:
    """Whether words in capitals and a comma stand before "new lead", the first of them no first name."""
    last = at
    while last < len(around.tokens) and last - at < _LONGEST and around.tokens[last].capital:
        last += 1
    comma = last > at and last + 1 < len(around.tokens) and around.tokens[last].raw == ","
    return comma and _starts_lead(around, last + 1) and not first_names(around.tokens[at].bare)


def _starts_lead(around: Surroundings, index: int) -> bool:
    return any((sign.category, sign.value) == ("stage", "lead") for sign in around.signs.get(index, ()))


def _may_start(around: Surroundings, at: int) -> bool:
    token = around.tokens[at]
    if token.kind is not Kind.WORD or len(token.raw) < 2 or around.is_title(at) or _numbers(around, at):
        return False
    if around.starts(at) and any(s.value == "command" for s in around.signs.get(at, ())):
        return False
    if token.capital and around.quoted(at, _end(around, at)):
        channel = any(s.category in {"event", "channel"} for s in around.signs.get(at, ()))
        said = around.language == "lt" and any(s.category == "verb" for s in around.signs.get(at, ()))
        return not channel and not said and not around.names_event(at - 2)
    if around.all_lower or not token.capital:
        return _lower_name(around, at)
    if around.legal_around(at, _end(around, at)) or _is_before_trade(around, at):
        return True
    if _is_abbreviation(token.raw) or at in around.whens or around.all_upper:
        return False
    if around.before(at)[0] == "person" and not around.is_ordinary(at):
        return True
    if around.told_by_capital(at) and around.before(at)[0] == "any" and first_names(token.bare):
        return True
    if around.starts(at) and _is_new_lead(around, at) and not around.signs.get(at):
        return True
    if around.starts(at) and not around.opens_sentence(at):
        return not around.is_ordinary(at) and not around.signs.get(at)
    if around.starts(at):
        return not around.is_ordinary(at) and (
            bool(first_names(token.bare)) or _stands_as_subject(around, at)
        )
    return at not in around.meaning or bool(around.before(at)[0] and at not in around.meaning)


def _is_before_trade(around: Surroundings, at: int) -> bool:
    """Whether what a company does follows in capitals: "Greenfield Farms"."""
    if at + 1 >= len(around.tokens) or around.all_upper or around.signs.get(at):
        return False
    following = around.tokens[at + 1]
    return following.capital and following.start == around.tokens[at].end + 1 and following.bare in trades()


def _stands_as_subject(around: Surroundings, at: int) -> bool:
    last = _end(around, at)
    if not around.verb_follows(last) or len(around.tokens[at].raw) <= 3:
        return False
    if last > at + 1 or around.language != "lt" or not around.opens_sentence(at):
        return True
    return is_surname(around.tokens[at].bare) or around.acts_next(last)


def _lower_name(around: Surroundings, at: int) -> bool:
    """Whether a name is written without a capital: a first name where a person must be."""
    if around.is_ordinary(at) or not around.all_lower:
        return False
    if len(around.tokens[at].raw) > 3 and _is_asked_for(around, at):
        return around.language == "en" or _is_of_no_meaning(around, at)
    names = first_names(around.tokens[at].bare)
    kind = around.before(at)[0]
    if _is_employer(around, at):
        return True
    if names and around.starts_part(at) and _end(around, at) > at + 1:
        return True
    if names and (at == 0 or around.starts_part(at)) and _is_first_name_said(around, at):
        return True
    return bool(names) and kind in {"person", "any"}


def _is_of_no_meaning(around: Surroundings, at: int) -> bool:
    """Whether nothing is known of a word, and so it may be the name that the words before it ask for."""
    return at not in around.meaning and at not in around.whens and not around.signs.get(at)


def _is_first_name_said(around: Surroundings, at: int) -> bool:
    """Whether a first name in the nominative is the subject of the verb right after it: "zenonas prašė"."""
    named = any("nom" in cases for _, cases in first_names(around.tokens[at].bare))
    return named and around.language == "lt" and around.verb_next(at + 1) and _is_of_no_meaning(around, at)


def _is_employer(around: Surroundings, at: int) -> bool:
    """Whether a word without a capital is where the one before works: "direktorius is tauralitos"."""
    return (
        around.before(at)[0] == "company"
        and case_after(around.before(at)[1]) == "gen"
        and around.is_role(at - 2)
        and not around.is_place(at)
        and "gen" in cases_by_ending(around.tokens[at].low)
    )


def _goes_on_in_lower(around: Surroundings, at: int, last: int) -> bool:
    """Whether a name without capitals has a second word: one of no meaning, before a mark or the end."""
    if (
        last - at > 1
        or around.language != "en"
        or around.is_ordinary(last)
        or len(around.tokens[last].raw) < 4
    ):
        return False
    following = around.tokens[last + 1] if last + 1 < len(around.tokens) else None
    if following is not None and following.kind is Kind.WORD and following.bare not in _AFTER_NAME:
        return False
    return _is_asked_for(around, at) or bool(first_names(around.tokens[at].bare))


_AFTER_NAME = frozenset({"there", "from", "at", "of"})
_LINKS = frozenset({"with", "to", "from", "by", "for", "against", "us", "and"})


def _is_asked_for(around: Surroundings, at: int) -> bool:
    """Whether the words in front ask for a name: "went with", "comparing us with", "new lead"."""
    last = at
    while last and at - last < 2 and around.tokens[last - 1].bare in _LINKS and not _ends_sign(around, last):
        last -= 1
    return _ends_sign(around, last)


def _ends_sign(around: Surroundings, last: int, *values: str) -> bool:
    """Whether a rival or a new lead is spoken of up to there; only a sign of one of `values` if given."""
    return any(not values or sign.value in values for sign in around.announced.get(last, ()))


def _is_first_of_two(around: Surroundings, at: int) -> bool:
    """Whether a genitive after a legal form, after "iš", "pas" or a choice goes on with a word without a
    capital: "UAB Vilniaus langai", "iš Stiklo pasaulio", "pasirinko Padangų centrą".
    """
    if at + 1 >= len(around.tokens):
        return False
    following = around.tokens[at + 1]
    if following.kind is not Kind.WORD:
        return False
    if _is_whole_after_legal(around, at) or _is_whole_lead(around, at):
        return True
    if following.capital:
        return False
    told = around.before(at)[0] == "company"
    case = case_after(around.before(at)[1]) if told else "acc" if _ends_sign(around, at, "chosen") else ""
    asked = bool(case) and not around.is_place(at) and may_stand_in(following.low, frozenset({case}))
    if not asked and not around.legal_around(at, at + 1):
        return False
    return (
        "gen" in cases_by_ending(around.tokens[at].low)
        and at + 1 not in around.meaning
        and at + 1 not in around.whens
        and not around.is_function_word(at + 1)
        and len(following.raw) > 3
    )


def _is_whole_after_legal(around: Surroundings, at: int) -> bool:
    """Whether two words stand between a legal form and a mark or the end: "UAB Trys beržai, …"."""
    following, last = around.tokens[at + 1], at + 2
    ends = last >= len(around.tokens) or around.tokens[last].kind is Kind.PUNCTUATION
    before = at and legal_form_at(around.tokens, at - 1) == at
    return bool(before) and ends and following.kind is Kind.WORD and not around.signs.get(at + 1)


def _is_whole_lead(around: Surroundings, at: int) -> bool:
    """Whether a genitive and a word without a capital are the name of a new lead: "Vilkmergės pienas"."""
    following = around.tokens[at + 1]
    return (
        not following.capital
        and bool(around.announced)
        and _is_new_lead(around, at)
        and "gen" in cases_by_ending(around.tokens[at].low)
        and not around.signs.get(at + 1)
        and "nom" in cases_by_ending(following.low)
    )


def _numbers(around: Surroundings, at: int) -> bool:
    """Whether a short word with a dot stands before a number: "Nr. 124"."""
    if len(around.tokens[at].raw) > 3 or at + 2 >= len(around.tokens):
        return False
    return around.tokens[at + 1].raw == "." and around.tokens[at + 2].kind is Kind.NUMBER


def _is_abbreviation(raw: str) -> bool:
    return raw.isupper() and len(raw) <= 4


def _end(around: Surroundings, at: int) -> int:
    """Index after the last word of the name: the closing quote, or what goes on in capitals."""
    if at not in around.ends:
        around.ends[at] = _find_end(around, at)
    return around.ends[at]


def _find_end(around: Surroundings, at: int) -> int:
    tokens, last = around.tokens, at + 1
    closing = around.closing_quote(at)
    if closing:
        return closing
    if _is_first_of_two(around, at):
        return at + 2
    while last < len(tokens) and last - at < _LONGEST:
        token = tokens[last]
        if token.raw == "&" and last + 1 < len(tokens) and tokens[last + 1].capital:
            last += 2
            continue
        if token.kind is not Kind.WORD or token.start != tokens[last - 1].end + 1:
            break
        if around.all_lower and _goes_on_in_lower(around, at, last):
            last += 1
            continue
        if not token.capital or legal_form_at(tokens, last) or last in around.whens or around.all_lower:
            break
        if last in around.meaning and not around.legal_around(at, last + 1) and token.bare not in trades():
            break
        if around.legal_around(at, at + 1) and first_names(token.bare) and not first_names(tokens[at].bare):
            break
        last += 1
    return last
