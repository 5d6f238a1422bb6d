"""What a message says of a deal's stage."""

from collections.abc import Sequence, Set

from core.reading.grammar.acts import Act, Mode
from core.reading.grammar.signs import Sign
from core.reading.grammar.text import Clause
from core.reading.grammar.verb import Verb
from core.reading.intent import Span
from core.reading.stage_verbs import refusals, refuses_extra, stages_by_verbs
from core.terms import StageMeaning

_ORDER = (
    StageMeaning.LEAD,
    StageMeaning.QUALIFIED,
    StageMeaning.PROPOSAL,
    StageMeaning.NEGOTIATION,
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
    for number, (clause, done) in enumerate(zip(clauses, acts, strict=True)):
        if _has_not_begun(clause, clauses[number + 1 : number + 2]):
            continue
        guessed = before is not None and (
            (clause.joined == "that" and _tells_chance(before)) or _follows_condition(clause, before)
        )
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
    return (None, None) if best[0] is StageMeaning.WON and _is_unsigned_after(best[1], clauses) else best


def _is_unsigned_after(won: Span | None, clauses: Sequence[Clause]) -> bool:
    """Whether it was accepted, but a later clause says that it is not signed yet."""
    return won is not None and any(
        v.denied and v.language == "en" and "sign" in v.concepts and v.tense in {"past", "pres", "pass"}
        for clause in clauses
        for v in clause.verbs
        if clause.first > won[0]
    )


def _has_not_begun(clause: Clause, following: Sequence[Clause]) -> bool:
    """Whether the clause after it denies what this one only names: "derybos dar neprasidėjo"."""
    verb = following[0].verb("begin", "happen") if following and not clause.verbs else None
    return verb is not None and verb.denied and following[0].first == clause.last


def _follows_condition(clause: Clause, before: Clause) -> bool:
    """Whether it is only what would come of a condition: "if they agree, we've won"."""
    return (
        before.joined == "condition"
        and before.sentence == clause.sentence
        and clause.joined in {"", "then"}
        and before.first == 0
    )


def _is_open_after(lost: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a later clause says that the customer has not decided yet."""
    return any(clause.has("open") for clause in clauses if clause.first > lost.first)


def _is_qualified(clauses: Sequence[Clause]) -> Span | None:
    """Where need and money are both said to be real, and nothing is denied or only hoped."""
    need = next((s for c in clauses for s in c.all("backing") if s.value == "need"), None)
    money = next((s for c in clauses for s in c.all("backing") if s.value == "money"), None)
    real = next((s for c in clauses for s in c.all("backing") if s.value == "real"), None)
    if need is None or money is None:
        return None
    told = [c for c in clauses if any(c.first <= s.first < c.last for s in (need, money))]
    if any(c.has("negative") or c.has("if") for c in told):
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
        unreal = _is_unreal(clause, sign) or _denies_win(clause, sign)
        if stage is StageMeaning.WON and rival and sign.language == "en":
            stage = StageMeaning.LOST
        if stage in {StageMeaning.WON, StageMeaning.LOST} and (unreal or _is_ahead(clause, stage, sign)):
            continue
        if stage is StageMeaning.LOST and _is_no_loss(clause, sign):
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
    found.extend(refusals(clause))
    if not _is_unreal(clause, None):
        found.extend(stages_by_verbs(clause, rival))
        found.extend(_order_alone(clause))
    for act in acts:
        if act.sends == "offer" and act.mode is Mode.DONE and not act.by_customer:
            found.append((StageMeaning.PROPOSAL, (act.first, act.last)))
    return found


def _is_no_loss(clause: Clause, sign: Sign) -> bool:
    """Whether the words of a loss tell of something else where they stand."""
    asked = any(
        s.value == "question" and s.language == "lt" and s.last == sign.first for s in clause.all("aside")
    )
    return (
        asked  # "pirks ar nepirks"
        or _is_absence(clause, sign)
        or any(t.last == sign.first and t.value != "order" for t in clause.all("thing"))
        or _says_more(clause, sign)
        or _is_no_need_to_do(clause, sign)
        or _is_event_off(clause, sign)
        or any(v.first == sign.first and refuses_extra(v, clause) for v in clause.verbs)
        or _is_no_answer(clause, sign)
    )


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


def _is_no_answer(clause: Clause, sign: Sign) -> bool:
    """Whether it is a telephone that is dead or someone who is out, no deal."""
    return any(s.first < sign.last and sign.first < s.last for s in clause.all("voice"))


def _denies_win(clause: Clause, sign: Sign) -> bool:
    """Whether a word inside the phrase denies it: "deal is not closed", "deal almost closed"."""
    inside = range(sign.first, sign.last)
    return sign.value == "won" and any(
        s.first in inside and s.category in {"negative", "if"} for s in clause.signs
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
    outside = (v for v in clause.verbs if v.first not in inside)
    return any(v.concepts & _LEADING for v in outside) or any(
        s.value == "plan" and s.first not in inside for s in clause.all("need")
    )


_LEADING = frozenset({"promise", "plan", "wait", "want", "need"})


def _lost_is_future(clause: Clause) -> bool:
    """A refusal may be said in the future: "neims", "won't buy"."""
    return any(v.tense == "fut" and v.denied for v in clause.verbs)


def _is_denied_at(clause: Clause, first: int) -> bool:
    return any(first - 3 <= s.first < first for s in clause.all("negative"))


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
    inside = any(sign.first <= s.first < sign.last for s in clause.all("negative"))
    return sign.value == "lost" and (inside or sign.language != "en")
