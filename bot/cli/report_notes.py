"""What reports say beside their figures; the command line speaks English."""

from core.actions.reports.shape import Note

SENTENCES = {
    "note-thin-history": "The history is too thin for a forecast of our own: {closed} deals are closed, "
    "{enough} are needed. What is shown as expected is the weighted figure, amount × stage probability.",
    "note-without-amount": "{count} deals without an amount are in the counts, not in the sums.",
    "note-no-target": "No target is set for this period.",
    "note-floor-above-expected": "The floor is above what is expected: it takes every commit deal dated in "
    "the period as won, while such deals have not always been won in time.",
    "note-no-comparable-period": "New business is not known: the history has no period of this length.",
    "note-no-past-period": "No past quarter has enough history before it, so nothing could be replayed.",
    "note-rate-missing": "Amounts in {currency} are left out of the sums: no rate is known for {day}. Set "
    'one in config.toml: [[rates]] currency = "{currency}", since = {day}, rate = "…" (in {team}).',
}


def sentence(note: Note) -> str:
    """The note, filled in."""
    return SENTENCES[note.key].format_map(note.fields)
