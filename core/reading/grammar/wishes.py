"""Things that a customer asks for or that are due, named without a verb of their own: "nori pasiūlymo"."""

from core.reading.amounts import Amount
from core.reading.calendar import Direction, Relation
from core.reading.grammar.act import Act
from core.reading.grammar.modes import Mode
from core.reading.grammar.text import Clause
from core.reading.grammar.things import channel_of, thing_of
from core.reading.grammar.verb import Verb


def _promised(clause: Clause) -> list[Act]:
    """A thing that is promised without a verb for it: "pažadėjau pavyzdžius iki penktadienio"."""
    verb, thing = clause.verb("promise"), thing_of(clause)
    if verb is None or verb.denied or thing not in _PROMISED or len(clause.verbs) > 1:
        return []
    if not clause.whens and (verb.language != "en" or verb.tense != "past" or verb.person == 3):
        return []
    sign = next(clause.all("thing"))
    by_customer = verb.person == 3
    kind = "proposal" if thing == "offer" else "task"
    if thing == "offer" and by_customer:
        return []
    return [Act(kind, Mode.PLAN, verb.first, max(verb.last, sign.last), by_customer, True, thing)]


_PROMISED = frozenset({"offer", "sample", "document", "contract", "invoice", "reply"})


def wishes_of(clause: Clause, before: Clause | None) -> list[Act]:
    """Things that the customer asks for without a verb for it: "nori pasiūlymo", "asked for samples"."""
    due = _due_of(clause, before)
    if due is not None:
        return due
    wish = clause.verb("want", "ask", "need") or _waiting(clause) or _owed(clause)
    if wish is None and clause.has("agenda") and not clause.verbs:
        return _on_agenda(clause)
    if wish is not None and wish.concepts & {"ask"} and _asks_whether(wish, clause):
        return []
    if wish is not None and (_was_asked_by_us(wish, clause) or _only_likes(wish)):
        return []
    if wish is not None and (_is_for_others(wish, clause) or _is_to_be_signed(wish, clause)):
        return []
    if wish is None or wish.denied or (wish.tense in {"cond"} and clause.has("if")):
        return []
    needed = wish.tense in {"past", "pass"} and wish.person != 1  # "proposal needed by Friday"
    ours = wish.tense == "imp" and any(m.before_word in {"for", "to"} for m in clause.mentions)
    if wish.concepts & {"need"} and not (wish.person == 3 or wish.language == "lt" or needed or ours):
        return []
    thing = "" if _asks_for_less(clause) or _is_before_wish(wish, clause) else thing_of(clause)
    asked = {"contract", "sample", "invoice", "document"}
    asked |= {"reply"} if "owe" in wish.concepts else set()
    kind = {"offer": "proposal"}.get(thing, "task" if thing in asked else "")
    if not kind or (kind == "task" and (_is_of_signing(clause) or _is_contract_expected(wish, thing))):
        return []
    if kind == "task" and channel_of(clause) in {"email", "message"}:
        kind = channel_of(clause)
    mode = Mode.PLAN if wish.person == 1 else Mode.ASKED
    sign = next(clause.all("thing"))
    return [Act(kind, mode, wish.first, max(wish.last, sign.last), False, True, thing)]


def _is_of_signing(clause: Clause) -> bool:
    """Whether the thing is only what is to be signed: "sutartį norėtų sudaryti antrąjį ketvirtį"."""
    things = [s.first for s in clause.all("thing")]
    closes = [range(s.first, s.last) for s in clause.all("close") if s.last - s.first > 1]
    return bool(things) and all(any(at in close for close in closes) for at in things)


def _only_likes(wish: Verb) -> bool:
    """Whether the customer only likes it: "likes the quote", not "would like a quote"."""
    return "accept" in wish.concepts and wish.language == "en" and wish.tense in {"pres", "past"}


def _is_before_wish(wish: Verb, clause: Clause) -> bool:
    """Whether the things belong to a verb before the wish: "likes the quote but wants a longer warranty"."""
    if wish.language != "en" or wish.person != 3 or wish.tense not in {"pres", "past"}:
        return False
    last = max((s.last for s in clause.all("thing")), default=wish.first)
    only_price = {s.value for s in clause.all("thing")} == {"price"}
    return last <= wish.first and (only_price or any(v.first < last for v in clause.verbs))


def _is_contract_expected(wish: Verb, thing: str) -> bool:
    """Whether a contract is only expected by a day: "contract expected on the 18th"."""
    passive = not wish.person and wish.tense == "past" and "wait" in wish.concepts
    return thing == "contract" and passive and wish.language == "en"


