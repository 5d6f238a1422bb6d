"""Where a name that the directory does not have ends."""

from core.reading.names.announced import LONGEST_NAME, ends_sign, is_asked_for, is_new_lead
from core.reading.names.declension import case_after, cases_by_ending
from core.reading.names.legal import legal_form_at, trades
from core.reading.names.nominative import case_told, is_adjective, is_declined_surname, may_stand_in
from core.reading.names.surroundings import Surroundings
from core.reading.names.variants import first_names
from core.reading.tokens import Kind


def end_of(around: Surroundings, at: int) -> int:
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
    while last < len(tokens) and last - at < LONGEST_NAME:
        token = tokens[last]
        if token.raw == "&" and last + 1 < len(tokens) and (tokens[last + 1].capital or around.all_lower):
            last += 2
            continue
        if token.kind is not Kind.WORD or token.start != tokens[last - 1].end + 1:
            break
        if around.all_lower and _goes_on_in_lower(around, at, last):
            last += 1
            continue
        if not token.capital or legal_form_at(tokens, last) or last in around.whens or around.all_lower:
            break
        if around.language == "lt" and around.is_place(last) and case_told(token.raw) == {"loc"}:
            break  # "pas Gintę Baronienę Rokiškyje"
        if last in around.meaning and not around.legal_around(at, last + 1) and token.bare not in trades():
            break
        if around.legal_around(at, at + 1) and first_names(token.bare) and not first_names(tokens[at].bare):
            break
        last += 1
    return last


def _goes_on_in_lower(around: Surroundings, at: int, last: int) -> bool:
    """Whether a name without capitals has a second word: one of no meaning, before a mark or the end."""
    if (
        last - at > 1
        or around.language != "en"
        or around.is_ordinary(last)
        or len(around.tokens[last].raw) < 4
    ):
        return False
    if around.tokens[last].bare in trades(in_lower=True):
        return True
    following = around.tokens[last + 1] if last + 1 < len(around.tokens) else None
    if following is not None and following.kind is Kind.WORD and following.bare not in _AFTER_NAME:
        return False
    return is_asked_for(around, at) or bool(first_names(around.tokens[at].bare))


_AFTER_NAME = frozenset({"there", "from", "at", "of"})


def _is_first_of_two(around: Surroundings, at: int) -> bool:
    """Whether a genitive after a legal form, after "iš", "pas" or a choice goes on with a word without a
    capital: "UAB Vilniaus langai", "iš Stiklo pasaulio", "pasirinko Padangų centrą".
    """
    if at + 1 >= len(around.tokens):
        return False
    following = around.tokens[at + 1]
    if following.kind is not Kind.WORD:
        return False
    if _is_plural_subject(around, at) or _is_whole_after_legal(around, at) or _is_whole_lead(around, at):
        return True
    if following.capital:
        return False
    if _is_with_firm(around, at):
        return True
    told = around.before(at)[0] == "company"
    case = case_after(around.before(at)[1]) or "nom" if told else ""
    chosen = not told and ends_sign(around, at, "chosen")
    noun = may_stand_in(following.low, frozenset({"acc"})) if chosen else _may_be(following.low, case)
    asked = (chosen or told) and not around.is_place(at) and noun
    if not asked and not around.legal_around(at, at + 1):
        return False
    return (
        ("gen" in cases_by_ending(around.tokens[at].low) or (told and asked and _describes(around, at)))
        and at + 1 not in around.meaning
        and at + 1 not in around.whens
        and not around.is_function_word(at + 1)
        and len(following.raw) > 3
    )


def _may_be(low: str, case: str) -> bool:
    """Whether a word has an ending of the case, of the plural too."""
    cases = frozenset({case, "acc_many"}) if case == "acc" else frozenset({case})
    return case in cases_by_ending(low) or may_stand_in(low, cases)


def _describes(around: Surroundings, at: int) -> bool:
    """Whether a word describes the noun after it: "į Pirmą aukštą"."""
    return is_adjective(around.tokens[at].bare) and at not in around.meaning


def _is_plural_subject(around: Surroundings, at: int) -> bool:
    """Whether a genitive with a capital and a plural noun do what follows: "Balandos krovėjai siūlo"."""
    noun = at + 1
    told = around.language == "lt" and around.told_by_capital(at) and not around.tokens[noun].capital
    if not told or "gen" not in cases_by_ending(around.tokens[at].low) or around.is_place(at):
        return False
    if first_names(around.tokens[at].bare):
        return False  # "Irmos tėvai"
    plural = around.tokens[noun].low.endswith(_PLURAL) and len(around.tokens[noun].raw) > _SHORTEST
    known = noun in around.meaning or noun in around.whens or around.is_role(noun)
    return (
        plural
        and not known
        and not around.before(at)[0]
        and (around.verb_next(noun + 1) or (_follows_verb(around, at) and _ends_part(around, noun + 1)))
    )


def _is_with_firm(around: Surroundings, at: int) -> bool:
    """Whether a genitive and a noun in the case that the word in front asks for are a firm: "su Gluosnio
    krantu".
    """
    kind, word = around.before(at)
    token, noun = around.tokens[at], around.tokens[at + 1]
    if around.language != "lt" or kind != "any" or not token.capital or around.is_place(at):
        return False
    case = case_after(word)
    if not case or case == "gen" or first_names(token.bare) or is_declined_surname(token.low):
        return False
    free = at + 1 not in around.meaning and at + 1 not in around.whens and not around.is_role(at + 1)
    only_gen = "gen" in cases_by_ending(token.low) and not may_stand_in(token.low, frozenset({case}))
    return only_gen and free and len(noun.raw) > _SHORTEST and may_stand_in(noun.low, frozenset({case}))


def _follows_verb(around: Surroundings, at: int) -> bool:
    """Whether what somebody did stands right before: "skambino"."""
    signs = around.signs.get(at - 1, ())
    return any(s.category == "verb" and s.form in {"past3", "pres3"} for s in signs)


def _ends_part(around: Surroundings, last: int) -> bool:
    return last >= len(around.tokens) or around.tokens[last].kind is Kind.PUNCTUATION


_PLURAL = ("ai", "os", "ės", "ys")
_SHORTEST = 3


def _is_whole_after_legal(around: Surroundings, at: int) -> bool:
    """Whether two words stand between a legal form and a mark or the end: "UAB Trys beržai, …"."""
    following, ends = around.tokens[at + 1], _ends_part(around, at + 2)
    before = at and legal_form_at(around.tokens, at - 1) == at
    return bool(before) and ends and following.kind is Kind.WORD and not around.signs.get(at + 1)


def _is_whole_lead(around: Surroundings, at: int) -> bool:
    """Whether a genitive and a word without a capital are the name of a new lead: "Vilkmergės pienas"."""
    following = around.tokens[at + 1]
    return (
        not following.capital
        and bool(around.announced)
        and is_new_lead(around, at)
        and "gen" in cases_by_ending(around.tokens[at].low)
        and not around.signs.get(at + 1)
        and "nom" in cases_by_ending(following.low)
    )
