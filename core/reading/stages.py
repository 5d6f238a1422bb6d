"""What a message says of a deal's stage."""

from collections.abc import Sequence

from core.reading.grammar.acts import Act, Mode
from core.reading.grammar.signs import Sign
from core.reading.grammar.text import Clause
from core.reading.grammar.verb import Verb
from core.reading.intent import Span
from core.reading.stage_doubts import (
    denies_itself,
    denies_win,
    depends,
    follows_condition,
    has_not_begun,
    is_ahead,
    is_denied_at,
    is_no_loss,
    is_of_rival,
    is_open,
    is_open_after,
    is_order_held,
    is_still_planned,
    is_unreal,
    only_thinks,
    refuses_contact,
    tells_chance,
)
from core.reading.stage_losses import bought_elsewhere, refusals
from core.reading.stage_verbs import stages_by_verbs
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
    is_still_open = any(is_open(clause) for clause in clauses)
    for number, (clause, done) in enumerate(zip(clauses, acts, strict=True)):
        if has_not_begun(clause, clauses[number + 1 : number + 2]):
            continue
        guessed = before is not None and (
            (clause.joined == "that" and (tells_chance(before) or only_thinks(before)))
            or follows_condition(clause, before)
        )
        off = refuses_contact(clause, before)
        before = clause
        waits = depends(clause, clauses[number + 1 : number + 2])
        told = [] if guessed else [*_closed(clause, clauses[:number]), *_stages(clause, done, rival)]
        for stage, span in told:
            if stage is StageMeaning.LOST and (waits or off):
                continue
            if stage is StageMeaning.QUALIFIED and not denied.isdisjoint(range(*span)):
                continue
            if (
                stage is StageMeaning.LOST
                and is_still_open
                and (clause.verb("refuse") or is_open_after(clause, clauses))
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
        if any(s.last == sign.first for s in clause.all("neither")) or _is_inside(sign, clause):
            continue
        unreal = is_unreal(clause, sign) or denies_win(clause, sign) or is_order_held(clause, sign)
        if stage is StageMeaning.WON and (_is_of_rival(sign, rival) or bought_elsewhere(clause, sign)):
            stage = StageMeaning.LOST
        if stage in {StageMeaning.WON, StageMeaning.LOST} and (unreal or is_ahead(clause, stage, sign)):
            continue
        if stage is StageMeaning.LOST and is_no_loss(clause, sign):
            continue
        if stage is StageMeaning.NEGOTIATION and (
            is_of_rival(clause)
            or is_unreal(clause, sign, {"condition", "not_yet"})
            or is_denied_at(clause, sign.first)
            or is_still_planned(clause, acts)
        ):
            continue
        if stage is StageMeaning.QUALIFIED and (unreal or is_denied_at(clause, sign.first)):
            continue
        if not is_denied_at(clause, sign.first) or denies_itself(clause, sign):
            found.append((stage, (sign.first, sign.last)))
    found.extend(refusals(clause))
    if not is_unreal(clause, None):
        found.extend(stages_by_verbs(clause, rival))
        found.extend(_at_jurists(clause, acts))
        found.extend(_order_alone(clause))
        found.extend(_ours_now(clause))
    for act in acts:
        if act.sends == "offer" and act.mode is Mode.DONE and not act.by_customer:
            found.append((StageMeaning.PROPOSAL, (act.first, act.last)))
    return found


def _is_of_rival(sign: Sign, rival: bool) -> bool:
    return rival and sign.language == "en"


def _is_inside(sign: Sign, clause: Clause) -> bool:
    """Whether it is a part of what tells another stage: "new customer" in "new customer enquiry"."""
    return any(
        s.first <= sign.first and sign.last <= s.last and s.last - s.first > sign.last - sign.first
        for s in clause.all("stage")
        if s.value != sign.value
    )


def _closed(clause: Clause, before: Sequence[Clause]) -> list[tuple[StageMeaning, Span]]:
    """A deal that was closed: lost where a reason for that was told, else won."""
    sign = next(clause.all("closed_it"), None)
    if sign is None or clause.has("negative") or any(v.tense in {"fut", "inf", "cond"} for v in clause.verbs):
        return []
    lost = any(c.has("reason") or c.has("stage", "lost") for c in (clause, *before))
    return [(StageMeaning.LOST if lost else StageMeaning.WON, (sign.first, sign.last))]


def _at_jurists(clause: Clause, acts: Sequence[Act]) -> list[tuple[StageMeaning, Span]]:
    """A contract that lawyers have on their table is being agreed: "their lawyers are still combing through
    the contract".
    """
    who = next((s for s in clause.all("jurists") if s.value == "word"), None)
    if who is None or clause.has("negative") or any(act.is_step for act in acts):
        return []
    busy = [s.last for s in clause.all("jurists") if s.value == "busy" and s.first >= who.last]
    busy += [v.last for v in clause.verbs if v.first >= who.last and v.concepts & {"have", "want", "receive"}]
    papers = [s.first for s in clause.all("thing") if s.value == "contract"]
    papers += [s.first for s in clause.all("clauses")]
    checked = any(
        at < v.first < who.first for at in papers for v in clause.verbs if v.tense in {"pass", "ing", "past"}
    )
    if checked:
        return [(StageMeaning.NEGOTIATION, (who.first, who.last))]
    if not busy or not any(at >= min(busy) for at in papers):
        return []
    return [(StageMeaning.NEGOTIATION, (who.first, min(busy)))]


def _ours_now(clause: Clause) -> list[tuple[StageMeaning, Span]]:
    """What is said to be ours is won: "mokymai mūsų"; not "klaida mūsų", "iš mūsų"."""
    mine = next((s for s in clause.all("mine") if s.value == "word"), None)
    if mine is None or mine.first == clause.first or clause.verbs or clause.whens:
        return []
    near = (s for s in clause.signs if s.last in {mine.first, mine.last} and s is not mine)
    told = any((s.category, s.value) in _NOT_WON or s.category in {"thing", "competitor"} for s in near)
    if told or any(clause.has(doubt) for doubt in ("negative", "need", "chance", "if")):
        return []
    return [(StageMeaning.WON, (mine.first, mine.last))]


_NOT_WON = frozenset({("mine", "not"), ("mine", "fault"), ("stage", "lost")})


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
