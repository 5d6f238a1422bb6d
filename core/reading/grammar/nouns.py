"""Contacts and steps that are named without a verb of their own: "susitikimas penktadienį", "nori
pasiūlymo".
"""

from collections.abc import Sequence

from core.reading.calendar import Direction, Relation
from core.reading.grammar.act import Act
from core.reading.grammar.excuses import is_excuse, is_their_excuse
from core.reading.grammar.modes import Mode, is_asked_about
from core.reading.grammar.noun_modes import noun_mode, undated_mode
from core.reading.grammar.signs import Sign
from core.reading.grammar.text import Clause
from core.reading.grammar.things import channel_of


def events_of(clause: Clause, before: Clause | None) -> list[Act]:
    """Contacts named by a noun: "susitikimas penktadienį", "demo went well"."""
    signs = [s for s in _named_events(clause) if not _is_supply(s, clause, before)]
    asked = before is not None and is_asked_about(clause, before)
    if (
        asked
        or _is_among_them(clause)
        or is_excuse(clause)
        or is_their_excuse(clause, before)
        or _is_their_place(clause, before)
    ):
        return []
    if not signs or all(_times_decision(sign, clause) for sign in signs):
        return []
    if all(_is_topic(sign, clause) for sign in signs) and clause.verb("say", "ask") is not None:
        return []
    best = _strongest(signs, clause)
    if _is_none(best[1], clause):
        off = clause.has("after_all") and any(w.has_date for w in clause.whens)
        return [Act(best[0], Mode.CANCELLED if off else Mode.DENIED, best[1], best[2], False, True)]
    if best[0] == "call" and (channel := _channel_beside(best, clause)) in {"message", "meeting"}:
        best = (channel, best[1], best[2])
    came = any(m.before_word == "from" and m.first - best[2] in {1, 2} for m in clause.mentions)
    if best[0] == "visit" and (clause.has("our") or (came and clause.verb("have", "receive") is not None)):
        best = ("meeting", best[1], best[2])
    if clause.verbs and _follows_after(best[1], clause):
        return []
    mode, by_customer = noun_mode(clause, before)
    if mode is None:
        return []
    if mode is Mode.PLAN and _is_told_by_it(best, clause):
        mode = Mode.DONE
    if best[0] == "task" and mode is Mode.DONE:
        mode = Mode.PLAN  # "f/u Jonas"
    return [Act(best[0], mode, best[1], best[2], by_customer, True)]


def _named_events(clause: Clause) -> list[Sign]:
    """The nouns of contacts that are no part of something else and not only where or till when it is."""
    decided = (s for s in clause.all("close") if s.language == "lt" and s.last - s.first > 1)
    others = [*clause.all("delivery"), *clause.all("noun"), *decided]
    unfit = (_is_theirs_back, _is_where_they_are, _is_liked, _only_times)
    return [
        s
        for s in clause.all("event")
        if not _is_channel_only(s.first, clause)
        and not _is_part_of(s, clause, "note")
        and not any(0 <= s.first - n.last <= 1 for n in clause.all("neither") if n.value == "both")
        and not any(other.first <= s.first < other.last for other in others)
        and not _leads_to_another(s, clause)
        and not any(unfits(s, clause) for unfits in unfit)
    ]


def _is_supply(sign: Sign, clause: Clause, before: Clause | None) -> bool:
    """Whether "pristatymas" is the delivery of what was ordered, or one that is due by a day."""
    if clause.verbs or not any(s.first == sign.first for s in clause.all("supply")):
        return False
    due = any(w.relation is Relation.BY and 0 <= w.first - sign.last <= 1 for w in clause.whens)
    won = before is not None and (before.has("stage", "won") or before.has("thing", "order"))
    return due or won or clause.has("stage", "won")


def _leads_to_another(sign: Sign, clause: Clause) -> bool:
    """Whether what was left is another contact: "just out of a meeting"."""
    if sign.value != "visit" or sign.last - sign.first < 3 or sign.language != "en":
        return False
    return any(0 <= other.first - sign.last <= 2 for other in clause.all("event"))


def _is_told_by_it(event: tuple[str, int, int], clause: Clause) -> bool:
    """Whether it is how something was told today: "Ilze šiandien žinute: pinigų nebėra"."""
    how = any(s.first == event[1] and s.language == "lt" for s in clause.all("channel"))
    today = all(w.is_today and not w.has_time for w in clause.whens)
    return how and today and not clause.verbs and not clause.has("need") and not clause.has("agenda")


