"""What a message says of a deal's stage, and why it was lost."""

from collections.abc import Sequence, Set

from core.reading.grammar.acts import Act, Mode
from core.reading.grammar.signs import Sign
from core.reading.grammar.text import Clause
from core.reading.grammar.verb import Verb
from core.reading.intent import Span
from core.terms import LostReason, StageMeaning

_ORDER = (
    StageMeaning.LEAD,
    StageMeaning.QUALIFIED,
    StageMeaning.PROPOSAL,
    StageMeaning.NEGOTIATION,
)
_REASONS = (
    LostReason.PRICE,
    LostReason.NO_BUDGET,
    LostReason.NO_NEED,
    LostReason.NO_RESPONSE,
    LostReason.TIMING,
    LostReason.OTHER,
)


def stage_of(
    clauses: Sequence[Clause], acts: Sequence[Sequence[Act]], rival: bool
) -> tuple[StageMeaning | None, Span | None]:
    """The stage the deal has now come to, and the tokens that say so; None if none is said."""
    qualified = _is_qualified(clauses)
    best: tuple[StageMeaning | None, Span | None] = (StageMeaning.QUALIFIED if qualified else None, qualified)
    denied = {s.first for clause in clauses for s in clause.all("negative")}
    before: Clause | None = None
    is_open = any(clause.has("open") for clause in clauses)
    for clause, done in zip(clauses, acts, strict=True):
        guessed = clause.joined == "that" and before is not None and _tells_chance(before)
        before = clause
        for stage, span in [] if guessed else _stages(clause, done, rival):
            if stage is StageMeaning.QUALIFIED and not denied.isdisjoint(range(*span)):
                continue
            if (
                stage is StageMeaning.LOST
                and is_open
                and (clause.verb("refuse") or _is_open_after(clause, clauses))
            ):
                continue
            if best[0] is None or _rank(stage) >= _rank(best[0]):
                best = (stage, span)
    return best


