"""Where a clause may begin: after marks, at joining words, and where something new starts without either."""

from bisect import bisect_left, bisect_right

from core.reading.amounts import Amount
from core.reading.calendar import Direction, WhenExpr
from core.reading.durations import Duration
from core.reading.grammar.signs import Sign
from core.reading.grammar.text import Text, starting_in
from core.reading.tokens import Kind

_Spanned = WhenExpr | Amount | Duration


_HARD = frozenset(".!?;…")


_SOFT = frozenset(",:–—-()•*/+")


_LONG_ABBREVIATION = 5


def mark_cuts(text: Text, covered: set[int]) -> dict[int, bool]:
    """Index of the token after each mark that ends a clause, and whether it ends the sentence."""
    cuts: dict[int, bool] = {}
    spans: tuple[_Spanned, ...] = (*text.whens, *text.amounts, *text.durations)
    ends = {span.last for span in spans}
    for index, token in enumerate(text.tokens):
        following = index + 1
        if following < len(text.tokens):
            gap = text.raw[token.end : text.tokens[following].start]
            if "\n" in gap:
                cuts[following] = True
        if token.kind not in (Kind.PUNCTUATION, Kind.OTHER):
            continue
        ends_span = following in ends and token.raw not in ".-"
        inside = index in covered and following in covered and not ends_span
        inside = inside and not _ends_before_name(text, index)
        if inside:
            continue
        if token.raw == "." and index in covered and _names_event(text, following) and text.language != "en":
            continue
        if token.raw in _HARD and not _is_abbreviation_dot(text, index) and not _is_initial(text, index):
            cuts[following] = cuts.get(following, False) or not (token.raw == "." and index in covered)
        elif token.kind is Kind.OTHER or (token.raw in _SOFT and _stands_free(text, index)):
            cuts.setdefault(following, False)
    return cuts


def _ends_before_name(text: Text, index: int) -> bool:
    """Whether a dot after an English day ends the sentence: "till the end of Feb. Tom rang"."""
    if text.language != "en" or text.tokens[index].raw != ".":
        return False
    named = starting_in(text.mentions, index + 1, index + 2)
    return bool(named) and any(when.last == index + 1 for when in text.whens)


def _names_event(text: Text, at: int) -> bool:
    """Whether the dot before belongs to the hour of an event: "14 val. Teams"."""
    return any(s.category == "event" for s in text.signs_in(at, at + 1))


def _is_abbreviation_dot(text: Text, index: int) -> bool:
    if text.tokens[index].raw != "." or index + 1 >= len(text.tokens):
        return False
    following = text.tokens[index + 1]
    touching = following.start == text.tokens[index].end
    if any(s.last == index and s.category == "abbreviation" for s in text.signs_in(index - 1, index)):
        return not (following.capital and not touching and _ends_length(text, index))
    is_short = len(text.tokens[index - 1].raw) < _LONG_ABBREVIATION and not _is_whole_word(text, index)
    return touching or (following.kind is Kind.WORD and not following.capital and is_short)


def _is_whole_word(text: Text, dot: int) -> bool:
    """Whether an English word stands before the dot that is a noun of a contact: "7 min call. send him"."""
    near = text.signs_in(max(dot - _LONGEST_EVENT, 0), dot)
    return text.language == "en" and any(
        s.last == dot and s.category == "event" and s.value in {"call", "meeting", "visit", "demo"}
        for s in near
    )


_LONGEST_EVENT = 4


def _ends_length(text: Text, dot: int) -> bool:
    """Whether how long it took ends before the dot or with it, and no name follows: "15 min. Call back"."""
    lasted = any(length.last in {dot, dot + 1} for length in text.durations)
    return lasted and not any(m.first == dot + 1 for m in text.mentions)


def _is_initial(text: Text, index: int) -> bool:
    """Whether the dot ends an initial before a name: "E. Ramunytei"."""
    if text.tokens[index].raw != "." or index == 0 or index + 1 >= len(text.tokens):
        return False
    letter = text.tokens[index - 1]
    return len(letter.raw) == 1 and letter.capital and text.tokens[index + 1].capital


def _stands_free(text: Text, index: int) -> bool:
    """Whether a dash or slash stands between words, not inside one."""
    token = text.tokens[index]
    if token.raw not in "-–/+*":
        return True
    before = text.tokens[index - 1].end < token.start if index else True
    after = index + 1 < len(text.tokens) and text.tokens[index + 1].start > token.end
    return before and after if token.raw == "/" else before or after


