"""What holds of every playbook, whatever the deals did."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.habits import Duty, Play
from core.history import DealRow
from core.insights.period import Span
from core.insights.playbook import Happened, followed, stays, to_do
from core.terms import ContactKind
from tests.core.insights.funnels import PROCESSES
from tests.core.insights.test_properties import MONTHS, SPAN, TODAY, deals

PLAYS = st.lists(st.builds(Play, st.sampled_from(Duty), st.integers(0, 40)), max_size=4).map(tuple)
TOUCHES = st.dictionaries(
    st.integers(1, 10**6),
    st.lists(st.tuples(st.dates(TODAY - timedelta(200), TODAY), st.sampled_from(ContactKind)), max_size=4),
)
SOME = st.lists(deals(), max_size=8, unique_by=lambda deal: deal.id)


def day_of(at: float) -> date:
    return datetime.fromtimestamp(at, UTC).date()


@given(SOME, PLAYS, TOUCHES)
def test_months_add_up_and_what_is_to_do_is_missing(
    rows: Sequence[DealRow], plays: tuple[Play, ...], touches: dict[int, list[tuple[date, ContactKind]]]
) -> None:
    about = dict(zip((row.id for row in rows), touches.values(), strict=False))
    happened = Happened(about, {row.id for row in rows if row.id % 2})
    everything = Span(TODAY - timedelta(days=400), TODAY + timedelta(days=1))
    found = stays(rows, everything, PROCESSES, day_of)
    whole = followed(found, happened, lambda _: plays, TODAY, SPAN)
    assert all(0 <= each.done <= each.due for each in whole.values())
    parts = [followed(found, happened, lambda _: plays, TODAY, month) for month in MONTHS]
    for stage_id, each in whole.items():
        assert each.due == sum(part[stage_id].due for part in parts if stage_id in part)
        assert each.done == sum(part[stage_id].done for part in parts if stage_id in part)
    listed = to_do(found, happened, lambda _: plays, TODAY)
    assert all(PROCESSES.is_open(each.deal) and each.missing and each.overdue_days >= 0 for each in listed)
    assert all(one.overdue_days >= other.overdue_days for one, other in pairwise(listed))
    assert to_do(found, happened, lambda _: (), TODAY) == []
