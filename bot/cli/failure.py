"""What went wrong, as one sentence that says what and what next."""

from core.errors import SalesError

SENTENCES = {
    "error-schema-too-new": "The database was written by a newer version of Piltuvėlis ({found}); "
    "update the program, then try again.",
    "error-unknown-team": "There is no team {team}; known: {known}. Add it under [[teams]] in config.toml.",
    "error-no-open-invite": "Invite {number} is not open; `piltuvelis invite --open` lists those that are.",
    "error-nobody-called-so": 'Nobody is called "{who}"; give the whole name, or a number as person:12.',
    "error-several-called-so": 'Several are called "{who}": {known}. Give the number of the one you mean.',
    "error-still-has-access": "{who} is still in the team; remove them in /members first, "
    "which hands over their deals.",
    "error-unknown-pipeline": "There is no pipeline {pipeline}; known: {known}.",
    "error-no-pipeline": "The database has no pipeline yet; run `piltuvelis setup` first.",
}
"""By the key of the refusal; the command line speaks English, so these are not in the bot's texts."""


class Failure(Exception):
    """A command could not do it. The text is what the person reads: what happened and what to do next."""


def sentence_of(error: SalesError) -> str:
    """The sentence of a refusal, filled in."""
    known = SENTENCES.get(error.key, f"This was refused ({error.key}).")
    return known.format_map({name: value or "none" for name, value in error.fields.items()})
