"""Contacts and steps that are named without a verb of their own: "susitikimas penktadienį", "nori
pasiūlymo".
"""

from collections.abc import Sequence

from core.reading.calendar import Direction
from core.reading.grammar.act import Act
from core.reading.grammar.modes import Mode, is_asked_about
from core.reading.grammar.signs import Sign
from core.reading.grammar.text import Clause
from core.reading.grammar.things import channel_of
from core.reading.grammar.verb import Verb
from core.reading.names.mention import Mention


def events_of(clause: Clause, before: Clause | None) -> list[Act]:
    """Contacts named by a noun: "susitikimas penktadienį", "demo went well"."""
    others = [*clause.all("delivery"), *clause.all("noun")]
    signs = [
        s
        for s in clause.all("event")
        if not _is_channel_only(s.first, clause)
        and not _is_part_of(s, clause, "note")
        and not _is_theirs_back(s, clause)
        and not any(other.first <= s.first < other.last for other in others)
    ]
    if before is not None and is_asked_about(clause, before):
        return []
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
    mode, by_customer = _noun_mode(clause, before)
    if mode is None:
        return []
    if best[0] == "task" and mode is Mode.DONE:
        mode = Mode.PLAN  # "f/u Jonas"
    return [Act(best[0], mode, best[1], best[2], by_customer, True)]


def _channel_beside(event: tuple[str, int, int], clause: Clause) -> str:
    """The channel that is named, if it is no part of the noun itself: "WhatsApp call"."""
    inside = any(event[1] <= s.first and s.last < event[2] for s in clause.all("channel"))
    return "" if inside else channel_of(clause)


def _is_theirs_back(sign: Sign, clause: Clause) -> bool:
    """Whether it is the customer who is back: "when she's back from Spain"."""
    backs = sign.value == "visit" and sign.last - sign.first == 2
    if backs and any(v.last == sign.first and v.concepts & {"receive", "contact"} for v in clause.verbs):
        return True  # "never heard back from"
    return backs and any(p.last == sign.first and p.value == "customer" for p in clause.all("pronoun"))


def told_after(clause: Clause) -> list[Act]:
    """The contact after which something was asked, said or decided: "after the demo he asked for"."""
    if not any(v.tense in {"past", "pres"} and v.concepts & _TOLD_AFTER for v in clause.verbs):
        return []
    signs = (s for s in clause.all("event") if _follows_after(s.first, clause))
    return [Act(s.value, Mode.DONE, s.first, s.last, False, True) for s in signs][:1]


def _follows_after(index: int, clause: Clause) -> bool:
    return any(s.last in {index, index - 1} for s in clause.all("during") if s.value == "after")


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


def _noun_mode(clause: Clause, before: Clause | None) -> tuple[Mode | None, bool]:
    verbs = [v for v in clause.verbs if v.tense != "gerund"]
    if clause.has("voice", "meeting") or _is_missed_call(clause):
        return Mode.DONE, False
    if clause.has("over", "for_good"):
        return Mode.CANCELLED, False
    if clause.verb("move") is not None:
        return (Mode.MOVED if clause.verb("move").tense != "cond" else None), False  # type: ignore[union-attr]
    if clause.has("over") or clause.verb("cancel") is not None or clause.verb("refuse") is not None:
        return Mode.CANCELLED, False
    wished = _mode_of_wish(clause, before, verbs)
    if wished is not None:
        return wished, False
    if clause.verb("suppose") is not None or any(
        "have" in v.concepts and v.tense == "past" and clause.has("voice") for v in verbs
    ):
        return Mode.DENIED, False
    if (
        clause.verb("agree", "plan", "promise", "invite", "need", "wait", "remind", "task", "arrange")
        is not None
    ):
        return Mode.PLAN, False
    if clause.has("need", "plan") or clause.has("agenda") or _confirms_date(clause) or _is_in_diary(clause):
        return Mode.PLAN, False
    if any(v.tense in {"fut", "inf", "imp"} for v in verbs):
        return Mode.PLAN, False
    if any(v.tense in {"past", "active", "pass"} for v in verbs):
        denied = any(v.denied for v in verbs if v.concepts & {"have", "be", "happen", "do"})
        return (Mode.DENIED if denied else Mode.DONE), False
    if verbs and clause.verb("consider", "say", "accept") and not _is_judged(clause):
        return None, False
    return _undated_mode(clause), False


def _is_missed_call(clause: Clause) -> bool:
    """Whether the words that name a call say that it was missed: "praleistas skambutis"."""
    missed = [s for s in clause.all("voice") if s.value == "call"]
    return any(v.first <= e.first < v.last for e in clause.all("event") for v in missed)


def _is_in_diary(clause: Clause) -> bool:
    """Whether something is got or made for a day to come: "I've got a call with Jonas on Friday"."""
    got = clause.verb("receive", "do")
    if got is None or got.language != "en" or got.tense != "past" or got.person == 3 or got.denied:
        return False
    made = clause.has("appointment") and not any(w.direction is Direction.PAST for w in clause.whens)
    ahead = any(
        w.has_date and not w.is_today and not w.is_now and w.direction is not Direction.PAST
        for w in clause.whens
    )
    given = any(m.before_word == "from" for m in clause.mentions)
    return made or ("receive" in got.concepts and ahead and not given)


