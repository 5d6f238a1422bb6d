"""Names that are a genitive and a common noun: "Jurbarko mokykla", "Keturakio servisas", "Druskos namai"."""

from functools import cache

from core.reading.names.declension import Cases, case_after, cases_by_ending
from core.reading.names.legal import trades
from core.reading.names.mention import Mention
from core.reading.names.nominative import case_told, may_stand_in
from core.reading.names.surroundings import Surroundings
from core.reading.names.variants import first_names
from core.reading.tokens import folded
from core.reading.words import LANGUAGES, table

_LONGEST_ENDING = 4


def institution_at(around: Surroundings, at: int) -> Mention | None:
    """The name that a genitive with a capital starts, with the common noun it ends in."""
    last = end_of_institution(around, at)
    if not last or is_inside(around, last):
        return None
    raw = tuple(token.raw for token in around.tokens[at:last])
    _, word = around.before(at)
    cases = _cases(around, last, word)
    word = word if case_after(word) in cases else ""
    return Mention(at, last, raw, cases=cases, before="company", before_word=word)


def end_of_institution(around: Surroundings, at: int) -> int:
    """Index after the noun; 0 if none stands there: one more genitive may be between ("šilumos tinklai")."""
    token = around.tokens[at]
    if around.language != "lt" or not token.capital or around.all_upper or at in around.whens:
        return 0
    if "gen" not in cases_by_ending(token.low) or around.signs.get(at):
        return 0
    if _is_before_trade(around, at):
        return at + 2
    if first_names(token.bare):
        return 0
    if around.is_ordinary(at) and not around.is_place(at):
        return 0
    found = 0
    for noun in (at + 1, at + 2):
        if not around.is_word(noun) or around.tokens[noun].capital:
            break
        if _is_institution(around.tokens[noun].bare):
            found = noun + 1
        if "gen" not in cases_by_ending(around.tokens[noun].low) or noun in around.meaning:
            break
    return found


def _is_before_trade(around: Surroundings, at: int) -> bool:
    """Whether what a company does follows a word of any meaning, of a first name nobody's own: "skambinau
    Akmens prekybai", not "dėl Gintaro statybos" or "Gintaro gamybos vadovui".
    """
    noun, before = at + 1, around.before(at)[0]
    if not around.told_by_capital(at) or not around.is_word(noun) or before == "company":
        return False
    leads_on = around.is_role(noun) or around.is_role(noun + 1)
    own = before == "any" and bool(first_names(around.tokens[at].bare))
    return around.tokens[noun].bare in trades() and not leads_on and not own


def is_inside(around: Surroundings, last: int) -> bool:
    """Whether it only tells where something is: "Kauno kavinėje"."""
    return case_told(around.tokens[last - 1].raw) == {"loc"} or around.tokens[last - 1].low.endswith(
        ("oj", "ėj")
    )


def _cases(around: Surroundings, last: int, before: str) -> Cases:
    """The case the noun stands in, as far as it is no nominative."""
    low, asked = around.tokens[last - 1].low, case_after(before)
    if asked and (asked in cases_by_ending(low) or may_stand_in(low, frozenset({asked}))):
        return frozenset({asked})
    if told := case_told(low):
        return told
    if low.endswith("ams") or (low.endswith("ai") and folded(low[:-1]) in trades()):
        return frozenset({"dat"})
    named = around.is_word(last) and (around.is_role(last) or around.tokens[last].capital)
    subject = around.verb_next(last) and not named
    return frozenset({"gen"}) if "gen" in cases_by_ending(low) and not subject else frozenset()


@cache
def _institutions() -> tuple[str, ...]:
    return tuple(
        folded(stem)
        for language in LANGUAGES
        for stem in table(language, "names").get("institution", {}).get("stem", "").split()
    )


def _is_institution(bare: str) -> bool:
    return any(
        bare.startswith(stem) and 0 < len(bare) - len(stem) <= _LONGEST_ENDING for stem in _institutions()
    )
