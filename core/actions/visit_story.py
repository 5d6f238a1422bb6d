"""A message that may tell of a visit: it ends the one that goes on, or adds words to the one just ended."""

from core.actions import visits
from core.actions.log import log_message, may_be_about, understand
from core.actions.undo import take_back
from core.actions.visit_report import SAID_OF_A_VISIT, Told, customer_of
from core.actions.work import Source, Work
from core.model import Member
from core.reading import Report


def tell(work: Work, by: Member, text: str, source: Source) -> bool:
    """Logs a message about the member's visit with it, as one contact; False where it is about none."""
    visit = visits.reported(work, by, source)
    if visit is None or not may_be_about(work, by, text, source, customer_of(work, visit)):
        return False
    first = next(iter(understand(work, by, text, source).reports), Report())
    names_nobody = first.company is None and first.person is None
    by_talk = first.is_talk and (visit.ended_at is None or names_nobody)
    if first.kind not in SAID_OF_A_VISIT and not by_talk:
        return False
    operation = visits.operation_of(work, by, visit) if visit.contact_id else None
    told = Told(visit, visit.ended_at or source.said_at, by_talk)
    if operation is not None:
        take_back(work, by, operation)
    about = customer_of(work, visit)
    log_message(work, by, text, source, about=about, deal_id=visit.deal_id, told=told)
    return True
