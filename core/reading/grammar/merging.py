"""Joins the pieces of a message that say nothing alone with their neighbours."""

from core.reading.calendar import Direction
from core.reading.grammar.text import Clause, Text, starting_in
from core.reading.tokens import Kind

_PREDICATE = frozenset(
    {
        "event",
        "stage",
        "close",
        "voice",
        "note",
        "reason",
        "thing",
        "over",
        "again",
        "chance",
        "delivery",
        "anew",
        "wished",
        "rival",
        "fits",
    }
)


def merged(text: Text, pieces: list[Clause]) -> list[Clause]:
    """Joins pieces that say nothing alone with a neighbour: the one before, at a sentence's start the one
    after.
    """
    found: list[Clause] = []
    waiting: Clause | None = None
    for piece in pieces:
        if waiting is not None:
            if waiting.sentence == piece.sentence and _gives_reason_of_day(text, waiting, piece):
                found.append(waiting)
            elif waiting.sentence == piece.sentence or _dates_next(text, waiting, piece):
                piece = Clause(waiting.first, piece.last, piece.sentence, waiting.joined or piece.joined)
            elif found:
                found[-1].last = waiting.last
            else:
                found.append(waiting)
            waiting = None
        if _says_something(text, piece) or (found and _is_elliptic(text, piece)):
            found.append(piece)
        elif found and found[-1].sentence == piece.sentence and not _opens_next(text, piece):
            found[-1].last = piece.last
        else:
            waiting = piece
    if waiting is not None:
        if found and not _heads_agenda(text, waiting):
            found[-1].last = waiting.last
        else:
            found.append(waiting)
    return found


def _heads_agenda(text: Text, piece: Clause) -> bool:
    """Whether "next step" opens the piece, whose step has no known word: "kitas žingsnis – bandymai"."""
    return any(
        s.first == piece.first and s.category == "agenda" for s in text.signs_in(piece.first, piece.last)
    )


def _dates_next(text: Text, day: Clause, piece: Clause) -> bool:
    """Whether a sentence of nothing but a day dates the one after it: "Rytoj 8. Vizitas."."""
    whens = starting_in(text.whens, day.first, piece.last)
    dated = {i for w in whens for i in range(w.first, w.last)}
    alone = all(
        i in dated or text.tokens[i].kind is Kind.PUNCTUATION for i in range(day.first, day.last)
    ) and not dated.isdisjoint(range(day.first, day.last))
    told = starting_in(text.verbs, piece.first, piece.last)
    return alone and not told and dated.isdisjoint(range(piece.first, piece.last))


def _gives_reason_of_day(text: Text, day: Clause, piece: Clause) -> bool:
    """Whether a day only tells why another is chosen: "rytoj šventė, tai skambinsiu antradienį"."""
    return piece.joined == "because" and all(
        any(w.has_date for w in starting_in(text.whens, each.first, each.last)) for each in (day, piece)
    )


def _says_something(text: Text, piece: Clause) -> bool:
    if starting_in(text.verbs, piece.first, piece.last):
        return True
    dated = {w.first for w in text.whens}
    signs = [
        s for s in text.signs_in(piece.first, piece.last) if s.category != "wished" or s.first not in dated
    ]
    if (
        _is_stay(text, piece)
        or _is_day_there(text, piece)
        or _has_just_left(text, piece)
        or _opens_words(text, piece)
    ):
        return True
    how = [s for s in signs if s.category == "channel"]
    if how:
        partners = starting_in(text.mentions, piece.first, piece.last)
        lasted = starting_in(text.durations, piece.first, piece.last)
        if lasted or any(m.before_word in {"su", "with"} for m in partners):
            return True
    return any(
        (s.category in _PREDICATE or (s.category, s.value) == ("money", "budget"))
        and not (s.category == "event" and any(c.first < s.first < c.last for c in how))
        for s in signs
    )


def _is_stay(text: Text, piece: Clause) -> bool:
    """Whether only how long one was at a customer's is told: "two hours at Kelmuva"."""
    lengths = {
        d.last
        for d in starting_in(text.durations, piece.first, piece.last)
        if not d.is_offset and not d.is_travel
    }
    return bool(lengths) and any(
        m.before_word == "at" and m.first - 1 in lengths
        for m in starting_in(text.mentions, piece.first, piece.last + 1)
    )


def _has_just_left(text: Text, piece: Clause) -> bool:
    """Whether only where one has just been opens what was told there: "ką tik iš Tilto: …"."""
    left = any(
        m.companies and m.before_word in {"iš", "is"} and m.last == piece.last - 1
        for m in starting_in(text.mentions, piece.first, piece.last)
    )
    now = any(w.is_now for w in starting_in(text.whens, piece.first, piece.last))
    return left and now and text.tokens[piece.last - 1].kind is Kind.PUNCTUATION


def _is_day_there(text: Text, piece: Clause) -> bool:
    """Whether a day or an hour to come at theirs or ours is told: "pirmadienį 9 ryto pas juos"."""
    last = piece.last - (text.tokens[piece.last - 1].kind is Kind.PUNCTUATION)
    whens = starting_in(text.whens, piece.first, piece.last)
    ahead = any(w.has_time or w.has_date for w in whens) and all(
        w.direction is not Direction.PAST for w in whens
    )
    return ahead and any(
        s.category in {"their", "our"} and s.language == "lt" and s.last == last
        for s in text.signs_in(piece.first, piece.last)
    )


def _opens_words(text: Text, piece: Clause) -> bool:
    """Whether somebody and a channel open what was said there: "Anke on WhatsApp: can we hold the price"."""
    if text.tokens[piece.last - 1].raw != ":":
        return False
    ends = {m.last for m in starting_in(text.mentions, piece.first, piece.first + 1) if m.is_known}
    return any(
        s.first in ends and s.last == piece.last - 1 and s.category == "channel"
        for s in text.signs_in(piece.first, piece.last)
    )


def _is_elliptic(text: Text, piece: Clause) -> bool:
    """Whether the verb is to be had from before: "o trečiadienį Gruodžiui"."""
    return (
        piece.joined in {"and", "but", "then"}
        and bool(starting_in(text.mentions, piece.first, piece.last))
        and bool(starting_in(text.whens, piece.first, piece.last))
    )


def _opens_next(text: Text, piece: Clause) -> bool:
    """Whether a piece of names or dates with a joining word in front starts something new."""
    if any(s.category == "agenda" for s in text.signs_in(piece.first, piece.last)):
        return True
    if piece.joined == "but":
        return True
    return piece.joined in {"and", "then"} and bool(starting_in(text.mentions, piece.first, piece.last))
