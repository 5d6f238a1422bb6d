"""The kind of contact that going, coming and being somewhere is, and of talking."""

from core.reading.grammar.sending import TO
from core.reading.grammar.signs import Sign
from core.reading.grammar.text import Clause
from core.reading.grammar.things import channel_of, thing_of
from core.reading.grammar.verb import Verb
from core.reading.names.mention import Mention

FROM = frozenset({"iš", "is", "nuo", "from"})


def kind_of_reaching(verb: Verb, clause: Clause) -> str:
    """How somebody was got hold of: at their place it was a visit, else by telephone."""
    there = clause.has("their") or is_at_premises(clause)
    return (
        "visit" if there and verb.language == "lt" and not verb.denied and not channel_of(clause) else "call"
    )


def kind_of_talk(clause: Clause) -> str:
    channel = channel_of(clause)
    if channel in {"message", "meeting", "email"}:
        return channel
    if any(m.before_word == "pas" for m in clause.mentions):
        return "visit"
    if clause.has("our"):
        return "meeting"
    return "visit" if any(s.language == "en" for s in clause.all("their")) and not channel else "call"


def _only_leaves(verb: Verb, clause: Clause) -> bool:
    """Whether only where one comes from is told: "važiuoju iš Kauno"."""
    return (
        verb.tense == "pres"
        and clause.has("way_from")
        and any(s.first == verb.last for s in clause.all("way_from"))
        and not any(m.before_word in TO for m in clause.mentions)
    )


def kind_of_way(concept: str, verb: Verb, clause: Clause, by_customer: bool, is_step: bool) -> str:
    """The kind of going, coming and being somewhere; "went over" and "went through" may be talk."""
    if concept == "go" and by_customer and verb.language == "en" and clause.has("us") and not is_step:
        return "visit"  # "he took me round the site"
    if concept == "come" and by_customer and clause.has("back_from"):
        return ""  # "she comes back from holiday"
    theirs = concept == "go" and by_customer and not (verb.language == "en" and clause.has("our"))
    waits = concept == "be" and clause.has("on_hold")
    waits = waits or (concept == "go" and any(s.first >= verb.last for s in clause.all("machine")))
    if _only_leaves(verb, clause) or theirs or waits or _goes_to_sum(verb, clause):
        return ""
    if concept == "go" and verb.language == "en" and goes_through(verb, clause):
        return kind_of_going_through(clause)
    ours = concept == "come" and verb.language == "en" and not by_customer and not is_of_thing(verb, clause)
    if ours and (came := _kind_of_coming(clause)):
        return came
    return _kind_of_going(concept, verb, clause, by_customer, is_step)


def _kind_of_going(concept: str, verb: Verb, clause: Clause, by_customer: bool, is_step: bool) -> str:
    event = next((s.value for s in clause.all("event") if s.value in {"meeting", "demo", "visit"}), "")
    if verb.language == "en" and concept in {"go", "come"} and is_of_thing(verb, clause):
        return ""
    if concept == "come" and verb.language == "lt" and _arrives(verb, clause):
        return ""
    if concept == "host":
        return _kind_of_hosting(verb, clause, by_customer)
    if clause.has("our"):
        return "meeting"
    if concept == "go" and verb.language == "lt" and thing_of(clause) == "offer" and not _goes_in(clause):
        return ""
    written = next((s.value for s in clause.all("event") if s.value in {"email", "message", "call"}), "")
    if concept == "come" and by_customer and written and not is_step:
        return written
    if concept == "be":
        return _kind_of_being(event, verb, clause, by_customer)
    if event in {"meeting", "demo"} or channel_of(clause) == "meeting":
        return event or "meeting"
    if concept == "come":
        if verb.language == "en" and not is_step:
            return ""
        return "meeting" if by_customer else "visit"
    return "visit" if clause.mentions or clause.has("their") or is_step else ""


def _kind_of_being(event: str, verb: Verb, clause: Clause, by_customer: bool) -> str:
    """What it was to be somewhere or with somebody: "buvau pas Kuosą", "buvom su Kuosa žvejyboj"."""
    if event and verb.tense == "past":
        excuse = clause.joined == "because" and verb.language == "lt" and not clause.mentions
        return "" if excuse else event  # "neatsiliepiau, nes buvau posėdy"
    here = {"at", "in", "to", "by"} if verb.language == "en" else {"pas"} if verb.tense == "inf" else _AT
    at = any(("loc" in m.cases and "nom" not in m.cases) or m.before_word in here for m in clause.mentions)
    if _is_together(verb, clause) and not at:
        return "meeting"
    if _will_be_round(verb, clause) or (at and _has_to_be(verb, clause, by_customer)):
        return "visit"
    return (
        "visit"
        if verb.tense in _BEING.get(verb.language, ())
        and not by_customer
        and (at or clause.has("their") or is_at_premises(clause))
        and not (verb.language == "en" and is_of_thing(verb, clause))
        else ""
    )


def _will_be_round(verb: Verb, clause: Clause) -> bool:
    """Whether we say when we shall come to a customer: "told him I'd be there on Monday"."""
    ours = verb.language == "en" and verb.tense in {"fut", "cond"} and verb.person == 1
    return ours and bool(clause.whens) and any(s.first == verb.last for s in clause.all("round_there"))


def _has_to_be(verb: Verb, clause: Clause, by_customer: bool) -> bool:
    """Whether we have to be at a customer's: "I need to be at Tiltas by 8"."""
    return (verb.language, verb.tense) == ("en", "inf") and not by_customer and bool(clause.whens)


