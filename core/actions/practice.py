"""The first minute: a log about a practice customer, of which nothing stays."""

from dataclasses import dataclass, replace

import msgspec
from sqlalchemy import select

from core.actions.asking import ask_in_words, forget_ask
from core.actions.log import log_message
from core.actions.work import Source, Work
from core.errors import NoLongerApplies, NotUnderstood
from core.model import Company, Contact, Member, Person
from core.notices import AskInWords, Logged, Practice, Practised
from core.reading import read
from core.reading.directory import CompanyName, Directory, PersonName
from core.storage.ledger import add

ABOUT = "practice"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A customer that is not there, and a message about them to be written or tapped."""

    company: str
    person: str
    message: str


LESSONS = {
    "lt": Lesson(
        "UAB Pavyzdys",
        "Ona Pavyzdienė",
        "Skambinau Onai iš Pavyzdžio 10 min, nori pasiūlymo už 2k, perskambinti rytoj 10:00",
    ),
    "en": Lesson(
        "Example Ltd",
        "Anna Sample",
        "Called Anna at Example for 10 min, wants a proposal for 2k, call back tomorrow at 10:00",
    ),
}
"""By language; a customer whose name no real one is likely to have."""


def offer(work: Work, by: Member, chat_id: int, *, edits: int | None = None) -> bool:
    """Posts the exercise to somebody who has not logged anything yet; False where it is not for them."""
    if _has_logged(work, by):
        return False
    ask = AskInWords(about=ABOUT, record_id=by.id, field=ABOUT)
    practice = Practice(role=by.role, message=_lesson(work, by).message, ask=ask)
    ask_in_words(work, by, chat_id, practice, edits=edits)
    return True


def play(work: Work, by: Member, source: Source, *, edits: int | None = None) -> None:
    """Writes the lesson's message for them. Raises NoLongerApplies where they have logged by now."""
    if _has_logged(work, by):
        raise NoLongerApplies()
    forget_ask(work, by)
    _practise(work, by, _lesson(work, by).message, source, edits)


def answer(work: Work, by: Member, text: str, source: Source) -> None:
    """Takes a message about the practice customer. Raises NotUnderstood for one about anybody else."""
    lesson = _lesson(work, by)
    local = source.said_at.astimezone(work.zone_of(by)).replace(tzinfo=None)
    alone = Directory([CompanyName(0, lesson.company)])
    reports = read(text, local, alone, language=by.language).reports
    if not reports or reports[0].company is None:
        raise NotUnderstood()
    _practise(work, by, text, source, None)


def _practise(work: Work, by: Member, text: str, source: Source, edits: int | None) -> None:
    """Logs the message as a real one, keeps what the card says, and takes everything back."""
    lesson = _lesson(work, by)
    with work.session.begin_nested() as practice:
        company = add(work.session, Company, {"name": lesson.company, "created_at": work.now})
        values = {"name": lesson.person, "company_id": company, "created_at": work.now}
        person = add(work.session, Person, values)
        names = Directory(
            [CompanyName(company, lesson.company)], [PersonName(person, lesson.person, company)]
        )
        within = replace(work, directory=names, posted=[])
        log_message(within, by, text, source)
        told = within.posted[0].notice
        practice.rollback()
    card = msgspec.structs.replace(told, tip=None, line=None) if isinstance(told, Logged) else None
    work.post(source.chat_id, Practised(role=by.role, card=card), to=by, edits=edits)


def _lesson(work: Work, by: Member) -> Lesson:
    return LESSONS.get(by.language or work.team.language, LESSONS["en"])


def _has_logged(work: Work, by: Member) -> bool:
    logged = select(Contact.id).where(Contact.by_id == by.id)
    return work.session.scalar(logged.limit(1)) is not None
