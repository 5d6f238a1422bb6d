"""Rules from real sales life, each as a short story: what was written, and what came of it.

Those told by buttons are in test_deal_life (7, shares of 8) and test_absence (12); 13 is in test_digest.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from core.actions import customer_life, trips
from core.actions.work import Source
from core.errors import NotUnderstood
from core.model import Company, Contact, Deal, Member, NextStep, Order, Person, StageChange, Visit
from core.notices import Logged, Sum
from core.notices.files import TripSheet
from core.storage.ledger import add
from core.storage.orders import orders_of
from core.terms import ContactKind, StageMeaning, StepKind, StepReason
from tests.builders import NOW, House
from tests.telling import Story


@pytest.fixture
def story(house: House) -> Story:
    return Story(house)


def steps(house: House) -> list[NextStep]:
    with house.database.reading() as session:
        return list(
            session.scalars(select(NextStep).where(NextStep.deleted_at.is_(None)).order_by(NextStep.id))
        )


def deals(house: House) -> list[Deal]:
    with house.database.reading() as session:
        return list(session.scalars(select(Deal).where(Deal.deleted_at.is_(None)).order_by(Deal.id)))


def orders(house: House) -> list[Order]:
    with house.database.reading() as session:
        return list(session.scalars(select(Order).where(Order.deleted_at.is_(None))))


def euros(deal: Deal) -> Decimal | None:
    return deal.amount


# 1. A message may hold several promises


@pytest.mark.parametrize(
    "text",
    [
        "Skambinau Vandritai, nori pasiūlymo, perskambinti penktadienį 10:00",
        "Called Vandrita, wants a proposal, call back on Friday at 10:00",
    ],
)
def test_each_promise_becomes_a_step_and_the_proposal_is_due_the_day_before_the_call(
    house: House, story: Story, text: str
) -> None:
    house.company("UAB Vandrita")
    story.says(text)
    found = {step.kind: step for step in steps(house)}
    assert found[StepKind.CALL].due_on == date(2026, 11, 27)
    assert found[StepKind.PROPOSAL].remind_on == date(2026, 11, 26)


@pytest.mark.parametrize("text", ["Skambinau Vandritai, nori pasiūlymo", "Called Vandrita, wants a proposal"])
def test_a_proposal_promised_for_no_day_comes_up_in_two_working_days(
    house: House, story: Story, text: str
) -> None:
    house.company("UAB Vandrita")
    story.now = NOW + timedelta(days=3)  # Friday
    story.says(text)
    assert [step.remind_on for step in steps(house)] == [date(2026, 12, 1)]


# 2. Never guessed among several; a budget only fills an empty amount


@pytest.mark.parametrize("text", ["Laimėjom Vandritą", "Won Vandrita", "Vandrita prarasta", "Lost Vandrita"])
def test_the_end_of_one_of_several_deals_is_asked_and_none_is_touched(
    house: House, story: Story, text: str
) -> None:
    company = house.company("UAB Vandrita")
    house.deal(company, "Stogas")
    house.deal(company, "Fasadas")
    card = story.says(text)
    assert card.question is not None
    assert {o.name for o in card.question.options} == {"Stogas", "Fasadas"}
    assert [deal.closed_on for deal in deals(house)] == [None, None]


def test_a_new_offer_shows_old_and_new_and_undo_brings_the_old_back(house: House, story: Story) -> None:
    deal = house.deal(house.company("UAB Vandrita"), "Stogas", amount=Decimal(8000), currency="EUR")
    card = story.says("Nusiunčiau Vandritai pasiūlymą už 12000")
    assert (card.amount_before, card.amount) == (
        Sum(Decimal("8000.00"), "EUR"),
        Sum(Decimal("12000"), "EUR"),
    )
    story.undoes(card)
    assert euros(house.load(Deal, deal)) == Decimal(8000)


@pytest.mark.parametrize("text", ["Vandritos biudžetas 5000", "Vandrita has a budget of 5,000"])
def test_a_budget_fills_an_empty_amount_and_leaves_an_offer_alone(
    house: House, story: Story, text: str
) -> None:
    company = house.company("UAB Vandrita")
    house.deal(company, "Stogas")
    story.says(text)
    assert [euros(deal) for deal in deals(house)] == [Decimal(5000)]
    story.says("Nusiunčiau Vandritai pasiūlymą už 7000")
    story.says(text)
    assert [euros(deal) for deal in deals(house)] == [Decimal(7000)]


# 3. A day that was named stays, one that we compute moves to a working day


@pytest.mark.parametrize("text", ["Paskambinti Vandritai šeštadienį", "Call Vandrita on Saturday"])
def test_a_weekend_day_that_was_named_is_kept_with_a_warning(house: House, story: Story, text: str) -> None:
    house.company("UAB Vandrita")
    card = story.says(text)
    assert [step.due_on for step in steps(house)] == [date(2026, 11, 28)]
    assert card.steps[0].free_day is not None


def test_a_day_that_we_compute_passes_over_the_holidays(house: House, story: Story) -> None:
    house.company("UAB Vandrita")
    story.now = NOW + timedelta(days=29)  # Wednesday, 23 December; Christmas and its eve are days off
    card = story.says("Skambinau Vandritai, nori pasiūlymo")
    assert [step.remind_on for step in steps(house)] == [date(2026, 12, 29)]
    assert card.steps[0].free_day is None


# 4. An evening message about several customers


def test_an_evening_message_is_one_card_whose_lines_are_undone_alone(house: House, story: Story) -> None:
    for name in ("UAB Vandrita", "UAB Medvilnė", "UAB Gintupė", "UAB Ledrita", "UAB Auksarankė"):
        house.company(name)
    card = story.says_of_several(
        "Vandrita: skambinau, nori pasiūlymo. Medvilnė: lankiausi, viskas gerai. Gintupė: neatsiliepė. "
        "Ledrita: susitikau, perskambinti pirmadienį. Auksarankė: parašiau laišką."
    )
    assert len(card.parts) == 5
    second = card.parts[1]
    assert isinstance(second, Logged)
    story.undoes(second)
    with house.database.reading() as session:
        left = session.scalars(select(Contact.kind).where(Contact.deleted_at.is_(None))).all()
    assert sorted(left) == sorted(
        [ContactKind.CALL, ContactKind.CALL, ContactKind.MEETING, ContactKind.EMAIL]
    )


# 5. The useful line appears only when there is something to say


@pytest.mark.parametrize(("days", "told"), [(2, False), (60, True)])
def test_a_line_after_a_log_tells_of_a_long_silence_and_of_nothing_ordinary(
    house: House, story: Story, days: int, told: bool
) -> None:
    company = house.company("UAB Vandrita")
    house.contact(NOW.date() - timedelta(days=days), company_id=company)
    assert (story.says("Skambinau Vandritai 10 min").line is not None) == told


# 6. Orders


def bought_before(house: House, name: str = "UAB Vandrita") -> int:
    company = house.company(name)
    house.deal(company, "Pernykštis stogas", stage="Laimėta", closed_on=date(2026, 3, 2))
    return company


@pytest.mark.parametrize(
    "text", ["Vandrita užsakė už 3400", "order from Vandrita 3,400", "Gautas užsakymas iš Vandritos, 3400 €"]
)
def test_what_a_customer_orders_again_is_an_order_and_no_deal(house: House, story: Story, text: str) -> None:
    company = bought_before(house)
    card = story.says(text)
    assert card.is_order
    assert card.deal is None
    assert card.amount == Sum(Decimal(3400), "EUR")
    (order,) = orders(house)
    assert (order.company_id, order.amount, order.ordered_on) == (company, Decimal(3400), date(2026, 11, 24))
    assert order.owner_id == house.ids["Mantas"]
    assert len(deals(house)) == 1, "nothing was won that the win rate would count"
    story.undoes(card)
    assert orders(house) == []


def test_a_first_order_wins_a_deal(house: House, story: Story) -> None:
    house.company("UAB Vandrita")
    card = story.says("Vandrita užsakė už 3400")
    assert not card.is_order
    assert card.stage_meaning is StageMeaning.WON
    assert orders(house) == []


def test_an_order_of_just_what_an_open_deal_asks_wins_it(house: House, story: Story) -> None:
    deal = house.deal(bought_before(house), "Naujas stogas", amount=Decimal(3400), currency="EUR")
    card = story.says("Vandrita užsakė už 3400")
    assert card.deal is not None
    assert card.deal.id == deal
    assert house.load(Deal, deal).closed_on == date(2026, 11, 24)


@pytest.mark.parametrize(("tapped", "ordered", "won"), [("order", 1, 0), ("deal", 0, 1)])
def test_beside_an_open_deal_it_is_asked_whether_it_is_an_order(
    house: House, story: Story, tapped: str, ordered: int, won: int
) -> None:
    deal = house.deal(bought_before(house), "Naujas stogas", amount=Decimal(20000), currency="EUR")
    card = story.says("Vandrita užsakė už 3400")
    assert card.question is not None
    assert [option.value for option in card.question.options] == [str(deal), "order"]
    assert orders(house) == []
    assert house.load(Deal, deal).closed_on is None
    card = story.answers(card, "order" if tapped == "order" else str(deal))
    assert card.question is None
    assert len(orders(house)) == ordered
    assert (house.load(Deal, deal).closed_on is not None) == bool(won)


# 8. A part of a deal is won


@pytest.mark.parametrize(
    "text", ["Vandritą laimėjom pusę, 6000 iš 12000", "laimėjom pusę Vandritos", "won half of Vandrita"]
)
@pytest.mark.parametrize(("rest", "stage"), [("open", "Derybos"), ("lost", "Prarasta")])
def test_the_won_part_is_won_and_one_tap_says_what_becomes_of_the_rest(
    house: House, story: Story, text: str, rest: str, stage: str
) -> None:
    company = house.company("UAB Vandrita")
    deal = house.deal(company, "Stogas", stage="Derybos", amount=Decimal(12000), currency="EUR")
    card = story.says(text)
    assert card.question is not None
    assert card.question.field == "rest"
    assert house.load(Deal, deal).amount == Decimal(6000)
    card = story.answers(card, rest)
    assert card.rest == Sum(Decimal("6000.00"), "EUR")
    assert card.rest_is_lost == (rest == "lost")
    won, left = deals(house)
    assert (won.id, left.split_from_id) == (deal, deal)
    assert (won.amount or 0) + (left.amount or 0) == Decimal(12000)
    assert won.closed_on == date(2026, 11, 24)
    assert (left.closed_on is None) == (rest == "open")
    assert left.created_on == won.created_on, "the rest has been sold for just as long"
    with house.database.reading() as session:
        last = session.scalars(
            select(StageChange).where(StageChange.deal_id == left.id).order_by(StageChange.id.desc())
        ).first()
        assert last is not None
        assert last.to_stage_id == left.stage_id
    story.undoes(card)
    (whole,) = deals(house)
    assert (whole.amount, whole.closed_on) == (Decimal(12000), None)


# 9. Tender, samples, seasonal break


@pytest.mark.parametrize(
    "text", ["Vandritos konkursas baigiasi gruodžio 15", "tender at Vandrita closes on the 15th"]
)
def test_a_tender_is_reminded_of_three_and_one_working_days_before(
    house: House, story: Story, text: str
) -> None:
    deal = house.deal(house.company("UAB Vandrita"), "Stogas")
    card = story.says(text)
    assert card.tender_on == house.load(Deal, deal).tender_on == date(2026, 12, 15)
    assert house.load(Deal, deal).expected_close_on is None, "its end is not the contract's date"
    found = steps(house)
    assert [step.remind_on for step in found] == [date(2026, 12, 10), date(2026, 12, 14)]
    assert {(step.reason, step.deal_id) for step in found} == {(StepReason.TENDER, deal)}


def test_a_tender_put_off_takes_its_reminders_along(house: House, story: Story) -> None:
    house.deal(house.company("UAB Vandrita"), "Stogas")
    story.says("Vandritos konkursas baigiasi gruodžio 15")
    story.says("Vandritos konkursas baigiasi gruodžio 18")
    still_open = [step.remind_on for step in steps(house) if step.is_open]
    assert still_open == [date(2026, 12, 15), date(2026, 12, 17)]


@pytest.mark.parametrize("text", ["Nusiunčiau pavyzdžius Vandritai", "Sent samples to Vandrita"])
def test_samples_are_asked_about_in_seven_working_days(house: House, story: Story, text: str) -> None:
    house.company("UAB Vandrita")
    story.says(text)
    (step,) = steps(house)
    assert (step.reason, step.remind_on) == (StepReason.SAMPLES, date(2026, 12, 3))


def test_samples_are_asked_about_on_the_day_that_was_named(house: House, story: Story) -> None:
    house.company("UAB Vandrita")
    story.says("Sent samples to Vandrita, will call on Friday")
    (step,) = steps(house)
    assert (step.reason, step.due_on) == (None, date(2026, 11, 27))


@pytest.mark.parametrize("text", ["Vandrita iki kovo nieko nedaro", "Vandrita closed till March"])
def test_a_seasonal_break_is_kept_shown_and_taken_back(house: House, story: Story, text: str) -> None:
    company = house.company("UAB Vandrita")
    card = story.says(text)
    assert card.paused_until == house.load(Company, company).paused_until == date(2027, 3, 1)
    story.undoes(card)
    assert house.load(Company, company).paused_until is None


# 10. Quantity and price


@pytest.mark.parametrize("text", ["Vandritai 40 t po 95 €/t", "Vandrita wants 40 t at 95 €/t"])
def test_quantity_times_price_is_the_amount_and_says_how_it_came(
    house: House, story: Story, text: str
) -> None:
    deal = house.deal(house.company("UAB Vandrita"), "Skalda")
    card = story.says(text)
    assert house.load(Deal, deal).amount == Decimal(3800)
    (position,) = card.positions
    assert (position.quantity, position.unit, position.price) == (Decimal(40), "t", Sum(Decimal(95), "EUR"))


@pytest.mark.parametrize("text", ["Skambinau Vandritai, nori 12 t skaldos", "Called Vandrita, wants 12 t"])
def test_twelve_t_are_tonnes_and_no_money(house: House, story: Story, text: str) -> None:
    house.deal(house.company("UAB Vandrita"), "Skalda")
    story.says(text)
    assert [euros(deal) for deal in deals(house)] == [None]


# 11. Several people, and one who changes employer


def test_a_call_to_one_person_leaves_what_was_planned_with_another(house: House, story: Story) -> None:
    company = house.company("UAB Vandrita", "Jonas Kairelis")
    with house.work() as work:
        other = {"name": "Greta Stonkutė", "company_id": company, "created_at": NOW}
        work.session.add(Person(**other))
    story.says("Paskambinti Gretai Stonkutei iš Vandritos šiandien 15:00")
    story.says("Skambinau Jonui Kaireliui iš Vandritos, viskas gerai")
    assert [step.is_open for step in steps(house)] == [True]
    story.says("Skambinau Gretai Stonkutei iš Vandritos, viskas gerai")
    assert [step.is_open for step in steps(house)] == [False]


@pytest.mark.parametrize("text", ["Jonas Kairelis dabar dirba Medvilnėje", "Jonas moved to Medvilnė"])
def test_a_person_who_changes_employer_goes_and_history_stays(house: House, story: Story, text: str) -> None:
    before = house.company("UAB Vandrita", "Jonas Kairelis")
    after = house.company("UAB Medvilnė")
    person = house.ids["UAB Vandrita+person"]
    story.says("Skambinau Jonui Kaireliui iš Vandritos 15 min")
    card = story.says(text)
    assert card.employer_before == "UAB Vandrita"
    assert card.question is None
    assert house.load(Person, person).company_id == after
    with house.database.reading() as session:
        first = session.scalars(select(Contact).order_by(Contact.id)).first()
        assert first is not None
        assert (first.company_id, first.person_id) == (before, person)
    story.undoes(card)
    assert house.load(Person, person).company_id == before


@pytest.mark.parametrize(("tapped", "is_open"), [("keep", True), ("drop", False)])
def test_open_steps_with_a_person_who_left_are_asked_about(
    house: House, story: Story, tapped: str, is_open: bool
) -> None:
    before = house.company("UAB Vandrita", "Jonas Kairelis")
    house.company("UAB Medvilnė")
    story.says("Paskambinti Jonui Kaireliui iš Vandritos penktadienį")
    card = story.says("Jonas Kairelis dabar dirba Medvilnėje")
    assert card.question is not None
    assert card.question.field == "steps"
    story.answers(card, tapped)
    (step,) = steps(house)
    assert (step.is_open, step.company_id) == (is_open, before)


def test_which_of_two_namesakes_moved_is_asked(house: House, story: Story) -> None:
    house.company("UAB Vandrita", "Jonas Kairelis")
    house.company("UAB Gintupė", "Jonas Petrulynas")
    after = house.company("UAB Medvilnė")
    card = story.says("Jonas moved to Medvilnė")
    assert card.question is not None
    assert card.question.field == "person"
    chosen = house.ids["UAB Gintupė+person"]
    card = story.answers(card, str(chosen))
    assert card.employer_before == "UAB Gintupė"
    assert house.load(Person, chosen).company_id == after


def test_by_a_button_the_new_employer_is_said_in_words_known_or_new(house: House, story: Story) -> None:
    before = house.company("UAB Vandrita", "Jonas Kairelis")
    after = house.company("UAB Medvilnė")
    person, source = house.ids["UAB Vandrita+person"], Source(501, 77, NOW)
    card = story.sees(Logged, customer_life.answer_employer, person, "Medvilnė", source)
    assert card.employer_before == "UAB Vandrita"
    assert house.load(Person, person).company_id == after
    story.sees(Logged, customer_life.answer_employer, person, "UAB „Visai nauja“", source)
    assert house.load(Person, person).company_id not in (before, after)


def test_by_a_button_an_order_is_said_as_a_sum(house: House, story: Story) -> None:
    company = house.company("UAB Vandrita")
    story.sees(Logged, customer_life.answer_order, company, "3 400", Source(501, 77, NOW))
    with house.database.reading() as session:
        listed = orders_of(session, house_member(house, "Mantas"), company, 5)
        assert [order.amount for order in listed] == [Decimal(3400)]
        assert orders_of(session, house_member(house, "Rūta"), company, 5) == [], "sums are their owner's"
        assert len(orders_of(session, house_member(house, "Aistė"), company, 5)) == 1
    for nonsense in ("", "daug"):
        with pytest.raises(NotUnderstood):
            story.does(customer_life.answer_order, company, nonsense, Source(501, 78, NOW))


def house_member(house: House, name: str) -> Member:
    found = house.load(Member, house.ids[name])
    assert isinstance(found, Member)
    return found


# 14. The trip sheet


def test_a_months_visits_are_its_trip_sheet_day_by_day_in_their_order(house: House, story: Story) -> None:
    names = {house.company(name): name for name in ("UAB Vandrita", "UAB Medvilnė", "UAB Gintupė")}
    first, second, third = names
    hours = ((third, 30), (second, 3), (first, 1), (first, 24 * 40))
    with house.database.writing() as session:
        for company, ago in hours:
            began = NOW - timedelta(hours=ago)
            ended = began + timedelta(minutes=45)
            values = {"member_id": house.ids["Mantas"], "company_id": company, "started_at": began}
            add(session, Visit, values | {"ended_at": ended})
    sheet = story.sees(TripSheet, trips.send, "202611", 501)
    assert [(trip.on.day, trip.company) for trip in sheet.trips] == [
        (23, "UAB Gintupė"),
        (24, "UAB Medvilnė"),
        (24, "UAB Vandrita"),
    ]
    assert {trip.minutes for trip in sheet.trips} == {45}
    assert story.sees(TripSheet, trips.send, "202611", 501, by="Rūta").trips == []
