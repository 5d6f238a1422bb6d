"""A step that is over, and what a customer owed, are told by what became of them."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from bot.cards import render
from bot.cards.names import with_initials
from core.notices import ContactLine, Deed, Promises, StepCard, StepLine, Week
from core.terms import ContactKind, StepKind
from tests.bot.gallery_deals import board
from tests.bot.gallery_deals import card as deal_card

TODAY = date(2026, 11, 27)
NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)


def proposal(code: str) -> StepLine:
    wants = {"lt": "nori pasiūlymo", "en": "wants a proposal"}[code]
    return StepLine(id=1, kind=StepKind.PROPOSAL, remind_on=date(2026, 11, 28), text=wants)


@pytest.mark.parametrize("code", ["lt", "en"])
def test_what_was_sent_is_not_reminded_of(code: str) -> None:
    sent = Deed(what="done", operation_id=1, step=proposal(code))
    over = render(StepCard(step=proposal(code), is_open=False, today=TODAY, deed=sent), code).text
    still = render(StepCard(step=proposal(code), is_open=True, today=TODAY), code).text
    reminder = {"lt": "priminsiu", "en": "remind"}[code]
    assert reminder in still
    assert reminder not in over
    assert {"lt": "📄 Nori pasiūlymo", "en": "📄 Wants a proposal"}[code] in over


@pytest.mark.parametrize(
    ("code", "owed", "said", "nothing"),
    [
        (
            "lt",
            "pažadėjo atsiųsti brėžinius",
            "✅ Gauta: pažadėjo atsiųsti brėžinius",
            "✅ Gauta: pasiūlymas",
        ),
        (
            "en",
            "promised to send drawings",
            "✅ Received: promised to send drawings",
            "✅ Received: proposal",
        ),
    ],
)
def test_what_a_customer_owed_is_received(code: str, owed: str, said: str, nothing: str) -> None:
    for text, expected in ((owed, said), (None, nothing)):
        kind = StepKind.TASK if text else StepKind.PROPOSAL
        step = StepLine(id=1, kind=kind, by_customer=True, text=text, on=TODAY)
        deed = Deed(what="done", operation_id=1, step=step)
        counts = {"ours": 0, "theirs": 0}
        shown = Promises(side="theirs", page=0, pages=1, steps=[], counts=counts, today=TODAY, deed=deed)
        assert render(shown, code).text.splitlines()[0] == expected


@pytest.mark.parametrize(
    ("code", "task", "waits"),
    [
        ("lt", "☑️ Jonas – išsiųsti sutartį", "☑️ Jonas – laukiame: brėžinių"),
        ("en", "☑️ Jonas – send the contract", "☑️ Jonas – waiting: drawings"),
    ],
)
def test_a_task_of_the_week_says_what_it_is(code: str, task: str, waits: str) -> None:
    own = {"lt": ("išsiųsti sutartį", "brėžinių"), "en": ("send the contract", "drawings")}[code]
    steps = [
        StepLine(id=1, kind=StepKind.TASK, remind_on=TODAY, person="Jonas", text=own[0]),
        StepLine(id=2, kind=StepKind.TASK, remind_on=TODAY, person="Jonas", text=own[1], by_customer=True),
        StepLine(id=3, kind=StepKind.CALL, remind_on=TODAY, person="Rasa", text="dėl kainos"),
    ]
    lines = render(Week(first=TODAY, steps=steps, hidden=0), code).text.replace("\u00a0", " ").splitlines()
    assert [line.partition(". ")[2] for line in lines[2:]] == [task, waits, "📞 Rasa"]


@pytest.mark.parametrize(
    ("code", "late"), [("lt", "❗ 📞 Paskambinti vakar"), ("en", "❗ 📞 Call yesterday")]
)
def test_what_is_late_is_marked_on_its_cards(code: str, late: str) -> None:
    step = StepLine(id=1, kind=StepKind.CALL, on=date(2026, 11, 26))
    soon = StepLine(id=2, kind=StepKind.CALL, on=TODAY)
    shown = [
        StepCard(step=step, is_open=True, today=TODAY),
        replace(deal_card(code), steps=[step, soon], today=TODAY),
    ]
    for notice in shown:
        lines = render(notice, code).text.replace("\u00a0", " ").splitlines()
        assert [line for line in lines if "❗" in line] == [late]


@pytest.mark.parametrize("code", ["lt", "en"])
def test_whom_the_card_is_of_is_not_said_again_with_each_contact(code: str) -> None:
    def contact(person: str) -> ContactLine:
        return ContactLine(kind=ContactKind.CALL, on=TODAY, at=NOON, person=person, by="Mantas")

    shown = replace(
        deal_card(code), person="Ona Vilkė", contacts=[contact("Ona Vilkė"), contact("Jonas Budrys")]
    )
    text = render(shown, code).text.replace("\u00a0", " ")
    assert text.count("Ona Vilkė") == 1
    assert text.count("Jonas Budrys") == 1


@pytest.mark.parametrize(
    ("code", "mine", "team"), [("lt", "⇄ Mano", "⇄ Komandos"), ("en", "⇄ Mine", "⇄ Team")]
)
def test_whose_deals_come_next_is_what_the_button_says(code: str, mine: str, team: str) -> None:
    for view, label in (("btap1", mine), ("bmap1", team)):
        keyboard = render(board(code, view=view, has_team=True), code).keyboard
        assert keyboard is not None
        assert label in [each.text for row in keyboard.inline_keyboard for each in row]


@pytest.mark.parametrize("code", ["lt", "en"])
def test_names_that_have_no_room_together_get_initials_and_are_not_cut(code: str) -> None:
    people = ("Vytautas Laukelis", "Kristina Gelytė", "Paulius Vaidelis") * 2
    steps = [
        StepLine(
            id=n, kind=StepKind.PROPOSAL, remind_on=date(2026, 11, 12), person=name, company="UAB Šermbūklė"
        )
        for n, name in enumerate(people)
    ]
    counts = {"ours": 25, "theirs": 0}
    shown = Promises(side="ours", page=0, pages=5, steps=steps, counts=counts, today=TODAY)
    text = render(shown, code).text.replace("\u00a0", " ")
    assert "…" not in text
    assert all(name in text or with_initials(name)[0] in text for name in people)
