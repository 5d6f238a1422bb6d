"""The stage that a verb tells: signing, ordering, negotiating; losses are told by stage_losses."""

from core.reading.grammar.text import Clause
from core.reading.grammar.verb import Verb
from core.reading.intent import Span
from core.reading.names.mention import Mention
from core.reading.stage_losses import decides_against, stage_of_loss, turns_elsewhere
from core.terms import StageMeaning


def stages_by_verbs(clause: Clause, rival: bool) -> list[tuple[StageMeaning, Span]]:
    chosen = next((s for s in clause.all("rival") if s.value in {"chosen", "goes"}), None)
    found = [(StageMeaning.LOST, (chosen.first, chosen.last))] if rival and chosen else []
    if elsewhere := turns_elsewhere(clause):
        return [*found, (StageMeaning.LOST, elsewhere)]
    for verb in clause.verbs:
        stage = _stage_of_verb(verb, clause, rival)
        if stage:
            found.append((stage, (verb.first, verb.last)))
    return found


def _stage_of_verb(verb: Verb, clause: Clause, rival: bool) -> StageMeaning | None:
    if _negotiates(verb, clause):
        return StageMeaning.NEGOTIATION
    if decides_against(verb, clause):
        return StageMeaning.LOST
    if _decides_for(verb, clause, rival):
        return StageMeaning.WON
    if verb.denied or _led_by_plan(verb, clause) or _is_yet_to_be(verb, clause):
        return None
    return _stage_of_order(verb, clause, rival) or stage_of_loss(verb, clause, rival)


def _decides_for(verb: Verb, clause: Clause, rival: bool) -> bool:
    """Whether the customer has decided to buy, and no day to come: "nusprendė imti tris"."""
    decided = clause.verb("decide")
    buys = verb.tense == "inf" and verb.concepts & {"buy", "order", "sign", "choose"} and not verb.denied
    if not buys or decided is None or decided.denied or decided.first > verb.first:
        return False
    elsewhere = rival or clause.has("rival") or clause.has("elsewhere") or clause.has("negative")
    told = (decided.language, decided.tense, decided.person) == ("lt", "past", 3)
    ahead = clause.has("someday") or any(w.has_date and not w.is_today for w in clause.whens)
    return told and not elsewhere and not ahead


def _is_yet_to_be(verb: Verb, clause: Clause) -> bool:
    """Whether a passive is told of what is to come: "bus pasirašyta"."""
    return verb.language == "lt" and verb.tense == "pass" and clause.has("pronoun", "future_be")


def _stage_of_order(verb: Verb, clause: Clause, rival: bool) -> StageMeaning | None:
    """The stage that signing, ordering or winning tells; all of them lose where a rival does it."""
    concepts, real = verb.concepts, verb.tense in {"past", "pass", "active"}
    if "sign" in concepts and (clause.has("thing", "sample") or _signs_off_papers(verb, clause)):
        return None
    if real and concepts & {"sign", "order", "buy"}:
        return StageMeaning.LOST if rival or clause.has("rival", "another", "elsewhere") else StageMeaning.WON
    if (
        verb.tense == "pres"
        and verb.language == "lt"
        and not clause.whens
        and _takes_now(verb, clause, rival)
    ):
        return StageMeaning.WON
    if (
        verb.tense == "ing"
        and verb.person == 3
        and "order" in concepts
        and clause.amounts
        and not clause.whens
    ):
        return StageMeaning.LOST if rival else StageMeaning.WON
    if verb.person == 3 and real and _sends_order(verb, clause):
        return StageMeaning.LOST if rival else StageMeaning.WON
    if verb.tense == "past" and verb.person != 3 and _is_sale(verb, clause):
        return StageMeaning.LOST if rival else StageMeaning.WON
    if not real or "win" not in concepts:
        return None
    competitor = clause.has("competitor")
    if verb.person == 3 and (rival or (competitor and verb.language == "lt")):
        return StageMeaning.LOST
    by_them = verb.language == "lt" and verb.person == 3 and not competitor
    return None if by_them else StageMeaning.WON


