"""Tells questions, greetings, commands and chat from what is to be logged."""

from collections.abc import Sequence

from core.reading.grammar.text import Clause, Text, starting_in
from core.reading.intent import Aside
from core.reading.tokens import Kind


def aside_of(text: Text, clauses: Sequence[Clause]) -> Aside | None:
    """What the message is if it is not a log by its form alone; None if it may be one."""
    words = [t for t in text.tokens if t.kind is Kind.WORD]
    if not words:
        return Aside.OTHER
    if _is_question(text, clauses):
        return Aside.QUESTION
    if _is_command(text) or _is_chat(text) or _is_errand(text):
        return Aside.OTHER
    if _is_greeting(text):
        return Aside.GREETING
    return None


def _sentences(text: Text) -> list[tuple[int, int, str]]:
    """First and last token of each sentence and the mark that ends it."""
    found: list[tuple[int, int, str]] = []
    first = 0
    for index, token in enumerate(text.tokens):
        if token.raw in {"?", "!"} or (token.raw == "." and _ends(text, index)):
            found.append((first, index, token.raw))
            first = index + 1
    if first < len(text.tokens):
        found.append((first, len(text.tokens), ""))
    return [s for s in found if any(t.kind is Kind.WORD for t in text.tokens[s[0] : s[1]])]


def _ends(text: Text, index: int) -> bool:
    following = text.tokens[index + 1] if index + 1 < len(text.tokens) else None
    return following is None or (following.capital and following.start > text.tokens[index].end)


def _is_question(text: Text, clauses: Sequence[Clause]) -> bool:
    sentences = _sentences(text)
    asked = [
        (mark == "?" and not _quotes(text, first, last) and not _is_told_first(text, first, last))
        or (_asks(text, first) and not any(a.is_money for a in starting_in(text.amounts, first, last)))
        for first, last, mark in sentences
    ]
    rest = [s for s, is_asked in zip(sentences, asked, strict=True) if not is_asked]
    if not any(asked):
        return False
    return not any(_tells(text, first, last) for first, last, _ in rest)


def _quotes(text: Text, first: int, last: int) -> bool:
    """Whether the question is what a customer wrote: "WhatsApp from Hannah: can we do Friday?"."""
    colon = next((i for i in range(first, last) if text.tokens[i].raw == ":"), first)
    named = any(m.is_known for m in starting_in(text.mentions, first, colon))
    return named and any(s.category in {"event", "channel"} for s in text.signs_in(first, colon))


def _is_told_first(text: Text, first: int, last: int) -> bool:
    """Whether a customer's contact is told before what they ask: "Priya rang, can we quote by Tuesday?"."""
    asked = next(
        (i for i in range(first + 2, last) if text.tokens[i - 1].kind is Kind.PUNCTUATION and _asks(text, i)),
        last,
    )
    if text.language != "en" or asked == last or _asks(text, first):
        return False
    named = any(m.is_known for m in starting_in(text.mentions, first, asked))
    return named and any(
        v.tense == "past" and v.person == 3 and v.concepts & _WRITING for v in text.verbs if v.first < asked
    )


_WRITING = frozenset({"call", "write", "mail", "text"})


def _asks(text: Text, first: int) -> bool:
    """Whether a sentence opens with an interrogative that is not the start of a subordinate clause."""
    while first < len(text.tokens) and (
        text.tokens[first].kind not in {Kind.WORD, Kind.NUMBER} or _is_opener(text, first)
    ):
        first += 1
    here = text.signs_in(first, first + 1)
    asides = {s.value for s in here if s.category == "aside"}
    if "question" not in asides or "statement" in asides:
        return False
    if not any(s.category == "helping_question" for s in here):
        return True
    after = first + 1
    return bool(starting_in(text.mentions, after, after + 1)) or any(
        s.category == "asked" for s in text.signs_in(after, after + 1)
    )


