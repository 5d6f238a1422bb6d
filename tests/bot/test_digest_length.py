"""A digest is read in 40 seconds: with the longest names it stays within 1,800 characters."""

import re
from datetime import date

import pytest

from bot.cards import render
from bot.texts import languages
from core.notices import Digest
from core.notices.digest import (
    Advice,
    DigestDeal,
    DigestDeals,
    DigestForecast,
    DigestPart,
    Gone,
    Worthwhile,
)
from core.notices.report_view import Length
from core.terms import LostReason
from tests.bot.gallery_logs import eur

LONGEST = 1_800
NAME = "Įmonė " * 40
SUM = eur("9999999")
DEAL = DigestDeal(
    id=1,
    company=NAME,
    title=NAME,
    sum=SUM,
    who=NAME,
    reason=LostReason.OTHER,
    competitor=NAME,
    times=99,
    said_on=date(2027, 12, 24),
    early_on=date(2027, 1, 8),
    late_on=date(2028, 1, 29),
)
MANY = DigestDeals(count=9_999, sum=SUM, named=[DEAL, DEAL])


@pytest.mark.parametrize("code", sorted(languages()))
def test_the_fullest_digest_is_short(code: str) -> None:
    forecast = DigestForecast(
        start=date(2026, 10, 1),
        length=Length.QUARTER,
        won=SUM,
        floor=SUM,
        expected=SUM,
        best_case=SUM,
        floor_change=SUM,
        expected_change=SUM,
        low=eur("1"),
        high=SUM,
        target=eur("1"),
        because=DEAL,
    )
    fullest = Digest(
        id=1,
        start=date(2026, 11, 23),
        end=date(2026, 11, 30),
        length=Length.WEEK,
        people=999,
        forecast=forecast,
        won=MANY,
        lost=MANY,
        slipped=MANY,
        moved=MANY,
        contracts=[DEAL] * 3,
        parts=[DigestPart(name=NAME, expected=SUM, target=SUM)] * 4,
        orders=9_999,
        ordered=SUM,
        leads=99_999,
        leads_change=-9_999,
        open=99_999,
        open_sum=SUM,
        without_amount=9_999,
        contacts=99_999,
        contacts_change=-9_999,
        visits=9_999,
        absent=99,
        new_customers=999,
        dormant=999,
        gone=[Gone(to=NAME, count=999)] * 3,
        advice=[Advice(what=what, deal=DEAL, member_id=1, who=NAME, count=999) for what in Worthwhile][:3],
    )
    read = re.sub("<[^>]+>", "", render(fullest, code).text)
    assert len(read) <= LONGEST, len(read)