def _takes_now(verb: Verb, clause: Clause, rival: bool) -> bool:
    """Whether an order is told in the present, or a purchase with its sum: "užsako", "perka, 8 400 €"."""
    if "order" in verb.concepts:
        return True
    priced = any(a.is_money and not a.is_range for a in clause.amounts)
    return "buy" in verb.concepts and verb.person == 3 and priced and not rival and not clause.has("rival")


def _signs_off_papers(verb: Verb, clause: Clause) -> bool:
    """Whether only drawings or the like were signed off: "pasirašė aktą"."""
    near = range(verb.last, verb.last + _NEAR)
    alone = verb.language == "lt" and verb.last == verb.first + 1
    return (alone or verb.last > verb.first + 1) and any(
        s.value == "document" and s.first in near for s in clause.all("thing")
    )


_NEAR = 3


def _sends_order(verb: Verb, clause: Clause) -> bool:
    """Whether an order is what a customer sent: "emailed her order", not "texted that the order waits"."""
    if "send" in verb.concepts:
        return _is_signed_order(clause)
    articles = {s.last for s in clause.all("article")}
    orders = (s.first for s in clause.all("thing") if s.value == "order")
    own = any(first in articles and first - verb.last <= 1 for first in orders)
    return bool(verb.concepts & {"mail", "text"}) and own and _is_signed_order(clause)


def _is_sale(verb: Verb, clause: Clause) -> bool:
    """Whether we sold or closed it: "sold them 40 racks", "closed Tiltas"."""
    if "sell" in verb.concepts:
        return bool(clause.mentions) or bool(clause.amounts)
    if "receive" in verb.concepts and verb.language == "en" and _is_all_got(verb, clause):
        return True
    if "close" not in verb.concepts or clause.has("stage", "lost"):
        return False
    if verb.language == "lt":
        return verb.person == 1 and any(m.first == verb.last and "acc" in m.cases for m in clause.mentions)
    return any(m.first == verb.last and (m.companies or _is_all(m, clause)) for m in clause.mentions)


def _is_all(closed: Mention, clause: Clause) -> bool:
    """Whether a person is all that was closed: "closed Margus! 88,000"."""
    return bool(closed.people) and not any(s.first >= closed.last for s in clause.signs)


def _is_all_got(verb: Verb, clause: Clause) -> bool:
    """Whether a customer is all we got: "we got Brightmoor!"; not in "got Tiltas on the phone"."""
    got = next((m for m in clause.mentions if m.first == verb.last and m.companies), None)
    others = [s for s in clause.signs if got and s.first >= got.last and s.category != "negative"]
    return got is not None and verb.person == 1 and not others and not clause.whens and not verb.denied


def _is_signed_order(clause: Clause) -> bool:
    """Whether an order or a signed contract is what was sent, no draft and no question about one."""
    return clause.has("thing", "order") and not clause.has("thing", "document") and not clause.has("delivery")


def _negotiates(verb: Verb, clause: Clause) -> bool:
    if "negotiate" in verb.concepts:
        under_way = verb.tense in {"past", "pres", "ing"} and not verb.denied
        return under_way or (verb.tense == "inf" and _is_begun(verb, clause))
    if "agree" in verb.concepts and not verb.denied:
        return clause.has("terms") and _is_under_way(verb, clause)
    return False


def _is_begun(verb: Verb, clause: Clause) -> bool:
    """Whether the verb is what has begun or goes on: "pradėjom derėtis"."""
    return any(
        v.first < verb.first and v.concepts & {"begin"} and v.tense in {"past", "pres"} and not v.denied
        for v in clause.verbs
    )


def _is_under_way(verb: Verb, clause: Clause) -> bool:
    """Whether something is just being agreed."""
    if verb.language == "lt" and verb.tense == "pres" and verb.person == 1 and not clause.whens:
        return True
    return verb.tense == "ing" or (
        verb.tense == "pass" and any(v.tense == "ing" and "be" in v.concepts for v in clause.verbs)
    )


def _led_by_plan(verb: Verb, clause: Clause) -> bool:
    return verb.tense != "past" and any(
        v.first < verb.first and v.concepts & {"want", "promise", "plan", "need", "wait", "try"}
        for v in clause.verbs
    )