def _is_their_place(clause: Clause, before: Clause | None) -> bool:
    """Whether the customer only says where they are: "parašė, kad posėdy"."""
    said = before.verb("say", "write", "text", "reply") if before is not None else None
    told = said is not None and said.person == 3 and said.language == "lt"
    return told and clause.joined == "that" and not clause.verbs and not clause.whens


def _is_among_them(clause: Clause) -> bool:
    """Whether it is a contact of the customer's own people: "he has a meeting with his board"."""
    withs = {s.last for s in clause.all("with")}
    ours = clause.has("pronoun", "i") or clause.has("us") or clause.has("our")
    return (
        not ours
        and any(s.first in withs for s in clause.all("internal"))
        and bool(clause.mentions or clause.has("pronoun", "customer"))
    )


def _is_liked(event: Sign, clause: Clause) -> bool:
    """Whether the noun is what somebody liked or missed: "everyone loved the demo"."""
    liked = next((v for v in clause.verbs if 0 <= event.first - v.last <= 1), None)
    return (
        liked is not None
        and liked.language == "en"
        and "accept" in liked.concepts
        and liked.person != 1
        and liked.tense == "past"
        and liked.first > clause.first
    )


def _only_times(event: Sign, clause: Clause) -> bool:
    """Whether it only tells till when something is: "busy until the fair"."""
    if event.language != "en" or clause.whens:
        return False  # "nothing to do until the call on Friday"
    opens = any(s.first == clause.first for s in clause.all("till"))
    if clause.joined == "because" and opens and not clause.verbs:
        return True  # "nothing from Priya since the demo"
    ends = {s.last for s in clause.all("till")}
    return any(event.first - last in {0, 1} for last in ends) and event.first - clause.first > 1


def _is_where_they_are(event: Sign, clause: Clause) -> bool:
    """Whether it only tells where a customer is or will be: "April is at a fair on Friday"."""
    at = next((s for s in clause.all("during") if 0 <= event.first - s.last <= 1 and s.value == "word"), None)
    told = all(v.concepts <= {"say", "other"} and v.last <= at.first for v in clause.verbs) if at else False
    if at is None or not told or clause.has("us") or clause.has("our") or clause.has("pronoun", "i"):
        return False
    is_there = any(s.last == at.first for s in clause.all("pronoun") if s.value in {"aux", "future_be"})
    known = any(m.is_known and m.last <= at.first and not m.before_word for m in clause.mentions)
    return event.language == "en" and is_there and (known or clause.has("pronoun", "customer"))


def _channel_beside(event: tuple[str, int, int], clause: Clause) -> str:
    """The channel that is named, if it is no part of the noun itself: "WhatsApp call"."""
    inside = any(event[1] <= s.first and s.last < event[2] for s in clause.all("channel"))
    return "" if inside else channel_of(clause)


def _is_theirs_back(sign: Sign, clause: Clause) -> bool:
    """Whether it is the customer who is back: "when she's back from Spain"."""
    backs = sign.value == "visit" and sign.last - sign.first == 2
    if backs and any(v.last == sign.first and v.concepts & {"receive", "contact"} for v in clause.verbs):
        return True  # "never heard back from"
    if backs and any(0 <= sign.first - t.last <= 1 and t.language == "en" for t in clause.all("thing")):
        return True  # "signed contract back from Tiltas"
    return backs and any(p.last == sign.first and p.value == "customer" for p in clause.all("pronoun"))


def told_after(clause: Clause) -> list[Act]:
    """The contact after which something was asked, said or decided: "after the demo he asked for"."""
    if not any(
        (v.tense in {"past", "pres"} and v.concepts & _TOLD_AFTER)
        or (v.language == "lt" and (v.tense, v.person) == ("past", 1))
        for v in clause.verbs
    ):
        return []
    signs = (s for s in clause.all("event") if _follows_after(s.first, clause))
    signs = (s for s in signs if s.language == "lt" or not _did(clause))
    return [Act(s.value, Mode.DONE, s.first, s.last, False, True) for s in signs][:1]


def _did(clause: Clause) -> bool:
    """Whether something of ours was done after it, which the English rules tell of by themselves."""
    return any(v.tense == "past" and v.person == 1 for v in clause.verbs)


