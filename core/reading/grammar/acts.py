"""What each clause tells: contacts that took place, contacts and tasks to come, and bare statements."""

from dataclasses import dataclass
from enum import StrEnum

from core.reading.grammar.text import Clause
from core.reading.grammar.verb import Verb
from core.reading.names.mention import Mention


class Mode(StrEnum):
    """How real an act is."""

    DONE = "done"
    PLAN = "plan"
    ASKED = "asked"
    CANCELLED = "cancelled"
    MOVED = "moved"
    DENIED = "denied"
    FORBIDDEN = "forbidden"


@dataclass(slots=True)
class Act:
    """A contact or step: `what` is a verb's concept or "event"; `kind` a contact kind, "task", or "" for none."""

    kind: str
    mode: Mode
    first: int
    last: int
    by_customer: bool = False
    from_noun: bool = False
    sends: str = ""

    @property
    def is_step(self) -> bool:
        """Whether something is still to happen."""
        return self.mode in {Mode.PLAN, Mode.ASKED, Mode.MOVED}


CONTACT = frozenset(
    {"call", "reach", "speak", "discuss", "meet", "visit", "go", "come", "host", "write", "text", "mail", "send", "hand",
     "present", "show", "quote", "contact", "reply", "show_up"}
)  # fmt: skip
_STEPS_OF_CUSTOMER = frozenset(
    {"receive", "call", "speak", "meet", "visit", "come", "go", "write", "text", "mail", "send", "hand", "contact", "reply"}
)
_LIGHT = frozenset({"have", "do", "happen", "be", "agree", "plan", "promise", "invite", "wait", "receive", "need", "fact"})


def governor(verb: Verb, clause: Clause, before: Clause | None) -> Verb | None:
    """The verb on which an infinitive or a "that ... would" depends."""
    earlier = [v for v in clause.verbs if v.first < verb.first and v.concepts - CONTACT]
    if earlier and (verb.tense in {"inf", "cond", "pass"} or earlier[-1].concepts & {"want", "ask"}):
        return earlier[-1]
    later = [v for v in clause.verbs if v.first > verb.first and v.concepts & {"need", "want", "promise", "plan", "manage"}]
    if later and verb.tense == "inf":
        return later[0]
    if clause.joined == "that" and before is not None and before.verbs and verb.tense in {"cond", "inf", "fut", "pres"}:
        return before.verbs[-1]
    return None


def acts_of(clause: Clause, before: Clause | None) -> list[Act]:
    """The acts of a clause in order."""
    found = [act for verb in clause.verbs if (act := _act_of(verb, clause, before))]
    if _is_at_customer(clause, found):
        found.append(Act("visit", Mode.DONE, found[0].first, found[0].last, False, True))
    if not any(act.kind and not act.from_noun for act in found if act.mode is not Mode.DENIED):
        found.extend(_events(clause, before))
        if not found or all(a.mode is Mode.DENIED for a in found):
            found.extend(_wished(clause, before))
            found.extend(_retried(clause))
    return found


def _is_at_customer(clause: Clause, acts: list[Act]) -> bool:
    """Whether something was handed over or said at the customer's: "At Merelaud I handed them the offer"."""
    if not any(act.mode is Mode.DONE and not act.by_customer for act in acts) or clause.verb("hand", "speak", "discuss", "show") is None:
        return False
    return any(m.before_word in {"pas", "at"} and not _follows_person(m, clause) for m in clause.mentions)


def _follows_person(mention: Mention, clause: Clause) -> bool:
    """Whether the place only says where a person named before works: "Tom at Northfell"."""
    return any(m.last in {mention.first - 1, mention.first} for m in clause.mentions)


def _act_of(verb: Verb, clause: Clause, before: Clause | None) -> Act | None:
    lead = governor(verb, clause, before)
    mode = _mode(verb, lead, clause)
    if mode is None or (verb.tense == "inf" and lead is None and _is_purpose(verb, clause)):
        return None
    by_customer = _is_by_customer(verb, lead, clause, before)
    kind, sends = kind_of(verb, clause, by_customer, is_step=mode in {Mode.PLAN, Mode.ASKED})
    if verb.concepts & {"send", "hand"} and not _thing(clause) and before is not None and kind in {"", "task", "email"}:
        if _thing(before) == "offer" and not by_customer and not clause.has("event"):
            kind, sends = "proposal", "offer"
    if not kind:
        return None
    if mode is Mode.PLAN and by_customer and verb.concepts.isdisjoint(_STEPS_OF_CUSTOMER):
        return None
    return Act(kind, mode, verb.first, verb.last, by_customer, False, sends)


