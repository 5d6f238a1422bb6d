"""Samples of digests: a full week, a quiet one of a young team, a month."""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from core.notices import Digest, DigestAlbum, Notice, OwnWeek
from core.notices.digest import (
    Advice,
    Bright,
    DigestDeal,
    DigestDeals,
    DigestForecast,
    DigestPart,
    Gone,
    Worthwhile,
)
from core.notices.report_view import Length
from core.terms import LostReason
from tests.bot.gallery_days import due_today
from tests.bot.gallery_forecast import PICTURED
from tests.bot.gallery_logs import eur

MONDAY, NEXT = date(2026, 11, 23), date(2026, 11, 30)
QUARTER = date(2026, 10, 1)

BIG = DigestDeal(
    id=4,
    company="UAB Vėjavartė",
    sum=eur("210000"),
    who="Rasa Petraitė",
    said_on=date(2026, 12, 24),
    early_on=date(2027, 1, 8),
    late_on=date(2027, 1, 29),
)
STATYBA = DigestDeal(id=1, company="UAB Statyba", sum=eur("28000"), who="Mantas Girdvainis")
GINTUPE = DigestDeal(id=3, title="Sandėlio stogas", sum=eur("31000"), who="Tomas Kalnius", times=3)


def _full() -> Digest:
    lost = [
        DigestDeal(id=2, company="UAB Kelmuvos baldai", reason=LostReason.PRICE),
        DigestDeal(id=5, company="VšĮ Sveikatos takas", competitor="Medistora"),
    ]
    forecast = DigestForecast(
        start=QUARTER,
        length=Length.QUARTER,
        won=eur("405000"),
        floor=eur("462000"),
        expected=eur("610000"),
        best_case=eur("745000"),
        floor_change=eur("18000"),
        expected_change=eur("-22000"),
        low=eur("540000"),
        high=eur("670000"),
        target=eur("720000"),
        because=GINTUPE,
    )
    return Digest(
        id=17,
        start=MONDAY,
        end=NEXT,
        length=Length.WEEK,
        people=9,
        forecast=forecast,
        won=DigestDeals(count=4, sum=eur("61400"), named=[STATYBA]),
        lost=DigestDeals(count=2, sum=eur("19500"), named=lost),
        slipped=DigestDeals(count=3, sum=eur("54000"), named=[GINTUPE]),
        moved=DigestDeals(count=11, sum=eur("83000")),
        contracts=[BIG],
        parts=[
            DigestPart(name="Objektai", expected=eur("410000"), target=eur("480000")),
            DigestPart(name="Prekybininkai", expected=eur("200000"), target=eur("240000")),
        ],
        orders=2,
        ordered=eur("1800"),
        leads=38,
        leads_change=6,
        open=52,
        open_sum=eur("1340000"),
        without_amount=7,
        contacts=164,
        contacts_change=-9,
        visits=31,
        absent=2,
        new_customers=3,
        dormant=2,
        gone=[Gone(to="Medistora", count=1)],
        advice=[
            Advice(what=Worthwhile.PREPARE, deal=BIG),
            Advice(what=Worthwhile.HELP, member_id=9, who="Tomas Kalnius", count=4),
            Advice(what=Worthwhile.THANK, deal=STATYBA),
        ],
    )


def _young() -> Digest:
    nothing = eur("0")
    forecast = DigestForecast(
        start=QUARTER,
        length=Length.QUARTER,
        won=nothing,
        floor=nothing,
        expected=eur("4000"),
        best_case=nothing,
        closed=2,
    )
    none = DigestDeals()
    return Digest(
        id=18,
        start=date(2026, 11, 30),
        end=date(2026, 12, 7),
        length=Length.WEEK,
        people=1,
        forecast=forecast,
        won=none,
        lost=none,
        slipped=none,
        moved=none,
        leads=1,
        open=1,
        open_sum=eur("8000"),
        contacts=1,
        contacts_change=1,
    )


def own_week(code: str) -> OwnWeek:
    moved = [DigestDeal(id=7, company="UAB Tiltas"), DigestDeal(id=8, title="Sandėlio stogas")]
    return OwnWeek(
        start=MONDAY,
        end=NEXT,
        contacts=23,
        visits=6,
        done=11,
        won=DigestDeals(count=1, sum=eur("28000"), named=[STATYBA]),
        moved=DigestDeals(count=3, named=moved),
        month_on=date(2026, 11, 1),
        expected=eur("41000"),
        target=eur("45000"),
        bright=Bright.LARGEST,
        bright_count=90,
        ahead=[
            replace(step, remind_on=NEXT + timedelta(days=day))
            for day, step in enumerate(due_today(code)[:3])
        ],
        ahead_count=9,
        to_tidy=4,
    )


def _quiet_week() -> OwnWeek:
    none = DigestDeals()
    return OwnWeek(
        start=MONDAY, end=NEXT, contacts=1, visits=0, done=0, won=none, moved=none, month_on=date(2026, 11, 1)
    )


def digest_samples(code: str) -> Iterator[tuple[str, Notice]]:
    yield "own week", own_week(code)
    yield "own week, quiet", _quiet_week()
    yield "own week, nothing but steps", replace(_quiet_week(), contacts=0, done=2)
    kept = replace(own_week(code), won=DigestDeals(), bright=Bright.PROMISES, bright_count=4)
    yield "own week, promises kept", kept
    full = _full()
    yield "digest", full
    cautious = replace(full.forecast, best_case=eur("530000"))
    yield "digest, more expected than promised", replace(full, forecast=cautious)
    yield (
        "digest: album",
        DigestAlbum(start=full.start, end=full.end, length=full.length, pictures=[PICTURED] * 2),
    )
    yield "digest of a quiet week", _young()
    month = DigestForecast(
        start=date(2026, 11, 1),
        length=Length.MONTH,
        won=eur("405000"),
        floor=eur("405000"),
        expected=eur("390000"),
        best_case=eur("405000"),
        low=eur("390000"),
        high=eur("390000"),
        target=eur("380000"),
    )
    won = DigestDeals(count=1, sum=eur("28000"), named=[STATYBA])
    talk = Advice(what=Worthwhile.TALK, deal=GINTUPE, count=3)
    yield (
        "digest of a month",
        replace(
            full,
            start=date(2026, 11, 1),
            end=date(2026, 12, 1),
            length=Length.MONTH,
            forecast=month,
            won=won,
            parts=[],
            advice=[talk],
        ),
    )