def _follows_after(index: int, clause: Clause) -> bool:
    """Whether "after" stands before the contact, a day between or not: "po vakar dienos demo"."""
    dated = next((w.first for w in clause.whens if w.last == index), index)
    places = {index, index - 1, dated}
    return any(s.last in places or s.first == dated for s in clause.all("during") if s.value == "after")


_TOLD_AFTER = frozenset(
    {"ask", "want", "say", "agree", "decide", "accept", "promise", "refuse", "sign", "order", "need"}
)


def _is_part_of(sign: Sign, clause: Clause, category: str) -> bool:
    """Whether the words start a longer phrase of another category: "back from" in "back from leave"."""
    return any(s.first == sign.first and s.last > sign.last for s in clause.all(category))


def _times_decision(event: Sign, clause: Clause) -> bool:
    """Whether the noun only tells when it is decided: "apsispręs po penktadienio susirinkimo"."""
    decides = clause.verb("decide", "sign", "order", "buy")
    return (
        event.language == "lt"
        and decides is not None
        and decides.tense in {"fut", "inf"}
        and any(decides.last <= w.first and w.last == event.first and w.relation for w in clause.whens)
    )


def _is_topic(event: Sign, clause: Clause) -> bool:
    """Whether the noun is what was spoken of ("skundėsi dėl pristatymo"), or a delivery."""
    return any(
        (s.category == "topic" and event.first - s.last in {0, 1})
        or (s.category == "delivery" and s.first <= event.first < s.last)
        for s in clause.signs
    )


def _strongest(signs: Sequence[Sign], clause: Clause) -> tuple[str, int, int]:
    longest = max(signs, key=lambda s: (s.last - s.first, -s.first))
    for kind in ("demo", "visit", "meeting"):
        for sign in signs:
            if sign.value == kind and not (
                longest.first <= sign.first < longest.last and sign is not longest
            ):
                return kind, sign.first, sign.last
    return longest.value, longest.first, longest.last


def _is_channel_only(index: int, clause: Clause) -> bool:
    """Whether the noun only tells how: "per Teams", "by email", "elektroniniu laišku"."""
    return any(s.first < index < s.last for s in clause.all("channel"))


def _is_none(first: int, clause: Clause) -> bool:
    """Whether there was none of it: "no visit this time", "without a meeting"."""
    return (
        any(
            s.language == "en" and s.category == "negative" and s.last in {first, first - 1}
            for s in clause.signs
            if not any(v.first == s.first for v in clause.verbs)
        )
        and not clause.verbs
    )


_WITH = frozenset({"su", "with"})


def talks_of(clause: Clause) -> list[Act]:
    """A contact told by its channel and length or partner alone: "Gervinas, 35 min telefonu", "telefonu su
    Gervinu".
    """
    channel = next(clause.all("channel"), None)
    long_enough = any(not d.is_offset and not d.is_travel for d in clause.durations) or any(
        w.is_now for w in clause.whens
    )
    long_enough = long_enough or (not clause.whens and any(m.before_word in _WITH for m in clause.mentions))
    with_someone = any(m.before_word in _WITH for m in clause.mentions)
    told = with_someone and any(w.direction is Direction.PAST for w in clause.whens)
    spoken = channel is not None and (channel.value in {"call", "meeting"} or told)
    if channel is not None and _opens_with_channel(channel, clause):
        return [Act(channel.value, Mode.DONE, channel.first, channel.last, True, True)]
    if channel is None or clause.verbs or not (long_enough or told) or not spoken:
        return []
    return [Act(channel.value, undated_mode(clause), channel.first, channel.last, False, True)]


def _opens_with_channel(channel: Sign, clause: Clause) -> bool:
    """Whether the clause only opens what somebody said: "Anke on WhatsApp: can we hold …"."""
    who = next((m for m in clause.mentions if m.is_known and m.last == channel.first), None)
    return (
        who is not None
        and who.first == clause.first
        and clause.last - channel.last == 1
        and not clause.whens
        and channel.language == "en"
    )


def retries_of(clause: Clause) -> list[Act]:
    """Another try of the same contact: "bandysiu pirmadienį"."""
    sign = next((s for s in clause.all("again") if not _is_part_of(s, clause, "noun")), None)
    if sign is None or any(v.first == sign.first and v.tense == "past" for v in clause.verbs):
        return []  # "been trying Gerald all morning"
    channel = channel_of(clause)
    kind = channel if channel in {"call", "meeting"} else "again"
    return [Act(kind, Mode.PLAN, sign.first, sign.last, False, True)]
