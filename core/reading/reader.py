"""From a message to its reports: tokens, names, clauses, acts, then one report a customer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from core.reading.amounts import find_amounts
from core.reading.asides import aside_of
from core.reading.assembly import report_of
from core.reading.calendar import Relation, WhenExpr, find_whens
from core.reading.corrections import without_taken_back
from core.reading.directory import Directory
from core.reading.durations import find_durations
from core.reading.expenses import expenses_in
from core.reading.grammar.acts import acts_of
from core.reading.grammar.clauses import find_clauses
from core.reading.grammar.finder import find_verbs
from core.reading.grammar.language import main_language, native
from core.reading.grammar.signs import Sign, find_signs
from core.reading.grammar.text import Clause, Text
from core.reading.hindsight import (
    answer_in_kind,
    dated_after,
    gone_by,
    moved,
    narrate,
    repeated,
    settle,
    stand_up,
    take_back,
    tried_anew,
    without_doing_it,
)
from core.reading.intent import Aside, Reading
from core.reading.mistyped import mended
from core.reading.names.mention import Mention
from core.reading.names.spotting import spot
from core.reading.names.surroundings import Surroundings
from core.reading.phones import leads_to_phone
from core.reading.rivals import find_rival
from core.reading.tokens import Kind, Token, tokenize
from core.reading.topic import Part, Topic
from core.reading.topics import topics_of
from core.reading.unread import unread_words
from core.reading.words import Line

LONGEST = 1500
"""Code points that are read; the rest of a longer message is kept by others as its note."""
MOST_TOKENS = 360
"""Words, numbers and marks of them that are read; prose of that length has some 320."""


def read(text: str, now: datetime, directory: Directory, *, language: str | None = None) -> Reading:
    """What a message means; `now` is naive local time. Any text gives a result.

    `language` is a hint only ("lt", "en"): the words of all languages are always known.
    """
    said, expenses = expenses_in(text[:LONGEST])
    if expenses and not any(letter.isalnum() for letter in said):
        return Reading(aside=Aside.OTHER, expenses=expenses)
    parsed = parse(said, directory, language)
    clauses = find_clauses(parsed)
    aside = aside_of(parsed, clauses)
    if aside is not None:
        return Reading(aside=aside, expenses=expenses)
    declined = (language or parsed.language) != "en"
    reports = []
    for topic in _topics(parsed, clauses, directory, now, declined=declined):
        report = report_of(topic, parsed, now, directory, declined=declined)
        if report is not None:
            reports.append(report)
    if not reports:
        return Reading(aside=Aside.OTHER, expenses=expenses)
    return Reading(tuple(reports), unread=unread_words(parsed), expenses=expenses)


def warm_up() -> None:
    """Loads all word lists (some 500 ms), so that the first message need not wait; call it at a program's
    start.
    """
    for text in ("Skambinau Ąžžž rytoj 12 €, zzz", "Rang Zzzz on Friday at 3, 12 €"):
        read(text, _SOME_DAY, Directory())


_SOME_DAY = datetime(2026, 1, 5)  # noqa: DTZ001 -- local time has no zone here


def parse(text: str, directory: Directory, hint: str | None = None) -> Text:
    """Everything found in the text by itself; `directory` only tells which words are names, `hint` which
    language is likely.
    """
    line = Line(tokenize(text)[:MOST_TOKENS])
    tokens = mended(line, directory)
    line = line if tokens == line.tokens else Line(tokens)
    signs, amounts = find_signs(tokens), find_amounts(line)
    language = main_language(text, signs, hint)
    whens = find_whens(_without_foreign(line, language))
    signs = native(signs, tokens, language)
    mentions = spot(Surroundings(tokens, signs, whens, amounts, language), directory)
    named = {i for m in mentions for i in range(m.first, m.last)}
    if any(i in named for when in whens for i in range(when.first, when.last)):
        line = Line(_masked(tokens, named))
        whens, amounts = find_whens(line), find_amounts(line)
    lengths = find_durations(line)
    dated = {i for when in whens for i in range(when.first, when.last)}
    measured = {i for length in lengths for i in range(length.first, length.last)}
    signs = [
        s
        for s in signs
        if s.first not in named
        and not (s.category in {"event", "close"} and s.first in dated)
        and not (s.category == "thing" and s.first in measured)
        and not (s.form == "pass" and s.first in dated)
        and not (s.category in {"event", "channel", "thing"} and leads_to_phone(tokens, s.last))
    ]
    whens = [w for w in whens if w.relation is not Relation.SINCE and not _is_of_thing(w, tokens, signs)]
    mentions, whens, signs = without_taken_back(tokens, mentions, whens, signs)
    parsed = Text(text, tokens, signs, mentions, whens, amounts, lengths, language)
    dated = {i for when in whens for i in range(when.first + 1, when.last)}
    dated |= {when.first for when in whens if tokens[when.first].bare == "be"}  # "be 15 trys"
    parsed.verbs = [v for v in find_verbs(tokens, signs, mentions, language) if v.first not in dated]
    parsed.signs = _without_things_done(signs, parsed)
    return parsed


def _without_foreign(line: Line, language: str) -> Line:
    """The line without small words that are another language's of time: an order is "the PO on Monday"."""
    orders = {i for i, t in enumerate(line.tokens) if t.bare == "po"} if language == "en" else set()
    return Line(_masked(line.tokens, orders)) if orders else line


