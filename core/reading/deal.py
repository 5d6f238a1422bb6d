"""What a message says of a deal's money and chances: amount and probability."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.reading.amounts import Amount
from core.reading.closing import is_contract
from core.reading.grammar.text import Clause
from core.reading.intent import AmountRole, Worth


@dataclass(frozen=True, slots=True)
class Price:
    """The amount chosen; `choices` where it is a range or alternatives."""

    worth: Worth | None
    role: AmountRole
    choices: tuple[Decimal, ...]
    span: tuple[int, int]


def price_of(clauses: Sequence[Clause], taken: set[int]) -> Price | None:
    """The value of the deal, offer, order or budget; `taken` tokens belong to dates and lengths."""
    best: tuple[int, Clause, Amount] | None = None
    alone = sum(len(clause.amounts) for clause in clauses) == 1
    for clause in clauses:
        for amount in clause.amounts:
            if not amount.is_money or amount.is_vague or amount.first in taken or amount.last - 1 in taken:
                continue
            weight = _weight(amount, clause, alone=alone)
            if weight and (best is None or weight >= best[0]):
                best = (weight, clause, amount)
    if best is None:
        return None
    _, clause, amount = best
    role = AmountRole.BUDGET if _is_budget(amount, clause) else AmountRole.OFFER
    if amount.is_range:
        changed = _changed_to(amount, clause)
        if changed is not None:
            return Price(Worth(changed, amount.currency), role, (), amount.span)
        return Price(None, role, amount.choices, amount.span)
    if amount.value is None:
        return None
    return Price(Worth(amount.value, amount.currency), role, (), amount.span)


def _changed_to(amount: Amount, clause: Clause) -> Decimal | None:
    """What a sum is now that went from one to another: "cut from 24k to 22k"; None where it is a range."""
    if not amount.choices:
        return None
    if clause.has("money", "lowered"):
        return min(amount.choices)
    return max(amount.choices) if clause.has("money", "raised") else None


def _weight(amount: Amount, clause: Clause, *, alone: bool) -> int:
    """How likely an amount is the deal's: 0 not at all; the last of the heaviest is taken."""
    near = _nearest_words(amount, clause)
    if not alone and any(s.last == amount.first for s in clause.all("negative")):
        return 0  # "14 900, ne 15 600"
    if "reduced" in near:
        return 5
    if near & {"penalty", "discount", "less", "unit", "theirs"}:
        return 0
    if amount.is_bare and not amount.period and not _bare_is_money(amount, near):
        return 0
    if amount.is_bare and _looks_like_year(amount) and not _is_called_money(amount, clause):
        return 0
    if near & {"old"} and not alone:
        return 1
    if "ours" in near:
        return 5
    if "counter" in near:
        return 2
    return 3 if _is_budget(amount, clause) else 4


def _nearest_words(amount: Amount, clause: Clause) -> set[str]:
    """What the money words just before and after the amount say."""
    other = [a for a in clause.amounts if a is not amount]
    left = max((a.last for a in other if a.last <= amount.first), default=clause.first)
    before = [
        s
        for s in clause.all("money")
        if left <= s.first
        and s.last <= amount.first
        and not (s.value in {"unit", "penalty"} and s.first == left and left > clause.first)
    ]
    summed = [s for s in before if s.value == "total" and s.last == amount.first]
    nearest = {s.value for s in summed or before if amount.first - s.last <= 4} - {"less"}
    right = min((a.first for a in other if a.first >= amount.last), default=clause.last)
    after = {s.value for s in clause.all("money") if amount.last <= s.first < min(amount.last + 2, right)} & {
        "discount",
        "less",
        "penalty",
        "unit",
        "budget",
    }
    verbs = min((v.first for v in clause.verbs if v.first >= amount.last), default=right)
    following = (
        s for s in clause.all("money") if amount.last <= s.first < min(amount.last + 5, right, verbs)
    )
    if any(s.value == "penalty" for s in following):
        after.add("penalty")
    strong = {
        s.value
        for s in clause.all("money")
        if s.value in {"theirs"} and s.first < amount.first and s.first >= left
    }
    return nearest | after | (set() if summed else strong)


_LONGEST_SUM = 100_000_000
"""From here on a bare number is rather a code or a telephone."""