def _is_together(verb: Verb, clause: Clause) -> bool:
    """Whether we were somewhere with a customer: "buvom su Jonu žvejyboj"."""
    if verb.language == "en":
        lasted = any(not d.is_offset and not d.is_travel for d in clause.durations)
        return (
            verb.tense == "past"
            and not verb.denied
            and lasted
            and not channel_of(clause)
            and any(_is_with(m, verb, clause) for m in clause.mentions)
        )
    ours = (verb.tense, verb.person, verb.language, verb.denied) == ("past", 1, "lt", False)
    apart = clause.has("their") or is_at_premises(clause) or clause.has("voice")
    return (
        ours and not apart and len(clause.verbs) == 1 and any(m.before_word == "su" for m in clause.mentions)
    )


def _is_with(mention: Mention, verb: Verb, clause: Clause) -> bool:
    """Whether somebody is whom we were with, or spent the time told just before: "spent an hour with Tom"."""
    ends = {verb.last, *(d.last for d in clause.durations if d.first >= verb.last)}
    return (
        bool(mention.people)
        and mention.before_word == "with"
        and any(0 <= mention.first - end <= 1 for end in ends)
    )


def _kind_of_coming(clause: Clause) -> str:
    """How we came to a customer: "came over to Tiltas", "get on the phone to Jonas"."""
    event = next((s.value for s in clause.all("event") if s.value in {"meeting", "demo", "call"}), "")
    return (event or "visit") if any(m.before_word in {"at", "to"} for m in clause.mentions) else ""


def is_at_premises(clause: Clause) -> bool:
    """Whether a customer's office or works is where it was: "Kuosos ofise"."""
    owners = {m.last for m in clause.mentions if "gen" in m.cases}
    return any(s.first in owners for s in clause.all("premises"))


def _kind_of_hosting(verb: Verb, clause: Clause, by_customer: bool) -> str:
    """Whom we receive we meet; who receives us is visited; "aprodžiau įrangą" is a demo."""
    thing = thing_of(clause)
    shown = not by_customer and "show" in verb.concepts and thing == "product"
    if (
        shown
        or verb.tense == "pass"
        or thing in {"offer", "order", "contract"}
        or clause.has("close", "decision")
    ):
        return ""
    return "visit" if by_customer and verb.language == "lt" and not clause.has("our") else "meeting"


def _arrives(verb: Verb, clause: Clause) -> bool:
    """Whether what comes is an order, a signature or an enquiry: "atėjo užsakymas"."""
    beside = [s for s in clause.signs if s.category in {"thing", "stage"} and s.value in _ARRIVING]
    return any(s.first <= verb.first < s.last or s.first == verb.last for s in beside)


_ARRIVING = frozenset({"order", "contract", "invoice", "won", "lead"})


def _goes_to_sum(verb: Verb, clause: Clause) -> bool:
    """Whether it is a price that goes or comes somewhere: "the deal would come to 6,250", "down from 87k"."""
    near = any(a.is_money and a.first - verb.last <= _TO_SUM for a in clause.amounts if a.first >= verb.last)
    return verb.language == "en" and near and not any(m.before_word == "to" for m in clause.mentions)


_TO_SUM = 2


def _goes_in(clause: Clause) -> bool:
    """Whether a customer is where one goes to: "į Tiltą", "pas Joną"."""
    return any(m.before_word in {"į", "i", "pas"} for m in clause.mentions)


def goes_through(verb: Verb, clause: Clause) -> bool:
    """Whether papers are gone over, no way: "went over the contract with"."""
    over = next((s for s in clause.all("over_it") if s.first in {verb.last, verb.last - 1}), None)
    if over is None or any(s.first == over.last and s.value == "to" for s in clause.all("helper")):
        return False  # "went over to Tiltas to fix the quote"
    return any(s.category in {"thing", "terms"} for s in clause.signs)


def kind_of_going_through(clause: Clause) -> str:
    """What was gone over with somebody was talked about."""
    return kind_of_talk(clause) if any(m.before_word == "with" for m in clause.mentions) else ""


def is_of_thing(verb: Verb, clause: Clause) -> bool:
    """Whether what goes or comes is no one: "the decision comes", "our chance went up", "X is gone"."""
    if verb.tense == "pass" or clause.has("chance", "word"):
        return True
    things = [
        s.last
        for category in ("close", "thing", "delivery")
        for s in clause.all(category)
        if s.last <= verb.first and _is_subject(s, verb, clause)
    ]
    since = max(things) if things and verb.language == "en" else clause.first
    someone = (s for s in clause.all("pronoun") if s.value in {"i", "customer"} and s.first >= since)
    return bool(things) and not any(s.last <= verb.first for s in someone)


def _is_subject(thing: Sign, verb: Verb, clause: Clause) -> bool:
    """Whether a thing is what the verb tells of; "for Tiltas" and the like may stand between."""
    if verb.first <= thing.last + 2:
        return True
    between = range(thing.last, verb.first)
    return (
        verb.language == "en"
        and len(between) <= _LONGEST_SUBJECT
        and not any(v.first in between for v in clause.verbs)
        and not any(m.first in between and not m.before_word for m in clause.mentions)
    )


_LONGEST_SUBJECT = 7


_BEING = {"lt": ("past", "fut", "inf", "pass"), "en": ("past", "fut")}
_AT = frozenset({"pas", "at", "in"})


def goes_to_someone(clause: Clause) -> bool:
    """Whether it is got to somebody: "get it to him", "get that across to Jonas"."""
    to = [s.last for s in clause.all("helper") if s.value == "to"]
    known = [s.first for s in clause.all("pronoun") if s.value == "customer"]
    return any(first in to for first in [*known, *(m.first for m in clause.mentions)])


def is_sent(clause: Clause) -> bool:
    """Whether a thing that goes is on its way to a customer: "the offer went out", "went over to Jonas"."""
    return clause.has("thing") and (thing_of(clause) == "offer" or goes_to_someone(clause))
