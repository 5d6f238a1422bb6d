"""Telegram's limits hold and its HTML is sound, whatever stands in the records."""

from datetime import date, datetime, time
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from telegram.constants import InlineKeyboardMarkupLimit, MessageLimit

from bot.buttons.deals import OpenDeal
from bot.buttons.packing import LIMIT, unpack
from bot.cards import Rendered, render
from bot.cards.frame import HALF_LABEL, LONGEST_LABEL, button, width
from bot.texts import languages
from core.notices import (
    Agenda,
    Asked,
    AskInWords,
    Away,
    ContactLine,
    CorrectMenu,
    DealLife,
    DealLine,
    Deed,
    Fault,
    Help,
    LanguageSet,
    Leaving,
    Logged,
    LogKinds,
    LogPicks,
    LogResults,
    MemberDay,
    MemberLine,
    Members,
    MonthPicks,
    Named,
    NotALog,
    Notice,
    Option,
    OthersBid,
    Pick,
    Position,
    Practice,
    Practised,
    Promises,
    SharedWith,
    ShareLine,
    StandIn,
    StepCard,
    StepLine,
    StepPicks,
    Suggestion,
    Sum,
    TakenOver,
    TeamDay,
    Tidy,
    TimePicks,
    TipsOff,
    Undone,
    Unreadable,
    VisitCard,
    VisitForgotten,
    Week,
    Welcome,
    WhomPicks,
)
from core.notices.capture import Whom
from core.notices.customers import (
    Brief,
    CompanyCard,
    CompanyLine,
    FoundList,
    LostLine,
    PersonCard,
    PersonLine,
    SaidLine,
    WhereNow,
)
from core.notices.files import Attached, SentFile
from core.notices.shared import PersonEntered, PersonKnown
from core.terms import ContactKind, StepKind
from tests.bot.gallery import samples
from tests.bot.gallery_logs import FRIDAY, log

CODES = list(languages())
KNOWN_TAGS = {"b", "blockquote", "code", "i"}

words = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["W" * 250, "&" * 250, "😀" * 250, "<b>", "</b>", "\u202eab", "\x00", "a\nb", "UAB „A“", "{ $x }"]
    ),
)
some = st.none() | words
days = st.dates(date(2020, 1, 1), date(2035, 1, 1))
times = st.times().map(lambda at: at.replace(second=0, microsecond=0, tzinfo=None))
sums = st.builds(
    Sum,
    st.decimals(Decimal(0), Decimal(10) ** 12, places=2) | st.just(Decimal("1E+12")),
    st.sampled_from(["EUR", "USD", "PLN", ""]),
)
ids = st.integers(1, 2**63 - 1)
steps = st.builds(
    StepLine,
    id=ids,
    kind=st.sampled_from(StepKind),
    on=st.none() | days,
    at=st.none() | times,
    remind_on=st.none() | days,
    by_customer=st.booleans(),
    text=some,
    company=some,
    person=some,
    deal=some,
    company_id=st.none() | ids,
    person_id=st.none() | ids,
    deal_id=st.none() | ids,
    owner=some,
    free_day=some,
)
many_steps = st.lists(steps, max_size=4) | st.lists(steps, min_size=1, max_size=1).map(lambda few: few * 1000)
places = st.sampled_from(["", "agenda0", "week", "card", f"d{2**63 - 1}"])
purposes = st.sampled_from([f"move.{2**63 - 1}..agenda99", f"plan.d{2**63 - 1}.proposal.tidy"])
months = days.map(lambda day: day.replace(day=1))
deeds = st.none() | st.builds(
    Deed,
    what=st.sampled_from(
        ["done", "logged", "no-answer", "moved", "dropped", "planned", "lost", "dated", "where-rival"]
    ),
    operation_id=ids,
    step=st.none() | steps,
    deal=some,
    company=some,
    rival=some,
    on=st.none() | days,
    asks=st.booleans(),
)
picks = st.builds(
    Pick, name=st.sampled_from(["soonest", "friday", "fortnight", "month"]), on=days, at=st.none() | times
)
values = st.sampled_from(["1", "0", "other", "2026-11-27"])
options = st.builds(
    Option,
    value=values,
    name=some,
    detail=some,
    on=st.none() | days,
    at=st.none() | times,
    sum=st.none() | sums,
)
named = st.none() | st.builds(Named, ids, words)
fields = st.sampled_from(["person", "company", "deal", "amount", "next.date", "next.time", "close_date"])
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)).map(lambda at: at.astimezone())  # noqa: DTZ001
contact_lines: Any = st.builds(
    ContactLine,
    at=moments,
    on=days,
    by=words,
    company=some,
    person=some,
    deal=some,
    stage=some,
    sum=st.none() | sums,
)
deal_lines = st.builds(
    DealLine,
    id=ids,
    title=words,
    company=some,
    sum=st.none() | sums,
    stage=words,
    close_on=st.none() | days,
    owner=some,
    days=st.none() | st.integers(0, 9999),
)
suggestions = st.builds(
    Suggestion,
    reason=st.sampled_from(["no-step", "date-passed", "silent"]),
    deal=named,
    company=named,
    sum=st.none() | sums,
    on=st.none() | days,
    days=st.integers(0, 9999),
    on_the_way=st.booleans(),
    region=some,
)
members = st.builds(
    MemberDay,
    name=words,
    contacts=st.lists(contact_lines, max_size=3).map(lambda few: few * 10),
    count=st.integers(0, 10**6),
    minutes=st.integers(0, 10**7),
)
logs: Any = st.builds(
    Logged,
    operation_id=ids,
    today=days,
    company=named,
    person=named,
    deal=named,
    amount=st.none() | sums,
    amount_before=st.none() | sums,
    stage=some,
    competitor=some,
    steps=many_steps,
    question=st.none()
    | st.builds(Asked, question_id=ids, field=fields, options=st.lists(options, max_size=5)),
    kept=st.lists(words, max_size=5),
    probability=st.none() | st.integers(0, 100),
    duration_min=st.none() | st.integers(0, 10**6),
)
people = st.builds(PersonLine, id=ids, name=words, company=some, role=some, phone=some)
asks = st.builds(AskInWords, about=st.just("operation"), record_id=ids, field=fields | words)
briefs: Any = st.builds(
    Brief,
    company=st.builds(Named, ids, words),
    page=st.integers(-1, 3),
    today=days,
    people=st.lists(people, max_size=4),
    said=st.lists(st.builds(SaidLine, contact=contact_lines, words=some), max_size=3),
    ours=st.lists(steps, max_size=3),
    lost=st.lists(st.builds(LostLine, title=words, sum=st.none() | sums, competitor=some), max_size=3),
)
whoms = st.builds(
    Whom,
    subject=st.sampled_from(["c1", f"d{10**9}-p{10**9}", f"p{2**63 - 1}"]),
    person=some,
    company=some,
    metres=st.none() | st.integers(0, 2 * 10**7),
)
whom_purposes = st.sampled_from(["log.proposal", f"visit.{10**9}", f"person.{10**9}"])
kinds = st.sampled_from(ContactKind)
notices: Any = st.one_of(
    st.builds(
        Attached,
        operation_id=ids,
        attachment_id=ids,
        kind=words,
        person=some,
        company=some,
        deal=some,
        others=st.lists(whoms, max_size=3),
    ),
    st.builds(
        PersonKnown,
        person_id=ids,
        name=words,
        given_name=words,
        given=words,
        company=some,
        phone=some,
        by_number=st.booleans(),
    ),
    st.builds(PersonEntered, operation_id=ids, person_id=ids, name=words, phone=some, company=some),
    st.builds(SentFile, kind=st.just("photo"), file_id=words, on=days, today=days, by=words, name=some),
    st.builds(VisitForgotten, visit_id=ids, company=words, started_at=moments, asked_on=days),
    st.builds(
        VisitCard,
        visit_id=ids,
        operation_id=st.none() | ids,
        company=st.builds(Named, ids, words),
        person=some,
        started_at=moments,
        brief=briefs,
        learnt=st.booleans(),
    ),
    st.builds(VisitForgotten, visit_id=ids, company=words, started_at=moments, asked_on=days),
    st.builds(LogKinds, whom=st.none() | whoms),
    st.builds(LogResults, kind=kinds, whom=whoms, stage=some),
    st.builds(LogPicks, card=logs, picks=st.lists(picks, max_size=3), today=days),
    st.builds(
        WhomPicks,
        purpose=whom_purposes,
        ask=asks,
        whom=st.lists(whoms, max_size=40),
        page=st.integers(0, 9),
        pages=st.integers(1, 9),
    ),
    logs,
    st.builds(Undone, operation_id=ids, company=some, kept=st.lists(words, max_size=5)),
    st.builds(
        CorrectMenu,
        operation_id=ids,
        today=days,
        choosing=st.sampled_from([None, "company", "deal", "date"]),
        choices=st.lists(options, max_size=30),
    ),
    asks,
    st.builds(NotALog, aside=words),
    st.builds(Unreadable, what=words),
    st.builds(Welcome, name=words, team=some),
    st.builds(LanguageSet, name=words),
    st.builds(Practice, message=words, ask=asks),
    st.builds(Practised, card=st.none() | logs),
    st.builds(TipsOff),
    st.builds(
        FoundList,
        words=words,
        companies=st.lists(st.builds(CompanyLine, id=ids, name=words, region=some), max_size=3),
        people=st.lists(people, max_size=3),
        deals=st.lists(deal_lines, max_size=2),
    ),
    st.builds(
        CompanyCard,
        company=st.builds(Named, ids, words),
        page=st.integers(-1, 3),
        today=days,
        segment=some,
        phone=some,
        website=some,
        people=st.lists(people, max_size=4),
        deals=st.lists(deal_lines, max_size=4),
        steps=st.lists(steps, max_size=3),
        contacts=st.lists(contact_lines, max_size=3),
        won=st.lists(sums, max_size=4),
        won_count=st.integers(0, 10**6),
        buys_from=some,
        said_on=st.none() | days,
        is_silent=st.booleans(),
    ),
    st.builds(
        WhereNow,
        company=st.builds(Named, ids, words),
        today=days,
        place=st.sampled_from(["tidy", "c"]),
        days=st.integers(0, 9999),
        rivals=st.lists(st.builds(Option, value=ids.map(str), name=words), max_size=5),
        deed=deeds,
    ),
    st.builds(PersonCard, person=st.builds(Named, ids, words), today=days, role=some, phone=some, email=some),
    briefs,
    st.builds(Help, part=st.sampled_from(["", "commands", "team"])),
    st.builds(Fault, reference=words),
    st.builds(
        Agenda,
        on=days,
        overdue=many_steps,
        due=many_steps,
        done_today=st.integers(0, 999),
        page=st.integers(0, 999),
        pages=st.integers(1, 1000),
        suggestions=st.lists(suggestions, max_size=3),
        to_tidy=st.integers(0, 10**6),
        deed=deeds,
    ),
    st.builds(
        Promises,
        side=st.sampled_from(["ours", "theirs"]),
        page=st.integers(0, 999),
        pages=st.integers(1, 1000),
        steps=many_steps,
        counts=st.dictionaries(st.sampled_from(["ours", "theirs"]), st.integers(0, 10**6)),
        today=days,
        deed=deeds,
    ),
    st.builds(
        Tidy,
        today=days,
        deal=st.none() | deal_lines,
        reason=st.sampled_from(["no-step", "date-passed"]),
        picks=st.lists(picks, max_size=3),
        start=ids,
        left=st.integers(0, 10**6),
        deed=deeds,
    ),
    st.builds(Week, first=days, steps=many_steps, hidden=st.integers(0, 999), deed=deeds),
    st.builds(StepCard, step=steps, today=days, phone=some, is_open=st.booleans(), place=places, deed=deeds),
    st.builds(
        StepPicks,
        purpose=purposes,
        step=steps,
        today=days,
        picks=st.lists(picks, max_size=3),
        is_new=st.booleans(),
        place=places,
    ),
    st.builds(MonthPicks, purpose=purposes, month=months, today=days, chosen=st.none() | days),
    st.builds(TimePicks, purpose=purposes, on=days, today=days, free_day=some),
    st.builds(
        TeamDay,
        on=days,
        members=st.lists(members, max_size=2).map(lambda few: few * 20),
        quiet=st.lists(words, max_size=3).map(lambda few: few * 40),
    ),
)