def _has_to_be_there(clause: Clause) -> bool:
    """Whether something of ours has to be out or with the customer: "offer has to be in by the 20th"."""
    things = [s for s in clause.all("thing") if s.value in _PROMISED]
    there = next(clause.all("to_be_with"), None)
    if there is None or not any(0 <= there.first - s.last <= _SOME_WORDS for s in things):
        return False
    ahead = any(w.direction is not Direction.PAST and not w.is_now for w in clause.whens)
    told = ahead or clause.has("need", "plan") or clause.has("by_then")
    return told and not any(v.denied or v.tense == "past" for v in clause.verbs)


def _due_of(clause: Clause, before: Clause | None) -> list[Act] | None:
    """What is promised or due without anybody's wish; None where the clause may still tell a wish."""
    promised = _promised(clause)
    if promised:
        return promised
    if clause.has("valid"):
        return None  # "offer out to Jonas, valid till the end of April"
    if clause.has("agenda", "heading") and not clause.verbs:
        return []
    if _has_to_be_there(clause):
        return _on_agenda(clause)
    if before is not None and _goes_out(clause, before):
        return _on_agenda(before, at=clause)
    if before is not None and _is_promised_to_be_had(clause, before):
        return _on_agenda(clause)
    if all(v.concepts == {"be"} for v in clause.verbs) and (_is_under_way_to(clause) or _is_due(clause)):
        return _on_agenda(clause)
    return None


_TO_GO_OUT = 2
"""So many words may stand before it goes out: "has to go out tomorrow"."""


def _goes_out(clause: Clause, before: Clause) -> bool:
    """Whether the clause says when what was spoken of before goes out: "goes out Monday first thing"."""
    opens = any(s.first - clause.first <= _TO_GO_OUT for s in clause.all("to_be_with"))
    opens = opens and not clause.mentions and not clause.has("pronoun", "customer", "i")
    ahead = any(w.has_date and w.direction is not Direction.PAST and not w.is_now for w in clause.whens)
    return opens and ahead and not clause.has("thing") and thing_of(before) in _PROMISED


def _is_promised_to_be_had(clause: Clause, before: Clause) -> bool:
    """Whether we promised that the customer will have it: "promised Liis she'd have the drawings"."""
    promised = before.verb("promise", "tell")
    ours = promised is not None and promised.language == "en" and promised.person != 3
    had = clause.verb("have", "receive")
    theirs = had is not None and had.tense in {"cond", "fut"} and had.person == 3 and not had.denied
    return ours and theirs and thing_of(clause) in _PROMISED and not clause.has("if", "condition")


def _was_asked_by_us(wish: Verb, clause: Clause) -> bool:
    """Whether we have only asked for it, with no day to come: "I've asked Darius for the figures twice"."""
    ahead = any(w.direction is not Direction.PAST and not w.is_now and not w.is_today for w in clause.whens)
    return (
        "ask" in wish.concepts
        and wish.language == "en"
        and (wish.person, wish.tense) == (1, "past")
        and not ahead
    )


def _is_for_others(wish: Verb, clause: Clause) -> bool:
    """Whether the customer's own people are to do something with it: "wants his boss to see the offer"."""
    then = [v.first for v in clause.verbs if v.first > wish.first and v.tense == "inf"]
    theirs = any(wish.last <= s.first and s.last < then[0] for s in clause.all("internal")) if then else False
    return theirs and wish.language == "en"


def _is_to_be_signed(wish: Verb, clause: Clause) -> bool:
    """Whether what is wished is the signing or the order: "wants to have the contract signed in June"."""
    done = clause.verb("sign", "order")
    return done is not None and done.language == "en" and done.tense == "pass" and done.first > wish.first


def _is_due(clause: Clause) -> bool:
    """Whether a few words say only what is due when: "offer by Thu", "pasiūlymas iki penktadienio, 60k"."""
    if clause.has("thing", "contract") and not clause.verbs and not _is_by_a_day(clause):
        return False  # that is when it is signed: "contract on Monday"
    if any(s.value == "contract" and s.language == "lt" for s in clause.all("thing")):
        return False  # that is how long it holds: "sutartis iki metų galo"
    ahead = any(w.has_date and not w.is_now and w.direction is not Direction.PAST for w in clause.whens)
    day = max((w.last for w in clause.whens), default=clause.last)
    contract = clause.has("thing", "contract")
    dated = {i for w in clause.whens for i in range(w.first, w.last) if not contract}
    told = clause.has("close") or clause.has("negative") or clause.has("event") or clause.has("note")
    return (
        ahead
        and thing_of(clause) in _PROMISED
        and not told
        and not any(
            _is_priced(amount) and amount.first < day
            for amount in clause.amounts
            if amount.first not in dated
        )
        and day - clause.first <= (_SOME_WORDS if clause.has("need", "plan") else _FEW_WORDS)
    )


