"""Visits told by place and day, or place and length, alone: "rytoj pas Kuosą", "two hours at Kelmuva"."""

from core.reading.calendar import Direction
from core.reading.grammar.act import Act
from core.reading.grammar.modes import Mode
from core.reading.grammar.noun_modes import undated_mode
from core.reading.grammar.text import Clause
from core.reading.names.mention import Mention


def _opens_at(mention: Mention, clause: Clause) -> bool:
    """Whether a clause starts with the place: "At Tiltas yesterday", "I'm at Tiltas on Friday"."""
    start = clause.first + 1
    here = {s.last + 1 for s in clause.all("pronoun") if s.value == "aux" and s.first in {start - 1, start}}
    we_are = clause.has("pronoun", "i") and mention.first in here
    return mention.before_word == "at" and (mention.first == start or we_are)


def stays_of(clause: Clause) -> list[Act]:
    """A visit told by the place and a day alone: "rytoj 10 val. pas Kuosą"."""
    place = next(
        (m for m in clause.mentions if _is_place(m) or _opens_at(m, clause) or _lasted_there(m, clause)), None
    )
    ours = next(clause.all("our"), None)
    if place is None and ours is not None and clause.mentions and _is_to_come(clause):
        return [Act("meeting", Mode.PLAN, ours.first, ours.last, True, True)]  # "Jonas at ours on Friday"
    if place is None and not clause.verbs and (there := _at_theirs(clause)):
        return [there]
    dated = any((w.has_date or w.has_time) and not w.is_now for w in clause.whens)
    left = next((m for m in clause.mentions if m.companies and m.before_word in {"iš", "is"}), None)
    if (
        left is not None
        and not clause.verbs
        and left.first - clause.first <= _JUST_FROM
        and _is_just_now(clause)
    ):
        return [Act("visit", Mode.DONE, left.first - 1, left.last, False, True)]  # "ką tik iš Tilto"
    lasted = place is not None and (
        (place.cases == {"loc"} and bool(clause.durations)) or _lasted_there(place, clause)
    )
    if place is None or clause.has("delivery") or not (dated or lasted):
        return []
    mode = Mode.PLAN if clause.verbs else undated_mode(clause)
    return [Act("visit", mode, place.first - 1, place.last, False, True)]


def _at_theirs(clause: Clause) -> Act | None:
    """A visit or a meeting told by a day alone and whose place it is: "rytoj 9 pas juos", "pas mus"."""
    if not _is_to_come(clause) and not any(w.has_time and not w.is_now for w in clause.whens):
        return None
    for sign in (*clause.all("their"), *clause.all("our")):
        if sign.language == "lt" and sign.first > clause.first:
            kind = "visit" if sign.category == "their" else "meeting"
            return Act(kind, Mode.PLAN, sign.first, sign.last, True, True)
    return None


def _is_place(mention: Mention) -> bool:
    """Whether a name tells where one goes: "pas Kuosą", "į Tiltą"."""
    inside = mention.cases == {"loc"}
    return mention.before_word == "pas" or (
        bool(mention.companies) and (inside or mention.before_word in {"į", "i"})
    )


def _lasted_there(mention: Mention, clause: Clause) -> bool:
    """Whether how long one was there stands before the place: "two hours at Kelmuva"."""
    lengths = {d.last for d in clause.durations if not d.is_offset and not d.is_travel}
    return mention.before_word == "at" and mention.first - 1 in lengths


def _is_just_now(clause: Clause) -> bool:
    return any(w.is_now for w in clause.whens) and not any(w.has_date for w in clause.whens if not w.is_now)


_JUST_FROM = 4


def _is_to_come(clause: Clause) -> bool:
    return not clause.verbs and any(
        w.has_date and not w.is_now and w.direction is not Direction.PAST for w in clause.whens
    )
