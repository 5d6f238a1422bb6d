"""How real a contact is that is named by a noun: done, planned, asked for, cancelled."""

from collections.abc import Sequence

from core.reading.calendar import Direction
from core.reading.grammar.modes import Mode
from core.reading.grammar.text import Clause
from core.reading.grammar.verb import Verb


def noun_mode(clause: Clause, before: Clause | None) -> tuple[Mode | None, bool]:
    verbs = [v for v in clause.verbs if v.tense != "gerund"]
    if clause.has("voice", "meeting") or _is_missed_call(clause):
        return Mode.DONE, False
    if clause.has("over", "for_good"):
        return Mode.CANCELLED, False
    if clause.verb("move") is not None:
        return (Mode.MOVED if clause.verb("move").tense != "cond" else None), False  # type: ignore[union-attr]
    if clause.has("over") or clause.verb("cancel", "refuse") is not None or _is_missed(clause):
        return Mode.CANCELLED, False
    wished = _mode_of_wish(clause, before, verbs)
    if wished is not None:
        return wished, False
    if offered_by_us(clause) is not None:
        return (Mode.PLAN if _is_for_a_day(clause) else None), False
    supposed = Mode.DONE if _was_settled(clause) else _mode_of_supposed(clause, verbs)
    if supposed is not None:
        return supposed, False
    if (
        clause.verb("agree", "plan", "promise", "invite", "need", "wait", "remind", "task", "arrange")
        is not None
    ):
        return Mode.PLAN, False
    if clause.has("need", "plan") or clause.has("agenda") or _confirms_date(clause) or is_in_diary(clause):
        return Mode.PLAN, False
    return _mode_by_tense(clause, verbs), False


def _mode_by_tense(clause: Clause, verbs: Sequence[Verb]) -> Mode | None:
    if any(v.tense in {"fut", "inf", "imp"} for v in verbs):
        return Mode.PLAN
    if any(v.tense in {"past", "active", "pass"} for v in verbs):
        denied = any(v.denied for v in verbs if v.concepts & {"have", "be", "happen", "do"})
        return Mode.DENIED if denied else Mode.DONE
    if verbs and clause.verb("consider", "say", "accept") and not _is_judged(clause):
        return None
    return undated_mode(clause)


def offered_by_us(clause: Clause) -> Verb | None:
    """The verb by which we only suggested what follows: "pasiūliau demo"."""
    verb = clause.verb("offer")
    ours = verb is not None and (verb.language, verb.person, verb.denied) == ("lt", 1, False)
    return verb if ours else None


def tried_by_us(clause: Clause) -> Verb | None:
    """The verb by which we only tried to arrange what follows: "bandžiau prikalbinti susitikimui"."""
    verb = clause.verb("try")
    ours = verb is not None and (verb.language, verb.tense, verb.person) == ("lt", "past", 1)
    return verb if ours and verb is not None and not verb.denied else None


def _is_for_a_day(clause: Clause) -> bool:
    return any(w.has_date and w.direction is not Direction.PAST and not w.is_now for w in clause.whens)


def _mode_of_supposed(clause: Clause, verbs: Sequence[Verb]) -> Mode | None:
    """How real a contact is that was to be; how long it was supposed to last says nothing against it."""
    if clause.verb("suppose") is not None:
        lasted = any(not d.is_offset and not d.is_travel for d in clause.durations)
        return Mode.DONE if lasted else Mode.DENIED
    had = any("have" in v.concepts and v.tense == "past" and clause.has("voice") for v in verbs)
    return Mode.DENIED if had else None


def _was_settled(clause: Clause) -> bool:
    """Whether something was agreed or mended over the telephone: "agreed the new fee on the phone"."""
    verb = clause.verb("agree", "arrange", "task")
    said = any(s.language == "en" and s.value == "call" for s in clause.all("channel"))
    if verb is None or not said or verb.language != "en" or verb.tense != "past" or verb.denied:
        return False
    return not any(w.direction is not Direction.PAST and not w.is_today for w in clause.whens)


def _is_missed_call(clause: Clause) -> bool:
    """Whether the words that name a call say that it was missed: "praleistas skambutis"."""
    missed = [s for s in clause.all("voice") if s.value == "call"]
    return any(v.first <= e.first < v.last for e in clause.all("event") for v in missed)


def is_in_diary(clause: Clause) -> bool:
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


def _is_missed(clause: Clause) -> bool:
    """Whether we did not make it there: "nespėjau į susitikimą"."""
    verb = clause.verb("manage")
    return verb is not None and verb.denied and (verb.tense, verb.language) == ("past", "lt")


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
    if wish.concepts & {"prefer"} and not clause.whens and not _is_one(clause):
        return Mode.FORBIDDEN  # "prefers emails"
    return Mode.PLAN if wish.person == 1 and wish.tense != "past" else Mode.ASKED


def _is_one(clause: Clause) -> bool:
    """Whether an article stands before the noun: "prefers a call"."""
    articles = {s.last for s in clause.all("article") if s.value == "the"}
    return any(s.first in articles for s in clause.all("event"))


def _suggested(clause: Clause) -> Verb | None:
    """The verb by which a customer suggests what would be a contact: "she suggested a call"."""
    verb = clause.verb("offer")
    return verb if verb is not None and verb.person == 3 else None


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


def undated_mode(clause: Clause) -> Mode:
    """An event with no verb is to come if a date or an hour is with it that is not past, else it took
    place.
    """
    for when in clause.whens:
        if when.direction is not None and when.direction.value == "past":
            return Mode.DONE
    if clause.has("voice") or clause.has("belated"):
        return Mode.DONE
    if any(not (w.maybe_duration and not w.has_date) and not w.is_now for w in clause.whens):
        return Mode.DONE if _lasted(clause) else Mode.PLAN
    if clause.has("if", "not_yet"):
        return Mode.DENIED
    return Mode.DONE