def joining_cuts(text: Text, cuts: dict[int, bool], covered: set[int]) -> list[int]:
    """Joining words with a verb or event on both sides."""
    told = sorted(
        {v.first for v in text.verbs}
        | {s.first for s in text.signs if s.category in {"event", "stage", "voice"}}
        | {m.first for m in text.mentions if m.before_word == "pas"}
    )
    inside = {i for s in text.signs if s.category != "verb" for i in range(s.first + 1, s.last)}
    dated = sorted({w.first for w in text.whens if w.has_date or w.has_time})
    marks = [0, *sorted(cuts), len(text.tokens)]
    begun = {v.first for v in text.verbs}
    ordered = {v.last for v in text.verbs if v.tense == "imp" and v.language == "en"}
    coming = {v.last for v in text.verbs if v.concepts & {"go", "come"}}
    purposes = {v.first for v in text.verbs if v.language == "lt" and v.tense == "inf"}
    wishing = {v.last for v in text.verbs if v.language == "lt" and v.concepts & {"want", "ask"}}
    found = []
    for sign in text.signs:
        came = sign.first in coming or sign.first - 1 in coming
        if came and sign.value == "and" and sign.last in begun:
            continue
        if sign.value == "but" and sign.last in purposes and sign.last - sign.first == 1:
            continue  # "skambinau Rūtai tik priminti"
        if sign.value == "and" and sign.first in wishing:
            continue  # "nori dar vieno susitikimo"
        if sign.value == "that" and sign.first in ordered:
            continue  # "scrap that visit"
        if sign.category != "join" or sign.first in cuts or sign.first in covered or sign.first in inside:
            continue
        after = bisect_right(marks, sign.first)
        begin, end = marks[after - 1], marks[after]
        left = _any_between(told, begin, sign.first) or (
            sign.value == "because"
            and _any_between(dated, begin, sign.first)
            and _any_between(dated, sign.last, end)
        )
        if left and _any_between(told, sign.last, end) and not _joins_people(text, sign, told):
            found.append(_with_its_day(text, sign.first))
    return found


def _joins_people(text: Text, sign: Sign, told: list[int]) -> bool:
    """Whether it joins those who were there: "had Tom and two of his people over to see it", "Algis &
    Milda".
    """
    if sign.value != "and" or sign.language != "en":
        return False
    ends, starts = {m.last for m in text.mentions}, {m.first for m in text.mentions}
    if text.tokens[sign.first].raw == "&" and sign.first in ends and sign.last in starts:
        return True
    following = next((at for at in told if at >= sign.last), len(text.tokens))
    purpose = any(v.first == following and v.tense == "inf" for v in text.verbs)
    apart = following - sign.last >= _PEOPLE and text.tokens[following - 1].bare == "to"
    return sign.first in ends and purpose and apart


_PEOPLE = 3


def unmarked_cuts(text: Text, cuts: dict[int, bool]) -> list[int]:
    """Where something new begins without a mark: at "next step", and at the subject after a contact and its
    day or length ("20 min call yesterday he expects the quote").
    """
    events = sorted({s.first for s in text.signs if s.category == "event"})
    verbs = sorted({v.first for v in text.verbs})
    told = sorted({*events, *verbs})
    ends = {when.last for when in text.whens} | {length.last for length in text.durations}
    marks = [0, *sorted(cuts)]
    found = _after_place_left(text, set(verbs))
    for sign in text.signs:
        begin = marks[bisect_right(marks, sign.first) - 1]
        if sign.category == "agenda" and sign.value == "next" and _any_between(told, begin, sign.first):
            found.append(sign.first)
        if sign.category != "pronoun" or sign.value not in {"i", "customer"}:
            continue
        if _is_new_subject(text, sign, verbs, begin):
            found.append(sign.first)
        if sign.first not in ends:
            continue
        subject = _any_between(verbs, sign.last, sign.last + 3) and not _any_between(verbs, begin, sign.first)
        if subject and _any_between(events, begin, sign.first):
            found.append(sign.first)
    return found


def _after_place_left(text: Text, verbs: set[int]) -> list[int]:
    """Where somebody does something right after the place that was left: "just left northfell tom wants"."""
    left = {s.last for s in text.signs if (s.category, s.value, s.language) == ("event", "visit", "en")}
    places = {m.last for m in text.mentions if m.companies and (m.first in left or m.first - 1 in left)}
    return [m.first for m in text.mentions if m.people and m.first in places and m.last in verbs]


def _is_new_subject(text: Text, sign: Sign, verbs: list[int], begin: int) -> bool:
    """Whether "he's" and the like begin something new in words without marks: "Saulius signs it off he's back
    on Monday".
    """
    raw = text.tokens[sign.first].low
    if sign.value != "customer" or not raw.endswith(("'s", "’s", "'re", "’re")) or sign.first == 0:
        return False
    before = text.signs_in(max(begin, sign.first - 3), sign.first)
    led = any(s.last == sign.first and s.category in _LEADING for s in before)
    return (
        not led
        and _any_between(verbs, begin, sign.first - 1)
        and not any(v.last == sign.first for v in text.verbs)
    )


_LEADING = frozenset({"join", "if", "topic", "with", "negative", "verb", "aside", "cause"})


def _with_its_day(text: Text, at: int) -> int:
    """Where a clause that a joining word opens begins with its day: "rašė, rytoj dar skambins"."""
    when = next((w for w in text.whens if w.last == at and w.direction is not Direction.PAST), None)
    before = next((v for v in reversed(text.verbs) if v.first < at), None)
    after = next((v for v in text.verbs if v.first > at), None)
    if when is None or before is None or after is None or before.last > when.first:
        return at
    return when.first if before.tense == "past" and after.tense == "fut" else at


def _any_between(places: list[int], first: int, last: int) -> bool:
    at = bisect_left(places, first)
    return at < len(places) and places[at] < last