def _is_open_after(lost: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a later clause says that the customer has not decided yet."""
    return any(clause.has("open") for clause in clauses if clause.first > lost.first)


def _is_qualified(clauses: Sequence[Clause]) -> Span | None:
    """Where need and money are both said to be real, and nothing is denied or only hoped."""
    need = next((s for c in clauses for s in c.all("backing") if s.value == "need"), None)
    money = next((s for c in clauses for s in c.all("backing") if s.value == "money"), None)
    real = next((s for c in clauses for s in c.all("backing") if s.value == "real"), None)
    if need is None or money is None or any(c.has("negative") or c.has("if") for c in clauses):
        return None
    if real is not None:
        return real.first, real.last
    has = next(
        (v for c in clauses if c.has("backing", "money") for v in c.verbs if _is_theirs(v, "have")), None
    )
    needs = any(_is_theirs(v, "need") for c in clauses for v in c.verbs)
    return (has.first, has.last) if has is not None and needs else None


def _is_theirs(verb: Verb, concept: str) -> bool:
    """Whether the customer has or needs it now."""
    return concept in verb.concepts and verb.tense == "pres" and verb.person == 3 and not verb.denied


def _rank(stage: StageMeaning) -> int:
    return _ORDER.index(stage) if stage in _ORDER else len(_ORDER)


def _stages(clause: Clause, acts: Sequence[Act], rival: bool) -> list[tuple[StageMeaning, Span]]:
    found: list[tuple[StageMeaning, Span]] = []
    for sign in clause.all("stage"):
        stage = StageMeaning(sign.value)
        if any(s.last == sign.first for s in clause.all("neither")):
            continue
        unreal = _is_unreal(clause, sign)
        if stage in {StageMeaning.WON, StageMeaning.LOST} and (unreal or _is_ahead(clause, stage, sign)):
            continue
        if stage is StageMeaning.LOST and (
            _is_absence(clause, sign)
            or _says_more(clause, sign)
            or _is_no_need_to_do(clause, sign)
            or _is_event_off(clause, sign)
        ):
            continue
        if stage is StageMeaning.NEGOTIATION and (
            _is_unreal(clause, sign, {"condition", "not_yet"})
            or _is_denied_at(clause, sign.first)
            or _is_still_planned(clause, acts)
        ):
            continue
        if stage is StageMeaning.QUALIFIED and (unreal or _is_denied_at(clause, sign.first)):
            continue
        if not _is_denied_at(clause, sign.first) or _denies_itself(clause, sign):
            found.append((stage, (sign.first, sign.last)))
    if not _is_unreal(clause, None):
        found.extend(_by_verbs(clause, rival))
        found.extend(_order_alone(clause))
    for act in acts:
        if act.sends == "offer" and act.mode is Mode.DONE and not act.by_customer:
            found.append((StageMeaning.PROPOSAL, (act.first, act.last)))
    return found


def _order_alone(clause: Clause) -> list[tuple[StageMeaning, Span]]:
    """An order with its sum and no verb is won: "Medvilta – užsakymas 210 €"."""
    order = next((s for s in clause.all("thing") if s.value == "order"), None)
    priced = any(a.is_money and not a.is_vague and not a.is_range for a in clause.amounts)
    if (
        order is None
        or not priced
        or clause.verbs
        or clause.whens
        or clause.has("need")
        or clause.has("negative")
    ):
        return []
    return [(StageMeaning.WON, (order.first, order.last))]


def _is_absence(clause: Clause, sign: Sign) -> bool:
    """Whether "is out" tells only that someone is away till a day."""
    return (
        sign.language == "en"
        and sign.last - sign.first == 2
        and clause.verb("lose", "refuse", "choose") is None
        and any(when.first - sign.last <= 1 for when in clause.whens if when.first >= sign.last)
    )


_UNREAL = frozenset({"condition", "almost", "not_yet"})


def _is_unreal(clause: Clause, stage: Sign | None, told_by: Set[str] = _UNREAL) -> bool:
    """Whether the clause is conditional or denies; words inside the sign itself ("isn't interested") do
    not.
    """
    if clause.joined == "that" and _tells_chance(clause):
        return True
    if clause.joined in {"condition", "when"}:
        return True
    return any(
        s.value in told_by
        for s in clause.all("if")
        if stage is None or not stage.first <= s.first < stage.last
    )


def _tells_chance(clause: Clause) -> bool:
    return clause.has("chance") or any(amount.is_percent for amount in clause.amounts)


def _is_ahead(clause: Clause, stage: StageMeaning, sign: Sign) -> bool:
    """Whether the verbs of the clause are about what is to come; "prarastu" inside the sign is no verb."""
    inside = range(sign.first, sign.last)
    if sign.language == "lt" and clause.has("pronoun", "future_be"):
        return True
    if any(v.tense == "inf" and v.first in inside and v.language == "lt" for v in clause.verbs):
        return True
    if any(v.tense == "fut" or (v.tense == "cond" and v.first not in inside) for v in clause.verbs):
        return not (stage is StageMeaning.LOST and clause.has("stage", "lost") and _lost_is_future(clause))
    return clause.verb("promise", "plan", "wait", "want", "need") is not None or clause.has("need", "plan")


def _lost_is_future(clause: Clause) -> bool:
    """A refusal may be said in the future: "neims", "won't buy"."""
    return any(v.tense == "fut" and v.denied for v in clause.verbs)


def _is_denied_at(clause: Clause, first: int) -> bool:
    return any(s.category == "negative" and first - 3 <= s.first < first for s in clause.signs)


def _is_still_planned(clause: Clause, acts: Sequence[Act]) -> bool:
    """Whether the words tell only what is to be sent or not to be done: "nesiruošiam derėtis"."""
    if any(v.denied and v.concepts & {"plan", "want", "need"} for v in clause.verbs):
        return True
    return bool(acts) and all(act.is_step for act in acts) and clause.has("need", "plan")


def _is_no_need_to_do(clause: Clause, sign: Sign) -> bool:
    """Whether only something need not be done: "skambinti nebereikia"."""
    no_need = any(s.first == sign.first and s.value == "no_need" for s in clause.all("need"))
    return no_need and (any(v.tense == "inf" for v in clause.verbs) or clause.has("event"))


def _is_event_off(clause: Clause, sign: Sign) -> bool:
    """Whether it is a contact that fell through, no deal: "vizitas atkrito"."""
    return clause.has("event") and any(
        v.first == sign.first and "collapse" in v.concepts for v in clause.verbs
    )


def _says_more(clause: Clause, sign: Sign) -> bool:
    """Whether the words are the start of a phrase that tells something else: "is out of the country"."""
    return any(s.first == sign.first and s.last > sign.last for s in clause.all("note"))


def _denies_itself(clause: Clause, sign: Sign) -> bool:
    """Whether the denial is a part of what tells the loss: "isn't interested"; not so in "nothing lost"."""
    inside = any(s.category == "negative" and sign.first <= s.first < sign.last for s in clause.signs)
    return sign.value == "lost" and (inside or sign.language != "en")


def _by_verbs(clause: Clause, rival: bool) -> list[tuple[StageMeaning, Span]]:
    chosen = next((s for s in clause.all("rival") if s.value in {"chosen", "goes"}), None)
    found = [(StageMeaning.LOST, (chosen.first, chosen.last))] if rival and chosen else []
    for verb in clause.verbs:
        stage = _stage_of_verb(verb, clause, rival)
        if stage:
            found.append((stage, (verb.first, verb.last)))
    return found


def _stage_of_verb(verb: Verb, clause: Clause, rival: bool) -> StageMeaning | None:
    if _negotiates(verb, clause):
        return StageMeaning.NEGOTIATION
    if verb.denied or _led_by_plan(verb, clause) or _is_yet_to_be(verb, clause):
        return None
    return _stage_of_order(verb, clause, rival) or _stage_of_loss(verb, clause, rival)


def _is_yet_to_be(verb: Verb, clause: Clause) -> bool:
    """Whether a passive is told of what is to come: "bus pasirašyta"."""
    return verb.language == "lt" and verb.tense == "pass" and clause.has("pronoun", "future_be")


def _stage_of_order(verb: Verb, clause: Clause, rival: bool) -> StageMeaning | None:
    """The stage that signing, ordering or winning tells; all of them lose where a rival does it."""
    concepts, real = verb.concepts, verb.tense in {"past", "pass", "active"}
    if "sign" in concepts and clause.has("thing", "sample"):
        return None
    if real and concepts & {"sign", "order", "buy"}:
        return StageMeaning.LOST if rival else StageMeaning.WON
    if verb.tense == "pres" and verb.language == "lt" and concepts & {"order"} and not clause.whens:
        return StageMeaning.WON
    if (
        verb.tense == "ing"
        and verb.person == 3
        and "order" in concepts
        and clause.amounts
        and not clause.whens
    ):
        return StageMeaning.LOST if rival else StageMeaning.WON
    if verb.person == 3 and real and "send" in concepts and _is_signed_order(clause):
        return StageMeaning.LOST if rival else StageMeaning.WON
    if not real or "win" not in concepts:
        return None
    competitor = clause.has("competitor")
    if rival and verb.person == 3 and (competitor or verb.language == "lt"):
        return StageMeaning.LOST
    by_them = verb.language == "lt" and verb.person == 3 and not competitor
    return None if by_them else StageMeaning.WON


def _is_signed_order(clause: Clause) -> bool:
    """Whether an order or a signed contract is what was sent, no draft and no question about one."""
    return clause.has("thing", "order") and not clause.has("thing", "document") and not clause.has("delivery")


def _stage_of_loss(verb: Verb, clause: Clause, rival: bool) -> StageMeaning | None:
    """The stage that losing, refusing or choosing somebody else tells."""
    concepts, real = verb.concepts, verb.tense in {"past", "pass", "active"}
    if ("collapse" in concepts and clause.has("event")) or (concepts & {"lose"} and verb.person == 3):
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
    if clause.has("stage", "lost"):
        return False
    if clause.has("extra"):
        return True
    if clause.has("thing", "offer") and clause.has("reason"):
        return False
    if any(v.tense == "inf" and v.first > verb.first for v in clause.verbs):
        return True
    detail = [
        s for s in clause.signs if s.category in {"thing", "event", "money"} and s.first > verb.first - 4
    ]
    return any(
        s.category == "event" or s.value in {"discount", "penalty", "price", "sample", "document", "contract"}
        for s in detail
    )


def lost_reason_of(clauses: Sequence[Clause], rival: bool) -> tuple[LostReason | None, Span | None]:
    """The cause that is stated; a competitor only where no other is."""
    said: dict[str, Span] = {}
    for clause in clauses:
        for sign in clause.all("reason"):
            said.setdefault(sign.value, (sign.first, sign.last))
    for reason in _REASONS:
        if reason.value in said:
            return reason, said[reason.value]
    for clause in clauses:
        cause = next(clause.all("cause"), None)
        untold = any(v.denied and "say" in v.concepts for v in clause.verbs)
        if cause is None or untold or clause.has("rival"):
            continue
        if cause.first == clause.first and clause.verbs:
            return LostReason.OTHER, (clause.first, clause.last)
    if rival or LostReason.COMPETITOR.value in said:
        return LostReason.COMPETITOR, said.get("competitor")
    return None, None
