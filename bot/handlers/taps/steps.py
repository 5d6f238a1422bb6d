"""Taps on next steps."""

from bot.buttons.packing import UnknownButton
from bot.buttons.steps import DropStep, HowItWent, InAnHour, OpenStep, PlanStep
from bot.handlers.taps.tap import Taps
from core.actions import by_taps, how_it_went, places, planning, steps
from core.actions.again import standing
from core.actions.work import Work
from core.model import Member
from core.notices import Logged, LoggedTogether, Reminder
from core.notices.purpose import Purpose
from core.terms import StepKind

STAY = (Logged, LoggedTogether)
"""Screens that tell what was logged: they stay, and what they lead to comes below."""


def _open(work: Work, member: Member, button: OpenStep, chat_id: int, message_id: int) -> None:
    steps.show_card(work, member, button.step_id, button.place, chat_id, message_id)


def _drop(work: Work, member: Member, button: DropStep, chat_id: int, message_id: int) -> None:
    deed = steps.drop(work, member, button.step_id)
    places.show(work, member, button.place, button.step_id, chat_id, message_id, deed)


def _in_an_hour(work: Work, member: Member, button: InAnHour, chat_id: int, message_id: int) -> None:
    by_taps.must_stand(work, member, Reminder, chat_id, message_id)  # a second tap would put it off again
    deed = steps.put_off(work, member, button.step_id)
    places.show(work, member, button.place, button.step_id, chat_id, message_id, deed)


def _how(work: Work, member: Member, button: HowItWent, chat_id: int, message_id: int) -> None:
    if button.how == "postponed":
        step_id = how_it_went.postponed(work, member, button.operation_id)
        purpose = Purpose("move", str(step_id), place=button.place)
        steps.show_move(work, member, purpose, chat_id, message_id)
        return
    answer = ANSWERS.get(button.how)
    if answer is None:
        raise UnknownButton(button.how)
    step_id, deed = answer(work, member, button.operation_id)
    places.show(work, member, button.place, step_id, chat_id, message_id, deed)
    work.toast = "toast-saved"


def _plan(work: Work, member: Member, button: PlanStep, chat_id: int, message_id: int) -> None:
    subject = planning.subject(button.deal_id, button.company_id, button.person_id)
    shown = standing(work, member, chat_id, message_id)
    purpose = Purpose("plan", subject, StepKind.CALL.value, places.place_of(shown))
    card_id = None if isinstance(shown, STAY) else message_id
    planning.show_plan(work, member, purpose, chat_id, card_id)


ANSWERS = {"well": how_it_went.well, "no-answer": how_it_went.no_answer}

TAPS: Taps = {
    OpenStep: _open,
    DropStep: _drop,
    InAnHour: _in_an_hour,
    HowItWent: _how,
    PlanStep: _plan,
}
