"""The stage that a verb tells: signing, ordering, negotiating, refusing."""

from core.reading.grammar.text import Clause
from core.reading.grammar.verb import Verb
from core.reading.intent import Span
from core.terms import StageMeaning


def stages_by_verbs(clause: Clause, rival: bool) -> list[tuple[StageMeaning, Span]]:
    chosen = next((s for s in clause.all("rival") if s.value in {"chosen", "goes"}), None)
    found = [(StageMeaning.LOST, (chosen.first, chosen.last))] if rival and chosen else []
    if elsewhere := _turns_elsewhere(clause):
        return [*found, (StageMeaning.LOST, elsewhere)]
    for verb in clause.verbs:
        stage = _stage_of_verb(verb, clause, rival)
        if stage:
            found.append((stage, (verb.first, verb.last)))
    return found


def refusals(clause: Clause) -> list[tuple[StageMeaning, Span]]:
    """Where the customer says that they will not buy, which is no denial but a loss."""
    lost = (v for v in clause.verbs if _will_not_buy(v, clause) or _got_nothing(v, clause))
    return [(StageMeaning.LOST, (v.first, v.last)) for v in lost]


def _got_nothing(verb: Verb, clause: Clause) -> bool:
    """Whether we did not get what was to be won: "we did not get the Tiltas job"."""
    ours = verb.language == "en" and verb.denied and verb.tense == "past" and verb.person != 3
    if not ours or "receive" not in verb.concepts or clause.has("if", "condition"):
        return False
    what = (s.first for s in clause.all("dealing") if s.value == "deal")
    return any(0 < first - verb.last <= _TO_DEAL for first in what)


_TO_DEAL = 4


def _turns_elsewhere(clause: Clause) -> Span | None:
    """Where the customer takes somebody else than us: "pirks iš kitų", "liko prie senojo tiekėjo"."""
    other = next(clause.all("elsewhere"), None)
    if other is None or clause.has("if", "perhaps") or clause.verb("consider", "want", "plan") is not None:
        return None
    for verb in clause.verbs:
        if verb.denied or verb.language != "lt" or verb.person == 1:
            continue
        took = verb.tense in {"past", "pass"} and verb.concepts & _TAKING
        takes = verb.tense in {"pres", "fut"} and verb.concepts & {"choose", "stay"}
        will = verb.tense == "fut" and verb.concepts & _TAKING
        led = verb.tense == "inf" and verb.concepts & _TAKING and clause.verb("decide") is not None
        if took or takes or will or led:
            return verb.first, verb.last
    return None


_TAKING = frozenset({"choose", "buy", "order", "sign", "hand", "find", "go", "leave", "stay", "win"})


def _stage_of_verb(verb: Verb, clause: Clause, rival: bool) -> StageMeaning | None:
    if _negotiates(verb, clause):
        return StageMeaning.NEGOTIATION
    if _decides_against(verb, clause):
        return StageMeaning.LOST
    if verb.denied or _led_by_plan(verb, clause) or _is_yet_to_be(verb, clause):
        return None
    return _stage_of_order(verb, clause, rival) or _stage_of_loss(verb, clause, rival)


_BUYING = frozenset({"buy", "order", "proceed"})


def _will_not_buy(verb: Verb, clause: Clause) -> bool:
    """Whether the customer says that they will not: "isn't going to buy"; not "won't order before May"."""
    if not verb.denied or verb.concepts.isdisjoint(_BUYING) or verb.person == 1 or clause.whens:
        return False
    unwilling = any(0 < verb.first - s.last < _BESIDE for s in clause.all("unwilling")) or any(
        s.last == verb.first for s in clause.all("unwilling")
    )
    only_now = any(s.category == "negative" and s.first > verb.first for s in clause.signs) or any(
        (s.category, s.value) == ("join", "when") and s.first > verb.first for s in clause.signs
    )
    return unwilling and not only_now and clause.joined not in {"condition", "when"}


_BESIDE = 3


def _decides_against(verb: Verb, clause: Clause) -> bool:
    """Whether the customer has decided not to buy or to work with us: "nusprendė nebepirkti"."""
    decided = clause.verb("decide")
    against = (
        verb.denied and verb.tense == "inf" and verb.concepts & {"buy", "order", "sign", "choose", "work"}
    )
    return bool(against) and decided is not None and decided.tense == "past" and decided.language == "lt"


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
    """Whether only drawings or the like were signed off."""
    near = range(verb.last, verb.last + _NEAR)
    return verb.last > verb.first + 1 and any(
        s.value == "document" and s.first in near for s in clause.all("thing")
    )


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
    if "close" not in verb.concepts or clause.has("stage", "lost"):
        return False
    if verb.language == "lt":
        return verb.person == 1 and any(m.first == verb.last and "acc" in m.cases for m in clause.mentions)
    return any(m.first == verb.last and m.companies for m in clause.mentions)


