"""The kind of contact or step that a verb is, by what stands with it: channel, thing sent, place."""

from core.reading.calendar import WhenExpr
from core.reading.grammar.meetings import comes_across, is_sat_through, kind_of_meeting, kind_of_sitting
from core.reading.grammar.phrased import kind_of_phrase
from core.reading.grammar.sending import (
    kind_of_answer,
    kind_of_receiving,
    kind_of_sending,
    kind_of_showing,
    kind_of_task,
    kind_of_writing,
)
from core.reading.grammar.text import Clause
from core.reading.grammar.things import channel_of, thing_of
from core.reading.grammar.verb import Verb
from core.reading.grammar.ways import (
    FROM,
    goes_through,
    goes_to_someone,
    is_of_thing,
    is_sent,
    kind_of_going_through,
    kind_of_reaching,
    kind_of_talk,
    kind_of_way,
)


def kind_of(verb: Verb, clause: Clause, by_customer: bool, *, is_step: bool) -> tuple[str, str]:
    """The kind of contact or step that a verb is, and what it sends ("offer" or other); ("", "") if none."""
    if is_step and _is_ours_to_order(verb, clause):
        return "task", ""
    for concept in sorted(verb.concepts):
        phrased = kind_of_phrase(concept, verb, clause, by_customer, is_step=is_step)
        if phrased is not None:
            return phrased
        simple = _SIMPLE.get(concept)
        if simple == "visit" and verb.language == "en" and verb.tense != "pass" and is_of_thing(verb, clause):
            written = channel_of(clause)
            return (written, "") if written in {"email", "message"} and not is_step else ("", "")
        if simple:
            return ("meeting" if simple == "visit" and by_customer else simple), ""
        if is_step and concept in {"write", "hand"} and any(a.is_percent for a in clause.amounts):
            continue  # "duodu 60 %", "rašau 90 proc.": how likely it is
        if concept == "go" and not is_step and by_customer and verb.language == "lt" and is_sent(clause):
            return "proposal", "offer"  # "pasiūlymas nukeliavo pas Joną"
        found = _kind_by_concept(concept, verb, clause, by_customer, is_step)
        if found[0]:
            return found
    return "", ""


def _is_ours_to_order(verb: Verb, clause: Clause) -> bool:
    """Whether an infinitive that opens a clause is what we are to order: "užsakyti pavyzdžius Kuosai"."""
    opens = verb.first == clause.first or any(s.last == verb.first for s in clause.all("need"))
    return (
        verb.concepts == {"order"}
        and (verb.language, verb.tense) == ("lt", "inf")
        and opens
        and not verb.denied
    )


_SIMPLE = {"call": "call", "visit": "visit", "text": "message"}


def _kind_by_concept(
    concept: str, verb: Verb, clause: Clause, by_customer: bool, is_step: bool
) -> tuple[str, str]:
    if concept in {"write", "mail"}:
        return kind_of_writing(concept, clause)
    if concept in {"send", "hand", "quote", "offer", "rework"}:
        return kind_of_sending(concept, verb, clause, by_customer, is_step)
    if concept in {"present", "show"}:
        return _kind_of_presenting(concept, verb, clause, is_step)
    if concept in {"contact", "reply", "remind"}:
        return kind_of_answer(clause, by_customer, is_step)
    if concept == "go" and _is_thing_sent(verb, clause):
        return kind_of_sending("send", verb, clause, False, is_step)
    ours = clause.has("money", "ours") or clause.has("from_us")
    if concept == "receive" and by_customer and not is_step and ours:
        return ("proposal", "offer") if thing_of(clause) == "offer" else ("", "")
    if concept == "receive" and is_step and not _would_be_won(verb, clause):
        theirs = by_customer and (verb.tense != "pres" or clause.has("us")) and verb.language != "lt"
        sent = theirs or thing_of(clause) or goes_to_someone(clause)
        return kind_of_sending("send", verb, clause, False, is_step) if sent else ("", "")
    if concept == "do" and is_step and not by_customer and thing_of(clause) == "offer":
        return "proposal", "offer"
    if concept == "accept" and not is_step and comes_across(verb, clause):
        return "meeting", ""
    if concept in _SAYING and not is_step:
        return _kind_of_saying(verb, clause), SAID
    if concept == "see" and is_step and thing_of(clause):
        return kind_of_sending("send", verb, clause, False, is_step)
    kind = _plain_kind(concept, verb, clause, by_customer, is_step)
    return kind, "offer" if kind == "proposal" and concept == "leave" else ""


