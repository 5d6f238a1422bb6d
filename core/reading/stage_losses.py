"""The loss that a verb tells: refusing, choosing somebody else, losing, not buying."""

from core.reading.grammar.signs import Sign
from core.reading.grammar.text import Clause
from core.reading.grammar.verb import Verb
from core.reading.intent import Span
from core.terms import StageMeaning


def refusals(clause: Clause) -> list[tuple[StageMeaning, Span]]:
    """Where the customer says that they will not buy, which is no denial but a loss."""
    told = (_will_not_buy, _got_nothing, _needs_no_more, _wants_none)
    lost = (v for v in clause.verbs if any(tells(v, clause) for tells in told))
    return [(StageMeaning.LOST, (v.first, v.last)) for v in lost]


def _wants_none(verb: Verb, clause: Clause) -> bool:
    """Whether somebody just does not want it, which is said of nothing before: "Kuosa nenori, per brangu"."""
    said = (verb.language, verb.tense, verb.person) == ("lt", "pres", 3) and verb.denied
    if not said or verb.concepts != {"want"} or clause.first or len(clause.verbs) > 1:
        return False
    told = clause.last - verb.last <= 1 and any(m.last == verb.first for m in clause.mentions)
    return told and not clause.has("thing") and not clause.has("event")


def _got_nothing(verb: Verb, clause: Clause) -> bool:
    """Whether we did not get what was to be won: "we did not get the Tiltas job"."""
    ours = verb.language == "en" and verb.denied and verb.tense == "past" and verb.person != 3
    if not ours or "receive" not in verb.concepts or clause.has("if", "condition"):
        return False
    what = (s.first for s in clause.all("dealing") if s.value == "deal")
    return any(0 < first - verb.last <= _TO_DEAL for first in what) or _is_all_not_got(verb, clause)


_TO_DEAL = 4


def _is_all_not_got(verb: Verb, clause: Clause) -> bool:
    """Whether a customer is all that we did not get: "we didn't get Brightmoor"."""
    got = next((m for m in clause.mentions if m.first == verb.last and m.companies), None)
    return got is not None and not clause.whens and not any(s.first >= got.last for s in clause.signs)


def _needs_no_more(verb: Verb, clause: Clause) -> bool:
    """Whether the customer does not need or want it any more: "doesn't need racks any more"; not
    "doesn't want a call any more".
    """
    unneeded = verb.language == "en" and verb.denied and verb.tense == "pres" and verb.person == 3
    if not unneeded or verb.concepts.isdisjoint({"need", "want"}) or len(clause.verbs) > 1:
        return False
    if clause.has("event") or clause.has("extra") or clause.has("thing", *_BESIDES):
        return False
    return any(s.first >= verb.last for s in clause.all("after_all")) and clause.joined not in {
        "condition",
        "when",
    }


_BESIDES = ("document", "sample", "invoice", "discount", "reply")


def turns_elsewhere(clause: Clause) -> Span | None:
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


def bought_elsewhere(clause: Clause, sign: Sign) -> bool:
    """Whether the purchase that the words tell was not ours: "nusipirko naudotą"."""
    bought = any(
        sign.first <= v.first < sign.last and v.concepts & {"buy"} and v.person == 3 for v in clause.verbs
    )
    return bought and turns_elsewhere(clause) is not None


_TAKING = frozenset({"choose", "buy", "order", "sign", "hand", "find", "go", "leave", "stay", "win"})


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


def decides_against(verb: Verb, clause: Clause) -> bool:
    """Whether the customer has decided not to buy or to work with us: "nusprendė nebepirkti"."""
    decided = clause.verb("decide")
    against = (
        verb.denied and verb.tense == "inf" and verb.concepts & {"buy", "order", "sign", "choose", "work"}
    )
    return bool(against) and decided is not None and decided.tense == "past" and decided.language == "lt"


def stage_of_loss(verb: Verb, clause: Clause, rival: bool) -> StageMeaning | None:
    """The stage that losing, refusing or choosing somebody else tells."""
    concepts, real = verb.concepts, verb.tense in {"past", "pass", "active"}
    if _goes_elsewhere(verb, clause, real=real):
        return StageMeaning.LOST
    if ("collapse" in concepts and (clause.has("event") or clause.has("chance", "word"))) or (
        concepts & {"lose"} and verb.person == 3
    ):
        return None
    if verb.language == "en" and _is_of_no_deal(verb, clause):
        return None
    if (real and concepts & {"lose", "collapse"}) or _is_written_off(verb, clause):
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


def _is_written_off(verb: Verb, clause: Clause) -> bool:
    """Whether we write it off, not only after one more try: "last try on Thursday, then I write it off"."""
    later = clause.joined == "then" and verb.language == "en" and verb.tense == "pres"
    return "write_off" in verb.concepts and verb.tense != "inf" and not later


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


def _refuses_detail(verb: Verb, clause: Clause) -> bool:
    """Whether only a part was refused: a discount, a meeting, a clause of the contract."""
    if _refuses_contract(verb, clause):
        return False
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


def _refuses_contract(verb: Verb, clause: Clause) -> bool:
    """Whether the whole contract is refused: "priežiūros sutarties atsisako"; not its "punkto"."""
    beside = {verb.first, verb.last}
    papers = (s for s in clause.all("thing") if s.value == "contract" and verb.language == "lt")
    return any(
        s.last == verb.first or (s.first in beside and s.last >= clause.last - 1) for s in papers
    ) and not any(v.tense == "inf" for v in clause.verbs)


def refuses_extra(verb: Verb, clause: Clause) -> bool:
    """Whether what stands after a refusal is only a part: "said no to the date"."""
    near = range(verb.last, verb.last + _TO_EXTRA)
    return "refuse" in verb.concepts and any(s.first in near for s in clause.all("extra"))


_TO_EXTRA = 4
