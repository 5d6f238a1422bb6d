"""Travel and expenses: told in a message or after a visit, and kept with what they were for."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

import msgspec

from core.actions.customer import Customer
from core.actions.intent import Intent
from core.actions.said import amount_said
from core.actions.work import Source, Work
from core.model import Deal, Expense, Member
from core.notices import Spent, Sum
from core.reading.intent import Reading
from core.storage.ledger import Ledger
from core.terms import ContactKind, ExpenseKind

FIELD = "expenses"
"""What is asked for in words after a visit."""

METRES = 1_000
"""Of a kilometre."""


def spent_in(work: Work, reading: Reading) -> list[Spent]:
    """The expenses of a message, in the team's currency where it names none."""
    return [
        Spent(
            kind=each.kind,
            sum=None if each.amount is None else Sum(each.amount, each.currency or work.team.currency),
            kilometres=each.kilometres,
        )
        for each in reading.expenses
    ]


def with_expenses(
    work: Work, reading: Reading, text: str, source: Source, intents: Sequence[Intent]
) -> list[Intent]:
    """The intents of a message, its expenses with the first that took place, or alone."""
    spent = spent_in(work, reading)
    if not spent:
        return list(intents)
    if not intents:
        return [Intent(text=text, said_at=source.said_at, expenses=spent)]
    happened = (at for at, each in enumerate(intents) if each.kind not in (None, ContactKind.NOTE))
    first = next(happened, 0)
    return [
        msgspec.structs.replace(each, expenses=spent) if at == first else each
        for at, each in enumerate(intents)
    ]


def said_of_visit(work: Work, reading: Reading, text: str, source: Source) -> Intent | None:
    """The expenses that words name which were asked for them; a bare sum is one of no certain kind."""
    spent = spent_in(work, reading)
    said = None if spent else amount_said(text)
    if said is not None and said.amount > 0:
        spent = [Spent(kind=ExpenseKind.OTHER, sum=Sum(said.amount, said.currency or work.team.currency))]
    return Intent(text=text, said_at=source.said_at, expenses=spent) if spent else None


def write(
    work: Work,
    ledger: Ledger,
    by: Member,
    intent: Intent,
    customer: Customer,
    deal: Deal | None,
    contact_id: int | None,
) -> None:
    """Writes the intent's expenses as a part of its operation, on the day of what they belong to."""
    on = intent.occurred_on or intent.said_at.astimezone(work.zone_of(by)).date()
    for each in intent.expenses:
        way = each.kilometres
        values = {
            "kind": each.kind,
            "by_id": by.id,
            "spent_on": on,
            "spent_at": intent.said_at,
            "created_at": work.now,
            "amount": each.sum.amount if each.sum else None,
            "currency": each.sum.currency if each.sum else None,
            "metres": None if way is None else int((way * METRES).quantize(Decimal(1), ROUND_HALF_UP)),
            "contact_id": contact_id,
            "company_id": customer.company_id,
            "deal_id": deal.id if deal else None,
        }
        ledger.create(Expense, values)


def spent_of(expense: Expense) -> Spent:
    """The expense as it is told."""
    amount, currency = expense.amount, expense.currency
    return Spent(
        kind=expense.kind,
        sum=Sum(amount, currency) if amount is not None and currency is not None else None,
        kilometres=None if expense.metres is None else Decimal(expense.metres) / METRES,
    )
