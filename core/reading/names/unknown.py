"""Names that the directory does not have, told by capitals and by the words around them."""

from collections.abc import Sequence

from core.reading.names.announced import ends_sign, is_asked_for, is_new_lead
from core.reading.names.common import heads, number_words
from core.reading.names.declension import case_after, cases_by_ending
from core.reading.names.extent import end_of
from core.reading.names.institutions import end_of_institution, institution_at
from core.reading.names.legal import legal_form_at, trades
from core.reading.names.lower import is_employer_told, is_firm_reached, is_person_told
from core.reading.names.mention import Mention
from core.reading.names.nominative import (
    is_adjective,
    is_coined,
    is_declined_surname,
    is_surname,
    may_stand_in,
)
from core.reading.names.surroundings import ONE_PERSON, Surroundings
from core.reading.names.variants import first_names
from core.reading.phones import phone_end
from core.reading.tokens import Kind, Token


def unknown_at(around: Surroundings, at: int, found: Sequence[Mention]) -> Mention | None:
    """The unknown name that starts at a token, if there is one."""
    if around.tokens[at].kind is Kind.WORD and (named := institution_at(around, at)):
        return named
    if not _may_start(around, at) or end_of_institution(around, at):
        return None
    last = end_of(around, at)
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
        one_person=around.last_pronoun >= last,
    )


def _is_full_name(around: Surroundings, at: int, last: int) -> bool:
    """Whether a first name that is also a place has a surname behind it: "Neringa Šiušaitė"."""
    return last - at > 1 and bool(first_names(around.tokens[at].bare))


def _asked_before(around: Surroundings, at: int, last: int) -> tuple[str, str]:
    """What the word in front goes with: "new lead" a company, "from Bruno, he wants" a person."""
    kind, word = around.before(at)
    if not kind and is_new_lead(around, at):
        return "company", word
    if word in _CALLED and at > 1 and around.is_business(at - 2):
        return "company", word
    if kind == "company" and around.language == "en" and last < len(around.tokens) - 1 and last == at + 1:
        follows = around.tokens[last + 1 if around.tokens[last].raw in {",", "."} else last]
        if follows.bare in ONE_PERSON:
            return "any", word
    return kind, word


_CALLED = frozenset({"called", "named"})


def _may_start(around: Surroundings, at: int) -> bool:
    token = around.tokens[at]
    if token.kind is not Kind.WORD or len(token.raw) < 2 or _is_no_name(around, at):
        return False
    if first_names(token.bare) and _is_told_with_number(around, at):
        return True
    if token.capital and around.quoted(at, end_of(around, at)):
        channel = any(s.category in {"event", "channel"} for s in around.signs.get(at, ()))
        said = around.language == "lt" and any(s.category == "verb" for s in around.signs.get(at, ()))
        return not channel and not said and not around.names_event(at - 2)
    if around.all_lower or not token.capital:
        return _lower_name(around, at)
    if _is_told_by_shape(around, at):
        return True
    if _is_abbreviation(token.raw) or at in around.whens or around.all_upper:
        return False
    if around.before(at)[0] == "person" and not around.is_ordinary(at):
        return True
    if around.told_by_capital(at) and around.before(at)[0] == "any" and first_names(token.bare):
        return True
    if around.starts(at) and is_new_lead(around, at) and not around.signs.get(at):
        return True
    if around.starts(at) and not around.opens_sentence(at):
        return not around.is_ordinary(at) and not around.signs.get(at)
    if around.starts(at):
        return not around.is_ordinary(at) and (
            bool(first_names(token.bare))
            or _stands_as_subject(around, at)
            or _is_told_of(around, at)
            or _is_full_and_apart(around, at)
        )
    return at not in around.meaning or bool(around.before(at)[0] and at not in around.meaning)


def _is_no_name(around: Surroundings, at: int) -> bool:
    """Whether it is a title, an abbreviation before a number, or a command to the bot."""
    if around.is_title(at) or _numbers(around, at):
        return True
    return around.starts(at) and any(s.value == "command" for s in around.signs.get(at, ()))


def _is_told_with_number(around: Surroundings, at: int) -> bool:
    """Whether a telephone number follows a name: "Rokas 861234567", "Rokas, tel. 8 612 34567"."""
    if at in around.meaning or not (around.tokens[at].capital or around.all_lower):
        return False
    last = end_of(around, at)
    while last < len(around.tokens) and last - at < _TO_NUMBER and _leads_to_number(around.tokens[last]):
        last += 1
    return last < len(around.tokens) and phone_end(around.tokens, last) > last


_TO_NUMBER = 6


def _leads_to_number(token: Token) -> bool:
    return token.raw in _BEFORE_NUMBER or token.capital or token.bare in number_words()


_BEFORE_NUMBER = frozenset({",", ".", ":", "-", "–", "(", "iš", "is", "from", "at"})


def _is_told_by_shape(around: Surroundings, at: int) -> bool:
    """Whether a legal form, a trade or a word that begins names tells a company's name."""
    legal = around.legal_around(at, end_of(around, at)) and not _opens_with_verb(around, at)
    return bool(legal) or _heads_name(around, at) or _is_before_trade(around, at)


def _opens_with_verb(around: Surroundings, at: int) -> bool:
    """Whether a sentence opens with what was done: "Visited Nordvik AS"."""
    verbs = (s for s in around.signs.get(at, ()) if s.category == "verb" and s.language == "en")
    return around.starts(at) and any(True for _ in verbs)