def _mode_of_wish(clause: Clause, before: Clause | None, verbs: Sequence[Verb]) -> Mode | None:
    """How real a contact is that somebody wants or asks for; None if nobody does."""
    inviting = clause.verb("invite")
    if inviting is not None and inviting.person == 3 and inviting.language == "lt":
        return Mode.FORBIDDEN if inviting.denied else Mode.ASKED
    wish = clause.verb("want", "ask") or _suggested(clause)
    conditional = clause.joined == "that" and any(v.tense == "cond" for v in verbs)
    if wish is None and before is not None and conditional:
        wish = before.verb("want", "ask")
    if wish is None:
        return None
    if wish.denied or any(v.denied and v.tense == "inf" for v in verbs):
        return Mode.FORBIDDEN
    return Mode.PLAN if wish.person == 1 and wish.tense != "past" else Mode.ASKED


def _suggested(clause: Clause) -> Verb | None:
    """The verb by which a customer suggests what would be a contact: "she suggested a call"."""
    verb = clause.verb("offer")
    return verb if verb is not None and verb.language == "en" and verb.person == 3 else None


def _is_judged(clause: Clause) -> bool:
    """Whether the verb only says how the contact went: "Demo Vėjavartei ok"."""
    liked = clause.verb("accept")
    events = [s.first for s in clause.all("event")]
    return liked is not None and len(clause.verbs) == 1 and not clause.whens and min(events) < liked.first


def _lasted(clause: Clause) -> bool:
    """Whether a length is told of what has no hour and no day still to come."""
    if not any(not d.maybe_clock and not d.is_offset for d in clause.durations):
        return False
    return not any(
        (w.has_time and w.part is None) or (w.direction is not None and w.direction.value == "future")
        for w in clause.whens
    ) and all(w.direction is not None or w.part is not None or w.is_today for w in clause.whens)


def _confirms_date(clause: Clause) -> bool:
    """Whether a date that does not lie behind is confirmed."""
    return (
        clause.verb("accept") is not None
        and (not clause.has("channel") or any(w.has_time for w in clause.whens))
        and any(w.direction is None or w.direction.value != "past" for w in clause.whens)
    )


def _undated_mode(clause: Clause) -> Mode:
    """An event with no verb is to come if a date or an hour is with it that is not past, else it took
    place.
    """
    for when in clause.whens:
        if when.direction is not None and when.direction.value == "past":
            return Mode.DONE
    if clause.has("voice"):
        return Mode.DONE
    if any(not (w.maybe_duration and not w.has_date) and not w.is_now for w in clause.whens):
        return Mode.DONE if _lasted(clause) else Mode.PLAN
    if clause.has("if", "not_yet"):
        return Mode.DENIED
    return Mode.DONE


def invitations_of(clause: Clause) -> list[Act]:
    """Somebody asked to come, with the place alone: "pakvietė pas save kitą trečiadienį"."""
    awaited = clause.verb("wait")
    if awaited is not None and awaited.person == 1 and not awaited.denied and clause.has("our"):
        return [Act("meeting", Mode.PLAN, awaited.first, awaited.last, True, True)]
    if awaited is not None and awaited.person == 3 and not awaited.denied and _is_awaited_there(clause):
        return [Act("visit", Mode.PLAN, awaited.first, awaited.last, False, True)]
    verb = clause.verb("invite")
    if verb is None or verb.denied or len(clause.verbs) > 1:
        return []
    ours = clause.has("our") and verb.person == 1
    kind = "meeting" if ours else "visit" if verb.person == 3 and clause.has("their") else ""
    mode = Mode.PLAN if ours or verb.tense == "past" else Mode.ASKED
    return [Act(kind, mode, verb.first, verb.last, ours, True)] if kind else []


def _is_awaited_there(clause: Clause) -> bool:
    """Whether a customer waits for us at their place: "laukia manęs savo kontoroj"."""
    return clause.has("their") and any(w.has_date or w.has_time for w in clause.whens)


def _opens_at(mention: Mention, clause: Clause) -> bool:
    """Whether a clause starts with the place: "At Tiltas yesterday"."""
    return mention.before_word == "at" and mention.first == clause.first + 1


def stays_of(clause: Clause) -> list[Act]:
    """A visit told by the place and a day alone: "rytoj 10 val. pas Kuosą"."""
    place = next((m for m in clause.mentions if m.before_word == "pas" or _opens_at(m, clause)), None)
    ours = next((s for s in clause.all("our") if s.language == "en"), None)
    if place is None and ours is not None and clause.mentions and _is_to_come(clause):
        return [Act("meeting", Mode.PLAN, ours.first, ours.last, True, True)]  # "Jonas at ours on Friday"
    dated = any((w.has_date or w.has_time) and not w.is_now for w in clause.whens)
    if place is None or clause.has("delivery") or not dated:
        return []
    mode = Mode.PLAN if clause.verbs else _undated_mode(clause)
    return [Act("visit", mode, place.first - 1, place.last, False, True)]


def _is_to_come(clause: Clause) -> bool:
    return not clause.verbs and any(
        w.has_date and not w.is_now and w.direction is not Direction.PAST for w in clause.whens
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
    if channel is None or clause.verbs or not long_enough or channel.value not in {"call", "meeting"}:
        return []
    return [Act(channel.value, _undated_mode(clause), channel.first, channel.last, False, True)]


def retries_of(clause: Clause) -> list[Act]:
    """Another try of the same contact: "bandysiu pirmadienį"."""
    sign = next((s for s in clause.all("again") if not _is_part_of(s, clause, "noun")), None)
    if sign is None:
        return []
    channel = channel_of(clause)
    kind = channel if channel in {"call", "meeting"} else "again"
    return [Act(kind, Mode.PLAN, sign.first, sign.last, False, True)]
