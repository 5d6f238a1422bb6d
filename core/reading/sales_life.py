"""Finding what else of a sale's life is told: quantity and price, a part won, a tender, a break, samples."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal

from core.reading.amounts import Amount
from core.reading.calendar import Direction, Relation, WhenExpr, resolve
from core.reading.circumstances import Circumstances, Employment, Position
from core.reading.grammar.acts import Mode
from core.reading.grammar.signs import Sign
from core.reading.grammar.text import Clause
from core.reading.grammar.verb import Verb
from core.reading.topic import Part, Topic
from core.terms import StageMeaning


def positions_of(clauses: Sequence[Clause], taken: set[int]) -> tuple[tuple[Position, ...], set[int]]:
    """Each quantity with the price for one of it, and the tokens of those prices, which are no sums.

    `taken` tokens belong to dates, lengths and names.
    """
    found: list[Position] = []
    tokens: set[int] = set()
    quantity: Amount | None = None
    price: Amount | None = None
    for amount in (a for clause in clauses for a in clause.amounts if a.first not in taken):
        if amount.value is None or amount.is_percent:
            continue
        if amount.unit and not amount.is_unit_price:
            quantity = amount
        elif amount.is_unit_price or (quantity is not None and _is_multiplied(quantity, amount, clauses)):
            price = amount
        if quantity is None or price is None or not _is_for_one_of(price, quantity):
            continue
        if quantity.value and price.value and quantity.unit:
            found.append(Position(quantity.value, quantity.unit, price.value, price.currency))
            tokens.update(range(price.first, price.last))
        quantity = price = None
    return tuple(found), tokens


def _is_for_one_of(price: Amount, quantity: Amount) -> bool:
    """Whether a price is for one of what is counted; a length of time is only where the price says so."""
    return price.unit == quantity.unit or (price.unit is None and quantity.unit not in _TIMES)


_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year"})


def _is_multiplied(quantity: Amount, price: Amount, clauses: Sequence[Clause]) -> bool:
    """Whether one word of multiplying stands between them: "200 vnt. po 4,5", "40 t × 95"."""
    if price.first - quantity.last != 1:
        return False
    whole = any(sign.first == quantity.last for sign in _said(clauses, "for_all"))
    if whole and price.value is not None and price.value >= _RATHER_A_SUM:
        return False  # "40 palečių už 3200"
    return any(sign.first == quantity.last for sign in _said(clauses, "times"))


_RATHER_A_SUM = 300


def circumstances_of(
    topic: Topic, stage: StageMeaning | None, positions: tuple[Position, ...], now: datetime
) -> Circumstances:
    """What the clauses of one customer tell; dates lie ahead of `now`."""
    clauses = [part.clause for part in topic.parts]
    is_won = stage is StageMeaning.WON
    part, share = _won_part(clauses) if is_won else (None, None)
    return Circumstances(
        positions=positions,
        ordered=is_won and any(_is_order(clause) for clause in clauses),
        won_part=part,
        won_share=share,
        tender_on=next((on for each in topic.parts if (on := _tender(each, now))), None),
        paused_until=next((on for clause in clauses if (on := _pause(clause, now))), None),
        gave_samples=any(_gives_samples(each) for each in topic.parts),
        employment=_employment(clauses),
    )


def _said(clauses: Iterable[Clause], value: str) -> Iterator[Sign]:
    return (sign for clause in clauses for sign in clause.all("life") if sign.value == value)


def _is_order(clause: Clause) -> bool:
    """Whether it was won by an order, not by a signature or a decision."""
    return clause.verb("order") is not None or clause.has("thing", "order")


def _won_part(clauses: Sequence[Clause]) -> tuple[Decimal | None, Decimal | None]:
    """The money of the part ("6000 iš 12000"), or else its share ("pusę")."""
    for clause in clauses:
        for sign in (s for s in clause.all("life") if s.value == "out_of"):
            part = next((a for a in clause.amounts if a.last == sign.first), None)
            whole = next((a for a in clause.amounts if a.first == sign.last), None)
            if part and whole and part.value and whole.value and part.value < whole.value:
                return part.value, None
        for sign in clause.all("share"):
            if any(0 <= sign.first - won <= _NEAR or 0 < won - sign.first <= _NEAR for won in _wins(clause)):
                return None, Decimal(1) / Decimal(sign.value)
    return None, None


_NEAR = 4
"""So many tokens may stand between the verb and the part: "laimėjom iš Statybos pusę"."""


def _wins(clause: Clause) -> list[int]:
    """Where it is said that something was won."""
    verbs = [v.first for v in clause.verbs if v.concepts & {"win", "order", "buy", "sign"}]
    return verbs + [sign.first for sign in clause.all("stage") if sign.value == StageMeaning.WON]


def _tender(part: Part, now: datetime) -> date | None:
    """The last day of a tender that is still to be handed in."""
    clause = part.clause
    if not clause.has("life", "tender") or any(_is_of_else(verb) for verb in clause.verbs):
        return None
    ends = clause.has("life", "ends") or clause.verb("close", "finish") is not None
    steps = [act for act in part.acts if act.is_step]
    if any(act.by_customer or act.kind != "proposal" for act in steps) and clause.verb("hand") is None:
        return None
    if clause.has("thing", "document") and not ends:
        return None  # the papers for it
    by = (w for w in clause.whens if w.has_date and (ends or w.relation is Relation.BY))
    return _ahead(by, now)


def _is_of_else(verb: Verb) -> bool:
    """Whether a verb says more of a tender than that it is held and until when."""
    return verb.tense == "past" or verb.concepts.isdisjoint(_HOLDING)


_HOLDING = frozenset({"close", "finish", "happen", "hand", "quote", "offer", "have", "other"})


def _pause(clause: Clause, now: datetime) -> date | None:
    """The day on which a break ends that the customer makes."""
    if clause.has("life", "pause"):
        relations = (Relation.BY, Relation.BEFORE)
    elif clause.has("life", "resume"):
        relations = (Relation.FROM, Relation.AFTER)
    else:
        return None
    return _ahead((w for w in clause.whens if w.has_date and w.relation in relations), now)


def _ahead(whens: Iterable[WhenExpr], now: datetime) -> date | None:
    for when in whens:
        on = resolve(when, now, Direction.FUTURE).on
        if on is not None and on >= now.date():
            return on
    return None


def _gives_samples(part: Part) -> bool:
    return part.clause.has("thing", "sample") and any(
        act.mode is Mode.DONE and not act.by_customer for act in part.acts
    )


def _employment(clauses: Sequence[Clause]) -> Employment | None:
    """Whether somebody works elsewhere now, who and where stand around the words that say it."""
    for clause in clauses:
        starts, ends = {m.first for m in clause.mentions}, {m.last for m in clause.mentions}
        for sign in clause.all("life"):
            before, after = sign.first in ends, not starts.isdisjoint((sign.last, sign.last + 1))
            if sign.value == "moved" and before and after:
                return Employment.MOVED
            if sign.value == "left" and (before or after):
                return Employment.LEFT
    return None
