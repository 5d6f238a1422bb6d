"""Competitors that no word calls so: strangers whose part beside a customer is that of a rival."""

from collections.abc import Sequence

from core.reading.grammar.text import Clause
from core.reading.names.declension import cases_by_ending
from core.reading.names.mention import Mention
from core.reading.names.nominative import case_told
from core.reading.names.variants import first_names
from core.reading.tokens import folded
from core.reading.who import case_asked


def bystander_of(clauses: Sequence[Clause]) -> tuple[Mention, frozenset[str], bool] | None:
    """A stranger beside a customer, whose part in the clause is that of a rival: "pralaimėjom Kuosą
    Medstorui", "Kuosa turi ir Medstoro pasiūlymą", "sako, kad Medstoras pigesnis". With them the cases they
    are told in, without the nominative, and whether they were chosen.
    """
    if not any(m.is_known for clause in clauses for m in clause.mentions):
        return None
    for clause in clauses:
        for mention in clause.mentions:
            if mention.is_known or mention.before == "person" or first_names(folded(mention.raw[0])):
                continue
            for cases, chosen in (
                _lost_to(clause, mention),
                _owns(clause, mention),
                _weighed(clause, mention),
            ):
                if cases:
                    return mention, cases - {"nom"}, chosen
    return None


_NO_PART: tuple[frozenset[str], bool] = (frozenset(), False)


def _lost_to(clause: Clause, mention: Mention) -> tuple[frozenset[str], bool]:
    """Whether a deal was lost to them."""
    verb = clause.verb("lose")
    lost = verb is not None and verb.person != 3 and verb.tense in {"past", "pass"}
    return (frozenset({"dat"}), True) if lost and case_told(mention.raw[-1]) == {"dat"} else _NO_PART


def _owns(clause: Clause, mention: Mention) -> tuple[frozenset[str], bool]:
    """Whether something of theirs is what the customer has, uses, awaits or chose."""
    theirs = any(s.first == mention.last and s.value in _OWNED for s in clause.all("thing"))
    ours = any(v.person == 1 or v.tense in {"inf", "imp"} for v in clause.verbs)
    if not theirs or ours or mention.before or "gen" not in cases_by_ending(folded(mention.raw[-1])):
        return _NO_PART
    taken = clause.verb("choose", "accept", "buy", "order")
    return frozenset({"gen"}), taken is not None and taken.tense == "past" and not taken.denied


_OWNED = frozenset({"offer", "price", "product"})


def _weighed(clause: Clause, mention: Mention) -> tuple[frozenset[str], bool]:
    """Whether the customer mentions or thinks of them, or finds them cheaper."""
    if any(0 <= s.first - mention.last <= 1 and s.value == "price" for s in clause.all("reason")):
        return frozenset({"nom"}), False
    verb = next((v for v in clause.verbs if v.concepts & {"consider", "say", "use"}), None)
    near = verb is not None and verb.person == 3 and 0 <= mention.first - verb.last <= _TO_OBJECT
    if not near or verb is None or verb.denied or mention.before_word in _PLACES:
        return _NO_PART
    return case_asked(mention) or case_told(mention.raw[-1]) or frozenset({"acc"}), False


_TO_OBJECT = 2
_PLACES = frozenset({"į", "i", "iš", "is", "pas", "nuo"})