def _is_signed_order(clause: Clause) -> bool:
    """Whether an order or a signed contract is what was sent, no draft and no question about one."""
    return clause.has("thing", "order") and not clause.has("thing", "document") and not clause.has("delivery")


def _stage_of_loss(verb: Verb, clause: Clause, rival: bool) -> StageMeaning | None:
    """The stage that losing, refusing or choosing somebody else tells."""
    concepts, real = verb.concepts, verb.tense in {"past", "pass", "active"}
    if _goes_elsewhere(verb, clause, real=real):
        return StageMeaning.LOST
    if ("collapse" in concepts and (clause.has("event") or clause.has("chance", "word"))) or (
        concepts & {"lose"} and verb.person == 3
    ):
        return None
    if (real and concepts & {"lose", "collapse"}) or (concepts & {"write_off"} and verb.tense != "inf"):
        return StageMeaning.LOST
    told_now = verb.tense == "ing" or (
        verb.tense == "pres" and not clause.whens and _is_of_offer(verb, clause)
    )
    leaving = told_now and verb.person == 3
    if (real or leaving) and "refuse" in concepts:
        return None if verb.person == 1 or _refuses_detail(verb, clause) else StageMeaning.LOST
    if rival and concepts & {"choose"} and (real or verb.tense == "pres"):
        return StageMeaning.LOST
    return None


_PAPERS = frozenset({"document", "invoice", "sample"})


def _is_of_no_deal(verb: Verb, clause: Clause) -> bool:
    """Whether something else was lost or died: "the projector died", "they lost our invoice"."""
    if "lose" in verb.concepts:
        return any(s.value in _PAPERS and abs(s.first - verb.last) <= _NEAR for s in clause.all("thing"))
    if "collapse" not in verb.concepts:
        return False
    told = any(m.last <= verb.first for m in clause.mentions) and not clause.has("note", "fact")
    subject = any(s.last == verb.first for s in clause.all("dealing"))
    named = any(m.last == verb.first and not m.raw[-1].endswith("'s") for m in clause.mentions)
    return told and not subject and not named and verb.first - clause.first > _NEAR


_NEAR = 3


_TURNING = frozenset({"choose", "buy", "order", "sign", "go", "hand", "receive", "decide"})


def _goes_elsewhere(verb: Verb, clause: Clause, *, real: bool) -> bool:
    """Whether the customer turns to somebody who is not named: "went with someone cheaper"."""
    elsewhere = [s.first for s in clause.all("rival") if s.value == "elsewhere"]
    if not elsewhere or verb.person == 1 or verb.language != "en" or verb.concepts.isdisjoint(_TURNING):
        return False
    if elsewhere[0] < verb.first or clause.has("if", "perhaps"):
        return False
    if real:
        return True
    decided = any("decide" in v.concepts and v.tense == "past" for v in clause.verbs if v.first < verb.first)
    now = verb.tense in {"ing", "pres"} and not clause.whens and "choose" in verb.concepts
    return now or (decided and verb.tense == "inf")


def _is_of_offer(verb: Verb, clause: Clause) -> bool:
    return verb.language == "lt" or clause.has("thing", "offer") or clause.has("reason")


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
    return any(
        v.first < verb.first and v.concepts & {"want", "promise", "plan", "need", "wait", "try"}
        for v in clause.verbs
    ) and verb.tense not in {"past"}


def _refuses_detail(verb: Verb, clause: Clause) -> bool:
    """Whether only a part was refused: a discount, a meeting, a clause of the contract."""
    if clause.has("extra") and (verb.language == "lt" or refuses_extra(verb, clause)):
        return not clause.has("stage", "lost") or verb.language == "en"
    if clause.has("stage", "lost"):
        return False
    if clause.has("reason") and any(0 <= s.first - verb.last <= 1 for s in clause.all("topic")):
        return False  # "atsisakė dėl kainos"
    offers = [s.first for s in clause.all("thing") if s.value == "offer"]
    if clause.has("reason") and any(0 <= first - verb.last <= 2 for first in offers):
        return False
    if any(v.tense == "inf" and v.first > verb.first for v in clause.verbs):
        return True
    detail = [
        s
        for s in clause.signs
        if s.category in {"thing", "event", "money", "delivery"} and s.first > verb.first - 4
    ]
    return any(
        s.category in {"event", "delivery"}
        or s.value in {"discount", "penalty", "price", "sample", "document", "contract"}
        for s in detail
    )


def refuses_extra(verb: Verb, clause: Clause) -> bool:
    """Whether what stands after a refusal is only a part: "said no to the date"."""
    near = range(verb.last, verb.last + _TO_EXTRA)
    return "refuse" in verb.concepts and any(s.first in near for s in clause.all("extra"))


_TO_EXTRA = 4
