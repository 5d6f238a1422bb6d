"""A message about several customers has one card, with a line and an Undo for each of them."""

from sqlalchemy import select

from core.actions.correct import choose, edit, menu
from core.actions.log import log_message
from core.actions.undo import undo, undo_last
from core.actions.work import Posted, Source
from core.model import Contact, OutboxMessage
from core.notices import CorrectMenu, Logged, LoggedTogether, Undone
from core.reading.directory import CompanyName, Directory, PersonName
from core.storage.ledger import put
from core.terms import ContactKind
from tests.builders import NOW, House

TWO = "Skambinau Jonui Kaireliui 15 min ir buvau pas Rūtą Grigienę"
CARD = 77
SOURCE = Source(501, 1, NOW)


def directory(house: House) -> Directory:
    statyba = house.company("UAB Statyba", "Jonas Kairelis")
    rytas = house.company("UAB Rytas", "Rūta Grigienė")
    return Directory(
        [CompanyName(statyba, "UAB Statyba"), CompanyName(rytas, "UAB Rytas")],
        [
            PersonName(house.ids["UAB Statyba+person"], "Jonas Kairelis", statyba),
            PersonName(house.ids["UAB Rytas+person"], "Rūta Grigienė", rytas),
        ],
    )


def logged(house: House, names: Directory, text: str = TWO) -> list[int]:
    """Logs the message and lets its one card be sent; the operations it wrote."""
    with house.work() as work:
        work.directory = names
        log_message(work, house.member(work, "Mantas"), text, SOURCE)
        (posted,) = work.posted
        row = work.session.get(OutboxMessage, posted.id)
        assert row is not None
        put(work.session, row, {"message_id": CARD})
    assert isinstance(posted.notice, LoggedTogether)
    return [part.operation_id for part in posted.notice.parts]


def shown(posted: Posted) -> list[str]:
    """Each line of the card: the company, or that it was undone; the card stands where it stood."""
    assert posted.edits_message_id == CARD
    assert isinstance(posted.notice, LoggedTogether)
    return [
        f"undone {part.company}"
        if isinstance(part, Undone)
        else f"{part.kind} {part.company and part.company.name}"
        for part in posted.notice.parts
    ]


def test_each_customer_has_an_operation_and_all_share_a_card(house: House) -> None:
    assert len(set(logged(house, directory(house)))) == 2


def test_undoing_one_leaves_the_other_and_its_button(house: House) -> None:
    first, second = logged(house, directory(house))
    with house.work() as work:
        undo(work, house.member(work, "Mantas"), first, 501, CARD)
        assert shown(work.posted[-1]) == ["undone UAB Statyba", "visit UAB Rytas"]
    with house.work() as work:
        undo(work, house.member(work, "Mantas"), second, 501, CARD)
        assert shown(work.posted[-1]) == ["undone UAB Statyba", "undone UAB Rytas"]


def test_correcting_one_shows_both_again(house: House) -> None:
    first, _ = logged(house, directory(house))
    with house.work() as work:
        menu(work, house.member(work, "Mantas"), first, 501, CARD)
        assert isinstance(work.posted[-1].notice, CorrectMenu)
        choose(work, house.member(work, "Mantas"), first, "kind", ContactKind.EMAIL.value, 501, CARD)
        assert shown(work.posted[-1]) == ["email UAB Statyba", "visit UAB Rytas"]


def test_the_undo_command_takes_the_last_one_back_on_the_card_too(house: House) -> None:
    logged(house, directory(house))
    with house.work() as work:
        undo_last(work, house.member(work, "Mantas"), 501)
        card, answer = work.posted
        assert shown(card) == ["call UAB Statyba", "undone UAB Rytas"]
        assert isinstance(answer.notice, Undone)


def test_editing_the_message_down_to_one_customer_makes_it_a_plain_card(house: House) -> None:
    names = directory(house)
    logged(house, names)
    with house.work() as work:
        work.directory = names
        assert edit(work, house.member(work, "Mantas"), "Skambinau Jonui Kaireliui 20 min", SOURCE)
        (posted,) = work.posted
        assert isinstance(posted.notice, Logged)
        assert posted.edits_message_id == CARD
        kept = work.session.scalars(select(Contact).where(Contact.deleted_at.is_(None))).all()
        assert [contact.duration_min for contact in kept] == [20]
