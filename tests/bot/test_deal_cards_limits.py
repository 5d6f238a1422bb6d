"""Telegram's limits hold on the screens of deals, whatever stands in the records."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.cards import render
from core.errors import SalesError
from core.notices import (
    DealBoard,
    DealCard,
    DealChange,
    DealHistory,
    DealList,
    DealMoves,
    DealPassed,
    Entered,
    HandedOver,
    HistoryLine,
    HistoryValue,
    Named,
    Notice,
    Option,
    PipelineCount,
    StageStanding,
    Standing,
    Twins,
)
from core.notices.deal_view import DealView, Only, Whose
from core.terms import Category, LostReason, StageMeaning
from tests.bot.test_cards_limits import (
    CODES,
    contact_lines,
    days,
    deal_lines,
    deeds,
    hold,
    ids,
    many_steps,
    moments,
    some,
    sums,
    words,
)

some_records = st.builds(Named, ids, words)
counts = st.integers(0, 10**6)
views = st.builds(
    DealView,
    st.sampled_from(Whose),
    st.sampled_from(Only),
    pipeline_id=ids,
    stage_id=st.just(0) | ids,
    page=st.integers(0, 9999),
).map(str)
places = st.sampled_from(["", "agenda9999", "week", "theirs9"]) | views
standings = st.builds(Standing, count=counts, without_amount=counts, totals=st.lists(sums, max_size=9))
changes = st.none() | st.builds(
    DealChange,
    what=st.sampled_from(["begun", "moved", "lost", "won", "amount", "close", "category", "title"]),
    operation_id=ids,
    name=some,
    before=st.none() | sums,
    after=st.none() | sums,
    on_before=st.none() | days,
    on=st.none() | days,
    category=st.none() | st.sampled_from(Category),
    reason=st.none() | st.sampled_from(LostReason),
    competitor=some,
)
by_id = st.lists(st.builds(Option, value=ids.map(str), name=words), max_size=40)
CHOICES: dict[str, Any] = {
    "": st.just([]),
    "more": st.just([]),
    "stages": by_id,
    "rivals": by_id,
    "begun": by_id,
    "colleagues": by_id,
    "reasons": st.just([Option(value=reason.value) for reason in LostReason]),
    "category": st.just([Option(value=category.value) for category in Category]),
    "dates": st.lists(st.builds(Option, value=st.just("month"), on=days), max_size=3),
}


def cards(menu: str) -> Any:
    return st.builds(
        DealCard,
        deal=deal_lines,
        pipeline=words,
        stage_id=ids,
        stages=st.lists(words, max_size=30),
        stage_index=st.integers(0, 40),
        meaning=st.sampled_from(StageMeaning),
        place=places if menu != "dates" else st.sampled_from(["", "bmas12345.99"]),
        person=some,
        phone=some,
        company_id=st.none() | ids,
        person_id=st.none() | ids,
        usual_days=st.none() | st.integers(0, 999),
        category=st.sampled_from(Category),
        probability=st.none() | st.integers(0, 100),
        closed_on=st.none() | days,
        lost_reason=st.none() | st.sampled_from(LostReason),
        competitor=some,
        attachments=counts,
        steps=many_steps,
        contacts=st.lists(contact_lines, max_size=3).map(lambda few: few * 40),
        today=days,
        moves=st.builds(
            DealMoves,
            next=st.none() | some_records,
            won=st.none() | some_records,
            lost=st.none() | some_records,
        ),
        menu=st.just(menu),
        choices=CHOICES[menu],
        deed=deeds,
        change=changes,
    )


values = st.none() | st.builds(
    HistoryValue,
    name=some,
    sum=st.none() | sums,
    on=st.none() | days,
    word=st.none() | st.sampled_from(LostReason).map(str),
    percent=st.none() | st.integers(0, 100),
)
history_lines: Any = st.builds(
    HistoryLine,
    at=moments,
    by=some,
    what=st.sampled_from(["created", "stage", "amount", "close", "chance", "reason", "owner", "title"]),
    old=values,
    new=values,
    undone=st.booleans(),
)
notices: Any = st.one_of(
    st.builds(
        DealBoard,
        view=views,
        has_team=st.booleans(),
        standing=standings,
        stages=st.lists(st.builds(StageStanding, stage=some_records, standing=standings), max_size=40),
        pipelines=st.lists(st.builds(PipelineCount, pipeline=some_records, count=counts), max_size=40),
    ),
    st.builds(
        DealList,
        view=views,
        stage=words,
        pipeline_id=ids,
        pages=st.integers(1, 10000),
        standing=standings,
        deals=st.lists(deal_lines, max_size=3).map(lambda few: few * 40),
        today=days,
    ),
    st.one_of(*(cards(menu) for menu in CHOICES)),
    st.builds(
        DealHistory,
        deal=some_records,
        page=st.integers(0, 999),
        pages=st.integers(1, 1000),
        lines=st.lists(history_lines, max_size=4).map(lambda few: few * 20),
        place=places,
        today=days,
    ),
    st.builds(
        Twins,
        what=st.sampled_from(["company", "person"]),
        said=words,
        twins=st.lists(st.builds(Option, value=ids.map(str), name=words, detail=some), max_size=4),
    ),
    st.builds(
        Entered,
        operation_id=ids,
        company=st.none() | some_records,
        person=st.none() | some_records,
        phone=some,
    ),
    st.builds(HandedOver, deal=some_records, to=words, operation_id=ids),
    st.builds(DealPassed, deal=deal_lines, by=words, to=some, steps=many_steps, today=days),
)


@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
@given(notice=notices, code=st.sampled_from(CODES))
def test_whatever_a_deal_holds_its_screens_can_be_sent(notice: Notice, code: str) -> None:
    hold(render(notice, code))


@pytest.mark.parametrize("packed", ["bxap1", "bmap", "bmas3.", "bmas99999999999999999999", "", "mas1"])
def test_a_view_that_no_button_packs_is_refused(packed: str) -> None:
    with pytest.raises(SalesError):
        DealView.read(packed)
