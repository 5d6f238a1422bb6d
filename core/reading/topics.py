"""Which clauses of a message are about which of several customers."""

from collections.abc import Sequence

from core.reading.directory import Directory
from core.reading.intent import Key
from core.reading.names.mention import Mention
from core.reading.rivals import Rival
from core.reading.topic import Part, Topic


def topics_of(
    parts: Sequence[Part], mentions: Sequence[Mention], rival: Rival | None, directory: Directory
) -> list[Topic]:
    """One topic a customer, in the order in which they are named."""
    topics: list[Topic] = [Topic([], [])]
    companies: set[Key] | None = None
    for part in parts:
        named = [m for m in mentions if part.clause.first <= m.first < part.clause.last]
        theirs = _companies(named, directory)
        tells = (
            bool(part.acts) or part.clause.has("voice") or part.clause.has("stage") or bool(part.clause.verbs)
        )
        if companies and theirs and not companies & theirs and tells and topics[-1].parts:
            topics.append(Topic([], []))
            companies = None
        topics[-1].parts.append(part)
        topics[-1].mentions.extend(named)
        if theirs:
            companies = theirs if companies is None else (companies & theirs or companies)
    if rival is not None:
        next(t for t in topics if any(_holds(p, rival.mention) for p in t.parts)).rival = rival
    return [topic for topic in topics if topic.parts]


def _holds(part: Part, mention: Mention) -> bool:
    return part.clause.first <= mention.first < part.clause.last


def _companies(mentions: Sequence[Mention], directory: Directory) -> set[Key]:
    """Companies that fit the names of a clause; empty if there are none or too many to tell."""
    found: set[Key] = set()
    for mention in mentions:
        if mention.companies:
            found.update(mention.companies)
    if found:
        return found
    for mention in mentions:
        found = {
            company
            for key in _bearers(mention, directory)
            if (company := directory.company_of(key)) is not None
        }
        if found:
            return found
    return found


_MANY = 50


def _bearers(mention: Mention, directory: Directory) -> set[Key]:
    """Who bears all names of the mention; where nobody does, who bears one of them."""
    names = [
        {key for word in words for key in directory.people_with(word)[:_MANY]} for words in mention.people
    ]
    if not names:
        return set()
    return set.intersection(*names) or set.union(*names)
