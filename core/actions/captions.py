"""The words under a file that tell of nothing: a note on whom they name, or on whose the file is."""

from core.actions import files
from core.actions.asking import open_request
from core.actions.customer import Customer, DirectoryNames
from core.actions.intent import from_report
from core.actions.log import log_message, understand
from core.actions.work import Source, Work
from core.model import Member
from core.reading.intent import Aside
from core.storage import records

WITHIN = "a, "
"""Before the words, so that their first is not the start of a sentence and its capital tells a name."""


def keep(work: Work, by: Member, text: str, source: Source) -> bool:
    """Notes a caption such as "Tilto brėžinys" on the one known customer that it names, else on the customer
    of the visit or log that the file follows; False where it is a message like others, or nobody's.
    """
    if source.reply_to_message_id is not None or open_request(work, by) is not None:
        return False
    reading = understand(work, by, text, source)
    if reading.reports or reading.aside is not Aside.OTHER:
        return False
    about, deal_id = _named(work, by, text, source), None
    if about is None and by.visit_id is None:
        target = files.at_hand(work, by, source)
        company = records.company(work.session, target.company_id)
        about, deal_id = Customer(company, records.person(work.session, target.person_id)), target.deal_id
    if about is None or (about.company is None and about.person is None):
        return False
    log_message(work, by, text, source, about=about, deal_id=deal_id)
    return True


def _named(work: Work, by: Member, text: str, source: Source) -> Customer | None:
    """The known customer of the caption; None where it names nobody known, or more than one may be meant."""
    reports = understand(work, by, WITHIN + text, source).reports
    if len(reports) != 1:
        return None
    said = from_report(reports[0], text, source, DirectoryNames(work))
    person = records.person(work.session, said.person_id)
    company = records.company(work.session, said.company_id or (person.company_id if person else None))
    return Customer(company, person) if company is not None or person is not None else None
