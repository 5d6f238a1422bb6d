"""What a message takes back: "ne pirmadienį, o antradienį", "Donatui, ne, atsiprašau, Danieliui"."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from typing import TypeVar

from core.reading.calendar import Direction, WhenExpr
from core.reading.grammar.signs import Sign
from core.reading.names.mention import Mention
from core.reading.tokens import Kind, Token

_Said = TypeVar("_Said", Mention, WhenExpr)
_NEAR = 3
_FAR = 6


def contrasts(
    said: Sequence[_Said], tokens: tuple[Token, ...], signs: Sequence[Sign]
) -> list[tuple[_Said, Sign]]:
    """What "not" denies and "but" replaces by the next of its kind, with the "but"."""
    denials = {
        s.last: s
        for s in signs
        if s.category == "negative"
        and s.last == s.first + 1
        and (s.language != "en" or tokens[s.first].bare == "not")
    }
    found = []
    for one, other in pairwise(said):
        if not _denied(one, denials, tokens):
            continue
        between = range(one.last, other.first)
        but = next(
            (s for s in signs if s.category == "join" and s.value == "but" and s.first in between), None
        )
        if but is not None and but.first - one.last <= 1 and other.first - but.last <= _NEAR:
            found.append((one, but))
    return found


def _denied(said: WhenExpr | Mention, denials: dict[int, Sign], tokens: tuple[Token, ...]) -> bool:
    """Whether "not" stands right in front, or before a preposition."""
    if said.first in denials:
        return True
    at = said.first
    return at - 1 in denials and tokens[at - 1].kind is Kind.WORD and len(tokens[at - 1].raw) <= _NEAR


def corrected(mentions: Sequence[Mention], tokens: tuple[Token, ...], signs: Sequence[Sign]) -> list[Mention]:
    """Names that a word of correction takes back for the next one of the same sort."""
    found = []
    ordered = sorted(signs, key=attrgetter("first"))
    firsts = [sign.first for sign in ordered]
    for one, other in pairwise(mentions):
        between = range(one.last, other.first)
        if len(between) > _FAR or bool(one.companies) != bool(other.companies) or one.legal != other.legal:
            continue
        inside = ordered[bisect_left(firsts, between.start) : bisect_left(firsts, between.stop)]
        words = {i for s in inside if s.category == "correction" for i in range(s.first, s.last)}
        told = any(s.category == "verb" and s.first not in words for s in inside)
        if (words or _says_no(between, tokens, inside)) and not told:
            found.append(one)
    return found


def _says_no(between: range, tokens: tuple[Token, ...], signs: Sequence[Sign]) -> bool:
    """Whether a "no" stands there by itself, a mark behind it: "rytoj, ne, poryt"."""
    denied = {s.first for s in signs if s.category == "negative" and s.language == "lt"}
    return any(
        i in denied and tokens[i].bare == "ne" and tokens[i + 1].kind is Kind.PUNCTUATION for i in between
    )


def _retracted(whens: Sequence[WhenExpr], tokens: tuple[Token, ...], signs: Sequence[Sign]) -> list[WhenExpr]:
    """Days taken back for the next by a "no" or a word of correction with nothing else between them."""
    found = []
    small = {i for s in signs if s.category in _TAKING_BACK for i in range(s.first, s.last)}
    corrected = {s.first for s in signs if s.category == "correction" and s.language == "lt"}
    denials = {s.last: s for s in signs if s.category == "negative" and s.language == "lt"}
    for one, other in pairwise(whens):
        between = range(one.last, other.first)
        if not (one.has_date and other.has_date) or len(between) > _FAR:
            continue
        if any(tokens[i].kind is not Kind.PUNCTUATION and i not in small for i in between):
            continue
        told = not corrected.isdisjoint(between) or _says_no(between, tokens, signs)
        denied = one.first in denials and len(between) == 1 and tokens[one.last].raw == ","
        if told or denied:
            found.append(one)
    return found


_TAKING_BACK = frozenset({"correction", "negative", "join"})


def _replaced(said: Sequence[_Said], signs: Sequence[Sign]) -> list[_Said]:
    """What stands right after "instead of", if another of its kind is named."""
    ends = {s.last for s in signs if s.category == "instead"}
    return [one for one in said if one.first in ends] if ends and len(said) > 1 else []


def _ruled_out(said: Sequence[_Said], tokens: tuple[Token, ...]) -> list[_Said]:
    """What stands right after an English "not" beside another of its kind: "met Tom, not Susan"; named
    before too it is taken back there as well: "Susan rang, no, not Susan, Tom".
    """
    denied = [
        one for one in said if one.first and tokens[one.first - 1].bare == "not" and _is_apart(one, tokens)
    ]
    if not denied:
        return []
    again = {_words(one, tokens) for one in denied}
    gone = [one for one in said if _words(one, tokens) in again and one.first <= denied[-1].first]
    return gone if any(one not in gone and _is_near(one, denied) for one in said) else []


def _words(said: WhenExpr | Mention, tokens: tuple[Token, ...]) -> tuple[str, ...]:
    return tuple(token.bare for token in tokens[said.first : said.last])


def _is_near(one: WhenExpr | Mention, denied: Sequence[WhenExpr | Mention]) -> bool:
    return any(min(abs(one.first - d.last), abs(d.first - one.last)) <= _FAR for d in denied)


def _is_apart(said: WhenExpr | Mention, tokens: tuple[Token, ...]) -> bool:
    """Whether a mark, a "no" or the start stands before the "not": not so in "it is not Friday"."""
    before = tokens[said.first - 2] if said.first > 1 else None
    return (
        before is None
        or before.kind is Kind.PUNCTUATION
        or before.bare in {"no", "and"}
        or (isinstance(said, WhenExpr) and before.bare.endswith("day"))
    )


def _remade(whens: Sequence[WhenExpr], tokens: tuple[Token, ...], signs: Sequence[Sign]) -> list[WhenExpr]:
    """Days of the sentence before "make it Friday", if they are no past ones."""
    found: list[WhenExpr] = []
    for sign in signs:
        made = sign.category == "correction" and any(when.first == sign.last for when in whens)
        if not made or sign.last - sign.first < 2:
            continue
        start = max((i for i in range(sign.first) if tokens[i].raw in _SENTENCE_ENDS), default=-1)
        found += [w for w in whens if start < w.first < sign.first and w.direction is not Direction.PAST]
    return found


_SENTENCE_ENDS = frozenset(".!?;")


def without_taken_back(
    tokens: tuple[Token, ...], mentions: list[Mention], whens: list[WhenExpr], signs: list[Sign]
) -> tuple[list[Mention], list[WhenExpr], list[Sign]]:
    """Names, dates and signs that still hold."""
    if not any(s.category in {"negative", "correction", "instead"} for s in signs):
        return mentions, whens, signs
    names, times = contrasts(mentions, tokens, signs), contrasts(whens, tokens, signs)
    gone = {id(name) for name, _ in names} | {id(when) for when, _ in times}
    gone |= {id(name) for name in corrected(mentions, tokens, signs)}
    gone |= {id(one) for one in (*_ruled_out(mentions, tokens), *_ruled_out(whens, tokens))}
    gone |= {id(one) for one in (*_replaced(mentions, signs), *_replaced(whens, signs))}
    gone |= {id(when) for when in (*_remade(whens, tokens, signs), *_retracted(whens, tokens, signs))}
    if not gone:
        return mentions, whens, signs
    places = {name.first for name, _ in names} | {when.first for when, _ in times}
    joints = {but.first for _, but in names} | {but.first for _, but in times}
    kept = [
        s
        for s in signs
        if s.first not in joints and not (s.category == "negative" and {s.last, s.last + 1} & places)
    ]
    return (
        [m for m in mentions if id(m) not in gone],
        [w for w in whens if id(w) not in gone],
        kept,
    )
