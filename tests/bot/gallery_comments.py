"""Samples of comments on deals."""

from collections.abc import Iterator

from core.notices import AskInWords, Commented, CommentSent, Notice
from core.notices.report_view import Asked
from core.terms import Remark
from tests.bot.gallery_deals import card, deals
from tests.bot.gallery_logs import say
from tests.bot.gallery_reports import viewed


def comment_samples(code: str) -> Iterator[tuple[str, Notice]]:
    line = deals(code)[0]
    place = viewed(Asked.FUNNEL)
    yield "card of a salesperson's deal", card(code, deal=line, place=place, can_comment=True)
    said = {
        Remark.PRAISE: say(code, "Puikiai susitarei dėl terminų.", "You settled the dates well."),
        Remark.QUESTION: say(code, "Ko trūksta, kad pasirašytų?", "What is missing for them to sign?"),
        Remark.REPLY: say(code, "Laukia direktoriaus iš atostogų.", "Their director is back next week."),
    }
    reply = AskInWords(about="comment-reply", record_id=3, field="reply")
    for kind, text in said.items():
        yield f"comment, {kind}", Commented(kind=kind, by="Aistė", text=text, deal=line, ask=reply)
        yield f"comment sent, {kind}", CommentSent(kind=kind, to="Rasa", text=text, deal=line)
        if kind is not Remark.REPLY:
            yield f"comment, asked for {kind}", AskInWords(about="comment", record_id=1, field=kind.value)
