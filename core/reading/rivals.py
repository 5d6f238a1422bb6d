"""The competitor that a message names, told from the customer by the words around it."""

from collections.abc import Sequence
from typing import NamedTuple

from core.reading.bystanders import bystander_of
from core.reading.grammar.signs import Sign
from core.reading.grammar.text import Clause
from core.reading.names.declension import cases_by_ending
from core.reading.names.mention import Mention
from core.reading.names.nominative import case_told, company_in_nominative
from core.reading.names.variants import first_names
from core.reading.tokens import Token, folded, starts_sentence
from core.reading.who import case_asked


class Rival(NamedTuple):
    """A competitor by name (nominative; None where none is given); `chosen` over us."""

    name: str | None
    mention: Mention
    chosen: bool


def find_rival(
    clauses: Sequence[Clause], tokens: tuple[Token, ...], *, declined: bool
) -> tuple[Rival | None, list[Mention]]:
    """The competitor and the mentions that are theirs; a choice of us is none."""
    for number, clause in enumerate(clauses):
        if not clause.has("rival") or _tells_contact(clause) or _is_from_us(clause):
            continue
        chosen = _is_chosen(clause)
        mention = _stranger(clause, clauses[number + 1 : number + 2])
        if mention is not None:
            cases = (
                case_asked(mention)
                or _case_between(clause, mention)
                or (frozenset() if mention.before else case_told(mention.raw[-1]))
                or (_object_case(clause, mention) if declined else frozenset())
            )
            raw = mention.raw if declined else _without_possessive(mention.raw)
            name = company_in_nominative(raw, cases if declined else frozenset())
            return Rival(name, mention, chosen), [mention]
    if declined and (bystander := bystander_of(clauses)) is not None:
        mention, told, chosen = bystander
        return Rival(company_in_nominative(mention.raw, told), mention, chosen), [mention]
    bidder = _bidder(clauses) or _used(clauses)
    if bidder is not None:
        return Rival(company_in_nominative(bidder.raw, frozenset()), bidder, chosen=False), [bidder]
    return None, []


def _without_possessive(raw: tuple[str, ...]) -> tuple[str, ...]:
    """The name in "Gratewood's rep"."""
    last = raw[-1]
    return (*raw[:-1], last[:-2]) if last.endswith(("'s", "’s")) else raw


def _bidder(clauses: Sequence[Clause]) -> Mention | None:
    """A stranger who names a price where another customer is named: "Balkwerk quoted Walden 9k, we 10k"."""
    known = any(m.is_known for clause in clauses for m in clause.mentions)
    known = known or any(_quotes_them(clause) for clause in clauses)
    ours = any(c.has("pronoun", "i") or c.has("money", "ours") for c in clauses)
    for clause in clauses if known else ():
        verb = clause.verb("quote", "offer", "ask", "want")
        first = next(iter(clause.mentions), None)
        if (
            verb is None
            or first is None
            or first.is_known
            or first.before
            or first_names(folded(first.raw[0]))
        ):
            continue
        if not (0 <= verb.first - first.last <= 1 and verb.person == 3) or not any(
            a.is_money for a in clause.amounts
        ):
            continue
        if ours or (verb.concepts & {"quote", "offer"} and _is_quoted(verb.last, clause)):
            return first
    return None


def _used(clauses: Sequence[Clause]) -> Mention | None:
    """A stranger of whom the customer has their things now: "they use Lumetra at present"."""
    for clause in clauses:
        verb = next((v for v in clause.verbs if "use" in v.concepts), None)
        if verb is None or verb.language != "en" or verb.denied or verb.tense not in {"pres", "ing", "imp"}:
            continue
        told = verb.person == 3 or any(m.is_known and m.last <= verb.first for m in clause.mentions)
        used = next((m for m in clause.mentions if m.first == verb.last), None)
        if told and used is not None and not used.is_known and not first_names(folded(used.raw[0])):
            return used
    return None


def _quotes_them(clause: Clause) -> bool:
    """Whether somebody has named a price to a customer who is only spoken of: "Sensora quoted her 40k"."""
    verb = clause.verb("quote", "offer")
    return verb is not None and verb.person == 3 and _is_quoted(verb.last, clause)


