"""What a correction teaches is used from then on; the day so far breaks ties, shown as a guess."""

from datetime import date

import pytest
from sqlalchemy import select

from core.actions.correct import answer, choose
from core.actions.learning import forget, show_taught
from core.actions.log import log_message
from core.actions.work import Source
from core.errors import NotAllowed
from core.model import NameAlias, OwnWord
from core.notices import Logged, Taught
from core.storage.directory_cache import DirectoryCache
from tests.builders import NOW, House

CARD = 77


class Chat:
    """One member's chat: messages are read with the names and words as they are by then."""

    def __init__(self, house: House, name: str = "Mantas") -> None:
        self.house, self.name, self.names = house, name, DirectoryCache()
        self.message = 0

    def says(self, text: str) -> Logged:
        self.message += 1
        with self.house.work() as work, self.names.using(work.session) as directory:
            work.directory = directory
            log_message(work, self.house.member(work, self.name), text, Source(501, self.message, NOW))
            notice = work.posted[-1].notice
        assert isinstance(notice, Logged)
        return notice

    def corrects(self, card: Logged, field: str, value: str) -> Logged:
        with self.house.work() as work, self.names.using(work.session) as directory:
            work.directory = directory
            choose(work, self.house.member(work, self.name), card.operation_id, field, value, 501, CARD)
            notice = work.posted[-1].notice
        assert isinstance(notice, Logged)
        return notice

    def company(self, text: str) -> str | None:
        card = self.says(text)
        return card.company.name if card.company else None


def test_corrected_company_is_called_so_from_then_on_in_every_case(house: House) -> None:
    house.company("UAB Statyba")
    plius = house.company("UAB Statyba Plius")
    chat = Chat(house)
    card = chat.says("Skambinau į Statybą, nori pasiūlymo")
    assert card.company is not None
    assert card.company.name == "UAB Statyba"
    corrected = chat.corrects(card, "company", str(plius))
    assert corrected.learnt == "Statyba"
    assert chat.company("Gavau laišką iš Statybos") == "UAB Statyba Plius"
    assert Chat(house, "Rūta").company("Skambinau Statybai") == "UAB Statyba Plius"


def test_unknown_name_that_is_corrected_becomes_a_name_of_the_company(house: House) -> None:
    known = house.company("UAB Kelmuvos baldai")
    chat = Chat(house)
    chat.corrects(chat.says("Buvau pas UAB Stalius, 30 min"), "company", str(known))
    assert chat.company("Skambinau Staliui iš UAB Stalius") == "UAB Kelmuvos baldai"


def test_correcting_back_unlearns(house: House) -> None:
    statyba = house.company("UAB Statyba")
    plius = house.company("UAB Statyba Plius")
    chat = Chat(house)
    chat.corrects(chat.says("Skambinau į Statybą"), "company", str(plius))
    chat.corrects(chat.says("Skambinau į Statybą"), "company", str(statyba))
    assert chat.company("Skambinau į Statybą") == "UAB Statyba"


def test_answering_a_question_teaches_nothing(house: House) -> None:
    north = house.company("UAB Šiaurės luotas")
    house.company("UAB Šiaurės lentynos")
    chat = Chat(house)
    card = chat.says("Skambinau į Šiaurę, 10 min")
    assert card.question is not None
    with house.work() as work:
        answer(work, house.member(work, "Mantas"), card.operation_id, str(north), 501, CARD)
        assert work.session.scalars(select(NameAlias)).all() == []


def test_own_word_for_a_day_is_learnt_for_its_speaker_alone(house: House) -> None:
    house.company("UAB Statyba", "Jonas Kairelis")
    chat = Chat(house)
    card = chat.says("Paskambinti Jonui Kaireliui tumo")
    assert card.steps[0].on is None
    corrected = chat.corrects(card, "next.date", "2026-11-25")
    assert corrected.steps[0].on == date(2026, 11, 25)
    assert corrected.learnt == "tumo"
    assert chat.says("Tumo susitikti su Jonu Kaireliu").steps[0].on == date(2026, 11, 25)
    assert Chat(house, "Rūta").says("Paskambinti Jonui Kaireliui tumo").steps[0].on is None


def test_who_was_met_that_day_is_guessed_and_the_others_are_offered(house: House) -> None:
    house.company("UAB Statyba", "Jonas Kairelis")
    house.company("UAB Rytas", "Jonas Petrulynas")
    chat = Chat(house)
    assert chat.says("Skambinau Jonui, nori pasiūlymo").question is not None
    chat.says("Buvau pas Joną Petrulyną, 40 min")
    card = chat.says("Jonas prašo perskambinti rytoj")
    assert card.question is None
    assert card.person is not None
    assert card.person.name == "Jonas Petrulynas"
    assert card.guess is not None
    assert [option.name for option in card.guess.options] == ["Jonas Kairelis"]
    with house.work() as work:
        value = card.guess.options[0].value
        answer(work, house.member(work, "Mantas"), card.operation_id, value, 501, CARD)
        changed = work.posted[-1].notice
    assert isinstance(changed, Logged)
    assert changed.person is not None
    assert changed.person.name == "Jonas Kairelis"
    assert changed.guess is None


def test_owner_sees_and_removes_what_was_taught(house: House) -> None:
    house.company("UAB Statyba")
    plius = house.company("UAB Statyba Plius")
    chat = Chat(house)
    chat.corrects(chat.says("Skambinau į Statybą"), "company", str(plius))
    with house.work() as work:
        owner = house.member(work, "Kęstas")
        show_taught(work, owner, 0, 505)
        shown = work.posted[-1].notice
        assert isinstance(shown, Taught)
        (line,) = shown.lines
        assert (line.said, line.meant) == ("Statyba", "UAB Statyba Plius")
        forget(work, owner, line.what, line.id, 0, 505, CARD)
        assert work.posted[-1].notice == Taught(page=0, pages=1, count=0, lines=[])
    assert chat.company("Skambinau į Statybą") == "UAB Statyba"


def test_only_the_owner_may_look_or_forget(house: House) -> None:
    with house.work() as work:
        for name in ("Mantas", "Aistė"):
            with pytest.raises(NotAllowed):
                show_taught(work, house.member(work, name), 0, 501)
            with pytest.raises(NotAllowed):
                forget(work, house.member(work, name), "name", 1, 0, 501, CARD)


def test_words_taught_are_listed_with_whose_they_are(house: House) -> None:
    house.company("UAB Statyba", "Jonas Kairelis")
    chat = Chat(house)
    chat.corrects(chat.says("Paskambinti Jonui Kaireliui tumo"), "next.date", "2026-11-25")
    with house.work() as work:
        show_taught(work, house.member(work, "Kęstas"), 0, 505)
        shown = work.posted[-1].notice
        assert isinstance(shown, Taught)
        assert [(line.said, line.by) for line in shown.lines] == [("tumo", "Mantas")]
        assert work.session.scalars(select(OwnWord.meaning)).one() == "rytoj"


def test_a_slip_from_one_customer_to_another_makes_no_name_of_the_first_the_other_s(house: House) -> None:
    house.company("UAB Statyba")
    tiltas = house.company("UAB Tiltas")
    chat = Chat(house)
    assert chat.corrects(chat.says("Skambinau į Statybą"), "company", str(tiltas)).learnt is None
    assert chat.company("Gavau laišką iš Statybos") == "UAB Statyba"
