"""Samples of one's own figures, and of who sees them."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from core.notices import Notice
from core.notices.mine import Mine, Month, StageLine, Watcher, WhoSees
from core.terms import Role
from tests.bot.gallery_logs import eur

MONDAY = date(2026, 11, 23)


def _month(**more: object) -> Month:
    base = {
        "starts_on": date(2026, 11, 1),
        "won": eur("12400"),
        "expected": eur("18250"),
        "low": eur("14000"),
        "high": eur("23500"),
        "target": eur("25000"),
    }
    return Month(**(base | more))  # type: ignore[arg-type]


def mine_samples(_code: str) -> Iterator[tuple[str, Notice]]:
    """Each screen with its variants."""
    funnel = [
        StageLine(stage="Pasiūlymas", count=4, sum=eur("41500.25")),
        StageLine(stage="Derybos", count=1, sum=eur("0")),
    ]
    yield (
        "me",
        Mine(
            week_from=MONDAY,
            contacts=21,
            minutes=350,
            new_deals=3,
            won=[eur("6200.37")],
            won_count=2,
            funnel=funnel,
            month=_month(commission=eur("310"), commission_percent=Decimal("2.50"), without_amount=2),
            days_late=17,
            dates_count=11,
        ),
    )
    thin = _month(won=eur("0"), low=None, high=None, target=None, is_thin=True)
    yield "me on the first day", Mine(week_from=MONDAY, contacts=0, minutes=0, new_deals=0, month=thin)
    for name, month in (
        ("a few deals decide", _month(low=None, high=None)),
        ("nothing open", _month(expected=eur("12400"), low=eur("12400"), high=eur("12400"))),
    ):
        yield f"me: {name}", Mine(week_from=MONDAY, contacts=2, minutes=0, new_deals=0, month=month)
    for days in (-3, 0, 1, 22):
        yield (
            f"me: dates {days}",
            Mine(
                week_from=MONDAY,
                contacts=2,
                minutes=0,
                new_deals=0,
                month=_month(),
                days_late=days,
                dates_count=5,
            ),
        )
    watchers = [
        Watcher(name="Aistė Kairienė", role=Role.MANAGER),
        Watcher(name="Kęstas Girdvainis", role=Role.OWNER),
    ]
    yield "who sees", WhoSees(watchers=watchers)
    yield "who sees a manager", WhoSees(watchers=watchers[1:], sees=["Mantas", "Rūta"], sees_count=14)
    yield "nobody sees", WhoSees(watchers=[])
