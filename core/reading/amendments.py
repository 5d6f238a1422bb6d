"""What a short remark says is otherwise than it was understood: "Ne, Keliams", "15k, not 12"."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from core.reading.amounts import Amount
from core.reading.calendar import Direction, WhenExpr, combine, resolve
from core.reading.directory import Directory
from core.reading.durations import Duration
from core.reading.grammar.language import native
from core.reading.grammar.signs import Sign, find_signs, opening_signs
from core.reading.grammar.text import Text
from core.reading.grammar.verb import Verb
from core.reading.intent import Field, Question, Report, Worth
from core.reading.names.mention import Mention
from core.reading.names_as_written import WrittenName, stranger
from core.reading.reader import parse, read
from core.reading.tokens import Kind, Token, tokenize
from core.terms import ContactKind

SHORT = 3
"""Words of so many letters and fewer say nothing by themselves: prepositions, pronouns, particles."""

LONGEST_MIN = 24 * 60

MARKS = frozenset({"negative", "correction", "instead", "amends"})
AROUND = MARKS | {"neither", "join", "pronoun", "article", "event", "money", "company_word", "aside"}
"""Signs of words that may stand in a remark beside what it corrects."""

MAY_NAME = frozenset({"thing", "need", "verb"})
"""Signs of words that names are made of too: "Pirmas žingsnis"; what is done is a verb besides."""

SO_VERBS = frozenset({"be", "have", "suppose"})
KIND_VERBS = frozenset({"call", "visit", "meet", "write", "send"})
PLAIN_VERBS = SO_VERBS | KIND_VERBS | {"speak"}
"""What such a remark may be told with: that it was so, was meant so, or with whom it took place."""


Spanning = WhenExpr | Amount | Duration | Sign | Verb | Mention


@dataclass(frozen=True, slots=True)
class Amendment:
    """The values that hold instead; None: as it was. `report`: who is meant, where it names somebody.

    `on` and `at`: a day and a time as said, `is_past` where the day is over or today. `may_be_person`: the
    new company may be a person instead, where one stood.
    """

    report: Report | None = None
    kind: ContactKind | None = None
    amount: Worth | None = None
    duration_min: int | None = None
    on: date | None = None
    at: time | None = None
    is_past: bool = False
    may_be_person: bool = False

    @property
    def says_something(self) -> bool:
        return self.report is not None or any((self.kind, self.amount, self.duration_min, self.on, self.at))


def amendment(
    text: str, now: datetime, directory: Directory, *, language: str | None = None
) -> Amendment | None:
    """The correction that a remark is; None where it is none, or says more than a correction does."""
    parsed = parse(text, directory, language)
    signs = native(find_signs(parsed.tokens), parsed.tokens, parsed.language)
    marks = [sign for sign in signs if _marks(sign)]
    declined = (language or parsed.language) != "en"
    name = stranger(parsed, _said_otherwise(parsed, marks), directory, declined=declined)
    if not _is_remark(parsed, marks, range(name.first, name.last) if name else ()):
        return None
    reports = read(_without_denied(parsed, marks), now, directory, language=language).reports
    report = reports[0] if reports else None
    if report is not None and report.no_answer:
        return None
    if name is not None and report is not None and _names_both(report):
        name = None
    if name is not None:
        asked = (Question(Field.COMPANY, name.near),) if name.near else ()
        report = Report(new_company=name.name, questions=asked)
    found = _found(parsed, marks, now, report)
    found = replace(found, may_be_person=name is not None and name.may_be_person)
    return found if found.says_something else None


def _names_both(report: Report) -> bool:
    """Whether somebody new is named with their company, which leaves no word for another."""
    return report.new_person is not None and any((report.company, report.new_company))


def _said_otherwise(text: Text, marks: list[Sign]) -> set[int]:
    """Tokens that say other things than a name that holds."""
    signs = [sign for sign in text.signs if sign.category not in MAY_NAME]
    spans: list[Spanning] = [*text.whens, *text.amounts, *text.durations, *signs, *text.verbs, *marks]
    spans += [mention for mention in text.mentions if _is_denied(mention, text, marks)]
    said = {i for span in spans for i in range(span.first, span.last)}
    return said.union(*(_capitals(text.tokens, at) for at in _denials(text, marks)))


def _capitals(tokens: tuple[Token, ...], at: int) -> range:
    """The words with capitals from there on, a preposition before them or not."""
    word = tokens[at] if at < len(tokens) and tokens[at].kind is Kind.WORD else None
    start = last = at + (word is not None and not word.capital and len(word.raw) <= SHORT)
    while last < len(tokens) and tokens[last].capital:
        last += 1
    return range(start, last)


def name_told(text: str, directory: Directory, *, language: str | None = None) -> WrittenName | None:
    """The name that a person was asked for, where nobody in the directory is called just so."""
    parsed = parse(text[:1].upper() + text[1:], directory, language)
    declined = (language or parsed.language) != "en"
    return stranger(parsed, _said_otherwise(parsed, []), directory, declined=declined)


def begins_amended(text: str) -> bool:
    """Whether a short text begins with a no, a not or a word of correction, at little cost; "it should have
    been" may open a report of its own.
    """
    if len(text) > _LONGEST_REMARK:
        return False
    signs = opening_signs(tokenize(text[:_BEGINNING]))
    return any(_marks(sign) and sign.category != "amends" for sign in signs)


_LONGEST_REMARK = 100
_BEGINNING = 24


def _marks(sign: Sign) -> bool:
    return sign.category in MARKS and not (sign.category == "negative" and sign.last - sign.first > 1)


def _is_remark(text: Text, marks: list[Sign], name: Iterable[int]) -> bool:
    """Whether the words say that something is otherwise, and nothing else: no wish, no reason, no plan.

    `name`: those that nobody known is called.
    """
    if not marks or not all(map(_is_plain, _verbs(text, marks))):
        return False
    known = text.covered() | set(name) | {i for s in marks for i in range(s.first, s.last)}
    known |= {i for verb in text.verbs for i in range(verb.first, verb.last)}
    known |= {i for s in text.signs if s.category in AROUND for i in range(s.first, s.last)}
    known |= {i for at in _denials(text, marks) for i in (at, at + 1)}
    return all(
        index in known or token.kind is not Kind.WORD or len(token.raw) <= SHORT
        for index, token in enumerate(text.tokens)
    )


def _is_plain(verb: Verb) -> bool:
    told = verb.tense == "past" or verb.concepts <= SO_VERBS
    return told and verb.concepts <= PLAIN_VERBS and (not verb.denied or verb.concepts <= SO_VERBS)


def _verbs(text: Text, marks: list[Sign]) -> list[Verb]:
    """The verbs but those of a word of correction ("I meant", "turėjo būti")."""
    within = {i for s in marks if s.category in {"correction", "amends"} for i in range(s.first, s.last)}
    return [verb for verb in text.verbs if verb.first not in within]


def _denials(text: Text, marks: list[Sign]) -> set[int]:
    """Where something begins that a "not" stands in front of; a "no" speaks of all that was understood."""
    return {s.last for s in marks if s.category == "negative" and text.tokens[s.first].bare != "no"}


def _is_denied(said: Mention | Amount | Duration | WhenExpr, text: Text, marks: list[Sign]) -> bool:
    """Whether a "not" stands in front, or before a preposition."""
    denials, at = _denials(text, marks), said.first
    if at in denials:
        return True
    before = text.tokens[at - 1] if at else None
    return at - 1 in denials and before is not None and before.kind is Kind.WORD and len(before.raw) <= SHORT


def _without_denied(text: Text, marks: list[Sign]) -> str:
    """The remark without the names that it denies, and without "it should have been"."""
    gone = [(m.first, m.last, " ") for m in text.mentions if _is_denied(m, text, marks)]
    gone += [(s.first, s.last, _INSTEAD) for s in marks if s.category == "amends"]
    said = text.raw
    for first, last, put in sorted(gone, reverse=True):
        start, end = text.tokens[first].start, text.tokens[last - 1].end
        said = said[:start] + put + said[end:]
    return said


_INSTEAD = "a, "
"""A word of no meaning, so that what follows opens no sentence and its capital tells a name."""


def _found(text: Text, marks: list[Sign], now: datetime, report: Report | None) -> Amendment:
    names = report is not None and any(
        (report.company, report.new_company, report.person, report.new_person, report.questions)
    )
    when = _when(text, marks)
    meant = None if when is None else resolve(when, now, Direction.FUTURE)
    on = meant.on if when is not None and meant is not None and when.has_date else None
    minutes = _minutes(text, marks)
    return Amendment(
        report=report if names else None,
        kind=_kind(text, report),
        amount=_amount(text, marks) if minutes is None else None,
        duration_min=minutes,
        on=on,
        at=None if meant is None else meant.at,
        is_past=on is not None and on <= now.date(),
    )


def _kind(text: Text, report: Report | None) -> ContactKind | None:
    """The kind where it is said, not only that one spoke."""
    said = any(s.category == "event" for s in text.signs)
    said = said or any(verb.concepts & KIND_VERBS for verb in text.verbs)
    return report.kind if said and report is not None and report.kind is not ContactKind.NOTE else None


def _minutes(text: Text, marks: list[Sign]) -> int | None:
    """The length that stands, or the number that stands in place of one."""
    dated = {i for when in text.whens for i in range(when.first, when.last)}
    lengths = [each for each in text.durations if each.minutes and each.first not in dated]
    standing = [each for each in lengths if not _is_denied(each, text, marks)]
    if standing or not lengths:
        return standing[-1].minutes if standing else None
    for each in reversed(_sums(text, marks)):
        if each.is_bare and each.value is not None and 1 <= each.value <= LONGEST_MIN:
            return int(each.value)
    return None


def _amount(text: Text, marks: list[Sign]) -> Worth | None:
    sums = [each for each in _sums(text, marks) if each.is_money]
    if not sums:
        return None
    chosen = max(sums, key=lambda each: not each.is_bare)
    return Worth(chosen.value, chosen.currency) if chosen.value is not None else None


def _sums(text: Text, marks: list[Sign]) -> list[Amount]:
    """The numbers that stand and are no part of a date or a length."""
    elsewhere = {i for when in text.whens for i in range(when.first, when.last)}
    elsewhere |= {i for length in text.durations for i in range(length.first, length.last)}
    return [
        each
        for each in text.amounts
        if each.value and each.first not in elsewhere and not _is_denied(each, text, marks)
    ]


def _when(text: Text, marks: list[Sign]) -> WhenExpr | None:
    said: WhenExpr | None = None
    for each in text.whens:
        if not _is_denied(each, text, marks):
            said = each if said is None else combine(said, each) or each
    return said