def _mode(verb: Verb, lead: Verb | None, clause: Clause) -> Mode | None:
    if verb.tense == "gerund":
        return None
    if lead is not None and verb.tense in {"inf", "cond", "fut", "pres", "pass"}:
        led = _mode_led(verb, lead, clause)
        if led is not None:
            return led
    if clause.has("need", "no_need") and verb.tense in {"inf", "imp", "base", "pres"}:
        return Mode.FORBIDDEN
    if verb.tense in {"past", "active", "pass"}:
        return Mode.DENIED if verb.denied else Mode.DONE
    if verb.denied:
        return Mode.FORBIDDEN
    if verb.tense in {"fut", "inf", "imp"}:
        return Mode.PLAN
    if verb.tense == "cond":
        return Mode.PLAN if clause.has("need", "plan") or not clause.has("if") else None
    if verb.tense == "ing":
        return Mode.PLAN
    if verb.person == 3 and not _has_future(clause):
        return Mode.DONE if verb.concepts & {"call", "write", "text", "mail"} else None
    return Mode.PLAN if clause.joined != "when" else None


def _is_purpose(verb: Verb, clause: Clause) -> bool:
    """Whether an infinitive only tells what a contact is for: "skambinsiu sužinoti"."""
    return verb.concepts.isdisjoint(CONTACT) and any(
        v.first < verb.first and v.concepts & CONTACT and v.tense in {"fut", "past", "pres", "inf"} for v in clause.verbs
    )


def _has_future(clause: Clause) -> bool:
    return any(when.has_date or when.has_time for when in clause.whens)


def _mode_led(verb: Verb, lead: Verb, clause: Clause) -> Mode | None:
    concepts = lead.concepts
    past = lead.tense in {"past", "active", "pass"}
    if concepts & {"try"}:
        return Mode.DONE if past else Mode.PLAN
    if concepts & {"manage"}:
        return Mode.DONE if past and not lead.denied else Mode.DENIED if lead.denied else Mode.PLAN
    if concepts & {"forget", "refuse", "cancel", "consider", "finish"}:
        return Mode.PLAN if concepts & {"forget"} and lead.denied and lead.tense != "past" else Mode.DENIED
    if concepts & {"want", "ask", "say"} and verb.tense in {"inf", "cond"}:
        if lead.denied:
            return Mode.FORBIDDEN
        return Mode.PLAN if lead.person == 1 and not past else Mode.ASKED
    if concepts & {"need"}:
        return Mode.FORBIDDEN if lead.denied else Mode.PLAN
    if concepts & {"go", "come"} and verb.tense == "inf":
        return Mode.DONE if past and not lead.denied else Mode.PLAN
    if concepts & {"begin"}:
        return None
    if concepts & {"have", "suppose"} and past and not clause.has("agenda"):
        return Mode.DENIED
    if concepts & {"have"} and verb.tense == "inf":
        return Mode.FORBIDDEN if lead.denied else Mode.PLAN
    if concepts & {"promise", "agree", "plan", "accept", "invite", "decide"} and verb.tense in {"inf", "cond"}:
        return Mode.PLAN
    return None


def _is_by_customer(verb: Verb, lead: Verb | None, clause: Clause, before: Clause | None) -> bool:
    if verb.tense in {"imp"}:
        return False
    if lead is not None and verb.tense in {"inf", "cond"}:
        if lead.concepts & {"want", "ask"}:
            return (verb.tense == "inf" and verb.concepts <= {"come"}) or (verb.tense == "cond" and verb.person == 3)
        return lead.person == 3 and lead.concepts.isdisjoint({"need", "agree", "have"})
    if verb.person:
        return verb.person == 3
    return verb.tense in {"past", "active"} and verb.language == "lt" and not _mine(clause)


def _mine(clause: Clause) -> bool:
    return any(v.person == 1 for v in clause.verbs) or clause.has("pronoun", "i")


def kind_of(verb: Verb, clause: Clause, by_customer: bool, *, is_step: bool) -> tuple[str, str]:
    """The kind of contact or step that a verb is, and what it sends ("offer" or other); ("", "") if none."""
    for concept in sorted(verb.concepts):
        simple = _SIMPLE.get(concept)
        if simple:
            return ("meeting" if simple == "visit" and by_customer else simple), ""
        found = _kind_by_concept(concept, verb, clause, by_customer, is_step)
        if found[0]:
            return found
    return "", ""


_SIMPLE = {"call": "call", "reach": "call", "visit": "visit", "text": "message"}


def _channel(clause: Clause) -> str:
    for sign in clause.all("channel"):
        return sign.value
    return ""


def _thing(clause: Clause) -> str:
    """What the clause is about sending: "offer" before anything else."""
    values = [s.value for s in clause.all("thing")]
    for value in ("offer", "price", "order", "contract", "sample", "invoice", "document", "product", "reply"):
        if value in values:
            return "offer" if value == "price" else value
    return ""


