"""A deal's card: where it stands, what comes next and what has been, with what can be done about it."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import msgspec
from sqlalchemy import func, select

from core.actions.agenda import lines as step_lines
from core.actions.colleagues import colleagues
from core.actions.comments import can_comment
from core.actions.deal_life import life_of
from core.actions.deal_list import contact_lines, deal_lines
from core.actions.own_figures import usual_days
from core.actions.rivals import rivals
from core.actions.work import Work
from core.errors import NoLongerApplies, NotFound
from core.insights.period import Span, month_of, quarter_of
from core.model import Contact, Deal, Member, Pipeline, Stage
from core.notices import AskInWords, ContactLine, DealCard, DealChange, DealMoves, Deed, Named, Option
from core.notices.report_view import is_report
from core.storage import files, records
from core.storage.next_steps import open_of_deal
from core.storage.pipeline_stages import known_stage, pipelines_in_use, stages_of
from core.terms import Category, LostReason, StageMeaning

LAST_CONTACTS = 3


def show(
    work: Work,
    by: Member,
    deal_id: int,
    place: str,
    chat_id: int,
    *,
    edits: int | None = None,
    menu: str = "",
    deed: Deed | None = None,
    change: DealChange | None = None,
    ask: AskInWords | None = None,
) -> int:
    """Shows one deal, or another menu under it; the letter's id. `place`: the screen to go back to.

    Raises NotFound where the member sees no such deal, NoLongerApplies for a menu that it does not have now.
    """
    deal = records.get(work.session, by, Deal, deal_id)
    if deal.deleted_at is not None:
        raise NotFound()
    stages = stages_of(work.session, deal.pipeline_id)
    notice = DealCard(
        **_stage(work, deal, stages),
        **_forecast(deal, known_stage(work.session, deal.stage_id)),
        **_people(work, deal),
        deal=deal_lines(work, by, [deal])[0],
        place=place,
        steps=step_lines(work, by, open_of_deal(work.session, deal.id)),
        contacts=_contacts(work, by, deal),
        attachments=files.count(work.session, by, files.Holder(deal_id=deal.id)),
        life=life_of(work, by, deal),
        today=work.today(by),
        menu=menu,
        choices=_choices(work, by, deal, menu),
        deed=deed,
        change=change,
        ask=ask,
        can_comment=is_report(place) and can_comment(work, by, deal),
    )
    return work.post(chat_id, notice, to=by, edits=edits)


def _stage(work: Work, deal: Deal, stages: Sequence[Stage]) -> dict[str, Any]:
    """Where the deal is in its pipeline, which is named where there are several, and where it may go."""
    shown = [stage for stage in stages if stage.meaning.is_open or stage.id == deal.stage_id]
    stage = known_stage(work.session, deal.stage_id)
    pipelines = work.session.scalar(select(func.count()).select_from(Pipeline)) or 0
    pipeline = work.session.get(Pipeline, deal.pipeline_id) if pipelines > 1 else None
    usual = usual_days(work, deal.pipeline_id, deal.stage_id) if deal.is_open else None
    return {
        "pipeline": pipeline.name if pipeline else "",
        "stage_id": deal.stage_id,
        "stages": [each.name for each in shown],
        "stage_index": next((i for i, each in enumerate(shown) if each.id == deal.stage_id), 0),
        "meaning": stage.meaning,
        "usual_days": stage.expected_days if usual is None else round(usual),
        "moves": _moves(deal, stages),
    }


def _forecast(deal: Deal, stage: Stage) -> dict[str, Any]:
    """The salesperson's word for category and chance, or else the stage's; how it ended."""
    return {
        "category": deal.category or stage.category,
        "is_own_word": deal.category is not None,
        "probability": stage.probability if deal.probability is None else deal.probability,
        "closed_on": deal.closed_on,
        "lost_reason": deal.lost_reason,
        "competitor": deal.competitor,
    }


def _people(work: Work, deal: Deal) -> dict[str, Any]:
    person = records.person(work.session, deal.person_id)
    return {
        "person": person.name if person else None,
        "phone": person.phone if person else None,
        "person_id": person.id if person else None,
        "company_id": deal.company_id,
    }


def _moves(deal: Deal, stages: Sequence[Stage]) -> DealMoves:
    if not deal.is_open:
        return DealMoves()
    position = next((stage.position for stage in stages if stage.id == deal.stage_id), -1)
    ahead = [stage for stage in stages if stage.meaning.is_open and stage.position > position]
    return DealMoves(
        next=_named(ahead),
        won=_named([stage for stage in stages if stage.meaning is StageMeaning.WON]),
        lost=_named([stage for stage in stages if stage.meaning is StageMeaning.LOST]),
    )


def _named(stages: Sequence[Stage]) -> Named | None:
    """The first of them."""
    return Named(stages[0].id, stages[0].name) if stages else None


def _contacts(work: Work, by: Member, deal: Deal) -> list[ContactLine]:
    """The last contacts; by whom, where it was somebody else than the reader."""
    found = work.session.scalars(
        select(Contact)
        .where(Contact.deal_id == deal.id, Contact.deleted_at.is_(None))
        .order_by(Contact.occurred_at.desc())
        .limit(LAST_CONTACTS)
    ).all()
    lines = contact_lines(work, by, found)
    own = [contact.by_id == by.id for contact in found]
    return [
        msgspec.structs.replace(line, by="") if is_own else line
        for line, is_own in zip(lines, own, strict=True)
    ]


def _choices(work: Work, by: Member, deal: Deal, menu: str) -> list[Option]:
    if not menu:
        return []
    offered = MENUS.get(menu)
    if offered is None or (menu in OPEN_ONLY and not deal.is_open):
        raise NoLongerApplies()
    return offered(work, by, deal)


def _nothing(_work: Work, _by: Member, _deal: Deal) -> list[Option]:
    return []


def _stage_choices(work: Work, _by: Member, deal: Deal) -> list[Option]:
    stages = stages_of(work.session, deal.pipeline_id)
    return [Option(value=str(stage.id), name=stage.name) for stage in stages if stage.id != deal.stage_id]


def _reason_choices(_work: Work, _by: Member, _deal: Deal) -> list[Option]:
    return [Option(value=reason.value) for reason in LostReason]


def _category_choices(_work: Work, _by: Member, deal: Deal) -> list[Option]:
    return [Option(value=category.value) for category in Category if category is not deal.category]


def _date_choices(work: Work, by: Member, _deal: Deal) -> list[Option]:
    """The ends of this month, the next one and the quarter, by what they are called."""
    today = work.today(by)
    month = month_of(today)
    spans = {"month": month, "next-month": month_of(month.end), "quarter": quarter_of(today)}
    days = {name: _last_day(span) for name, span in spans.items()}
    if days["quarter"] in (days["month"], days["next-month"]):
        days["quarter"] = _last_day(quarter_of(spans["quarter"].end))
    return [Option(value=name, on=on) for name, on in days.items()]


def _last_day(span: Span) -> Any:
    return span.end - timedelta(days=1)


def _rival_choices(work: Work, by: Member, deal: Deal) -> list[Option]:
    return rivals(work, by, deal.competitor)


def _pipeline_choices(work: Work, _by: Member, deal: Deal) -> list[Option]:
    """The other pipelines, for a deal that has just begun."""
    others = [each for each in pipelines_in_use(work.session) if each.id != deal.pipeline_id]
    return [Option(value=str(each.id), name=each.name) for each in others]


def _colleague_choices(work: Work, by: Member, deal: Deal) -> list[Option]:
    return [Option(value=str(each.id), name=each.name) for each in colleagues(work, by, deal)]


MENUS: dict[str, Callable[[Work, Member, Deal], list[Option]]] = {
    "more": _nothing,
    "begun": _pipeline_choices,
    "stages": _stage_choices,
    "reasons": _reason_choices,
    "rivals": _rival_choices,
    "dates": _date_choices,
    "category": _category_choices,
    "colleagues": _colleague_choices,
}
"""What each menu under the card offers."""

OPEN_ONLY = frozenset({"reasons", "dates", "category", "colleagues"})
"""Menus of an open deal only."""
