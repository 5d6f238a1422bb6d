"""Contacts that are named only to tell why somebody was not reached."""

from core.reading.grammar.text import Clause


def is_excuse(clause: Clause) -> bool:
    """Whether we only say where we were instead: "neatsiliepiau, nes buvau posėdy"."""
    was = clause.verb("be")
    ours = was is not None and (was.tense, was.person, was.language) == ("past", 1, "lt")
    return ours and clause.joined == "because" and not clause.mentions


def is_their_excuse(clause: Clause, before: Clause | None) -> bool:
    """Whether we only guess why somebody was not reached: "nekelia, gal susitikime"."""
    guessed = any(s.first == clause.first and s.value == "perhaps" for s in clause.all("if"))
    missed = before is not None and before.has("voice") and before.sentence == clause.sentence
    return guessed and missed and not clause.verbs and not clause.whens
