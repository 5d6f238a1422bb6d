"""Contacts and steps that are named without a verb of their own: "susitikimas penktadienį", "nori
pasiūlymo".
"""

from collections.abc import Sequence

from core.reading.calendar import Direction
from core.reading.grammar.act import Act
from core.reading.grammar.modes import Mode, is_asked_about
from core.reading.grammar.noun_modes import noun_mode, undated_mode
from core.reading.grammar.signs import Sign
from core.reading.grammar.text import Clause
from core.reading.grammar.things import channel_of


def events_of(clause: Clause, before: Clause | None) -> list[Act]:
    """Contacts named by a noun: "susitikimas penktadienį", "demo went well"."""
    others = [*clause.all("delivery"), *clause.all("noun")]
    signs = [
        s
        for s in clause.all("event")
        if not _is_channel_only(s.first, clause)
        and not _is_part_of(s, clause, "note")
        and not _is_theirs_back(s, clause)
        and not any(0 <= s.first - n.last <= 1 for n in clause.all("neither") if n.value == "both")
        and not any(other.first <= s.first < other.last for other in others)
    ]
    asked = before is not None and is_asked_about(clause, before)
    if asked or _is_among_them(clause) or _is_excuse(clause) or _is_their_place(clause, before):
        return []
    signs = [s for s in signs if not _is_where_they_are(s, clause)]
    if not signs or all(_times_decision(sign, clause) for sign in signs):
        return []
    if all(_is_topic(sign, clause) for sign in signs) and clause.verb("say", "ask") is not None:
        return []
    best = _strongest(signs, clause)
    if _is_none(best[1], clause):
        return [Act(best[0], Mode.DENIED, best[1], best[2], False, True)]
    if best[0] == "call" and (channel := _channel_beside(best, clause)) in {"message", "meeting"}:
        best = (channel, best[1], best[2])
    if best[0] == "visit" and clause.has("our"):
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


def _is_excuse(clause: Clause) -> bool:
    """Whether we only say where we were instead: "neatsiliepiau, nes buvau posėdy"."""
    was = clause.verb("be")
    ours = was is not None and (was.tense, was.person, was.language) == ("past", 1, "lt")
    return ours and clause.joined == "because" and not clause.mentions


def _is_among_them(clause: Clause) -> bool:
    """Whether it is a contact of the customer's own people: "he has a meeting with his board"."""
    withs = {s.last for s in clause.all("with")}
    ours = clause.has("pronoun", "i") or clause.has("us") or clause.has("our")
    return (
        not ours
        and any(s.first in withs for s in clause.all("internal"))
        and bool(clause.mentions or clause.has("pronoun", "customer"))
    )


def _is_where_they_are(event: Sign, clause: Clause) -> bool:
    """Whether it only tells where a customer is or will be: "April is at a fair on Friday"."""
    at = next((s for s in clause.all("during") if 0 <= event.first - s.last <= 1 and s.value == "word"), None)
    if at is None or clause.verbs or clause.has("us") or clause.has("our") or clause.has("pronoun", "i"):
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


_FAR_OUT = 6
"""So many words may stand before it is out: "quote for 9,800 off to Tiltas"."""


def offers_out(clause: Clause) -> list[Act]:
    """An offer that is with the customer, told without a verb of sending: "offer is out to Jonas"."""
    offer = next((s for s in clause.all("thing") if s.value == "offer"), None)
    reach = _FAR_OUT if offer is not None and not clause.verbs else 0
    out = next((s for s in clause.all("out") if offer and 0 <= s.first - offer.last <= reach), None)
    held = max(
        (s for s in clause.all("held") if offer and _is_held(s, offer, clause)),
        key=lambda s: s.last - s.first,
        default=None,
    )
    inside = range(held.first, held.last) if held else range(0)
    beside = all(
        not v.denied and ((v.concepts <= {"be"} and v.tense in {"past", "pres"}) or v.first in inside)
        for v in clause.verbs
    )
    within = {s.first for s in (*clause.all("internal"), *clause.all("colleague"))}
    if out is not None and out.last in within:
        return []  # "the offer is with the board"
    if offer is None or not (out or held) or not beside or clause.has("if") or clause.has("negative"):
        return []
    if out is None:
        return [Act("proposal", Mode.DONE, offer.first, offer.last, False, True, "offer")]
    return [Act("proposal", Mode.DONE, offer.first, out.last, False, True, "offer")]


def _is_held(held: Sign, offer: Sign, clause: Clause) -> bool:
    """Whether a customer has our offer: "Jonas has our quote"; not in "has an offer from Medstoras"."""
    known = [m.last for m in clause.mentions if m.is_known] + [
        s.last for s in clause.all("pronoun") if s.value == "customer"
    ]
    ours = any(held.last == s.first and offer.first - s.last <= 1 for s in _our_articles(clause))
    return any(held.first - 2 <= last <= held.first for last in known) and ours and not clause.has("rival")


def _our_articles(clause: Clause) -> list[Sign]:
    return [s for s in (*clause.all("money"), *clause.all("definite")) if s.value in {"ours", "the"}]


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
    if channel is None or clause.verbs or not (long_enough or told) or not spoken:
        return []
    return [Act(channel.value, undated_mode(clause), channel.first, channel.last, False, True)]


def retries_of(clause: Clause) -> list[Act]:
    """Another try of the same contact: "bandysiu pirmadienį"."""
    sign = next((s for s in clause.all("again") if not _is_part_of(s, clause, "noun")), None)
    if sign is None or any(v.first == sign.first and v.tense == "past" for v in clause.verbs):
        return []  # "been trying Gerald all morning"
    channel = channel_of(clause)
    kind = channel if channel in {"call", "meeting"} else "again"
    return [Act(kind, Mode.PLAN, sign.first, sign.last, False, True)]