_PERCENTS = st.integers(0, 100)
_NAMED = st.builds(Named, ids, words)
_LINES = st.builds(
    MemberLine,
    id=ids,
    name=words,
    team=some,
    open_deals=st.integers(0, 10**6),
    away_until=st.none() | days,
)
_LIFE_DEEDS = st.none() | st.builds(
    Deed,
    what=st.sampled_from(["away", "deputy", "back", "tender", "paused", "linked", "shared", "others-lost"]),
    operation_id=ids,
    deal=some,
    on=st.none() | days,
)
_CHOICES = st.builds(Option, value=ids.map(str), name=some, detail=some, sum=st.none() | sums)
_MANY_DEALS = st.lists(deal_lines, max_size=2).map(lambda few: few * 30)
of_life: Any = st.one_of(
    st.builds(
        Away,
        today=days,
        absence_id=st.none() | ids,
        starts_on=days,
        ends_on=days,
        deputy=named,
        colleagues=st.lists(_NAMED, max_size=8),
        deed=_LIFE_DEEDS,
    ),
    st.builds(StandIn, name=words, starts_on=days, ends_on=days, today=days, is_over=st.booleans()),
    st.builds(
        Members,
        page=st.integers(0, 99),
        pages=st.integers(1, 99),
        count=st.integers(0, 999),
        members=st.lists(_LINES, max_size=8),
        today=days,
    ),
    st.builds(
        Leaving,
        member=_LINES,
        today=days,
        page=st.integers(0, 99),
        open_steps=st.integers(0, 10**6),
        heirs=st.lists(_NAMED, max_size=8),
        has_left=st.booleans(),
        heir=some,
    ),
    st.builds(TakenOver, giver=words, deals=st.integers(0, 10**6), steps=st.integers(0, 10**6)),
    st.builds(
        DealLife,
        deal=_NAMED,
        company=named,
        is_open=st.booleans(),
        today=days,
        tender_on=st.none() | days,
        paused_until=st.none() | days,
        company_paused_until=st.none() | days,
        alternatives=_MANY_DEALS,
        shares=st.lists(st.builds(ShareLine, member_id=ids, name=words, percent=_PERCENTS), max_size=12),
        choosing=st.sampled_from([None, "pause", "object", "share", "percent"]),
        choices=st.lists(_CHOICES, max_size=12),
        member_id=ids,
        deed=_LIFE_DEEDS,
    ),
    st.builds(OthersBid, deal=_NAMED, others=_MANY_DEALS, deed=_LIFE_DEEDS),
    st.builds(SharedWith, by=words, deal=_NAMED, percent=_PERCENTS),
    st.builds(
        Logged,
        operation_id=ids,
        today=days,
        company=named,
        person=named,
        amount=st.none() | sums,
        positions=st.lists(st.builds(Position, st.decimals(0, 10**9, places=3), words, sums), max_size=9),
        is_order=st.booleans(),
        rest=st.none() | sums,
        tender_on=st.none() | days,
        paused_until=st.none() | days,
        employer_before=some,
        question=st.none()
        | st.builds(
            Asked, question_id=ids, field=st.sampled_from(["rest", "steps"]), options=st.lists(options)
        ),
    ),
)