def _kind_of_presenting(concept: str, verb: Verb, clause: Clause, is_step: bool) -> tuple[str, str]:
    if concept == "present" and not is_step and _runs_through_offer(clause):
        return kind_of_going_through(clause), ""
    return kind_of_showing(concept, verb, clause, is_step)


def _is_thing_sent(verb: Verb, clause: Clause) -> bool:
    """Whether a thing goes to a customer: "the offer went out"; a presentation may only go well."""
    sent = verb.language == "en" and is_of_thing(verb, clause) and is_sent(clause)
    return sent and not clause.has("event", "demo")


def _runs_through_offer(clause: Clause) -> bool:
    """Whether an offer was gone over with somebody: "ran through the prices with Oliver"."""
    offer = next((s for s in clause.all("thing") if s.value in {"offer", "price"}), None)
    through = offer is not None and any(s.last <= offer.first for s in clause.all("over_it"))
    return through and any(m.before_word == "with" for m in clause.mentions)


def _would_be_won(verb: Verb, clause: Clause) -> bool:
    """Whether the deal is what we may get: "60/40 we get the contract"."""
    ours = verb.language == "en" and (verb.tense, verb.person) == ("pres", 1)
    return ours and (clause.has("odds") or clause.has("chance", "half")) and clause.has("dealing", "deal")


def _plain_kind(concept: str, verb: Verb, clause: Clause, by_customer: bool, is_step: bool) -> str:
    """The kind of a verb that sends nothing."""
    if concept in {"speak", "discuss", "reach"}:
        return kind_of_reaching(verb, clause) if concept == "reach" else kind_of_talk(clause)
    if concept == "touch":
        return kind_of_talk(clause) if not is_step or channel_of(clause) else "task"
    if concept in {"meet", "see"} and (kind := kind_of_meeting(concept, verb, clause)):
        return kind
    if concept == "return" and is_step:
        again = clause.has("back", "prie") or thing_of(clause) in {"reply", "offer", "document", "contract"}
        return "task" if again else ""
    if concept == "return":
        left = [m for m in clause.mentions if m.before_word in FROM]
        came = any(m.companies or m.before_word == "nuo" for m in left)
        return "visit" if came and not by_customer and not is_step else ""
    if concept in {"sit", "glance"}:
        return kind_of_sitting(verb, clause)
    if concept in {"go", "come", "host", "be"}:
        thing_comes = concept == "come" and verb.language == "en" and is_of_thing(verb, clause)
        return "" if thing_comes else kind_of_way(concept, verb, clause, by_customer, is_step)
    if concept == "receive":
        return kind_of_receiving(clause, is_step)
    if concept == "have" or (concept == "do" and is_sat_through(verb, clause)):
        if (
            channel_of(clause) in ({"call", "message"} if _has_someone(verb, clause) else {"call"})
            and not is_step
        ):
            return channel_of(clause)
        if is_sat_through(verb, clause):
            return "meeting"
        return "meeting" if clause.has("our") and not is_step else ""
    return _rarer_kind(concept, verb, clause, by_customer, is_step)


def _has_someone(verb: Verb, clause: Clause) -> bool:
    """Whether a customer is whom we had: "had Jonas on Viber"."""
    named = any(m.first == verb.last and m.people for m in clause.mentions)
    named = named or any(s.first == verb.last and s.value == "customer" for s in clause.all("pronoun"))
    return named and verb.language == "en" and verb.person != 3


