"""Cuts a message into clauses: at its marks, at joining words, and between verbs where nothing marks it."""

from dataclasses import replace
from itertools import pairwise

from core.reading.calendar import Direction, Relation, WhenExpr
from core.reading.grammar.cuts import joining_cuts, mark_cuts, unmarked_cuts
from core.reading.grammar.merging import merged
from core.reading.grammar.text import Clause, Text, starting_in
from core.reading.grammar.verb import Verb
from core.reading.names.mention import Mention

GOVERNING = frozenset(
    {
        "want", "ask", "need", "plan", "promise", "agree", "try", "manage", "forget", "have", "be", "go",
        "come",
        "refuse", "say", "invite", "remind", "wait", "accept", "consider", "begin", "finish", "decide",
        "offer",
        "receive", "hand", "suppose",
    }
)  # fmt: skip
_REACH = 8
"""So many words after a verb a date may still be its own."""
_MOVES_LEFT = frozenset({"pronoun", "negative", "neither", "need", "helper", "opener", "if"})


def find_clauses(text: Text) -> list[Clause]:
    """The clauses in order; together they hold every token that is not a mark between them."""
    covered = text.covered()
    cuts = mark_cuts(text, covered)
    pieces = _pieces(text, cuts, covered)
    pieces = _split_verbs(text, pieces)
    return [_filled(text, clause) for clause in merged(text, pieces)]


def _pieces(text: Text, cuts: dict[int, bool], covered: set[int]) -> list[Clause]:
    joints = joining_cuts(text, cuts, covered)
    starts = sorted({0, *cuts, *joints, *unmarked_cuts(text, cuts)})
    pieces, sentence = [], 0
    for first, last in zip(starts, [*starts[1:], len(text.tokens)], strict=True):
        sentence += cuts.get(first, False)
        if first < last:
            pieces.append(Clause(first, last, sentence, _joined(text, first)))
    return pieces


def _joined(text: Text, first: int) -> str:
    for sign in text.signs_in(first, first + 1):
        if sign.category in {"join", "if"}:
            return sign.value
    return ""


def _split_verbs(text: Text, pieces: list[Clause]) -> list[Clause]:
    found: list[Clause] = []
    for piece in pieces:
        verbs = [v for v in starting_in(text.verbs, piece.first, piece.last) if v.tense != "gerund"]
        start = piece.first
        for left, right in pairwise(verbs):
            if _belong_together(text, left, right):
                continue
            cut = _cut_between(text, left, right)
            found.append(Clause(start, cut, piece.sentence, piece.joined if start == piece.first else ""))
            start = cut
        found.append(Clause(start, piece.last, piece.sentence, piece.joined if start == piece.first else ""))
    return found


def _belong_together(text: Text, left: Verb, right: Verb) -> bool:
    """Whether one verb governs the other: "nori susitikti", "paskambinti reikia", "went to see"."""
    if right.tense == "inf" and (led := _leads_infinitive(text, left, right)) is not None:
        return led
    if left.tense == "inf" and right.concepts & _LED_BEHIND:
        return right.first - left.last <= 2
    if left.concepts & {"be"} and right.tense in {"active", "pass", "ing"}:
        return True
    if right.tense == "ing" and right.first - left.last <= 1:
        return not _asks_beside(left, right)
    if right.language == "en" and _belong_in_english(left, right):
        return True
    if right.tense in {"pass", "active"} and right.language == "lt":
        return right.concepts.isdisjoint({"agree", "plan"}) and right.tense == "pass" and left.tense != "past"
    return False


def _asks_beside(left: Verb, right: Verb) -> bool:
    """Whether the customer made contact and asks for something there: "emailed back asking for a visit"."""
    told = left.language == "en" and left.person == 3 and left.tense == "past"
    return told and bool(left.concepts & _REACHING) and "ask" in right.concepts


_REACHING = frozenset({"call", "mail", "write", "text", "contact", "reply", "come"})


_LED_BEHIND = frozenset({"need", "want", "promise", "plan", "agree", "manage", "forget", "accept"})


def _leads_infinitive(text: Text, left: Verb, right: Verb) -> bool | None:
    """Whether an infinitive depends on the verb before it; None if that can't be told by the two alone."""
    if not left.concepts.isdisjoint(GOVERNING):
        between = text.signs_in(left.last, right.first)
        has_object = any(s.category == "thing" and s.value in {"offer", "price"} for s in between)
        return not (
            has_object and left.concepts & {"want", "ask"} and right.concepts & {"call", "meet", "contact"}
        )
    if left.concepts == {"do"} and left.language == "lt":
        return True  # "baigiau kalbėti"
    if right.language == "en" or right.concepts & {"task", "decide", "negotiate", "remind"}:
        return left.tense != "inf" or right.language == "en"
    return None


