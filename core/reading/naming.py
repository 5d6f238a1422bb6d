"""Whom a few words name that say nothing else: "Tiltui", "to Tiltas"."""

from datetime import datetime

from core.reading.directory import Directory
from core.reading.intent import Report
from core.reading.reader import parse, read
from core.reading.tokens import Kind

WITHIN = "a, "
"""Before the words, so that their first is not the start of a sentence and its capital tells a name."""

SHORT = 3
"""Words of so many letters and fewer say nothing by themselves: prepositions, articles."""


def named_alone(
    text: str, now: datetime, directory: Directory, *, language: str | None = None
) -> Report | None:
    """The report about the customer of the directory that the words name; None where they name nobody known,
    or say anything else."""
    said = WITHIN + text
    parsed = parse(said, directory, language)
    names = {
        index
        for mention in parsed.mentions
        if mention.is_known
        for index in range(mention.first - bool(mention.before_word), mention.last)
    }
    names -= {index for verb in parsed.verbs for index in range(verb.first, verb.last)}
    says_more = any(
        token.kind is Kind.WORD and len(token.raw) > SHORT and index not in names
        for index, token in enumerate(parsed.tokens)
    )
    reports = () if says_more else read(said, now, directory, language=language).reports
    if len(reports) != 1:
        return None
    report = reports[0]
    return report if report.company or report.person or report.questions else None
