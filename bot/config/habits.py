"""How the team works: [effort], [reminders], [customers], [[targets]] and the playbooks of config.toml."""

from collections.abc import Iterable, Mapping
from datetime import date

from bot.config import checks
from bot.config.values import Values
from core.habits import USUAL_LEAD, USUAL_MINUTES, Duty, Habits, Play, Playbook, TargetPlan
from core.insights.period import Span
from core.terms import ContactKind, StepKind

NOTHING = Span(date.min, date.min)


def habits(values: Values) -> Habits:
    """All of it; what is left out is as usual. The playbooks are read beside the stages they belong to."""
    plain = Habits()
    reminders = values.inside("reminders")
    effort, customers = values.inside("effort"), values.inside("customers")
    found = Habits(
        minutes=_minutes(effort.inside("minutes")),
        lead=_lead(reminders.inside("lead_minutes")),
        notices_a_day=reminders.take("notices_a_day", checks.whole(1, 100), plain.notices_a_day),
        hourly_cost=effort.take("hourly_cost", checks.amount, plain.hourly_cost),
        kilometre_cost=effort.take("kilometre_cost", checks.amount, plain.kilometre_cost),
        hours_per_day=effort.take("hours_per_day", checks.hours, plain.hours_per_day),
        selling_percent=effort.take("selling_percent", checks.percent, plain.selling_percent),
        silent_days=customers.take("silent_days", checks.whole(1, 3650), plain.silent_days),
        silent_gaps=customers.take("silent_gaps", checks.whole(1, 100), plain.silent_gaps),
        playbooks=dict(_playbooks(values)),
        targets=tuple(_target(row) for row in values.each("targets")),
    )
    reminders.refuse_unknown()
    effort.refuse_unknown()
    customers.refuse_unknown()
    return found


def _minutes(values: Values) -> Mapping[ContactKind, int]:
    found = {
        kind: values.take(kind.value, checks.whole(0, 1440), usual) for kind, usual in USUAL_MINUTES.items()
    }
    values.refuse_unknown()
    return found


def _lead(minutes: Values) -> Mapping[StepKind, int]:
    found = {
        kind: minutes.take(kind.value, checks.whole(0, 1440), USUAL_LEAD.get(kind, 0)) for kind in StepKind
    }
    minutes.refuse_unknown()
    return found


def _target(row: Values) -> TargetPlan:
    span = row.need("period", checks.span, NOTHING, 'a period, as "2026-Q4"')
    amount = row.need("amount", checks.amount, checks.amount(1), 'an amount, as "720000"')
    names = {key: row.take(key, checks.name, "") or None for key in ("team", "member", "pipeline")}
    if names["team"] and names["member"]:
        row.problem("member", "and team are both named; expected one of them, or none for everybody")
    row.refuse_unknown()
    return TargetPlan(span.start, span.end, amount, names["team"], names["member"], names["pipeline"])


def _playbooks(values: Values) -> Iterable[tuple[tuple[str, str], Playbook]]:
    for pipeline in values.each("pipelines"):
        for stage in pipeline.each("stages"):
            if "playbook" in stage.table:
                names = (str(pipeline.table.get("name")), str(stage.table.get("name")))
                plays = tuple(map(_play, stage.each("playbook")))
                yield (names[0].strip().casefold(), names[1].strip().casefold()), plays


def _play(row: Values) -> Play:
    duty = row.need("do", checks.word_of(Duty), Duty.CONTACT, f"one of {', '.join(Duty)}")
    within = row.need("within_days", checks.whole(0, 3650), 0, "days from coming into the stage, as 7")
    row.refuse_unknown()
    return Play(duty, within)