def _kind_by_concept(
    concept: str, verb: Verb, clause: Clause, by_customer: bool, is_step: bool
) -> tuple[str, str]:
    if concept in {"speak", "discuss"}:
        channel = _channel(clause)
        if channel in {"message", "meeting"}:
            return channel, ""
        return ("meeting", "") if clause.has("our") else ("call", "")
    if concept == "meet":
        return "meeting", ""
    if concept in {"go", "come", "host", "be", "show_up"}:
        return _kind_of_going(concept, verb, clause, by_customer, is_step), ""
    if concept in {"write", "mail"}:
        return _kind_of_writing(concept, clause)
    if concept in {"send", "hand", "quote", "offer", "rework"}:
        return _kind_of_sending(concept, clause, by_customer, is_step)
    if concept in {"present", "show"}:
        return _kind_of_showing(concept, clause, is_step)
    if concept in {"contact", "reply", "remind"}:
        return _kind_of_answer(clause, by_customer, is_step)
    if concept == "receive":
        if is_step and by_customer:
            return _kind_of_sending("send", clause, False, is_step)
        return _kind_of_receiving(clause, is_step), ""
    if concept == "have":
        return ("meeting" if clause.has("our") and not is_step else ""), ""
    if concept == "task" and is_step:
        return _kind_of_task(clause), ""
    return "", ""


def _kind_of_going(concept: str, verb: Verb, clause: Clause, by_customer: bool, is_step: bool) -> str:
    event = next((s.value for s in clause.all("event") if s.value in {"meeting", "demo", "visit"}), "")
    if concept == "show_up":
        return ""
    if clause.has("our") or concept == "host":
        return "meeting"
    if concept == "be":
        if event and verb.tense == "past":
            return event
        at = any("loc" in m.cases and "nom" not in m.cases or m.before_word in _AT for m in clause.mentions)
        return "visit" if verb.tense in {"past", "fut"} and not by_customer and (at or clause.has("their")) else ""
    if event in {"meeting", "demo"} or _channel(clause) == "meeting":
        return event or "meeting"
    if concept == "come":
        if verb.language == "en" and not is_step:
            return ""
        return "meeting" if by_customer else "visit"
    return "visit" if clause.mentions or clause.has("their") or is_step else ""


_AT = frozenset({"pas", "at", "in"})


def _kind_of_writing(concept: str, clause: Clause) -> tuple[str, str]:
    if _channel(clause) == "message" or clause.has("event", "message"):
        return "message", ""
    if concept == "mail" and _thing(clause) == "offer" and not clause.has("thing", "document"):
        return ("email", "offer") if clause.has("thing", "price") and not clause.has("thing", "offer") else ("proposal", "offer")
    return "email", ""


def _kind_of_sending(concept: str, clause: Clause, by_customer: bool, is_step: bool) -> tuple[str, str]:
    thing = _thing(clause)
    if concept == "quote":
        return ("", "") if by_customer else ("proposal", "offer")
    if concept == "offer":
        return ("", "")
    if concept == "rework":
        return ("proposal", "offer") if is_step and thing == "offer" else ("", "")
    if thing == "offer" and not by_customer:
        return "proposal", "offer"
    channel = _channel(clause)
    if channel == "message" or clause.has("event", "message"):
        return "message", thing
    if channel == "email" or clause.has("event", "email"):
        return "email", thing
    if is_step:
        return ("task", thing) if thing or not by_customer else ("task", "")
    if concept == "hand":
        return "", ""
    return ("", "") if thing == "order" else ("email", thing)


def _kind_of_showing(concept: str, clause: Clause, is_step: bool) -> tuple[str, str]:
    thing = _thing(clause)
    if concept == "present":
        return ("proposal", "offer") if thing == "offer" else ("demo", "")
    return ("demo", "") if thing == "product" or clause.has("event", "demo") else ("", "")


def _kind_of_answer(clause: Clause, by_customer: bool, is_step: bool) -> tuple[str, str]:
    channel = _channel(clause)
    event = next((s.value for s in clause.all("event") if s.value in {"email", "message", "call"}), "")
    if channel or event:
        return channel or event, ""
    if is_step:
        return ("proposal", "offer") if _thing(clause) == "offer" else ("task", "")
    return "", ""


def _kind_of_receiving(clause: Clause, is_step: bool) -> str:
    if is_step:
        return ""
    event = next((s.value for s in clause.all("event") if s.value in {"email", "message", "call"}), "")
    if event or _channel(clause):
        return event or _channel(clause)
    return "email" if _thing(clause) in {"document", "contract", "reply"} else ""


def _kind_of_task(clause: Clause) -> str:
    thing = _thing(clause)
    event = next((s.value for s in clause.all("event") if s.value in {"meeting", "demo", "visit", "call"}), "")
    if thing == "offer":
        return "proposal"
    return "task" if thing or not event else event


