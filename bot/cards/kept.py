"""The sentence about values that stay because something newer stands there."""

from collections.abc import Iterable

from bot.texts import Html, Language

FIELDS = {
    "amount": "amount",
    "stage_id": "stage",
    "stage": "stage",
    "expected_close_on": "close",
    "close_on": "close",
    "probability": "chance",
    "company_id": "company",
    "company": "company",
    "companies": "company",
    "person_id": "person",
    "person": "person",
    "people": "person",
    "deal_id": "deal",
    "deal": "deal",
    "deals": "deal",
    "kind": "kind",
    "contacts": "kind",
    "occurred_on": "date",
    "occurred_at": "date",
    "duration_min": "duration",
    "next_steps": "step",
    "done_at": "step",
    "due_on": "step",
}
"""Fields and tables of the change log, by what the texts call them."""

SILENT = frozenset(("currency", "stage_entered_at", "closed_on"))
"""Fields that only go along with another one."""


def kept_line(fields: Iterable[str], words: Language) -> Html:
    """ "Palikta, nes vėliau pakeista: suma, etapas."."""
    terms = dict.fromkeys(FIELDS.get(field, "other") for field in fields if field not in SILENT)
    named = [words.plain("field", field=term) for term in terms or ["other"]]
    return words.html("kept", fields=", ".join(named))
