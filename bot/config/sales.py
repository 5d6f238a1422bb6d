"""The team's own pipelines and teams out of config.toml, and the pipeline we suggest where none is named."""

from datetime import date
from decimal import Decimal

from bot.config import checks
from bot.config.values import Values
from core.money import Rate
from core.storage.pipelines import PipelinePlan, StagePlan, TeamPlan
from core.terms import Category, StageMeaning

USUAL = {
    StageMeaning.LEAD: (10, Category.PIPELINE, 14),
    StageMeaning.QUALIFIED: (25, Category.PIPELINE, 14),
    StageMeaning.PROPOSAL: (50, Category.BEST_CASE, 21),
    StageMeaning.NEGOTIATION: (75, Category.COMMIT, 14),
    StageMeaning.WON: (100, Category.COMMIT, None),
    StageMeaning.LOST: (0, Category.OMITTED, None),
}
"""What a stage of that meaning has where the team says nothing: chance in percent, category, days."""

SUGGESTED = {
    "lt": ("Pardavimai", ("Užklausa", "Poreikis aiškus", "Pasiūlymas", "Derybos", "Laimėta", "Prarasta")),
    "en": ("Sales", ("Lead", "Qualified", "Proposal", "Negotiation", "Won", "Lost")),
}


def suggested_pipelines(language: str) -> tuple[PipelinePlan, ...]:
    """The pipeline of a team that has not described its own, in the team's language."""
    name, stages = SUGGESTED[language]
    pairs = zip(stages, StageMeaning, strict=True)
    return (PipelinePlan(name, tuple(_usual(stage, meaning) for stage, meaning in pairs), built_in=True),)


def pipelines(values: Values, language: str) -> tuple[PipelinePlan, ...]:
    """The pipelines under [[pipelines]], or the suggested one where there are none."""
    found = [_pipeline(row) for row in values.each("pipelines")]
    _refuse_doubles(values, "pipelines", [plan.name for plan in found])
    return tuple(found) or suggested_pipelines(language)


def teams(values: Values) -> tuple[TeamPlan, ...]:
    """The teams under [[teams]], any order; each `parent` is one of them and nobody is above themselves."""
    found = []
    for row in values.each("teams"):
        name = row.need("name", checks.name, "?", "the team's name")
        found.append(TeamPlan(name, row.take("parent", checks.name, "") or None))
        row.refuse_unknown()
    _refuse_doubles(values, "teams", [plan.name for plan in found])
    parents = {plan.name: plan.parent for plan in found}
    for plan in found:
        if plan.parent is not None and plan.parent not in parents:
            known = ", ".join(f'"{name}"' for name in parents)
            values.problem(
                "teams", f'"{plan.parent}" is above "{plan.name}" but is no team; expected {known}'
            )
        elif _above_itself(plan.name, parents):
            values.problem("teams", f'"{plan.name}" is above itself; expected a tree')
    return tuple(found)


def rates(values: Values) -> tuple[Rate, ...]:
    """What other currencies are worth in the team's, under [[rates]], each from a day on."""
    found = []
    for row in values.each("rates"):
        currency = row.need("currency", checks.currency, "", "an ISO 4217 code")
        since = row.need("since", checks.day, date.min, "the day from which it holds, as 2026-01-01")
        rate = row.need("rate", checks.rate, Decimal(1), 'what one is worth, in quotes, as "0.92"')
        found.append(Rate(currency, since, rate))
        row.refuse_unknown()
    return tuple(found)


def _pipeline(row: Values) -> PipelinePlan:
    name = row.need("name", checks.name, "?", "the pipeline's name")
    stages = tuple(_stage(stage) for stage in row.each("stages"))
    _refuse_doubles(row, "stages", [stage.name for stage in stages])
    meanings = [stage.meaning for stage in stages]
    for meaning in (StageMeaning.WON, StageMeaning.LOST):
        if meaning not in meanings:
            row.problem("stages", f'has none with meaning "{meaning}"; expected at least one')
    if not any(meaning.is_open for meaning in meanings):
        row.problem("stages", "has no open one; expected at least one stage before won and lost")
    row.refuse_unknown()
    return PipelinePlan(name, stages)


def _stage(row: Values) -> StagePlan:
    expected = ", ".join(StageMeaning)
    name = row.need("name", checks.name, "?", "the stage's name")
    meaning = row.need("meaning", checks.word_of(StageMeaning), StageMeaning.LEAD, f"one of {expected}")
    probability, category, days = USUAL[meaning]
    plan = StagePlan(
        name,
        meaning,
        row.take("probability", checks.whole(0, 100), probability),
        row.take("category", checks.word_of(Category), category),
        row.take("expected_days", checks.whole(1, 3650), days or 0) or None,
    )
    row.know("playbook")
    row.refuse_unknown()
    return plan


def _usual(name: str, meaning: StageMeaning) -> StagePlan:
    return StagePlan(name, meaning, *USUAL[meaning])


def _refuse_doubles(values: Values, key: str, names: list[str]) -> None:
    folded = [name.casefold() for name in names]
    for name in dict.fromkeys(names):
        if folded.count(name.casefold()) > 1 and name != "?":
            values.problem(key, f'"{name}" is there more than once; expected each name once')


def _above_itself(name: str, parents: dict[str, str | None]) -> bool:
    above = parents.get(name)
    for _ in parents:
        if above is None or above == name:
            break
        above = parents.get(above)
    return above == name
