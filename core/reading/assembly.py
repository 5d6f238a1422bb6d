"""Puts the report of one customer together from what its clauses say."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from core.reading.calendar import Direction
from core.reading.deal import Closing, Price, closing_of, is_closing, price_of, probability_of
from core.reading.directory import Directory
from core.reading.grammar.acts import Act, Mode
from core.reading.grammar.text import Clause, Text
from core.reading.intent import Field, Question, Report, Span, Step
from core.reading.names.mention import Mention
from core.reading.rivals import Rival
from core.reading.stages import lost_reason_of, stage_of
from core.reading.steps import Promise, promises_of
from core.reading.timing import settle_lengths, when_of
from core.reading.who import Who, resolve_who
from core.terms import ContactKind, StageMeaning

CONTACT_ORDER = (
    ContactKind.DEMO, ContactKind.VISIT, ContactKind.MEETING, ContactKind.CALL, ContactKind.PROPOSAL,
    ContactKind.EMAIL, ContactKind.MESSAGE, ContactKind.NOTE,
)  # fmt: skip


class Part(NamedTuple):
    """A clause with its acts."""

    clause: Clause
    acts: list[Act]


@dataclass(slots=True)
class Topic:
    """The clauses about one customer, and the names in them."""

    parts: list[Part]
    mentions: list[Mention]
    rival: Rival | None = None


@dataclass(slots=True)
class _Draft:
    """A report in the making; spans are in tokens until the end."""

    spans: dict[str, Span] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)


class _Contact(NamedTuple):
    kind: ContactKind
    part: Part
    act: Act | None


def report_of(topic: Topic, text: Text, now: datetime, directory: Directory, *, declined: bool) -> Report | None:
    """The report, or None if the clauses say nothing that is to be logged."""
    return _Assembly(topic, text, now, directory, declined).run()


class _Assembly:
    def __init__(self, topic: Topic, text: Text, now: datetime, directory: Directory, declined: bool) -> None:
        self.topic, self.text, self.now = topic, text, now
        self.clauses = [part.clause for part in topic.parts]
        self.acts = [part.acts for part in topic.parts]
        self.who: Who = resolve_who(topic.mentions, directory, declined=declined)
        self.draft = _Draft()
        self.draft.questions.extend(self.who.questions)

    def run(self) -> Report | None:
        minutes = self._lengths()
        price = price_of(self.clauses, self._taken())
        stage, stage_span = stage_of(self.clauses, self.acts, self.topic.rival is not None and self.topic.rival.chosen)
        contact, no_answer = self._contact(stage)
        chance, chance_span = probability_of(self.clauses)
        closing = closing_of(self.clauses, self.acts, self.now)
        promises = promises_of(self.topic.parts, self.now, contact.kind if contact else None, self.text)
        if contact is None and self._is_note(stage, chance, closing, price, promises):
            contact = _Contact(ContactKind.NOTE, self.topic.parts[0], None)
        if contact is None and not promises:
            return None
        occurred = self._occurred(contact, closing)
        reason, reason_span = self._reason(stage)
        self._span("kind", self._act_span(contact))
        self._span("stage", stage_span)
        self._span("lost_reason", reason_span)
        self._span("probability", chance_span)
        steps = self._steps(promises)
        return Report(
            kind=contact.kind if contact else None,
            no_answer=no_answer and contact is not None and contact.kind is not ContactKind.NOTE,
            company=self.who.company,
            new_company=self.who.new_company,
            person=self.who.person,
            new_person=self.who.new_person,
            duration_min=minutes if contact and contact.kind is not ContactKind.NOTE else None,
            amount=self._money(price),
            amount_role=price.role if price else Report.amount_role,
            stage=stage,
            lost_reason=reason,
            competitor=self.topic.rival.name if self.topic.rival else None,
            close_on=self._close_on(closing),
            probability=chance,
            occurred_on=occurred,
            steps=steps,
            questions=tuple(self.draft.questions),
            spans=self._spans(),
        )

    def _lengths(self) -> int | None:
        found: int | None = None
        for clause, acts in self.topic.parts:
            done = any(act.mode is Mode.DONE for act in acts) or not any(act.is_step for act in acts)
            minutes = settle_lengths(clause, done=done)
            if minutes is not None and found is None:
                found = minutes
                length = next(d for d in clause.durations if d.minutes == minutes)
                self._span("duration_min", (length.first, length.last))
        return found

    def _taken(self) -> set[int]:
        spans = [
            *(w for c in self.clauses for w in c.whens),
            *(d for c in self.clauses for d in c.durations),
            *self.text.mentions,
        ]
        return {i for span in spans for i in range(span.first, span.last)}

    def _contact(self, stage: StageMeaning | None) -> tuple[_Contact | None, bool]:
        """The contact that took place, first in the order of kinds; and whether it reached nobody."""
        done = [
            _Contact(ContactKind(act.kind), part, act)
            for part in self.topic.parts
            for act in part.acts
            if act.mode is Mode.DONE and act.kind in _KINDS
        ]
        voice = self._voice()
        if voice and not done and voice[0] == "write" and stage is StageMeaning.LOST:
            voice = None
        if voice and (not done or voice[0] == "call"):
            done.append(_Contact(_KIND_OF_VOICE[voice[0]], voice[1], None))
        if not done:
            return None, False
        best = min(done, key=lambda c: CONTACT_ORDER.index(c.kind))
        return best, voice is not None and _fits(voice[0], best.kind)

    def _voice(self) -> tuple[str, Part] | None:
        for part in self.topic.parts:
            for sign in part.clause.all("voice"):
                if part.clause.joined in {"condition"} or part.clause.has("if", "condition"):
                    continue
                kind = sign.value
                if kind == "write" and not part.clause.has("event", "email", "message"):
                    kind = "write"
                elif part.clause.has("event", "message"):
                    kind = "message"
                return kind, part
        return None

    def _is_note(
        self,
        stage: StageMeaning | None,
        chance: int | None,
        closing: Closing | None,
        price: Price | None,
        promises: Sequence[Promise],
    ) -> bool:
        if stage is not None or chance is not None or closing is not None or self.topic.rival is not None:
            return True
        if any(is_fact(part) for part in self.topic.parts):
            return True
        if promises or not (self.topic.mentions or price):
            return False
        return bool(self.topic.mentions) or any(c.verbs or c.has("thing") for c in self.clauses)

    def _occurred(self, contact: _Contact | None, closing: Closing | None) -> date | None:
        if contact is None:
            return None
        for part in [contact.part, *self.topic.parts]:
            clause = part.clause
            if closing is not None and clause is closing.clause:
                continue
            if (part is not contact.part or contact.act is None) and not _may_date(part):
                continue
            if part is contact.part and any(a.is_step for a in part.acts) and contact.act is None:
                continue
            looks_back = contact.kind is not ContactKind.NOTE or _is_past(clause)
            when, span = when_of(clause, self.now, Direction.PAST, self.text)
            if when is None or (not looks_back and not _says_past(clause)) or not _dated(clause):
                continue
            if when.ambiguous_date:
                self.draft.questions.append(Question(Field.OCCURRED, when.dates))
                return None
            if when.on is not None and when.on <= self.now.date():
                self.draft.spans["occurred"] = span or (0, 0)
                return when.on
        return self.now.date()

    def _reason(self, stage: StageMeaning | None):  # type: ignore[no-untyped-def]
        if stage is not StageMeaning.LOST:
            return None, None
        return lost_reason_of(self.clauses, self.topic.rival is not None and self.topic.rival.chosen)

    def _money(self, price: Price | None):  # type: ignore[no-untyped-def]
        if price is None:
            return None
        if price.money is None:
            self.draft.questions.append(Question(Field.AMOUNT, price.choices))
            return None
        self.draft.spans["amount"] = price.span
        return price.money

    def _close_on(self, closing: Closing | None) -> date | None:
        if closing is None:
            return None
        if closing.resolved.ambiguous_date:
            self.draft.questions.append(Question(Field.CLOSE_DATE, closing.resolved.dates))
            return None
        self.draft.spans["close_date"] = closing.span
        return closing.resolved.on

    def _steps(self, promises: Sequence[Promise]) -> tuple[Step, ...]:
        if not promises:
            return ()
        first = promises[0]
        if len(first.dates) > 1:
            self.draft.questions.append(Question(Field.NEXT_DATE, first.dates))
        if len(first.times) > 1:
            self.draft.questions.append(Question(Field.NEXT_TIME, first.times))
        self._span("next.kind", first.tokens)
        if first.when_span:
            key = "next.date" if first.step.on else "next.time"
            self.draft.spans[key] = first.when_span
            if first.step.at:
                self.draft.spans["next.time"] = first.when_span
        return tuple(promise.step for promise in promises)

    def _act_span(self, contact: _Contact | None) -> Span | None:
        if contact is None:
            return None
        if contact.act is not None:
            return contact.act.first, contact.act.last
        return None

    def _span(self, name: str, tokens: Span | None) -> None:
        if tokens and tokens[0] < tokens[1] <= len(self.text.tokens):
            self.draft.spans[name] = (self.text.tokens[tokens[0]].start, self.text.tokens[tokens[1] - 1].end)

    def _spans(self) -> dict[str, Span]:
        who = self.who
        if who.company_mention:
            self._span("company" if who.company else "new_company", _place(who.company_mention))
        if who.person_mention:
            self._span("person" if who.person else "new_person", _place(who.person_mention))
        if self.topic.rival:
            self._span("competitor", _place(self.topic.rival.mention))
        return self.draft.spans


_KINDS = frozenset(kind.value for kind in ContactKind if kind is not ContactKind.NOTE)
_KIND_OF_VOICE = {
    "call": ContactKind.CALL,
    "visit": ContactKind.VISIT,
    "meeting": ContactKind.MEETING,
    "write": ContactKind.EMAIL,
    "message": ContactKind.MESSAGE,
}


def _fits(voice: str, kind: ContactKind) -> bool:
    if voice == "write":
        return kind in {ContactKind.EMAIL, ContactKind.MESSAGE, ContactKind.PROPOSAL, ContactKind.CALL}
    if voice == "call":
        return kind in {ContactKind.CALL}
    if voice in {"visit", "meeting"}:
        return kind in {ContactKind.VISIT, ContactKind.MEETING, ContactKind.DEMO, ContactKind.CALL}
    return kind.value == voice


def _place(mention: Mention) -> Span:
    return mention.first, mention.last


def _dated(clause: Clause) -> bool:
    return any(when.has_date for when in clause.whens)


def _is_past(clause: Clause) -> bool:
    return any(v.tense in {"past", "active", "pass"} for v in clause.verbs)


def _says_past(clause: Clause) -> bool:
    return any(w.direction is Direction.PAST for w in clause.whens)


def _may_date(part: Part) -> bool:
    """Whether the date of another clause may be that of the contact: nothing is planned or expected there."""
    if any(act.mode is Mode.CANCELLED for act in part.acts):
        return False
    return not any(act.is_step for act in part.acts) and not is_closing(part.clause, part.acts) and (
        any(act.mode is Mode.DONE for act in part.acts)
        or _says_past(part.clause)
        or part.clause.has("voice")
        or part.clause.verb(*_DATING) is not None
    )


def is_fact(part: Part) -> bool:
    """Whether a clause states something about the customer, more than a plan."""
    clause = part.clause
    if any(a.mode in {Mode.CANCELLED, Mode.MOVED, Mode.ASKED} for a in part.acts):
        return True
    if clause.joined == "when":
        return False
    if clause.has("note") or clause.has("voice") or clause.has("stage", "lost", "won"):
        return True
    if any(a.mode is Mode.PLAN for a in part.acts) and not _states(clause):
        return False
    if clause.has("if", "not_yet", "condition") or clause.has("competitor"):
        return True
    if clause.has("money", "budget") and clause.amounts:
        return True
    return _states(clause)


_DATING = frozenset({"sign", "order", "win", "lose", "buy", "say", "ask", "refuse", "choose", "collapse", "accept"})
_STATING = frozenset(
    {"say", "ask", "want", "accept", "consider", "wait", "refuse", "choose", "promise", "decide", "sign", "order", "buy", "lose",
     "win", "collapse", "move", "cancel", "need", "finish", "receive", "negotiate", "have", "offer", "forget", "begin", "fact"}
)  # fmt: skip


def _states(clause: Clause) -> bool:
    for verb in clause.verbs:
        if verb.concepts.isdisjoint(_STATING) or verb.tense in {"inf", "imp", "cond", "gerund"}:
            continue
        if verb.person == 3 and verb.tense in {"past", "pres", "pass", "active"}:
            if verb.concepts <= {"need", "have"} and (
                any(v.tense == "inf" for v in clause.verbs)
                or not (clause.mentions or clause.has("pronoun", "customer"))
            ):
                continue
            return True
        if verb.person == 0 and verb.tense in {"past", "pass", "active"} and not verb.concepts & {"agree", "plan"}:
            return True
    return False
