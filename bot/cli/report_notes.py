"""What reports say beside their figures; the command line speaks English."""

from core.actions.reports.shape import Note

SENTENCES = {
    "note-thin-history": "The history is too thin for a forecast of our own: {closed} deals are closed, "
    "{enough} are needed. What is shown as expected is the weighted figure, amount × stage probability.",
    "note-without-amount": "{count} deals without an amount are in the counts, not in the sums.",
    "note-shared-deals": "Shared deals: {count}. Each who shares in one counts it with their part of its "
    "amount; the totals count it once.",
    "note-no-target": "No target is set for this period.",
    "note-floor-above-expected": "The floor is above what is expected: it takes every commit deal dated in "
    "the period as won, while such deals have not always been won in time.",
    "note-no-comparable-period": "New business is not known: the history has no period of this length.",
    "note-no-past-period": "No past quarter has enough history before it, so nothing could be replayed.",
    "note-no-contacts": "No contacts are logged in this period.",
    "note-usual-minutes": "{percent} % of the minutes were logged; the others are what a contact of its kind "
    "usually takes, effort.minutes in config.toml.",
    "note-absences": "{people} people were away in this period, {days} working days together.",
    "note-no-hourly-cost": "Costs are not known: set effort.hourly_cost in config.toml, what an hour of a "
    "salesperson costs.",
    "note-no-playbook": "No stage asks anything of its deals: give one a playbook in config.toml, "
    "[[pipelines.stages]] playbook.",
    "note-no-digests": "Opened digests are not counted: none has been sent.",
    "note-rate-missing": "Amounts in {currency} are left out of the sums: no rate is known for {day}. Set "
    'one in config.toml: [[rates]] currency = "{currency}", since = {day}, rate = "…" (in {team}).',
}


def sentence(note: Note) -> str:
    """The note, filled in."""
    return SENTENCES[note.key].format_map(note.fields)