def _events(clause: Clause, before: Clause | None) -> list[Act]:
    """Contacts named by a noun: "susitikimas penktadienį", "demo went well"."""
    signs = [s for s in clause.all("event") if not _is_channel_only(s.first, clause)]
    if not signs:
        return []
    best = _strongest(signs, clause)
    if best[0] == "call" and _channel(clause) in {"message", "meeting"}:
        best = (_channel(clause), best[1], best[2])
    mode, by_customer = _noun_mode(clause, before)
    if mode is None:
        return []
    return [Act(best[0], mode, best[1], best[2], by_customer, True)]


def _strongest(signs: list, clause: Clause) -> tuple[str, int, int]:  # type: ignore[type-arg]
    longest = max(signs, key=lambda s: (s.last - s.first, -s.first))
    for kind in ("demo", "visit", "meeting"):
        for sign in signs:
            if sign.value == kind and not (longest.first <= sign.first < longest.last and sign is not longest):
                return kind, sign.first, sign.last
    return longest.value, longest.first, longest.last


def _is_channel_only(index: int, clause: Clause) -> bool:
    """Whether the noun only tells how: "per Teams", "by email"."""
    return any(s.first < index < s.last for s in clause.all("channel"))


def _noun_mode(clause: Clause, before: Clause | None) -> tuple[Mode | None, bool]:
    verbs = [v for v in clause.verbs if v.tense != "gerund"]
    if clause.verb("move") is not None:
        return (Mode.MOVED if clause.verb("move").tense != "cond" else None), False  # type: ignore[union-attr]
    if clause.has("over") or clause.verb("cancel") is not None or clause.verb("refuse") is not None:
        return Mode.CANCELLED, False
    wish = clause.verb("want", "ask")
    if wish is None and clause.joined == "that" and before is not None and any(v.tense == "cond" for v in verbs):
        wish = before.verb("want", "ask")
    if wish is not None:
        return (Mode.FORBIDDEN if wish.denied else Mode.PLAN if wish.person == 1 and wish.tense != "past" else Mode.ASKED), False
    if clause.verb("suppose") is not None or any("have" in v.concepts and v.tense == "past" and clause.has("voice") for v in verbs):
        return Mode.DENIED, False
    if clause.verb("agree", "plan", "promise", "invite", "need", "wait", "remind", "task") is not None:
        return Mode.PLAN, False
    if clause.has("need", "plan") or clause.has("agenda"):
        return Mode.PLAN, False
    if any(v.tense in {"fut", "inf", "imp"} for v in verbs):
        return Mode.PLAN, False
    if any(v.tense in {"past", "active", "pass"} for v in verbs):
        denied = any(v.denied for v in verbs if v.concepts & {"have", "be", "happen", "do"})
        return (Mode.DENIED if denied else Mode.DONE), False
    return None if verbs and clause.verb("consider", "say", "accept") else _undated_mode(clause), False


def _undated_mode(clause: Clause) -> Mode:
    """An event with no verb is to come if a date or an hour is with it that is not past, else it took place."""
    for when in clause.whens:
        if when.direction is not None and when.direction.value == "past":
            return Mode.DONE
    if any(not (w.maybe_duration and not w.has_date) for w in clause.whens):
        return Mode.PLAN
    if any(s.category == "if" and s.value == "not_yet" for s in clause.signs):
        return Mode.DENIED
    return Mode.DONE


def _wished(clause: Clause, before: Clause | None) -> list[Act]:
    """Things that the customer asks for without a verb for it: "nori pasiūlymo", "asked for samples"."""
    wish = clause.verb("want", "ask", "need")
    if wish is None and clause.has("agenda") and not clause.verbs:
        return _on_agenda(clause)
    if wish is None or wish.denied or wish.tense in {"cond"} and clause.has("if"):
        return []
    if wish.concepts & {"need"} and not (wish.person == 3 or wish.language == "lt"):
        return []
    thing = _thing(clause)
    kind = {"offer": "proposal"}.get(thing, "task" if thing in {"contract", "sample", "invoice", "document"} else "")
    if not kind:
        return []
    if kind == "task" and _channel(clause) in {"email", "message"}:
        kind = _channel(clause)
    mode = Mode.PLAN if wish.person == 1 else Mode.ASKED
    sign = next(clause.all("thing"))
    return [Act(kind, mode, wish.first, max(wish.last, sign.last), False, True, thing)]


def _on_agenda(clause: Clause) -> list[Act]:
    """What stands after "next step:" without a verb."""
    thing = _thing(clause)
    if not thing:
        return []
    sign = next(clause.all("thing"))
    return [Act("proposal" if thing == "offer" else "task", Mode.PLAN, sign.first, sign.last, False, True, thing)]


def _retried(clause: Clause) -> list[Act]:
    sign = next(clause.all("again"), None)
    return [] if sign is None else [Act("again", Mode.PLAN, sign.first, sign.last, False, True)]
