"""Places: the screen on which something was done, shown anew with what was done on top of it."""

from core.actions import agenda, deal_card, promises, steps, tidy
from core.actions.work import Work
from core.model import Member
from core.notices import Agenda, Answer, DealCard, Deed, Notice, Promises, Tidy, Week
from core.notices.customers import Brief, CompanyCard, PersonCard
from core.notices.purpose import deal_leads_to, is_deal, of_deal
from core.storage.ledger import put


def show(
    work: Work, by: Member, place: str, record_id: int, chat_id: int, card_id: int | None, deed: Deed | None
) -> None:
    """Shows the place again with the deed on top; one that is no list is the card of the step itself.

    `place`: agenda, week, ours, theirs or tidy, with the page behind it if it has pages; "d" the deal's card,
    with the place behind a dot that it leads back to; "c" the company's, "p" the person's. `record_id`: the
    step that it was done to, or the deal. What the deed asks the member's next message may answer.
    """
    name = place.rstrip("0123456789")
    page = int(place.removeprefix(name) or 0)
    if name == "agenda":
        letter = agenda.show_today(work, by, chat_id, page=page, edits=card_id, deed=deed)
    elif name == "week":
        letter = agenda.show_week(work, by, chat_id, edits=card_id, deed=deed)
    elif name in promises.SIDES:
        letter = promises.show_promises(work, by, name, page, chat_id, edits=card_id, deed=deed)
    elif name == "tidy":
        start = (deed.step.deal_id or 0) if deed and deed.step else record_id
        letter = tidy.show_tidy(work, by, start, chat_id, edits=card_id, deed=deed)
    elif is_deal(place) and deed and deed.step and deed.step.deal_id:
        to, deal_id = deal_leads_to(place), deed.step.deal_id
        letter = deal_card.show(work, by, deal_id, to, chat_id, edits=card_id, deed=deed)
    else:
        letter = steps.show_card(work, by, record_id, place, chat_id, card_id, deed)
    put(work.session, by, {"asked_id": letter if deed and deed.asks else None})


def place_of(notice: Notice | None) -> str:
    """The place that a screen is, "" where it is none to come back to."""
    if isinstance(notice, Agenda):
        return f"agenda{notice.page}"
    if isinstance(notice, Answer):
        return notice.view
    if isinstance(notice, DealCard):
        return of_deal(notice.place)
    if isinstance(notice, Promises):
        return f"{notice.side}{notice.page}"
    if isinstance(notice, CompanyCard | Brief):
        return "c"
    if isinstance(notice, PersonCard):
        return "p"
    if isinstance(notice, Tidy):
        return "tidy"
    return "week" if isinstance(notice, Week) else ""
