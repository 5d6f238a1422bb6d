"""The kind of contact or step of verbs by which something is written, sent, shown or received."""

from core.reading.calendar import Relation
from core.reading.grammar.text import Clause
from core.reading.grammar.things import channel_of, thing_of
from core.reading.grammar.verb import Verb

TO = frozenset({"pas", "į", "i", "prie"})


def kind_of_writing(concept: str, clause: Clause) -> tuple[str, str]:
    if channel_of(clause) == "message" or clause.has("event", "message"):
        return "message", ""
    if concept == "mail" and thing_of(clause) == "offer" and not clause.has("thing", "document"):
        return (
            ("email", "offer")
            if clause.has("thing", "price") and not clause.has("thing", "offer")
            else ("proposal", "offer")
        )
    return "email", ""


def _is_no_errand(concept: str, verb: Verb, clause: Clause) -> bool:
    """Whether nothing is handed over: goods to be delivered, "I give it 60 %", "gives them no money"."""
    if concept != "hand" or verb.language != "en":
        return False
    vain = not thing_of(clause) and (bool(clause.amounts) or clause.has("negative"))
    return clause.has("delivery") or vain


def _kind_of_reworking(_: Verb, thing: str, *, ours: bool, is_step: bool) -> tuple[str, str]:
    if ours and thing in {"contract", "invoice", "document", "sample"}:
        return "task", thing
    return ("proposal", "offer") if is_step and thing == "offer" else ("", "")


def _kind_of_offering(verb: Verb, thing: str, *, ours: bool, is_step: bool) -> tuple[str, str]:
    """What we are still to suggest: "pasiūlyti pratęsimą"."""
    if not (ours and is_step) or (verb.language, verb.tense) != ("lt", "inf"):
        return "", ""
    return ("proposal", "offer") if thing == "offer" else ("task", thing)


def kind_of_sending(
    concept: str, verb: Verb, clause: Clause, by_customer: bool, is_step: bool
) -> tuple[str, str]:
    thing = "document" if concept == "send" and not is_step and _are_papers(clause) else thing_of(clause)
    if concept == "quote":
        return ("", "") if by_customer else ("proposal", "offer")
    if is_step and _is_no_errand(concept, verb, clause):
        return ("", "")
    if concept in {"offer", "rework"}:
        ours = is_step and not by_customer
        of_concept = _kind_of_offering if concept == "offer" else _kind_of_reworking
        return of_concept(verb, thing, ours=ours, is_step=is_step)
    if thing == "offer" and not by_customer:
        return "proposal", "offer"
    if concept == "hand" and (clause.has("voice", "call") or clause.has("company_word")):
        return ("call" if clause.has("voice", "call") and not is_step else ""), ""
    channel = channel_of(clause)
    if channel == "message" or clause.has("event", "message"):
        return "message", thing
    if channel == "email" or clause.has("event", "email"):
        return "email", thing
    if is_step and concept == "hand" and not thing and clause.joined == "that":
        return "", ""
    if is_step:
        led = clause.verb("have", "promise", "plan", "want") is not None
        theirs = thing == "order" and (led or (by_customer and verb.language == "en"))
        return ("", "") if theirs and not clause.has("pronoun", "i") else ("task", thing)
    if concept == "hand" and verb.language == "en" and _leaves_there(thing, clause) and not by_customer:
        return "visit", thing
    if concept == "hand":
        carried = verb.person == 1 and not by_customer and clause.has("carry")
        there = any(m.before_word in TO or m.cases == {"dat"} for m in clause.mentions)
        return ("visit", thing) if carried and there else ("", "")
    return ("", "") if thing == "order" else ("email", thing)


def _are_papers(clause: Clause) -> bool:
    """Whether prices are only among other papers: "sent the training plan and the price list"."""
    listed = clause.has("thing", "price") and clause.has("thing", "document")
    return listed and not clause.has("thing", "offer")


def _leaves_there(thing: str, clause: Clause) -> bool:
    """Whether something was left at a customer's: "dropped the samples off at Tiltas"."""
    left = thing in {"sample", "document", "contract", "product"}
    return left and any(m.before_word == "at" for m in clause.mentions)


def kind_of_showing(concept: str, verb: Verb, clause: Clause, is_step: bool) -> tuple[str, str]:
    thing = thing_of(clause)
    if any(s.first <= verb.first < s.last for s in clause.all("delivery")):
        return "", ""  # goods are brought: "pristatėm prekes"
    if concept == "present" and is_step and any(w.relation is Relation.BY for w in clause.whens):
        return "", ""  # goods to be there by a day
    if concept == "present":
        return ("proposal", "offer") if thing == "offer" else ("demo", "")
    to_someone = is_step and verb.person == 1 and not thing and any("dat" in m.cases for m in clause.mentions)
    shown = thing == "product" or clause.has("event", "demo") or (to_someone and verb.language == "lt")
    return ("demo", "") if shown else ("", "")


def kind_of_answer(clause: Clause, by_customer: bool, is_step: bool) -> tuple[str, str]:
    channel = channel_of(clause)
    event = next((s.value for s in clause.all("event") if s.value in {"email", "message", "call"}), "")
    if channel or event:
        return channel or event, ""
    if is_step:
        return (
            ("proposal", "offer") if thing_of(clause) == "offer" and not _is_topic(clause) else ("task", "")
        )
    return "", ""


def _is_topic(clause: Clause) -> bool:
    """Whether the offer is only what is asked after: "follow up on the offer"."""
    return any(
        s.language == "en" and 0 <= thing.first - s.last <= 1
        for thing in clause.all("thing")
        for s in (*clause.all("topic"), *clause.all("upon"))
    )


def kind_of_receiving(clause: Clause, is_step: bool) -> str:
    if is_step:
        return ""
    event = next((s.value for s in clause.all("event") if s.value in {"email", "message", "call"}), "")
    if event or channel_of(clause):
        return event or channel_of(clause)
    return "email" if thing_of(clause) in {"document", "contract", "reply"} else ""


def kind_of_task(concept: str, clause: Clause) -> str:
    thing = thing_of(clause)
    event = next(
        (s.value for s in clause.all("event") if s.value in {"meeting", "demo", "visit", "call"}), ""
    )
    if thing == "offer":
        return "proposal"
    if concept == "task" and channel_of(clause) in {"call", "email", "message"}:
        return channel_of(clause)
    if concept == "arrange" and not event and not thing and _is_with_someone(clause):
        return "visit" if clause.has("their") else "meeting"
    return event if concept == "arrange" and event and not thing else "task"


def _is_with_someone(clause: Clause) -> bool:
    """Whether a person stands right after the verb: "pencil in Emma for Monday"."""
    ends = {v.last for v in clause.verbs if "arrange" in v.concepts and v.language == "en"}
    return any(
        m.people and (m.first in ends or (m.first - 1 in ends and not m.before_word)) for m in clause.mentions
    )
