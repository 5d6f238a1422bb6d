"""Taps on what is new: companies, people and deals."""

from bot.buttons.beginning import BeginDeal, EnterAnyway, NewThing, NoEmployer, SayEmployer, ToPipeline
from bot.handlers.taps.deals import changed
from bot.handlers.taps.tap import Taps
from core.actions import beginning, by_taps, deal_deeds, whom
from core.actions.again import standing
from core.actions.asking import forget_ask
from core.actions.intent import Intent
from core.actions.work import Work
from core.errors import NoLongerApplies
from core.model import Member
from core.notices import Twins, WhomPicks


def _new(work: Work, member: Member, button: NewThing, chat_id: int, message_id: int) -> None:
    shown = standing(work, member, chat_id, message_id)
    edits = message_id if isinstance(shown, WhomPicks) else None
    beginning.ask(work, member, button.what, button.company_id, chat_id, edits)


def _anyway(work: Work, member: Member, _button: EnterAnyway, chat_id: int, message_id: int) -> None:
    shown = standing(work, member, chat_id, message_id)
    if not isinstance(shown, Twins):
        raise NoLongerApplies()
    beginning.enter(work, member, shown.what, shown.said, shown.company_id, chat_id, message_id)
    work.toast = "toast-saved"


def _employer(work: Work, member: Member, button: SayEmployer, chat_id: int, message_id: int) -> None:
    whom.show(work, member, f"{beginning.EMPLOYER}.{button.person_id}", chat_id, edits=message_id)


def _no_employer(work: Work, member: Member, button: NoEmployer, chat_id: int, message_id: int) -> None:
    shown = by_taps.must_stand(work, member, WhomPicks, chat_id, message_id)
    if getattr(shown, "purpose", None) != f"{beginning.EMPLOYER}.{button.person_id}":
        raise NoLongerApplies()
    forget_ask(work, member)
    beginning.without_employer(work, member, button.person_id, chat_id, message_id)


def _begin(work: Work, member: Member, button: BeginDeal, chat_id: int, _message_id: int) -> None:
    about = whom.Candidate(button.company_id or None, button.person_id or None)
    said: Intent = whom.intent_of(work, member, whom.packed_from(about))
    beginning.begin(work, member, said, chat_id, None)
    work.toast = "toast-saved"


def _pipeline(work: Work, member: Member, button: ToPipeline, chat_id: int, message_id: int) -> None:
    change = deal_deeds.to_pipeline(work, member, button.deal_id, button.pipeline_id)
    changed(work, member, button.deal_id, change, chat_id, message_id)


TAPS: Taps = {
    NewThing: _new,
    EnterAnyway: _anyway,
    SayEmployer: _employer,
    NoEmployer: _no_employer,
    BeginDeal: _begin,
    ToPipeline: _pipeline,
}
