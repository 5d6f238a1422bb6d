"""The words under a file that name nobody, or tell of nothing: a note or report on whose the file is."""

from core.actions import files, whom
from core.actions.asking import open_request
from core.actions.customer import Customer, DirectoryNames
from core.actions.intent import OpenQuestion, from_report
from core.actions.log import log_message, understand
from core.actions.work import Source, Work
from core.model import Member
from core.reading.intent import Aside, Field, Reading, Report
from core.reading.naming import WITHIN
from core.storage import records

MOST_CHOICES = 3


def keep(work: Work, by: Member, text: str, source: Source) -> bool:
    """Logs a caption such as "Tilto brėžinys" on the one known customer that it names, else as of the
    customer of the log that the file follows, or of nobody yet, with the likeliest others at a tap.

    False where it is a message like others: it names somebody new or moves a deal, a visit goes on, or
    something is replied to.
    """
    if source.reply_to_message_id is not None or open_request(work, by) is not None:
        return False
    reading = understand(work, by, text, source)
    if not _is_nobodys(reading):
        return False
    named = None if reading.reports else _named(work, by, text, source)
    if named is not None:
        log_message(work, by, text, source, about=named)
        return True
    target = files.at_hand(work, by, source)
    about = Customer(
        records.company(work.session, target.company_id), records.person(work.session, target.person_id)
    )
    if by.visit_id is not None and about.company is not None:
        return False
    options = whom.company_options(work, by, about.company_id, MOST_CHOICES)
    instead = OpenQuestion(field=Field.COMPANY.value, options=options)
    deal_id = None if reading.reports else target.deal_id
    log_message(work, by, text, source, about=about, deal_id=deal_id, instead=instead)
    return True


def _is_nobodys(reading: Reading) -> bool:
    """Whether the words name nobody and move no deal: at most one thing that happened or is to be done."""
    if not reading.reports:
        return reading.aside is Aside.OTHER
    return (
        len(reading.reports) == 1 and not _says_who(reading.reports[0]) and reading.reports[0].stage is None
    )


def _says_who(report: Report) -> bool:
    asks = any(question.field in (Field.COMPANY, Field.PERSON) for question in report.questions)
    return asks or any((report.company, report.new_company, report.person, report.new_person))


def _named(work: Work, by: Member, text: str, source: Source) -> Customer | None:
    """The known customer of the caption; None where it names nobody known, or more than one may be meant."""
    reports = understand(work, by, WITHIN + text, source).reports
    if len(reports) != 1:
        return None
    said = from_report(reports[0], text, source, DirectoryNames(work))
    person = records.person(work.session, said.person_id)
    company = records.company(work.session, said.company_id or (person.company_id if person else None))
    return Customer(company, person) if company is not None or person is not None else None
