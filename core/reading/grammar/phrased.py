"""The kind of English verbs that are a contact, or another one, only with what stands after them."""

from core.reading.grammar.noun_modes import is_in_diary
from core.reading.grammar.sending import kind_of_sending
from core.reading.grammar.text import Clause
from core.reading.grammar.things import channel_of, thing_of
from core.reading.grammar.verb import Verb
from core.reading.grammar.ways import goes_to_someone

_OFFER = ("proposal", "offer")


def kind_of_phrase(
    concept: str, verb: Verb, clause: Clause, by_customer: bool, *, is_step: bool
) -> tuple[str, str] | None:
    """The kind and what is sent, as in kind_of; None where the verb alone tells it."""
    if verb.language != "en":
        return None
    if concept == "get_out":
        return _kind_of_getting_out(verb, clause, by_customer, is_step=is_step)
    if concept == "tour":
        return _kind_of_tour(verb, clause, by_customer), ""
    if concept == "put":
        return _OFFER if thing_of(clause) == "offer" and not by_customer else ("", "")
    if concept == "choose":
        return ("meeting", "") if _goes_for_meal(verb, clause) else None
    if concept in {"text", "write", "mail"} and not by_customer and (is_step or concept == "text"):
        return _OFFER if _sends_offer(verb, clause) else None
    if concept in {"speak", "discuss"} and clause.has("colleague") and not by_customer:
        return ("task" if is_step else ""), ""  # "talk to my boss about the discount"
    if concept == "pick_up" and by_customer and not is_step and not verb.denied:
        return ("call", "") if verb.tense == "past" and _answers(verb, clause) else None
    if concept == "hand" and not by_customer and clause.has("event", "demo"):
        return ("demo", "") if thing_of(clause) in {"", "document", "product"} else None
    if is_step and (step := _kind_of_step(concept, verb, clause, by_customer)) is not None:
        return step
    if concept == "receive" and is_in_diary(clause):
        return "", ""  # the noun tells it: "I've got a call with Jonas on Friday"
    return None


def _kind_of_getting_out(
    verb: Verb, clause: Clause, by_customer: bool, *, is_step: bool
) -> tuple[str, str] | None:
    """What is got to somebody: "get the offer out to Jonas", "he'll get the spec over to us"."""
    if by_customer and is_step and clause.has("us") and thing_of(clause) in _THEIRS:
        return channel_of(clause) or "task", thing_of(clause)
    sent = not by_customer and (thing_of(clause) not in _NOT_SENT or goes_to_someone(clause))
    return kind_of_sending("send", verb, clause, by_customer, is_step) if sent else None


def _kind_of_step(concept: str, verb: Verb, clause: Clause, by_customer: bool) -> tuple[str, str] | None:
    """As above for what is still to happen."""
    if concept in {"say", "agree"} and by_customer and channel_of(clause) in {"email", "message"}:
        return channel_of(clause), ""  # "he'll confirm the dates by email"
    if concept == "hand" and _gives_time(verb, clause):
        return "", ""
    if concept == "tell" and not by_customer and verb.tense in {"imp", "fut", "inf"}:
        return "task", ""  # "tell Jonas the delivery date"
    return None


def _gives_time(verb: Verb, clause: Clause) -> bool:
    """Whether somebody is only given till a day: "give him till mid June"."""
    till = (s.first for s in clause.all("join") if s.value == "when" and s.language == "en")
    return any(0 < first - verb.last <= _TO_TILL for first in till) and bool(clause.whens)


_THEIRS = frozenset({"document", "contract", "sample", "reply"})
_NOT_SENT = frozenset({"", "product", "order", "discount"})
_TO_TILL = 2


def _answers(verb: Verb, clause: Clause) -> bool:
    """Whether "picked up" stands for itself: not "picked up the samples"."""
    return verb.last == verb.first + 2 and not any(
        s.first in {verb.last, verb.last + 1} and s.category in {"article", "thing"} for s in clause.signs
    )


def _kind_of_tour(verb: Verb, clause: Clause, by_customer: bool) -> str:
    """Whose place was shown: "she showed me round", "showed them round our plant"."""
    theirs = (by_customer or verb.tense == "pass") and not clause.has("our")
    return "visit" if theirs else "meeting"


def _goes_for_meal(verb: Verb, clause: Clause) -> bool:
    """Whether one goes for a coffee or for lunch, and does not go for an offer."""
    return any(s.value == "meeting" and s.first == verb.last - 1 for s in clause.all("channel"))


_TO_OFFER = 5
"""So many words after the verb an offer may stand that it sends: "WhatsApped Jonas from Tiltas the quote"."""


def _sends_offer(verb: Verb, clause: Clause) -> bool:
    """Whether an offer is what is written or texted, no topic of it."""
    offer = next((s for s in clause.all("thing") if s.value == "offer" and s.first >= verb.last), None)
    if offer is None or offer.first - verb.last > _TO_OFFER or thing_of(clause) != "offer":
        return False
    return not any(
        verb.last <= s.first < offer.first and s.category in {"topic", "join", "verb"} for s in clause.signs
    )
