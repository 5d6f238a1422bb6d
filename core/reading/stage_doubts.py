"""What keeps words about a deal's stage from being true: conditions, plans, denials, longer phrases."""

from collections.abc import Sequence, Set

from core.reading.grammar.acts import Act
from core.reading.grammar.noun_modes import offered_by_us, tried_by_us
from core.reading.grammar.signs import Sign
from core.reading.grammar.text import Clause
from core.reading.grammar.verb import Verb
from core.reading.stage_losses import refuses_extra
from core.terms import StageMeaning


def has_not_begun(clause: Clause, following: Sequence[Clause]) -> bool:
    """Whether the clause after it denies what this one only names: "derybos dar neprasidėjo"."""
    verb = following[0].verb("begin", "happen") if following and not clause.verbs else None
    return verb is not None and verb.denied and following[0].first == clause.last


def follows_condition(clause: Clause, before: Clause) -> bool:
    """Whether it is only what would come of a condition: "if they agree, we've won"."""
    return (
        before.joined == "condition"
        and before.sentence == clause.sentence
        and clause.joined in {"", "then"}
        and before.first == 0
    )


def is_open(clause: Clause) -> bool:
    """Whether the customer has not decided yet; not in "tinka senieji", which begins a reason of the loss."""
    longer = {s.first for s in clause.all("reason") if s.last - s.first > 1}
    return any(s.first not in longer for s in clause.all("open"))