def _is_by_a_day(clause: Clause) -> bool:
    return any(w.relation is Relation.BY for w in clause.whens) or clause.has("need", "plan")


def _is_priced(amount: Amount) -> bool:
    """Whether a number is more than how many: "quote for 20 sets due Monday"."""
    return amount.is_money or amount.is_percent


_FEW_WORDS, _SOME_WORDS = 6, 10


def _asks_for_less(clause: Clause) -> bool:
    """Whether the price is only what is too high: "kaina per didelė, prašo nuolaidos"."""
    things = {s.value for s in clause.all("thing")}
    return things <= {"price", "discount"} and (
        "discount" in things or clause.has("reason", "price") or clause.has("money", "discount")
    )


def _asks_whether(wish: Verb, clause: Clause) -> bool:
    """Whether it is a question, no request: "klausia ar čia galutinė kaina"."""
    asked = any((s.category, s.value) == ("join", "that") and s.first > wish.last for s in clause.signs)
    return (wish.person == 1 and asked) or any(
        s.first == wish.last
        and not any(t.first == s.first and t.value == "offer" for t in clause.all("thing"))
        and ((s.category, s.value) in {("join", "that"), ("aside", "question")} or s.category == "topic")
        for s in clause.signs
    )


def _is_under_way_to(clause: Clause) -> bool:
    """Whether a thing is to go to someone by a day: "contract to Anke by Monday", "quote to her today"."""
    things = list(clause.all("thing"))
    if not things or thing_of(clause) not in _PROMISED:
        return False
    if any(
        m.cases == {"dat"}
        and (0 <= m.first - things[0].last <= 2 or (not clause.verbs and 0 <= things[0].first - m.last <= 2))
        for m in clause.mentions
    ):
        return any(w.direction is not Direction.PAST and w.has_date for w in clause.whens)
    owed = clause.has("need", "plan") and _is_with_customer(clause)
    return (owed or any(0 < at - thing.last <= 2 for at in _to_whom(clause) for thing in things)) and any(
        w.direction is not Direction.PAST and not w.is_now and w.last >= clause.last - 1 for w in clause.whens
    )


def _to_whom(clause: Clause) -> list[int]:
    """Where those stand to whom or for whom something is."""
    ends = {s.last for s in clause.all("helper") if s.value == "to"}
    known = (s.first for s in clause.all("pronoun") if s.value == "customer")
    named = (m.first for m in clause.mentions if m.before_word in {"to", "for"})
    return [*named, *(first for first in known if first in ends)]


def _is_with_customer(clause: Clause) -> bool:
    """Whether something has to be at the customer's: "must be with her by Friday"."""
    ends = {s.first for s in clause.all("pronoun") if s.value == "customer"} | {
        m.first for m in clause.mentions
    }
    return any(s.first + 1 in ends for s in clause.all("with"))


def _owed(clause: Clause) -> Verb | None:
    """The verb by which we owe something or are not to forget it: "owe Jonas a quote"."""
    verb = clause.verb("owe", "forget")
    if verb is None or verb.language != "en" or verb.person == 3:
        return None
    if "owe" in verb.concepts:
        return verb._replace(person=1) if not verb.denied else None
    reminded = verb.denied and verb.tense in {"imp", "pres"}
    return verb._replace(person=1, denied=False) if reminded else None


def _waiting(clause: Clause) -> Verb | None:
    """The verb of a customer who waits for something of ours."""
    verb = clause.verb("wait")
    return verb if verb is not None and verb.person == 3 and verb.tense != "inf" else None


def _on_agenda(clause: Clause, at: Clause | None = None) -> list[Act]:
    """What stands after "next step:" without a verb; `at`: where it is told if not beside its name."""
    thing = thing_of(clause)
    if not thing:
        return []
    sign = next(clause.all("thing"))
    first, last = (at.first, at.last) if at is not None else (sign.first, sign.last)
    return [Act("proposal" if thing == "offer" else "task", Mode.PLAN, first, last, False, True, thing)]
