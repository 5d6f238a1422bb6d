"""Telegram's limits hold on answers, whatever stands in the records; a view survives its button."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.cards import render
from core.errors import NoLongerApplies
from core.notices import Answer, Named
from core.notices.report_view import (
    MEMBER,
    OF_LENGTH,
    PEOPLE,
    PICTURE,
    PICTURED,
    PIPELINES,
    TEAMS,
    Asked,
    Length,
    ReportView,
    is_report,
)
from core.notices.reports import Choice, Figure, Opens
from tests.bot.test_cards_limits import CODES, days, hold, ids, sums, words

few = st.integers(0, 10**6)
"""Ids of teams, pipelines and members: there are never more of them."""

starts = st.dates(date(2000, 1, 3), date(2099, 12, 31))
parts = st.sampled_from(
    ["", TEAMS, PIPELINES, PEOPLE, PICTURE, TEAMS + PICTURED, "n", "a", "d", "l"]
) | st.builds("{}{}".format, st.sampled_from([MEMBER, "s", "x"]), few)


@st.composite
def some_views(draw: st.DrawFn) -> ReportView:
    length = draw(st.sampled_from(Length))
    start = OF_LENGTH[length](draw(starts)).start
    asked, part = draw(st.sampled_from(Asked)), draw(parts)
    team, member = draw(st.tuples(few, st.just(0)) | st.tuples(st.just(0), few))
    return ReportView(asked, start, length, team, draw(few), part, draw(st.integers(0, 999)), member)


figures = st.one_of(
    st.builds(Figure, key=st.just("person"), name=words),
    st.builds(Figure, key=st.just("lost-to"), name=words, count=few),
    st.builds(Figure, key=st.just("cost-total"), sum=sums, each=sums),
    st.builds(Figure, key=st.just("since"), on=days),
    st.builds(Figure, key=st.just("standing"), count=few, sum=sums),
    st.builds(Figure, key=st.just("effort-kind"), word=st.just("call"), count=few, minutes=few),
    st.builds(Figure, key=st.just("overdue-days"), days=few),
)
rows = st.builds(
    Opens,
    what=st.sampled_from(["", "deal", "company"]),
    id=ids,
    name=words,
    figures=st.lists(figures, max_size=5),
) | st.builds(Opens, what=st.just(MEMBER), id=few, name=words, view=st.just("") | some_views().map(str))
choices = st.builds(
    Choice, view=some_views().map(str), name=words, count=st.none() | few, chosen=st.booleans()
)
answers = st.builds(
    Answer,
    view=some_views().map(str),
    heading=st.just("cost-heading"),
    today=days,
    team=st.none() | st.builds(Named, few, words),
    pipeline=st.none() | st.builds(Named, few, words),
    has_teams=st.booleans(),
    has_pipelines=st.booleans(),
    lines=st.lists(figures, max_size=60),
    rows=st.lists(rows, max_size=15),
    first=few,
    pages=st.integers(1, 1000),
    choices=st.lists(choices, max_size=60),
    member=st.none() | st.builds(Named, few, words),
    notes=st.lists(figures, max_size=6),
    back=st.just("") | some_views().map(str),
)


@settings(deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))
@given(notice=answers, code=st.sampled_from(CODES))
def test_whatever_an_answer_holds_it_can_be_sent(notice: Answer, code: str) -> None:
    hold(render(notice, code))


@given(some_views())
def test_a_view_survives_its_button(view: ReportView) -> None:
    assert ReportView.read(str(view)) == view
    assert is_report(str(view))


@given(some_views(), st.sampled_from(Length), starts)
def test_turning_there_and_back_is_the_same_period(view: ReportView, length: Length, today: date) -> None:
    if date(2001, 1, 1) <= view.start < date(2098, 1, 1):
        assert view.moved(1).moved(-1).span == view.span
        assert view.moved(1).span.start == view.span.end
    other = view.in_length(length, today)
    assert (other.length, other.part) == (length, view.part)
    assert today in other.span or view.start in other.span


@given(
    st.text(max_size=40) | st.from_regex(r"r(co|ef|zz)26Q[0-9]?\.[0-9]*\.1\.[a-z0-9]{0,3}\.0", fullmatch=True)
)
def test_a_forged_view_is_one_or_refused(packed: str) -> None:
    try:
        view = ReportView.read(packed)
    except NoLongerApplies:
        assert True
    else:
        assert is_report(packed)
        assert view.span.days > 0


@pytest.mark.parametrize("place", ["", "d", "bmap1", "agenda2", "week", "ours0", "d.rco26Q4.0.0..0"])
def test_other_places_are_no_answers(place: str) -> None:
    assert not is_report(place)