class _Reader(HTMLParser):
    """Reads as Telegram does: refuses tags it does not know, and those that are not closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in KNOWN_TAGS, tag
        assert not attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(rendered: Rendered) -> str:
    """The text that a person sees; fails where the markup is not sound."""
    reader = _Reader()
    reader.feed(rendered.text)
    reader.close()
    assert not reader.open
    return reader.text


def hold(rendered: Rendered) -> None:
    """Fails where the message is beyond one of Telegram's limits."""
    text = read(rendered)
    assert text.strip() or rendered.gone
    assert "\x00" not in text
    assert len(text.encode("utf-16-le")) // 2 <= MessageLimit.MAX_TEXT_LENGTH
    rows = rendered.keyboard.inline_keyboard if rendered.keyboard else ()
    buttons = [button for row in rows for button in row]
    assert len(buttons) <= InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER
    assert all(len(row) <= InlineKeyboardMarkupLimit.BUTTONS_PER_ROW for row in rows)
    for each in buttons:
        assert 0 < width(each.text) <= LONGEST_LABEL
        assert "&lt;" not in each.text
        assert len(str(each.callback_data).encode()) <= LIMIT
        unpack(str(each.callback_data))


@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
@given(notice=notices | of_life, code=st.sampled_from(CODES))
@example(
    notice=WhomPicks(
        purpose="log.proposal",
        ask=AskInWords(about="whom", record_id=0, field="log.proposal"),
        whom=[Whom(subject="c1", company='0000000000000000000@@@@II..))))"', metres=95)],
    ),
    code="lt",
)
def test_whatever_the_records_hold_the_message_can_be_sent(notice: Notice, code: str) -> None:
    hold(render(notice, code))


@pytest.mark.parametrize("code", CODES)
def test_every_sample_can_be_sent(code: str) -> None:
    for _, notice in samples(code):
        hold(render(notice, code))


def test_a_thousand_steps_are_counted_not_shown() -> None:
    line = StepLine(id=1, kind=StepKind.CALL, on=FRIDAY, at=time(10))
    assert "ir dar 992 žingsniai" in read(render(log(steps=[line] * 1000), "lt"))
    agenda = read(render(Agenda(on=FRIDAY, due=[line] * 1000), "lt"))
    shown = sum("10:00" in text for text in agenda.splitlines())
    assert f"ir dar {1000 - shown}" in agenda.replace("\u00a0", "")


def test_a_name_cannot_bring_markup_of_its_own() -> None:
    name = '<a href="tg://user?id=1">Jonas</a>'
    text = render(log(person=Named(1, name), company=Named(2, "A & B <i>")), "lt").text
    assert "<a" not in text
    assert "<i>" not in text
    assert read(render(log(person=Named(1, name)), "lt")).splitlines()[1].startswith(f"👤 {name}")


def test_a_label_is_cut_by_its_width_and_its_count_stays() -> None:
    def label(words: str, tail: str = "") -> str:
        return button(words, OpenDeal(1), HALF_LABEL, tail=tail).text

    assert label("Rūta Kazlauskaitė") == "Rūta Kazlauskaitė"
    assert label("WWWWWWWWWWWWWWWWW") == "WWWWWWWWW…"
    assert label("Negotiation", " · 5") == "Negotiation · 5"
    assert label("Derybos dėl sutarties", " · 1200") == "Derybos d… · 1200"
