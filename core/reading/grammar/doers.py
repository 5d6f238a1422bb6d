"""Whose act a verb tells: ours or the customer's."""

from core.reading.grammar.text import Clause
from core.reading.grammar.verb import Verb


def is_by_customer(verb: Verb, lead: Verb | None, clause: Clause, before: Clause | None) -> bool:
    """Whether the customer does it, or is to do it."""
    if verb.tense in {"imp"}:
        return False
    if lead is not None and verb.tense in {"inf", "cond"}:
        if lead.concepts & {"invite"}:
            return False
        if lead.concepts & {"want", "ask"}:
            told = lead.language == "lt" and "ask" in lead.concepts
            comes = verb.tense == "inf" and verb.concepts <= {"come"} and not _wants_us(lead, verb, clause)
            comes = (comes and not told) or (verb.concepts <= {"visit"} and _wants_to_see_us(verb, clause))
            return comes or (verb.tense == "cond" and verb.person == 3)
        if lead.language == "lt" and "manage" in lead.concepts and not _is_named_doer(clause):
            return False  # "pavyko užsukti", "teko paskambinti"
        if "say" in lead.concepts and verb.tense == "inf":
            return False  # "she said to drop by", "sakė užsukti"
        return lead.person == 3 and lead.concepts.isdisjoint({"need", "agree", "have"})
    if verb.person:
        return verb.person == 3 and not any(s.last <= verb.first for s in clause.all("colleague"))
    if verb.tense == "active" and any(m.before_word == "pas" for m in clause.mentions):
        return False  # "užsukęs pas Kuosą"
    return verb.tense in {"past", "active"} and verb.language == "lt" and not _mine(clause)


def _is_named_doer(clause: Clause) -> bool:
    """Whether the clause says who does it."""
    return clause.has("pronoun", "customer") or any(
        "nom" in m.cases and not m.before_word for m in clause.mentions
    )


def _wants_to_see_us(verb: Verb, clause: Clause) -> bool:
    """Whether we are whom they would visit: "wants to visit us", "would like to visit our showroom"."""
    return clause.has("our") or any(s.first == verb.last for s in clause.all("us"))


def _wants_us(lead: Verb, verb: Verb, clause: Clause) -> bool:
    """Whether we are whom the customer wants to do it: "wants me to come out"."""
    whom = (*clause.all("us"), *clause.all("sent_out"))
    return any(lead.last <= s.first < verb.first for s in whom)


def _mine(clause: Clause) -> bool:
    return any(v.person == 1 for v in clause.verbs) or clause.has("pronoun", "i")
