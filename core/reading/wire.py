"""A report as the JSON fields that outside programs rely on."""

from collections.abc import Callable
from typing import Any

from core.reading.intent import Key, Reading, Report, Step

Outside = Callable[[Key], Any]

DEFAULT_CURRENCY = "EUR"
"""What outside programs are told of an amount that names none."""


def _as_it_is(key: Key) -> Any:
    return key


def got(reading: Reading, company: Outside = _as_it_is, person: Outside = _as_it_is) -> dict[str, Any]:
    """The fields of the first report, and under "more" further promises and customers (absent if there are
    none).

    `company` and `person` turn keys of the directory into outside ids. A message that is no log has every
    field empty.
    """
    reports = reading.reports or (Report(),)
    fields = fields_of(reports[0], company, person)
    more = [_promise(step) for step in reports[0].steps[1:]]
    for report in reports[1:]:
        more.append(fields_of(report, company, person))
        more.extend(_promise(step) for step in report.steps[1:])
    if more:
        fields["more"] = more
    return fields


def fields_of(
    report: Report,
    company: Outside = _as_it_is,
    person: Outside = _as_it_is,
    currency: str = DEFAULT_CURRENCY,
) -> dict[str, Any]:
    """One report as a JSON object; dates ISO, times HH:MM, the amount a decimal string.

    `currency` is that of an amount that names none.
    """
    return {
        "kind": report.kind and report.kind.value,
        "no_answer": report.no_answer,
        "company": None if report.company is None else company(report.company),
        "new_company": report.new_company,
        "person": None if report.person is None else person(report.person),
        "new_person": report.new_person,
        "duration_min": report.duration_min,
        "amount": None if report.amount is None else format(report.amount.amount, "f"),
        "currency": report.amount and (report.amount.currency or currency),
        "stage": report.stage and report.stage.value,
        "lost_reason": report.lost_reason and report.lost_reason.value,
        "competitor": report.competitor,
        "close_date": report.close_on and report.close_on.isoformat(),
        "probability": report.probability,
        "occurred": report.occurred_on and report.occurred_on.isoformat(),
        "next": _step(report.steps[0]) if report.steps else None,
        "ask": [question.field.value for question in report.questions],
    }


def spans_of(report: Report) -> dict[str, list[int]]:
    """Which part of the text gave which field: field → [start, end] in code points."""
    return {name: list(span) for name, span in report.spans.items()}


def _step(step: Step) -> dict[str, Any]:
    return {
        "kind": step.kind.value,
        "date": step.on and step.on.isoformat(),
        "time": step.at and step.at.strftime("%H:%M"),
    }


def _promise(step: Step) -> dict[str, Any]:
    """A further promise in the shape of a report that has nothing but it."""
    return {**fields_of(Report()), "next": _step(step)}
