"""Long cards are cut into screens of a phone; what is needed first is on the first, and nothing is lost."""

from datetime import UTC, date, datetime
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.buttons.find import BriefPage, CompanyPage, PersonPage
from bot.buttons.packing import Button, unpack
from bot.cards import Rendered, render
from bot.cards.helping import PARTS, commands_of
from bot.cards.phone import ONE_SCREEN, Entry, first_screen, height, lines_of, screens, with_number
from bot.texts import Html, languages
from core.notices import (
    Agenda,
    DealLine,
    DealList,
    Deed,
    Named,
    Standing,
    StepLine,
    Suggestion,
    Sum,
    VisitCard,
)
from core.notices.customers import Brief, CompanyCard, LostLine, PersonCard, PersonLine, SaidLine
from core.terms import Role, StepKind
from tests.bot.gallery_days import contacts

CODES = list(languages())
TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
LONG = "Labai ilgas pavadinimas " * 10
COMPANY = Named(1, LONG)

entries = st.lists(
    st.builds(
        lambda words, heads: Entry(Html(words), heads=heads), st.text("ab ", max_size=90), st.booleans()
    )
)


@given(entries, st.integers(3, 30))
def test_each_line_is_on_one_screen_in_its_order(all_of_it: list[Entry], room: int) -> None:
    cut = screens(all_of_it, room)
    told = [entry for screen in cut for entry in screen if not entry.heads]
    assert told == [entry for entry in all_of_it if not entry.heads]
    assert all(height(lines_of(screen)) <= room or len(screen) <= 2 for screen in cut)


def test_a_heading_stays_with_its_lines_and_is_said_again_on_the_next_screen() -> None:
    heading, lines = Entry(Html("Deals"), heads=True), [Entry(Html(str(number))) for number in range(4)]
    assert screens([Entry(Html("first")), heading, *lines], 3) == [
        [Entry(Html("first"))],
        [heading, lines[0]],
        [heading, lines[1]],
        [heading, lines[2]],
        [heading, lines[3]],
    ]
    assert first_screen([heading, *lines], 5) == ([heading, *lines[:2]], 2)
    assert first_screen([heading, *lines], 6) == ([heading, *lines], 0)


@pytest.mark.parametrize(
    ("parts", "number", "shown"),
    [
        (["Jonas Kairelis"], "+370 612 34567", "👤 Jonas Kairelis, +370 612 34567"),
        (["Jonas Kairelis", "direktorius"], "8-612-34567", "👤 Jonas Kairelis, direktorius\n☎️ 8-612-34567"),
        (["Jonas Kairelis", "direktorius"], None, "👤 Jonas Kairelis, direktorius"),
        ([LONG], "112", f"👤 {LONG}\n☎️ 112"),
    ],
)
def test_a_number_that_a_line_would_part_stands_on_a_line_of_its_own(
    parts: list[str], number: str | None, shown: str
) -> None:
    assert with_number([Html(part) for part in parts], number) == shown


def deal(number: int) -> DealLine:
    money = Sum(Decimal(10) ** 12, "EUR")
    return DealLine(id=number, title=f"{number} {LONG}", company=LONG, sum=money, stage=LONG, owner=LONG)


def person(number: int) -> PersonLine:
    return PersonLine(id=number, name=f"{number} {LONG}", role=LONG, phone="+370 612 34567")


def company_card(page: int) -> CompanyCard:
    return CompanyCard(
        company=COMPANY,
        today=TODAY,
        people=[person(number) for number in range(1, 9)],
        people_count=10_000,
        deals=[deal(number) for number in range(1, 9)],
        deal_count=10_000,
        steps=[StepLine(id=1, kind=StepKind.CALL, on=TODAY, text=LONG)] * 3,
        contacts=contacts("lt"),
        page=page,
    )


def brief(page: int) -> Brief:
    return Brief(
        company=COMPANY,
        today=TODAY,
        people=[person(number) for number in range(1, 9)],
        deals=[deal(number) for number in range(1, 9)],
        said=[SaidLine(contact=contacts("lt")[0], words=f"{number} {LONG}") for number in range(3)],
        lost=[LostLine(title=f"{number} {LONG}", on=TODAY, competitor=LONG) for number in range(3)],
        page=page,
    )


def person_card(page: int) -> PersonCard:
    return PersonCard(
        person=Named(1, LONG),
        today=TODAY,
        role=LONG,
        company=COMPANY,
        phone="+370 612 34567",
        email=f"{'ilgas' * 20}@statyba.lt",
        steps=[StepLine(id=1, kind=StepKind.CALL, on=TODAY, text=f"{number} {LONG}") for number in range(3)],
        contacts=contacts("lt"),
        page=page,
    )


def buttons(rendered: Rendered) -> list[Button]:
    rows = rendered.keyboard.inline_keyboard if rendered.keyboard else ()
    return [unpack(str(button.callback_data)) for row in rows for button in row]