def _bare_is_money(amount: Amount, near: set[str]) -> bool:
    value = amount.value if amount.value is not None else (amount.choices or (Decimal(0),))[0]
    if _looks_like_year(amount) and not near:
        return False
    if value >= 1000:
        return value < _LONGEST_SUM
    return value >= 100 and bool(near & {"value", "budget", "ours"})


def _looks_like_year(amount: Amount) -> bool:
    value = amount.value if amount.value is not None else (amount.choices or (Decimal(0),))[0]
    return 1900 <= value <= 2100 and not amount.in_words


def _is_called_money(amount: Amount, clause: Clause) -> bool:
    """Whether a word of money stands beside a number like 2028: not in "no money for it until 2028"."""
    return any(0 <= amount.first - s.last <= 1 or s.first == amount.last for s in clause.all("money"))


def _is_budget(amount: Amount, clause: Clause) -> bool:
    return any(s.value == "budget" for s in clause.all("money"))


def probability_of(clauses: Sequence[Clause]) -> tuple[int | None, tuple[int, int] | None]:
    """The chance of winning in percent, and where it stands."""
    for clause in reversed(clauses):
        half = next((s for s in clause.all("chance") if s.value == "half"), None)
        if half is not None:
            return 50, (half.first, half.last)
        odds = next(clause.all("odds"), None)
        if odds is not None and not clause.has("chance", "discount"):
            return int(odds.value), (odds.first, odds.last)
        hundred = {s.first for s in clause.all("chance") if s.value == "of_hundred"}
        ten = {s.first for s in clause.all("chance") if s.value == "of_ten"}
        for amount in reversed(clause.amounts):
            if amount.last in hundred and amount.value is not None and amount.value <= _SURE:
                return int(amount.value), (amount.first, amount.last)
            if amount.last in ten and amount.value is not None and _is_of_ten(amount.value, clause):
                return int(amount.value) * _TEN, (amount.first, amount.last + 2)
            value = amount.value if amount.value is not None else _changed_to(amount, clause)
            if amount.is_bare and value is not None and value <= _SURE and _is_called_chance(amount, clause):
                return int(value), (amount.first, amount.last)
            if amount.is_percent and value is not None and _is_chance(value, amount, clause, clauses):
                return int(value), (amount.first, amount.last)
    return None, None


def _is_of_ten(value: Decimal, clause: Clause) -> bool:
    """Whether so many of ten is how likely it is: "tikimybė 7 iš 10", "9 iš 10, kad pasirašys"."""
    told = clause.has("chance", "word", "figure") or clause.has("close") or clause.has("likelihood")
    return value <= _TEN and value == int(value) and told


_TEN = 10


def _is_called_chance(amount: Amount, clause: Clause) -> bool:
    """Whether a bare number stands right after the word for a chance: "probability 70", "odds: 40"."""
    called = (s.last for s in clause.all("likelihood"))
    return any(0 <= amount.first - last <= _TO_NUMBER for last in called)


_TO_NUMBER = 3
_SURE = 100


def _is_chance(value: Decimal, amount: Amount, clause: Clause, clauses: Sequence[Clause]) -> bool:
    if not 0 <= value <= 100 or value != int(value):
        return False
    if any(s.value == "discount" and abs(s.first - amount.first) <= 4 for s in clause.all("chance")):
        return False
    if clause.has("chance", "discount") or clause.has("thing", "discount") or clause.has("money", "discount"):
        return clause.has("chance", "word", "figure")
    near = [c for c in clauses if c.sentence == clause.sentence]
    if any(c.has("chance", "word", "figure") or c.has("close") for c in near):
        return True
    if any(v.language == "lt" and v.tense == "cond" and v.concepts & _TAKING for v in clause.verbs):
        return True  # "90 procentų imtų"
    if any(c.whens and is_contract(c) for c in near) and all(s.value == "value" for s in clause.all("money")):
        return not clause.verbs  # "sutartis gruodžio 20 d., 70 %"
    if any((s.value, s.first) == ("out_of", amount.last) for s in clause.all("life")):
        return False  # "30 % of the market"
    thought = all(v.concepts & _RATING and v.language == "en" for v in clause.verbs)
    return thought and bool(clause.mentions) and (not clause.verbs or not clause.has("thing"))


_TAKING = frozenset({"buy", "choose", "order", "sign"})
_RATING = frozenset({"consider", "say", "hand"})
"""Verbs by which a chance is named: "I'd give Tiltas 70 %", "she says 70 %"."""