def _is_of_thing(when: WhenExpr, tokens: tuple[Token, ...], signs: Sequence[Sign]) -> bool:
    """Whether a day only tells which price or paper is meant: "asked for today's price"."""
    if not tokens[when.last - 1].bare.endswith("'s"):
        return False
    beside = [s for s in signs if s.first == when.last]
    return any(s.category == "thing" for s in beside) and not any(s.category == "event" for s in beside)


_ALSO_VERBS = frozenset({"document", "product", "reply", "invoice"})


def _without_things_done(signs: list[Sign], text: Text) -> list[Sign]:
    """The signs without those of things that are verbs where they stand: "line up a call"."""
    done = {v.first for v in text.verbs if v.language == "en"}
    return [s for s in signs if s.first not in done or s.category != "thing" or s.value not in _ALSO_VERBS]


def _only_goes_on(clause: Clause) -> bool:
    """Whether what was spoken of before is still meant after the clause: "papildysiu ir išsiųsiu"."""
    reworks = bool(clause.verbs) and all(v.concepts <= {"rework", "do", "task"} for v in clause.verbs)
    return clause.joined == "which" or (reworks and not clause.has("thing"))


def _masked(tokens: tuple[Token, ...], named: set[int]) -> tuple[Token, ...]:
    """The tokens with names made unreadable, so that none is taken for a date."""
    return tuple(
        token._replace(kind=Kind.WORD, raw="Ж", low="ж", bare="ж") if index in named else token
        for index, token in enumerate(tokens)
    )


def _topics(
    text: Text, clauses: Sequence[Clause], directory: Directory, now: datetime, *, declined: bool
) -> list[Topic]:
    parts: list[Part] = []
    before: Clause | None = None
    for clause in clauses:
        acts = acts_of(clause, before)
        if not acts and not clause.verbs and clause.joined and clause.mentions and clause.whens and parts:
            acts = [
                replace(act, first=clause.first, last=clause.last) for act in parts[-1].acts if act.is_step
            ]
        move = clause.verb("move")
        vague = all(move is not None and act.first == move.first for act in acts)
        anew = move is not None or clause.has("anew") or clause.has("same_time")
        if vague and clause.whens and anew:
            acts = moved(clause, parts) or acts
        if not acts and clause.verb("rework") is not None:
            acts = repeated(clause, parts)
        if not acts and clause.has("fits") and parts:
            acts = dated_after(clause, parts[-1])
        acts = acts or tried_anew(clause, parts)
        acts = without_doing_it(acts, clause, parts)
        parts.append(Part(clause, acts))
        take_back(parts)
        narrate(parts)
        settle(parts)
        stand_up(parts)
        answer_in_kind(parts)
        before = before if before is not None and _only_goes_on(clause) else clause
    gone_by(parts, now)
    rival, theirs = find_rival(clauses, text.tokens, declined=declined)
    mentions: list[Mention] = [m for m in text.mentions if m not in theirs]
    return topics_of(parts, mentions, rival, directory)