def _heads_name(around: Surroundings, at: int) -> bool:
    """Whether a word of its own begins a company's name: "at The Crooked Spoon", "Hotel Belvedere rang"."""
    token, last = around.tokens[at], at + 1
    if token.bare not in heads() or around.language != "en" or around.all_upper or last >= len(around.tokens):
        return False
    following = around.tokens[last]
    beside = following.kind is Kind.WORD and following.start == token.end + 1 and last not in around.whens
    if around.starts(at) and (token.bare == "the" or around.signs.get(last)):
        return False
    return token.capital and beside and following.capital and not following.raw.isupper()


def _is_full_and_apart(around: Surroundings, at: int) -> bool:
    """Whether two unknown words with capitals open a sentence and a comma follows: "Nerys Pugh, the new
    buyer".
    """
    last = end_of(around, at)
    ends = last < len(around.tokens) and around.tokens[last].raw == ","
    return around.language == "en" and last - at == _FULL and ends and not around.signs.get(at)


_FULL = 2


def _is_before_trade(around: Surroundings, at: int) -> bool:
    """Whether what a company does follows in capitals: "Greenfield Farms"."""
    if at + 1 >= len(around.tokens) or around.all_upper or around.signs.get(at):
        return False
    following = around.tokens[at + 1]
    return following.capital and following.start == around.tokens[at].end + 1 and following.bare in trades()


def _is_told_of(around: Surroundings, at: int) -> bool:
    """Whether a surname in a case opens the sentence, and a verb follows: "Jonaičiui nusiunčiau"."""
    verb = any(s.category == "verb" and s.form == "past1" for s in around.signs.get(at + 1, ()))
    return around.language == "lt" and verb and is_declined_surname(around.tokens[at].low)


def _stands_as_subject(around: Surroundings, at: int) -> bool:
    last = end_of(around, at)
    if not around.verb_follows(last) or len(around.tokens[at].raw) <= 3:
        return False
    if last > at + 1 or around.language != "lt" or not around.opens_sentence(at):
        return True
    return is_surname(around.tokens[at].bare) or around.acts_next(last)


def _lower_name(around: Surroundings, at: int) -> bool:
    """Whether a name is written without a capital: a first name where a person must be."""
    if _is_rival_in_lower(around, at):
        return True
    if around.is_ordinary(at) or not around.all_lower:
        return False
    if around.language == "lt" and at and legal_form_at(around.tokens, at - 1) == at:
        return _is_of_no_meaning(around, at)  # "uab bitutė prašo"
    if len(around.tokens[at].raw) > 3 and is_asked_for(around, at):
        return around.language == "en" or _is_of_no_meaning(around, at)
    if around.language == "en" and any(
        tells(around, at) for tells in (is_person_told, is_employer_told, is_firm_reached)
    ):
        return True
    names = first_names(around.tokens[at].bare)
    kind = around.before(at)[0]
    if _is_employer(around, at) or _is_lower_firm(around, at):
        return True
    if names and around.starts_part(at) and end_of(around, at) > at + 1:
        return True
    if names and (at == 0 or around.starts_part(at)) and _is_first_name_said(around, at):
        return True
    return bool(names) and kind in {"person", "any"}


def _is_rival_in_lower(around: Surroundings, at: int) -> bool:
    """Whether whom the customer turns to is written without a capital: "nupirko iš karolinos"."""
    if around.all_lower or around.language != "lt" or len(around.tokens[at].raw) < _SHORTEST_RIVAL:
        return False
    case = case_after(around.before(at)[1])
    if not case or not ends_sign(around, at, "chosen", "goes"):
        return False
    if around.is_ordinary(at) and not is_coined(around.tokens[at].bare):
        return False
    if is_adjective(around.tokens[at].bare):
        return False  # "liko prie senos sistemos"
    coined = is_coined(around.tokens[at].bare)
    fits = (
        (coined and case == "ins")
        or case in cases_by_ending(around.tokens[at].low)
        or may_stand_in(around.tokens[at].low, frozenset({case}))
    )
    return fits and _is_of_no_meaning(around, at) and not around.is_place(at)


_SHORTEST_RIVAL = 5


def _is_lower_firm(around: Surroundings, at: int) -> bool:
    """Whether a word stands between a contact and what a company does: "called baltic foods"."""
    if at == 0 or at + 1 >= len(around.tokens) or around.language != "en" or around.signs.get(at):
        return False
    reached = any(s.category == "verb" and s.value in _REACHING for s in around.signs.get(at - 1, ()))
    led = reached or around.before(at)[0] in {"company", "any"}
    return (
        led
        and around.tokens[at + 1].bare in trades(in_lower=True)
        and not around.tokens[at].bare.endswith("ing")
    )


_REACHING = frozenset({"call", "meet", "visit", "text", "mail", "quote"})


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


def _numbers(around: Surroundings, at: int) -> bool:
    """Whether a short word with a dot stands before a number: "Nr. 124"."""
    if len(around.tokens[at].raw) > 3 or at + 2 >= len(around.tokens):
        return False
    return around.tokens[at + 1].raw == "." and around.tokens[at + 2].kind is Kind.NUMBER


def _is_abbreviation(raw: str) -> bool:
    return raw.isupper() and len(raw) <= 4
