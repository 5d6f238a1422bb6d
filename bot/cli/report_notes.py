"""What reports say beside their figures, in words."""

from core.actions.reports.shape import Note

PROGRAMS = "en"
"""The language of what programs read."""


def sentence(note: Note, language: str = PROGRAMS) -> str:
    """The note, filled in; numbers as the language writes them."""
    from bot.texts import speak  # slow to load, and mostly not needed

    return speak(language).plain(note.key, **note.fields)
