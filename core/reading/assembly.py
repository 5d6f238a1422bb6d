"""Puts the report of one customer together from what its clauses say."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from core.reading.amounts import Amount
from core.reading.calendar import Direction, WhenExpr
from core.reading.circumstances import NOTHING, Circumstances
from core.reading.closing import Closing, closing_of
from core.reading.contacts import Contact, contact_of, contacted_in, is_plain_talk
from core.reading.deal import Price, price_of, probability_of
from core.reading.directory import Directory
from core.reading.durations import Duration
from core.reading.facts import is_dated, is_past, may_date, says_past, tells_fact
from core.reading.grammar.acts import Mode
from core.reading.grammar.text import Clause, Text
from core.reading.intent import AmountRole, Field, Question, Report, Span, Step, Worth
from core.reading.lost_reasons import lost_reason_of
from core.reading.names.mention import Mention
from core.reading.phones import phone_in
from core.reading.sales_life import circumstances_of, positions_of
from core.reading.stages import stage_of
from core.reading.steps import Promise, promises_of
from core.reading.timing import settle_lengths, when_of
from core.reading.topic import Part, Topic
from core.reading.who import Who, company_called, either_company, resolve_who
from core.terms import ContactKind, LostReason, StageMeaning

_OURS = frozenset({("pronoun", "i"), ("money", "ours")})


@dataclass(slots=True)
class _Draft:
    """A report in the making; spans are in tokens until the end."""

    spans: dict[str, Span] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)


def report_of(
    topic: Topic, text: Text, now: datetime, directory: Directory, *, declined: bool
) -> Report | None:
    """The report, or None if the clauses say nothing that is to be logged."""
    return _Assembly(topic, text, now, directory, declined).run()


class _Assembly:
    def __init__(self, topic: Topic, text: Text, now: datetime, directory: Directory, declined: bool) -> None:
        self.topic, self.text, self.now = topic, text, now
        self.clauses = [part.clause for part in topic.parts]
        self.acts = [part.acts for part in topic.parts]
        self.who: Who = either_company(topic.mentions, text.tokens) or resolve_who(
            topic.mentions, directory, declined=declined, contacted=contacted_in(topic.parts)
        )
        self.called = company_called(self.who, directory, declined=declined)
        self.draft = _Draft()
        self.draft.questions.extend(self.who.questions)

    def run(self) -> Report | None:
        minutes = self._lengths()
        taken = self._taken()
        positions, priced = positions_of(self.clauses, taken)
        price = price_of(self.clauses, taken | priced)
        stage, reason = self._stage()
        contact, no_answer = contact_of(self.topic.parts, stage)
        chance = self._chance()
        closing = closing_of(self.clauses, self.acts, self.now)
        promises = promises_of(self.topic.parts, self.now, contact.kind if contact else None, self.text)
        life = circumstances_of(self.topic, stage, positions, self.now)
        contact = contact or self._note(stage, chance, closing, price, promises, life)
        if contact is None and not promises:
            return None
        occurred = self._occurred(contact, closing)
        self._span("kind", self._act_span(contact))
        steps = self._steps(promises)
        took_place = contact is not None and contact.kind is not ContactKind.NOTE
        return replace(
            self._named(),
            kind=contact.kind if contact else None,
            is_talk=is_plain_talk(contact, self.topic.parts),
            no_answer=no_answer and took_place,
            duration_min=minutes if took_place else None,
            amount=self._worth(price),
            amount_role=price.role if price else AmountRole.OFFER,
            stage=stage,
            lost_reason=reason,
            close_on=self._close_on(closing),
            probability=chance,
            occurred_on=occurred,
            steps=steps,
            questions=tuple(self.draft.questions),
            circumstances=life,
            spans=self._spans(),
        )

    def _named(self) -> Report:
        """The report as far as it tells who is spoken of."""
        return Report(
            company=self.who.company,
            new_company=self.who.new_company,
            called=self.called,
            person=self.who.person,
            new_person=self.who.new_person,
            phone=phone_in(self.text.raw, self.text.tokens, self.clauses[0].first, self.clauses[-1].last),
            competitor=self.topic.rival.name if self.topic.rival else None,
        )

    def _lengths(self) -> int | None:
        found: int | None = None
        planned = False
        for clause, acts in self.topic.parts:
            done = any(act.mode is Mode.DONE for act in acts) or not any(act.is_step for act in acts)
            minutes = settle_lengths(clause, done=done)
            if minutes is not None and (found is None or planned):
                found, planned = minutes, clause.verb("suppose") is not None
                length = next(d for d in clause.durations if d.minutes == minutes)
                self._span("duration_min", (length.first, length.last))
        return found

    def _taken(self) -> set[int]:
        """Tokens of dates, lengths and names, which are no money."""
        spans: list[WhenExpr | Duration | Mention | Amount] = [*self.text.mentions]
        for clause in self.clauses:
            spans.extend(clause.whens)
            spans.extend(clause.durations)
            spans.extend(self._of_rival(clause))
        return {i for span in spans for i in range(span.first, span.last)}

    def _of_rival(self, clause: Clause) -> list[Amount]:
        """What a rival asks who stands at the start of the clause."""
        rival = self.topic.rival
        if rival is not None and _follows_rival(clause, rival.mention):
            return list(clause.amounts)
        if rival is None or rival.mention not in clause.mentions:
            return []
        if rival.chosen and clause.has("rival", "chosen"):
            return [a for a in clause.amounts if a.first >= rival.mention.last]
        if clause.has("rival", "other") and clause.has("reason", "price") and not clause.has("money", "ours"):
            return [a for a in clause.amounts if a.first >= rival.mention.last]
        if rival.mention is not clause.mentions[0]:
            return []
        if clause.verb("quote", "offer", "ask", "want") is None:
            return []
        said = (s for s in clause.signs if (s.category, s.value) in _OURS)
        we = (s.first for s in said if s.first > rival.mention.first)
        ours = min(we, default=clause.last)
        return [a for a in clause.amounts if rival.mention.last <= a.first < ours]

    def _note(
        self,
        stage: StageMeaning | None,
        chance: int | None,
        closing: Closing | None,
        price: Price | None,
        promises: Sequence[Promise],
        life: Circumstances,
    ) -> Contact | None:
        """The note that a message is which tells a fact, but no contact."""
        note = Contact(ContactKind.NOTE, self.topic.parts[0], None)
        if stage is not None or chance is not None or closing is not None or self.topic.rival is not None:
            return note
        if life != NOTHING:
            return note
        parts = self.topic.parts
        if tells_fact(parts, of_customer=bool(self.topic.mentions) or self.text.language != "lt"):
            return note
        if promises or not (self.topic.mentions or price):
            return None
        told = bool(self.topic.mentions) or any(c.verbs or c.has("thing") for c in self.clauses)
        return note if told else None

    def _occurred(self, contact: Contact | None, closing: Closing | None) -> date | None:
        if contact is None:
            return None
        for part in [contact.part, *self.topic.parts]:
            clause = part.clause
            if closing is not None and clause is closing.clause:
                continue
            if (part is not contact.part or contact.act is None) and not may_date(part):
                continue
            told = part is not contact.part and clause.joined == "that"
            if told and contact.kind is not ContactKind.NOTE:
                continue
            if part is contact.part and any(a.is_step for a in part.acts) and contact.act is None:
                continue
            if part is contact.part and contact.act is not None and _dates_step(part, contact.act.last):
                continue
            looks_back = contact.kind is not ContactKind.NOTE or is_past(clause)
            when, span = when_of(clause, self.now, Direction.PAST, self.text)
            if when is None or (not looks_back and not says_past(clause)) or not is_dated(clause):
                continue
            if when.ambiguous_date:
                self.draft.questions.append(Question(Field.OCCURRED, when.dates))
                return None
            if when.on is not None and when.on <= self.now.date() and not self._is_long_ago(when.on, clause):
                self.draft.spans["occurred"] = span or (0, 0)
                return when.on
        return self.now.date()

    def _is_long_ago(self, on: date, clause: Clause) -> bool:
        """Whether a day said without its year would lie so far back that it is rather one to come."""
        if says_past(clause):
            return False
        told = self.text.raw[clause.whens[0].span[0] : clause.whens[-1].span[1]]
        longest = _LONGEST_BACK if any(c.isdigit() for c in told) else _LONGEST_BACK_VAGUE
        return (self.now.date() - on).days > longest and str(on.year) not in told

    def _stage(self) -> tuple[StageMeaning | None, LostReason | None]:
        """The stage the deal has come to, and why where it is lost."""
        chosen = self.topic.rival is not None and self.topic.rival.chosen
        stage, tokens = stage_of(self.clauses, self.acts, chosen)
        self._span("stage", tokens)
        if stage is not StageMeaning.LOST:
            return stage, None
        reason, tokens = lost_reason_of(self.clauses, chosen)
        self._span("lost_reason", tokens)
        return stage, reason

    def _chance(self) -> int | None:
        chance, tokens = probability_of(self.clauses)
        self._span("probability", tokens)
        return chance

    def _worth(self, price: Price | None) -> Worth | None:
        if price is None:
            return None
        if price.worth is None:
            self.draft.questions.append(Question(Field.AMOUNT, price.choices))
            return None
        self.draft.spans["amount"] = price.span
        return price.worth

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

    def _act_span(self, contact: Contact | None) -> Span | None:
        act = contact.act if contact is not None else None
        return (act.first, act.last) if act is not None else None

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


_LONGEST_BACK = 180
_LONGEST_BACK_VAGUE = 100
"""Days after which a contact is no longer logged by its day and month alone, and by a month alone."""


def _dates_step(part: Part, told: int) -> bool:
    """Whether all dates of the clause stand behind a step: "left a message to call me on Friday"."""
    steps = [act.first for act in part.acts if act.is_step and act.first >= told]
    dates = [when for when in part.clause.whens if when.has_date]
    return (
        bool(steps and dates)
        and not any(w.direction is Direction.PAST for w in dates)
        and min(w.first for w in dates) > min(steps)
    )


def _follows_rival(clause: Clause, rival: Mention) -> bool:
    """Whether the clause tells of the rival right before it: "Medstoras, kuris prašo 9k"."""
    return clause.joined == "which" and 0 <= clause.first - rival.last <= 1


def _place(mention: Mention) -> Span:
    return mention.first, mention.last