def fits(rendered: Rendered) -> bool:
    rows = len(rendered.keyboard.inline_keyboard) if rendered.keyboard else 0
    return height([Html(rendered.text)], rows) <= ONE_SCREEN


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("card", "turn", "least"),
    [(company_card, CompanyPage, 3), (brief, BriefPage, 3), (person_card, PersonPage, 2)],
)
def test_a_card_of_many_long_names_is_turned_screen_by_screen(
    card: object, turn: type, least: int, code: str
) -> None:
    page, seen = 0, []
    while True:
        shown = render(card(page), code)  # type: ignore[operator]
        assert fits(shown)
        seen.append(shown.text)
        pages = [each.page for each in buttons(shown) if isinstance(each, turn)]  # type: ignore[attr-defined]
        assert pages == [each for each in (page - 1, page + 1) if each in pages]
        if page + 1 not in pages:
            break
        page += 1
    assert len(set(seen)) == len(seen) >= least
    assert render(card(999), code) == render(card(page), code)  # type: ignore[operator]


@pytest.mark.parametrize("code", CODES)
def test_the_days_steps_come_before_suggestions_on_one_screen(code: str) -> None:
    def agenda(steps: int) -> Rendered:
        due = [
            StepLine(
                id=number, kind=StepKind.CALL, on=TODAY, person="Vytautas Laukelis", company="Drevnstoga"
            )
            for number in range(1, steps + 1)
        ]
        named = [
            msgspec.structs.replace(step, text="paskambinti dėl fasado plokščių ir stogo dangos kainų")
            for step in due
        ]
        suggestion = Suggestion(
            reason="no-step", deal=Named(1, "Aptarnavimo sutartis"), company=Named(2, "UAB Srautmalka")
        )
        return render(Agenda(on=TODAY, due=named, suggestions=[suggestion] * 3), code)

    suggested = [agenda(steps).text.count("Srautmalka") for steps in range(7)]
    assert suggested == sorted(suggested, reverse=True)
    assert (suggested[1], suggested[6]) == (3, 0)
    assert all(fits(agenda(steps)) for steps in range(7))


CUSTOMERS = [
    ("Giedrius Stankaitis", "UAB Statyba"),
    ("Vytautas Laukelis", "Drevnstoga"),
    ("Imogen Featherstone", "Harbour Lane Joinery"),
    ("Emma Whitlock", "Brackenford Timber"),
    ("Tomas Kazlauskas", "Medvilnė"),
    ("Rasa Kalnienė", "Pirmas žingsnis"),
]


@pytest.mark.parametrize("late", range(7))
@pytest.mark.parametrize("code", CODES)
def test_a_full_agenda_that_asks_how_it_went_is_one_screen(code: str, late: int) -> None:
    steps = [
        StepLine(
            id=number, kind=StepKind.VISIT, on=TODAY, person=who, company=company, text="aptarti stogo dangą"
        )
        for number, (who, company) in enumerate(CUSTOMERS)
    ]
    overdue = [msgspec.structs.replace(step, on=date(2026, 11, 20)) for step in steps[:late]]
    deed = Deed(what="done", operation_id=1, step=steps[0], asks=True)
    notice = Agenda(on=TODAY, overdue=overdue, due=steps[late:], pages=2, done_today=3, deed=deed)
    assert fits(render(notice, code))
    for _, company in CUSTOMERS:
        assert company.removeprefix("UAB ").split()[0] in render(notice, code).text, "each is named"


@pytest.mark.parametrize("owner", [None, "Mantas Petrauskas", LONG])
@pytest.mark.parametrize("code", CODES)
def test_a_full_list_of_deals_is_one_screen(code: str, owner: str | None) -> None:
    deals = [
        DealLine(
            id=number,
            title="Maintenance contract 2027",
            company=company,
            sum=Sum(Decimal(41400), "EUR"),
            stage="",
            owner=owner,
            days=40,
            close_on=date(2026, 11, 4) if number == 2 else date(2027, 2, 27),
        )
        for number, (_, company) in enumerate(CUSTOMERS)
    ]
    standing = Standing(count=24, without_amount=3, totals=[Sum(Decimal(182400), "EUR")])

    def listed(shown: list[DealLine]) -> Rendered:
        return render(
            DealList(
                view="btas2.1",
                stage="Derybos",
                pipeline_id=1,
                pages=5,
                standing=standing,
                deals=shown,
                today=TODAY,
            ),
            code,
        )

    assert fits(listed(deals))
    assert listed(deals).text.count("❗") == 1
    assert "40" in listed(deals[:2]).text, "of a few all is told"


@pytest.mark.parametrize("code", CODES)
def test_a_visit_with_much_to_know_is_one_screen(code: str) -> None:
    said = [SaidLine(contact=contacts(code)[0], words=f"{number} {LONG}") for number in range(3)]
    for people in range(9):
        known = msgspec.structs.replace(brief(0), people=[person(each) for each in range(people)], said=said)
        visit = VisitCard(
            visit_id=1, operation_id=2, company=COMPANY, started_at=NOON, learnt=True, brief=known
        )
        assert fits(render(visit, code))


@pytest.mark.parametrize("role", Role)
def test_the_help_lists_every_command_of_the_role(role: Role) -> None:
    listed = {name for groups in PARTS.values() for names in groups.values() for name in names}
    in_settings = {"snooze", "language", "zone"}  # /settings leads to all
    assert set(commands_of(role)) - {"help"} - in_settings <= listed