def _rarer_kind(concept: str, verb: Verb, clause: Clause, by_customer: bool, is_step: bool) -> str:
    """The kind of a verb that is a contact or task only in some places."""
    if concept == "consider" and not is_step and not by_customer and goes_through(verb, clause):
        return kind_of_going_through(clause)
    if concept == "leave" and not is_step and thing_of(clause) == "offer":
        return "proposal"
    if concept == "view" and is_step:
        return "demo" if thing_of(clause) == "product" or clause.has("event", "demo") else ""
    if concept == "agree" and is_step and _is_to_settle(verb, clause):
        return channel_of(clause) or "task"
    if concept == "negotiate" and is_step and verb.language == "lt" and verb.person == 1:
        return channel_of(clause)
    if concept == "pick_up" and not is_step and by_customer and verb.language == "lt":
        return "" if verb.denied or verb.tense != "past" else channel_of(clause) or "call"
    if concept == "consider" and is_step and not by_customer and _is_promised_thought(verb, clause):
        return "task"
    if concept == "dial" and verb.person == 1 and any("acc" in m.cases for m in clause.mentions):
        return "call"
    if concept == "ask" and is_step and not by_customer:
        return _kind_of_asking(verb, clause)
    if concept == "find" and verb.language == "en" and is_step and not by_customer:
        return "task"
    if verb.concepts == {"other"} and is_step and _is_due_of_us(verb, clause):
        return "task"
    return kind_of_task(concept, clause) if concept in {"task", "arrange"} and is_step else ""


def _came_for_it(verb: Verb, clause: Clause) -> bool:
    """Whether the customer came to us to fetch something: "picked up the samples from our office"."""
    return verb.language == "en" and clause.has("our") and clause.has("thing")


def _kind_of_asking(verb: Verb, clause: Clause) -> str:
    """What we are to ask somebody: "ask Jonas about the date", "asking my boss on Monday"."""
    if verb.tense == "ing":
        return "task" if clause.has("colleague") else ""
    if verb.tense not in {"inf", "imp", "fut"} and (verb.tense, verb.person) != ("cond", 1):
        return ""
    if any(m.before_word == "for" and m.first - verb.last == 1 for m in clause.mentions):
        return ""  # "new lead, ask for Derek"
    return "proposal" if thing_of(clause) == "offer" else "task"


def _is_due_of_us(verb: Verb, clause: Clause) -> bool:
    """Whether we say that we shall do something by a day: "ketvirtadienį spausiu"."""
    return (verb.language, verb.tense, verb.person) == ("lt", "fut", 1) and bool(clause.whens)


def _is_promised_thought(verb: Verb, clause: Clause) -> bool:
    """Whether we are to think something over, by a day if we only say so: "pagalvosiu iki penktadienio"."""
    return verb.tense == "inf" or (verb.tense == "fut" and verb.person == 1 and bool(clause.whens))


def _is_to_settle(verb: Verb, clause: Clause) -> bool:
    """Whether we are to settle something with somebody: "suderinti su Rūta terminus"."""
    with_someone = any(m.before_word == "su" for m in clause.mentions)
    delivered = [range(s.first, s.last) for s in clause.all("delivery")]
    event = any(not any(s.first in those for those in delivered) for s in clause.all("event"))
    return verb.language == "lt" and verb.tense in {"inf", "fut"} and with_someone and not event


SAID = "said"
"""What an act sends that only tells over which channel something was said."""
_SAYING = frozenset(
    {"say", "task", "ask", "accept", "refuse", "promise", "agree", "order", "cancel", "decide", "negotiate"}
)


def _kind_of_saying(verb: Verb, clause: Clause) -> str:
    """The contact in which something was said ("el. paštu patvirtino"); a channel after "asked" is the
    reply's.
    """
    agreed = verb.language == "lt" and verb.tense == "pass" and "agree" in verb.concepts
    if (verb.tense != "past" and not agreed) or verb.denied:
        return ""
    if "task" in verb.concepts and verb.person == 3 and _came_for_it(verb, clause):
        return "meeting"
    led = any(v.tense in {"inf", "fut", "cond"} for v in clause.verbs)
    named = {s.first for s in clause.all("event") if s.language == "en"}
    for sign in clause.all("channel"):
        if sign.first in named and verb.concepts & {"agree", "arrange"}:
            continue  # "Teams booked with Jonas"
        before = sign.first < verb.first
        ahead = any(w.first >= verb.last and w.has_time and not _is_half_today(w) for w in clause.whens)
        if (led or ahead) and not before:
            continue
        if before or verb.concepts & _SAYING:
            return sign.value
    return ""


def _is_half_today(when: WhenExpr) -> bool:
    """Whether only a part of today is said: "ordered by phone this morning"."""
    return when.is_today and when.part is not None and not when.clocks