def is_open_after(lost: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a later clause says that the customer has not decided yet."""
    return any(is_open(clause) for clause in clauses if clause.first > lost.first)


def is_no_loss(clause: Clause, sign: Sign) -> bool:
    """Whether the words of a loss tell of something else where they stand."""
    asked = any(
        s.value == "question" and s.language == "lt" and s.last == sign.first for s in clause.all("aside")
    )
    return (
        asked  # "pirks ar nepirks"
        or _is_absence(clause, sign)
        or any(t.last == sign.first and t.value != "order" for t in clause.all("thing"))
        or _says_more(clause, sign)
        or _is_no_need_to_do(clause, sign)
        or _is_event_off(clause, sign)
        or any(v.first == sign.first and refuses_extra(v, clause) for v in clause.verbs)
        or _is_no_answer(clause, sign)
        or _is_their_thing(clause, sign)
        or _is_of_extra(clause, sign)
        or _is_pause(clause, sign)
        or _only_guesses(clause, sign)
    )


def _is_of_extra(clause: Clause, sign: Sign) -> bool:
    """Whether only a part is of no interest: "isn't interested in the service plan"."""
    near = range(sign.last, sign.last + _TO_EXTRA)
    told = any(s.last == sign.last and s.value == "fact" for s in clause.all("note"))
    return sign.language == "en" and told and any(s.first in near for s in clause.all("extra"))


_TO_EXTRA = 4


def _is_their_thing(clause: Clause, sign: Sign) -> bool:
    """Whether a customer has only lost some thing: "he'd lost the first one"."""
    if sign.language != "en" or sign.last - sign.first > 1:
        return False
    lost = any(v.first == sign.first and v.concepts & {"lose"} and v.person == 3 for v in clause.verbs)
    they = any(s.last == sign.first and s.value in {"customer", "have"} for s in clause.all("pronoun"))
    return lost and they and any(s.first == sign.last for s in clause.all("article"))


def refuses_contact(clause: Clause, before: Clause | None) -> bool:
    """Whether only a contact that we suggested just before is refused: "siūliau susitikti, atsisakė"."""
    offered = offered_by_us(before) or tried_by_us(before) if before is not None else None
    if before is None or offered is None or clause.has("dealing") or clause.has("thing"):
        return False
    contact = before.has("event") or any(v.tense == "inf" and v.first > offered.first for v in before.verbs)
    refused = any(
        "refuse" in v.concepts or (v.denied and v.concepts & {"want", "accept"}) for v in clause.verbs
    )
    return contact and (refused or not clause.verbs)


def _is_pause(clause: Clause, sign: Sign) -> bool:
    """Whether only for a time nothing will be done: "šią savaitę nieko nebus"."""
    paused = any(s.first <= sign.first < s.last and s.value == "pause" for s in clause.all("life"))
    return paused and sign.language == "lt" and any(when.has_date for when in clause.whens)


def _is_absence(clause: Clause, sign: Sign) -> bool:
    """Whether "is out" tells only that someone is away till a day."""
    return (
        sign.language == "en"
        and sign.last - sign.first == 2
        and clause.verb("lose", "refuse", "choose") is None
        and any(when.first - sign.last <= 1 for when in clause.whens if when.first >= sign.last)
    )


def _is_no_answer(clause: Clause, sign: Sign) -> bool:
    """Whether it is a telephone that is dead or someone who is out, no deal."""
    return any(s.first < sign.last and sign.first < s.last for s in clause.all("voice"))


def denies_win(clause: Clause, sign: Sign) -> bool:
    """Whether a word inside the phrase denies it: "deal is not closed", "deal almost closed"."""
    inside = range(sign.first, sign.last)
    if sign.value == "won" and any(s.first <= sign.first < s.last for s in clause.all("lacking")):
        return True  # "chased James for the signed papers"
    return sign.value == "won" and any(
        s.first in inside for s in (*clause.all("negative"), *clause.all("if"))
    )


_UNREAL = frozenset({"condition", "almost", "not_yet"})


def is_unreal(clause: Clause, stage: Sign | None, told_by: Set[str] = _UNREAL) -> bool:
    """Whether the clause is conditional or denies; words inside the sign itself ("isn't interested") do
    not.
    """
    if clause.joined == "that" and tells_chance(clause):
        return True
    if clause.joined in {"condition", "when"}:
        return True
    return any(
        s.value in told_by
        for s in clause.all("if")
        if stage is None or not stage.first <= s.first < stage.last or _is_still_open(s, stage)
    )


def only_thinks(clause: Clause) -> bool:
    """Whether what follows is only thought, feared or not said: "galvoju, kad pralaimėjom", "can't
    say that we lost".
    """
    return any(
        ("consider" in v.concepts and v.person != 3)
        if v.language == "lt"
        else (v.denied and bool(v.concepts & {"say", "consider"}))
        for v in clause.verbs
    )


def _only_guesses(clause: Clause, sign: Sign) -> bool:
    """Whether a refusal to come is only guessed: "turbūt nepirks"."""
    ahead = any(v.tense == "fut" and v.denied and v.language == "lt" for v in clause.verbs)
    return ahead and any(s.value == "perhaps" and s.first < sign.first for s in clause.all("if"))


def is_of_rival(clause: Clause) -> bool:
    """Whether a competitor is who does it: "konkurentas Dalvita derina sutartį"."""
    return any(
        s.value == "other" and s.first == clause.first and s.language == "lt" for s in clause.all("rival")
    )


def is_order_held(clause: Clause, sign: Sign) -> bool:
    """Whether an order that only a noun names has come to nothing yet: "užsakymas iš Tilto sustojo", "the
    order from Tiltas got pushed to March".
    """
    inside = range(sign.first, sign.last)
    held = {"collapse", "move", "cancel", "finish", "wait"} if sign.language == "lt" else {"move"}
    return sign.value == "won" and any(v.first not in inside and v.concepts & held for v in clause.verbs)


def depends(clause: Clause, following: Sequence[Clause]) -> bool:
    """Whether a refusal is told of what is to come and a condition follows: "nepasirašys, kol negaus"."""
    ahead = any(v.tense == "fut" and v.denied for v in clause.verbs)
    return ahead and bool(following) and following[0].joined in {"condition", "when"}


def tells_chance(clause: Clause) -> bool:
    joining = {s.first for s in clause.all("join") if s.value == "that"}
    told = (s for s in clause.all("chance") if s.value in _CHANCES)
    return any(s.first not in joining or s.language != "en" for s in told) or any(
        amount.is_percent for amount in clause.amounts
    )


_CHANCES = frozenset({"word", "half", "of_hundred", "discount"})
"""Not the "that we" alone of "told me that we won"."""


def _is_still_open(doubt: Sign, stage: Sign) -> bool:
    """Whether "not yet" stands inside the words of a loss: "užsakymo dar nebus"."""
    return doubt.language == "lt" and doubt.value == "not_yet" and doubt.first > stage.first


def is_ahead(clause: Clause, stage: StageMeaning, sign: Sign) -> bool:
    """Whether the verbs of the clause are about what is to come; "prarastu" inside the sign is no verb."""
    inside = range(sign.first, sign.last)
    if sign.language == "lt" and clause.has("pronoun", "future_be"):
        return True
    if any(v.tense == "inf" and v.first in inside and v.language == "lt" for v in clause.verbs):
        return True
    if stage is StageMeaning.LOST and any(v.first in inside and _stays_elsewhere(v) for v in clause.verbs):
        return False
    if clause.joined == "then" and any(
        v.first in inside and (v.tense, v.person) == ("pres", 1) for v in clause.verbs
    ):
        return True  # "last try on Thursday, then I write it off"
    if any(v.tense == "fut" or (v.tense == "cond" and v.first not in inside) for v in clause.verbs):
        return not (stage is StageMeaning.LOST and clause.has("stage", "lost") and _lost_is_future(clause))
    outside = (v for v in clause.verbs if v.first not in inside)
    return any(v.concepts & _LEADING for v in outside) or any(
        s.value == "plan" and s.first not in inside for s in clause.all("need")
    )


_LEADING = frozenset({"promise", "plan", "wait", "want", "need"})


def _stays_elsewhere(verb: Verb) -> bool:
    """Whether a customer says what they will go on with: "they'll stay with what they have"."""
    return verb.language == "en" and "choose" in verb.concepts and verb.person == 3 and not verb.denied


def _lost_is_future(clause: Clause) -> bool:
    """A refusal may be said in the future: "neims", "won't buy"."""
    return any(v.tense == "fut" and v.denied for v in clause.verbs)


def is_denied_at(clause: Clause, first: int) -> bool:
    return any(first - 3 <= s.first < first for s in clause.all("negative"))


def is_still_planned(clause: Clause, acts: Sequence[Act]) -> bool:
    """Whether the words tell only what is to be sent or not to be done: "nesiruošiam derėtis"."""
    if any(v.denied and v.concepts & {"plan", "want", "need"} for v in clause.verbs):
        return True
    sending = clause.verb("send")
    if sending is not None and sending.language == "lt" and sending.tense == "fut":
        return True
    return (
        bool(acts)
        and all(act.is_step for act in acts)
        and (clause.has("need", "plan") or any(v.tense == "inf" and v.language == "lt" for v in clause.verbs))
    )


def _is_no_need_to_do(clause: Clause, sign: Sign) -> bool:
    """Whether only something need not be done: "skambinti nebereikia"."""
    no_need = any(s.first == sign.first and s.value == "no_need" for s in clause.all("need"))
    return no_need and (any(v.tense == "inf" for v in clause.verbs) or clause.has("event"))


def _is_event_off(clause: Clause, sign: Sign) -> bool:
    """Whether it is a contact that fell through, no deal: "vizitas atkrito"."""
    return clause.has("event") and any(
        v.first == sign.first and "collapse" in v.concepts for v in clause.verbs
    )


def _says_more(clause: Clause, sign: Sign) -> bool:
    """Whether the words are the start of a phrase that tells something else: "is out of the country"."""
    return any(s.first == sign.first and s.last > sign.last for s in clause.all("note"))


def denies_itself(clause: Clause, sign: Sign) -> bool:
    """Whether the denial is a part of what tells the loss: "isn't interested"; not so in "nothing lost"."""
    inside = any(sign.first <= s.first < sign.last for s in clause.all("negative"))
    return sign.value == "lost" and (inside or sign.language != "en")
