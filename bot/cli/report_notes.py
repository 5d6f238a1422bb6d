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
    "note-period-over": "The period is over, so there is no time left to sell in.",
    "note-no-pace": "How long a salesperson sells on a working day is not known: set "
    "effort.selling_percent in config.toml, or log contacts.",
    "note-pace-observed": "A salesperson logs {minutes} minutes of selling on a working day, by the last "
    "months; set effort.selling_percent in config.toml to reckon with another pace.",
    "note-no-range": "There is no range: {months} months of history are needed for one.",
    "note-nothing-won": "Nothing has been won yet, so what a won deal takes is not known.",
    "note-no-ramp": "How newcomers begin is not known: nobody who came later has stayed for a year.",
    "note-rate-missing": "Amounts in {currency} are left out of the sums: no rate is known for {day}. Set "
    'one in config.toml: [[rates]] currency = "{currency}", since = {day}, rate = "…" (in {team}).',
}


def sentence(note: Note) -> str:
    """The note, filled in."""
    return SENTENCES[note.key].format_map(note.fields)