def _is_quoted(at: int, clause: Clause) -> bool:
    """Whether a customer is who was quoted: "Balkwerk quoted them 9k"."""
    return any(m.first == at and m.is_known for m in clause.mentions) or any(
        s.first == at and s.value == "customer" for s in clause.all("pronoun")
    )


def _tells_contact(clause: Clause) -> bool:
    """Whether "instead" is said of whom we spoke to."""
    verb = clause.verb("speak", "call", "reach", "meet", "visit", "text", "mail", "see")
    gone = clause.verb("go")
    if gone is not None and gone.language == "en" and (gone.first == clause.first or gone.person == 1):
        return True
    return verb is not None and verb.language == "en" and verb.tense == "past" and verb.person != 3


def _is_from_us(clause: Clause) -> bool:
    """Whether the offer that is spoken of is ours: "they had a quote off me"."""
    return any(
        s.first < ours.last and ours.first < s.last
        for ours in clause.all("from_us")
        for s in clause.all("rival")
    )


def _is_chosen(clause: Clause) -> bool:
    """Whether the rival has been chosen; "dirbs su" tells a choice too, "renkasi tarp" none."""
    if clause.joined == "condition" or clause.has("if", "condition", "perhaps"):
        return False
    if clause.has("rival", "between"):
        return False
    if clause.has("rival", "goes"):
        return True
    decided = any(
        v.concepts & {"decide", "choose"} and v.tense == "past" and not v.denied for v in clause.verbs
    )
    ahead = {"fut"} if decided else {"fut", "inf"}
    return _chooses_now(clause) and not any(v.tense in ahead for v in clause.verbs)


def _chooses_now(clause: Clause) -> bool:
    """Whether the words of a choice are no part of words that tell only a habit: "dabar perka iš"."""
    held = [s for s in clause.all("rival") if s.value == "other"]
    choices = [s for s in clause.all("rival") if s.value == "chosen"]
    return any(not any(o.first < s.first and s.last <= o.last for o in held) for s in choices)


def _case_between(clause: Clause, mention: Mention) -> frozenset[str]:
    """The case of the second of two between whom one chooses."""
    sign = next((s for s in clause.all("rival") if s.value == "between" and s.first < mention.first), None)
    return frozenset({"gen"}) if sign is not None and sign.language == "lt" else frozenset()


def _stranger(clause: Clause, following: Sequence[Clause]) -> Mention | None:
    sign = next(clause.all("rival"))
    unknown = [
        m for m in clause.mentions if not m.is_known and (m.before != "person" or m.before_word == "called")
    ]
    if all(s.value == "supplier" for s in clause.all("rival")):
        ends = {s.last for s in clause.all("rival")}
        unknown = [m for m in unknown if m.first in ends and not first_names(folded(m.raw[0]))]
    after = [m for m in unknown if m.first >= sign.first]
    if not after and _is_choice(sign, clause):
        unknown = [m for m in unknown if m.last < sign.first and m.before]  # "Vitrola paėmė lentas"
    if after or unknown:
        return (after or unknown)[0]
    if following and not following[0].verbs and clause.has("rival", "chosen", "other"):
        strangers = [m for m in following[0].mentions if not m.is_known]
        return strangers[0] if strangers else None
    return None


def _is_choice(sign: Sign, clause: Clause) -> bool:
    """Whether the sign is a verb of which the customer is the subject: "pasirinko", "paėmė"."""
    inside = range(sign.first, sign.last)
    return sign.language == "lt" and any(
        v.first in inside and v.concepts <= _CHOOSING and v.person == 3 for v in clause.verbs
    )


_CHOOSING = frozenset({"choose", "go", "leave", "decide"})


def _object_case(clause: Clause, mention: Mention) -> frozenset[str]:
    verb = next((v for v in clause.verbs if v.first < mention.first), None)
    if verb is None or not verb.concepts & {"choose", "buy", "order", "hand"}:
        return frozenset()
    if "choose" not in verb.concepts and "hand" in verb.concepts:
        return frozenset({"dat"})  # "atidavė Medstorui"
    goods = mention.last < clause.last and "acc" not in cases_by_ending(folded(mention.raw[-1]))
    return frozenset({"gen"}) if goods else frozenset({"acc"})  # "paėmė Medstoro lentas"


def opens(tokens: tuple[Token, ...], mention: Mention) -> bool:
    """Whether the mention starts a sentence."""
    return starts_sentence(tokens, mention.first)