def _is_opener(text: Text, index: int) -> bool:
    return any(
        (s.category == "join" and s.value in {"and", "but", "then", "because"})
        or (s.category == "aside" and s.value == "greeting")
        for s in text.signs_in(index, index + 1)
    )


def _tells(text: Text, first: int, last: int) -> bool:
    """Whether a sentence holds a verb or an event, more than a greeting."""
    if starting_in(text.verbs, first, last):
        return True
    return any(s.category in {"event", "stage", "voice", "thing"} for s in text.signs_in(first, last))


def _is_chat(text: Text) -> bool:
    """Whether it is talk with the bot that names no customer."""
    said = any(s.category == "aside" and s.value == "chat" for s in text.signs)
    return said and not any(m.is_known for m in text.mentions)


def _is_errand(text: Text) -> bool:
    """Whether we only say where we go, which is no customer's: "einu pietaut", "lekiu į degalinę"."""
    priced = any(amount.is_money for amount in text.amounts)
    if text.mentions or not text.verbs or any(when.has_date for when in text.whens) or priced:
        return False
    first = text.verbs[0]
    if first.language != "lt" or (first.tense, first.person, first.denied) != ("pres", 1, False):
        return False
    if not all(v.concepts & _GOING and v.tense in {"pres", "inf"} for v in text.verbs):
        return False
    beside = {s.category for s in text.signs if not any(v.first <= s.first < v.last for v in text.verbs)}
    return beside.isdisjoint(_OF_CUSTOMER)


_GOING = frozenset({"go", "leave", "return", "meet", "hand", "visit"})
_OF_CUSTOMER = frozenset(
    {
        "event",
        "thing",
        "stage",
        "voice",
        "their",
        "our",
        "pronoun",
        "role",
        "premises",
        "agenda",
        "need",
        "life",
    }
)
"""Signs of what concerns a customer though none is named."""


def _is_command(text: Text) -> bool:
    first = _after_address(text, next(i for i, t in enumerate(text.tokens) if t.kind is Kind.WORD))
    told = any(s.first <= first < s.last for s in text.signs if s.category == "voice")
    signs = [s for s in text.signs if s.first == first and s.category == "aside" and s.value == "command"]
    signs = [] if told else signs  # "no show from Jonas"
    weak = [s for s in text.signs if s.first == first and s.category == "aside" and s.value == "weak_command"]
    if weak and not any(m.is_known for m in text.mentions) and not text.whens:
        return True
    if weak and _only_names(text, max(s.last for s in weak)):
        return True
    return bool(signs) or text.raw.lstrip().startswith("/")


def _only_names(text: Text, first: int) -> bool:
    """Whether nothing but names follows: "find Tiltas"."""
    named = {i for m in text.mentions for i in range(m.first, m.last)}
    rest = [i for i, t in enumerate(text.tokens) if i >= first and t.kind is Kind.WORD]
    return bool(rest) and all(i in named for i in rest)


def _after_address(text: Text, first: int) -> int:
    """The first word after a greeting and the bot's name: "hi bot, delete …"."""
    called = {
        i
        for s in text.signs
        if s.category == "aside" and s.value in {"greeting", "bot"}
        for i in range(s.first, s.last)
    }
    at = first
    while at < len(text.tokens) - 1 and (text.tokens[at].kind is not Kind.WORD or at in called):
        at += 1
    return at


def _is_greeting(text: Text) -> bool:
    """Whether the message opens with a greeting or thanks and says nothing of a customer."""
    first = next(i for i, t in enumerate(text.tokens) if t.kind is Kind.WORD)
    greeted = [s for s in text.signs if s.first == first and s.category == "aside" and s.value == "greeting"]
    if not greeted or any(m.is_known for m in text.mentions):
        return False
    last = max(s.last for s in greeted)
    return not any(v.first >= last and v.concepts & _ACTING for v in text.verbs)


_ACTING = frozenset(
    {
        "call",
        "meet",
        "visit",
        "write",
        "send",
        "mail",
        "text",
        "present",
        "contact",
        "speak",
        "task",
        "win",
        "sign",
    }
)
