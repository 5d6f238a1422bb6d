"""Which clauses state something of the customer, and which have the date of what took place."""

from collections.abc import Sequence

from core.reading.calendar import Direction, Relation, WhenExpr
from core.reading.closing import is_closing
from core.reading.grammar.acts import Mode
from core.reading.grammar.text import Clause
from core.reading.grammar.verb import Verb
from core.reading.topic import Part


def is_dated(clause: Clause) -> bool:
    """Whether a day is said; "by Friday" and "nuo vakar" are none of what took place, nor is
    "šitam pusmečiui".
    """
    unfit = {Relation.BY, Relation.FROM} if _lasts(clause) else {Relation.BY}
    return any(
        w.has_date and w.relation not in unfit and w.case != "dat" and not _is_spoken_of(w, clause)
        for w in clause.whens
    )


def _is_spoken_of(when: WhenExpr, clause: Clause) -> bool:
    """Whether an English day is only what was spoken of: "emailed her to confirm Thursday", "all good for
    Friday".
    """
    if when.direction is not None or when.is_today:
        return False
    about = any(s.last == when.first for s in clause.all("for_day"))
    arranged = any(
        v.language == "en" and v.tense == "inf" and v.last <= when.first and v.concepts & _ARRANGING
        for v in clause.verbs
    )
    return about or arranged


_ARRANGING = frozenset({"agree", "arrange", "move", "remind", "invite", "plan"})


def _lasts(clause: Clause) -> bool:
    """Whether what began some day is still so: "neprisiskambinu nuo vakar"."""
    if any(s.language == "lt" for s in clause.all("voice")):
        return True  # "mobilus išjungtas nuo pirmadienio"
    return any(v.language == "lt" and v.tense == "pres" and v.denied for v in clause.verbs)


def is_past(clause: Clause) -> bool:
    return any(v.tense in {"past", "active", "pass"} for v in clause.verbs)


def says_past(clause: Clause) -> bool:
    return any(w.direction is Direction.PAST for w in clause.whens)


def may_date(part: Part) -> bool:
    """Whether the date of another clause may be that of the contact: nothing is planned or expected there."""
    if _is_told_day(part.clause):
        return False
    ruled_out = any(act.mode in {Mode.CANCELLED, Mode.FORBIDDEN} for act in part.acts)
    if ruled_out and not (says_past(part.clause) and part.clause.has("voice")):
        return False
    return (
        not any(act.is_step for act in part.acts)
        and not is_closing(part.clause, part.acts)
        and (
            any(act.mode is Mode.DONE for act in part.acts)
            or says_past(part.clause)
            or (part.clause.has("voice") and part.clause.joined != "that")
            or _is_dating(part.clause)
        )
    )


def _is_dating(clause: Clause) -> bool:
    """Whether a verb tells what happened on the day; in English not "he confirms Monday"."""
    return any(v.concepts & _DATING and not (v.language == "en" and v.tense == "pres") for v in clause.verbs)


def _is_told_day(clause: Clause) -> bool:
    """Whether a day is only what somebody was told: "asked when we come, told her the 9th"."""
    verb = clause.verb("tell")
    vague = all(w.direction is None and not w.is_today for w in clause.whens)
    return verb is not None and verb.language == "en" and verb.person != 3 and bool(clause.whens) and vague


def is_fact(part: Part) -> bool:
    """Whether a clause states something about the customer, more than a plan."""
    clause = part.clause
    if any(a.mode in {Mode.CANCELLED, Mode.MOVED, Mode.ASKED} for a in part.acts):
        return True
    if clause.joined == "when" or (clause.has("correction") and not clause.verbs):
        return False
    if (
        _is_noted(clause)
        or (clause.has("voice") and clause.joined != "condition")
        or clause.has("stage", "lost", "won")
    ):
        return True
    if any(a.mode is Mode.PLAN for a in part.acts) and not _states(clause, arranged=True):
        return False
    unsure = clause.has("if", "not_yet", "condition") and not _is_ours(clause) and not _only_waits(clause)
    if unsure or clause.has("competitor"):
        return True
    if clause.has("money", "budget") and clause.amounts:
        return True
    if clause.joined == "that":
        return False
    return _states(clause) or any(_is_their_deed(verb, part) for verb in clause.verbs)


def tells_fact(parts: Sequence[Part], *, of_customer: bool) -> bool:
    """Whether one of the clauses states something; where no customer is named, something of some customer."""
    return any(
        is_fact(part) and (of_customer or _is_of_someone(part)) and not _is_told_on(parts, number)
        for number, part in enumerate(parts)
    )


def _is_of_someone(part: Part) -> bool:
    """Whether a clause that names nobody still tells of a customer: not "vėl lyja"."""
    clause = part.clause
    if any(act.mode is not Mode.CANCELLED for act in part.acts) or clause.has("voice") or clause.has("stage"):
        return True
    if clause.has("pronoun", "customer") or clause.has("money", "budget"):
        return True
    told = (v for v in clause.verbs if v.person == 3 and not (v.denied and "want" in v.concepts))
    return any(v.concepts & _OF_CUSTOMER for v in told) and not clause.has("role")


_OF_CUSTOMER = frozenset(
    {"ask", "want", "refuse", "promise", "choose", "order", "decide", "cancel", "sign", "buy", "accept",
     "negotiate", "consider", "wait", "say"}
)  # fmt: skip


def _is_noted(clause: Clause) -> bool:
    """Whether a fact of the customer is told, not of ourselves: "dar neapsisprendžiau"."""
    ours = {v.first for v in clause.verbs if v.person == 1}
    return any(s.first not in ours for s in clause.all("note"))