def _belong_in_english(left: Verb, right: Verb) -> bool:
    """Whether an English verb goes on with the one before: "come and measure", "meeting Jonas moved",
    "wants the offer reworked".
    """
    beside = right.first - left.last
    if left.concepts & {"go", "come"} and left.language == "en" and beside in {1, 2}:
        return beside == 1 or right.tense == "imp"
    if left.concepts <= {"see", "view"} and right.tense == "ing" and beside <= _SEEN:
        return True  # "come and see the machine running"
    if left.tense == "ing" and right.concepts & {"plan", "agree", "move", "want", "cancel"}:
        far = right.concepts & {"move", "cancel"} or (left.concepts & _CLOSING and "wait" in right.concepts)
        near = beside <= (_REACH if far else 2)
        return right.tense in {"past", "pass", "pres"} and near
    if right.tense == "pass" and left.concepts & {"have", "receive"} and left.tense in {"inf", "fut"}:
        return True  # "to have it signed"
    wished = bool(left.concepts & {"want", "need"})
    return wished and (right.tense == "pass" or bool(right.concepts & {"move", "cancel"}))


_SEEN = 5
_CLOSING = frozenset({"sign", "order", "buy", "decide", "close"})


def _cut_between(text: Text, left: Verb, right: Verb) -> int:
    """The first token that goes with the right one of two verbs: dates, pronouns and a subject in front of
    it.
    """
    if _tells_whole(text, left, right):
        return left.last
    at = right.first
    while at > left.last:
        when = next((w for w in text.whens if w.last == at), None)
        if when is not None and when.first > left.last - 1:
            if _goes_left(text, left, right, when) or _is_before_subject(text, right, when):
                break
            at = when.first
            continue
        mention = next((m for m in text.mentions if m.last == at), None)
        if (
            mention is not None
            and right.person == 3
            and not mention.before
            and not _is_gone_to(text, mention)
            and (not mention.cases or mention.cases & {"nom", "any"} or _is_missed(right, mention))
        ):
            at = mention.first
            continue
        needed = right.concepts <= {"need"} and right.tense == "past" and right.language == "en"
        before = [s for s in text.signs_in(at - 1, at) if s.last == at]
        if needed and any(s.category == "thing" for s in before):
            at -= 1  # "says proposal needed by Friday"
            continue
        if any(length.last == at for length in text.durations):
            break
        if any(s.category in _MOVES_LEFT for s in before):
            at -= 1
            continue
        break
    return max(at, left.last)


def _is_gone_to(text: Text, mention: Mention) -> bool:
    """Whether "į" without its tail stands before the name: "nuvaziavau i vandrita"."""
    return mention.first > 0 and text.language == "lt" and text.tokens[mention.first - 1].bare == "i"


def _goes_left(text: Text, left: Verb, right: Verb, when: WhenExpr) -> bool:
    """Whether a day between two verbs is the left one's."""
    if left.tense == "past" and (when.direction is Direction.PAST or _is_of_today(when, right)):
        return True
    if when.relation is Relation.BY and _only_adds(right) and left.concepts & {"want", "ask"}:
        return True
    if left.tense == "fut" and when.first == left.last and right.concepts & {"say"}:
        return True
    told = left.tense == "past" and right.language == "en"
    return told and any(right.first < w.first <= right.last + _REACH for w in text.whens)


def _is_before_subject(text: Text, right: Verb, when: WhenExpr) -> bool:
    """Whether "aš" after the day begins the right clause, which has its own: "kovo 30 d aš rytoj siųsiu"."""
    begins = any(
        s.category == "pronoun" and s.value == "i" and s.first == when.last and s.language == "lt"
        for s in text.signs
    )
    return begins and any(when.last < w.first < right.last + _REACH for w in text.whens)


def _tells_whole(text: Text, left: Verb, right: Verb) -> bool:
    """Whether all after "says" is the sentence that is said: "says the decision will be in May"."""
    if left.language != "en" or not left.concepts <= {"say"} or right.language != "en":
        return False
    told = any(s.category in {"close", "thing"} for s in text.signs_in(left.last, right.first))
    return (
        told
        and right.tense in {"fut", "past", "pres", "cond", "pass"}
        and not starting_in(text.whens, left.last, right.first)
    )


def _only_adds(right: Verb) -> bool:
    """Whether what follows a wish is an order, or what we think of it."""
    thinks = right.person == 1 and right.tense == "pres" and right.concepts <= _THINKING
    return thinks or right.tense == "imp"


_THINKING = frozenset({"say", "consider", "other"})


def _is_of_today(when: WhenExpr, right: Verb) -> bool:
    """Whether what was told before is of today, and what follows is told of the past too."""
    return right.language == "en" and right.tense == "past" and when.is_today


def _is_missed(verb: Verb, mention: Mention) -> bool:
    """Whether the genitive is of one who was not there: "Pauliaus nebuvo"."""
    return verb.denied and "be" in verb.concepts and "gen" in mention.cases


def _filled(text: Text, clause: Clause) -> Clause:
    first, last = clause.first, clause.last
    return replace(
        clause,
        signs=text.signs_in(first, last),
        verbs=starting_in(text.verbs, first, last),
        mentions=starting_in(text.mentions, first, last),
        whens=starting_in(text.whens, first, last),
        amounts=starting_in(text.amounts, first, last),
        durations=starting_in(text.durations, first, last),
    )
