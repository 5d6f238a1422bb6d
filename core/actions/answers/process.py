"""Is the work done right: what each stage's playbook asks and was not done yet, deal by deal."""

from core.actions.answers.told import Told, deal_called, facts_of, percent
from core.actions.reports.process import process_of
from core.actions.work import Work
from core.insights.playbook import ToDo
from core.model import Member
from core.notices.report_view import ReportView
from core.notices.reports import Figure, Opens


def process(work: Work, by: Member, view: ReportView) -> Told:
    """How many deals wait for something, how much each stage's playbook is followed, then the deals."""
    facts = facts_of(work, by, view)
    todo, shares = process_of(facts)
    late = [each for each in todo if each.overdue_days > 0]
    lines = [Figure(key="process-late", count=len(late)) if late else Figure(key="process-none")]
    for stage in facts.processes.stages:
        if stage.id in shares:
            share = shares[stage.id]
            lines.append(
                Figure(key="process-stage", name=stage.name, percent=percent(share.share), count=share.due)
            )

    def row(each: ToDo) -> Opens:
        owner = facts.names.members.get(each.deal.owner_id or 0)
        stage = facts.processes.stage(each.deal).name
        figures = [Figure(key="person", name=owner)] if owner else []
        figures.append(Figure(key="in-stage", name=stage))
        figures += [Figure(key="duty", word=duty.value) for duty in each.missing]
        figures.append(Figure(key="overdue-days", days=each.overdue_days))
        return Opens(what="deal", id=each.deal.id, name=deal_called(facts, each.deal), figures=figures)

    return Told("process-heading", lines, [row(each) for each in late])