def _is_ours(clause: Clause) -> bool:
    return bool(clause.verbs) and all(
        (v.person == 1 or _is_untold_ours(v, clause)) and v.tense == "past" for v in clause.verbs
    )


def _is_untold_ours(verb: Verb, clause: Clause) -> bool:
    """Whether an English verb has no subject before it, and so it is ours: "haven't done the demo yet"."""
    told = any(m.first < verb.first for m in clause.mentions)
    return verb.language == "en" and verb.person == 0 and not told and verb.concepts <= _OUR_DOING


def _only_waits(clause: Clause) -> bool:
    """Whether it only says what a plan depends on: "jei nepaskambins, skambinsiu pats"."""
    return (
        clause.joined == "condition"
        and bool(clause.verbs)
        and all(v.denied and v.tense == "fut" and v.concepts & _ANSWERING for v in clause.verbs)
    )


_OUR_DOING = frozenset(
    {"do", "call", "have", "manage", "get", "send", "visit", "meet", "speak", "begin", "task"}
)
_ANSWERING = frozenset({"call", "write", "text", "mail", "reply", "contact", "pick_up", "come", "send"})


def _is_told_on(parts: Sequence[Part], number: int) -> bool:
    """Whether a clause is what we are still to tell or to find out: "parašyti Rūtai, kad krovinys pajudėjo",
    "check with her if they have the budget".
    """
    return (
        number > 0
        and (parts[number].clause.joined == "that" or _is_to_find_out(parts[number - 1], parts[number]))
        and not is_fact(parts[number - 1])
        and any(act.is_step and not act.by_customer for act in parts[number - 1].acts)
    )


def _is_to_find_out(asking: Part, part: Part) -> bool:
    """Whether a clause with "if" only says what we are to ask."""
    asked = any(s.first == part.clause.first for s in part.clause.all("if"))
    return asked and asking.clause.verb("task", "ask", "see") is not None


_DATING = frozenset(
    {"sign", "order", "win", "lose", "buy", "say", "ask", "refuse", "choose", "collapse", "accept", "go"}
)
_STATING = frozenset(
    {"say", "ask", "want", "accept", "consider", "wait", "refuse", "choose", "promise", "decide", "sign",
    "order", "buy", "lose",
     "win", "collapse", "move", "cancel", "need", "finish", "receive", "negotiate", "have", "offer",
     "forget", "begin", "fact"}
)  # fmt: skip


def _only_plans(verb: Verb, clause: Clause, *, arranged: bool) -> bool:
    """Whether a verb tells no more than the plan that it goes with."""
    concepts = verb.concepts
    if concepts <= {"forget"} and verb.denied:
        return True  # "so she doesn't forget us"
    if not arranged:
        return False
    return (
        concepts <= {"accept", "agree"}
        or (concepts <= {"wait"} and clause.has("their"))  # "laukia manęs savo kontoroj"
        or (concepts <= {"receive"} and clause.has("us"))  # "Margus gets the contract from me"
        or (concepts <= {"receive", "do"} and verb.person != 3 and clause.has("event"))  # "got a meeting"
        or (concepts <= {"promise"} and verb.tense == "pres")
    )


def _is_their_deed(verb: Verb, part: Part) -> bool:
    """Whether a customer is told to do or to have done something: "nesumokėjo už siuntą", "ieško baldų"; or
    something was got from them: "gavom skundą iš Kuosos".
    """
    clause = part.clause
    if verb.language == "en":
        return _is_their_doing(verb, part)
    if verb.language != "lt" or not verb.concepts.isdisjoint({"accept", "agree", "plan"}):
        return False
    if verb.concepts <= {"receive"} and (verb.tense, verb.person) == ("past", 1):
        return any(m.before_word in {"iš", "is", "nuo"} for m in clause.mentions)
    before = [m for m in clause.mentions if m.is_known and m.last <= verb.first]
    named = any("nom" in m.cases and not m.before_word for m in before)
    if verb.person != 3 or verb.tense not in {"past", "pres"}:
        return False
    if verb.tense == "past":
        return named
    theirs = named or any(m.before_word == "pas" for m in before) or (bool(before) and clause.has("role"))
    return theirs and not any(act.is_step for act in part.acts) and verb.concepts <= _DOING


def _is_their_doing(verb: Verb, part: Part) -> bool:
    """Whether an English verb tells what a customer did: "Marius has left Medvilnė"."""
    clause = part.clause
    named = any(m.is_known and m.last <= verb.first and not m.before_word for m in clause.mentions)
    told = verb.person == 3 and verb.tense == "past" and not verb.concepts & {"be", "say"}
    return told and named and not part.acts and clause.joined not in {"when", "that", "condition"}


_DOING = frozenset({"other", "task", "find", "use", "go", "do", "stay", "work", "begin", "finish", "return"})


def _states(clause: Clause, *, arranged: bool = False) -> bool:
    """Whether a verb states something; `arranged`: agreeing to a plan is no more than the plan."""
    for verb in clause.verbs:
        if _only_plans(verb, clause, arranged=arranged):
            continue
        if verb.concepts.isdisjoint(_STATING) or verb.tense in {"inf", "imp", "cond", "gerund"}:
            continue
        if verb.concepts & {"ask"} and verb.tense == "ing" and verb.person != 1:
            return True  # "asking 5 % off"
        if verb.person == 3 and verb.tense in {"past", "pres", "pass", "active"}:
            if verb.concepts <= {"need", "have"} and (
                any(v.tense == "inf" for v in clause.verbs)
                or not (clause.mentions or clause.has("pronoun", "customer"))
            ):
                continue
            return True
        if (
            verb.person == 0
            and verb.tense in {"past", "pass", "active"}
            and not verb.concepts & {"agree", "plan", "promise"}
        ):
            return True
    return False
