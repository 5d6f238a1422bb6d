"""The answer to a message: what was understood and written, with Undo under it."""

from bot.buttons.capture import ShowContactFiles
from bot.buttons.logged import Choose, Correct, Undo
from bot.buttons.steps import PlanStep
from bot.cards import asking
from bot.cards.asking import ENDED, OTHER
from bot.cards.circumstances import circumstances, positions_line
from bot.cards.deed import deed_lines
from bot.cards.expenses import expenses_line
from bot.cards.frame import HALF_LABEL, Rendered, Row, button, fit, screen
from bot.cards.kept import kept_line
from bot.cards.names import called, company_in_full, deal_and_sum, what_took_place
from bot.cards.steps import card_line, tick_rows, what
from bot.texts import Html, Language, dates, escape, join, shorten, upper_first
from bot.texts.companies import short_name
from bot.texts.money import money, total
from core.notices import Logged, Sum, UsefulLine
from core.terms import ContactKind, StageMeaning

MOST_STEPS = 8


def logged(notice: Logged, words: Language) -> Rendered:
    """The card. Its steps are cut where there are many; nothing else can grow."""
    head = [*deed_lines(notice.deed, notice.today, words), *summary(notice, words)]
    steps = [card_line(step, notice.today, words) for step in notice.steps[:MOST_STEPS]]
    foot = [kept_line(notice.kept, words)] if notice.kept else []
    foot += remarks(notice, words)
    if notice.question:
        foot += [Html(""), asking.sentence(notice, words)]
    hidden = len(notice.steps) - len(steps)
    body = fit(
        steps, lambda count: words.html("step-more", count=count), hidden=hidden, beside=[*head, *foot]
    )
    return screen([*head, *body, *foot], _rows(notice, words))


def remarks(notice: Logged, words: Language) -> list[Html]:
    """What was guessed from the day so far, and what a correction has taught."""
    found = []
    if notice.guess:
        found.append(words.html("logged-guess", field=notice.guess.field))
    if notice.learnt:
        found.append(words.html("logged-learnt", said=escape(notice.learnt, 60)))
    if notice.line:
        found.append(_useful(notice.line, notice, words))
    if notice.tip:
        found.append(words.html("tip", feature=notice.tip))
    return found


def _rows(notice: Logged, words: Language) -> list[Row]:
    undone_id = notice.deed.operation_id if notice.deed else notice.operation_id  # what was done last
    own: Row = [
        button(words.plain("button-undo"), Undo(undone_id)),
        button(words.plain("button-correct"), Correct(notice.operation_id)),
    ]
    if notice.has_files and notice.contact_id is not None:
        own.append(button(words.plain("button-files"), ShowContactFiles(notice.contact_id)))
    if notice.question:
        return [*asking.rows(notice, notice.question, words), own]
    if notice.guess:
        return [own, *asking.rows(notice, notice.guess, words)]
    return [own, *tick_rows(notice.steps, words), [*_next_step(notice, words), *_expenses(notice, words)]]


def _expenses(notice: Logged, words: Language) -> Row:
    """The way to say what a visit cost, after one that did not say it."""
    if notice.kind is not ContactKind.VISIT or notice.expenses:
        return []
    says = Choose(notice.operation_id, "expenses", OTHER)
    return [button(words.plain("expenses-say"), says, HALF_LABEL)]


def _next_step(notice: Logged, words: Language) -> Row:
    """The way to a next step, after a contact that has left none; not when the deal is over."""
    took_place = notice.kind not in (None, ContactKind.NOTE)
    if notice.steps or not took_place or notice.stage_meaning in ENDED:
        return []
    ids = [record.id if record else 0 for record in (notice.deal, notice.company, notice.person)]
    plan = PlanStep(ids[0], 0, 0) if ids[0] else PlanStep(*ids)
    return [button(words.plain("plan-step"), plan)] if any(ids) else []


def summary(notice: Logged, words: Language) -> list[Html]:
    """What took place, with whom, and what it did to the deal; without the steps."""
    ended, about = outcome(notice, words), about_deal(notice, words)
    who = _who(notice, words)
    if ended and is_the_news(notice):
        return [ended, *who, *about]
    return [_first_words(notice, words), *who, *([ended] if ended else []), *about]


def is_the_news(notice: Logged) -> bool:
    """Whether nothing took place but that the deal was won or lost: then that is the first line."""
    plainly = notice.kind is ContactKind.NOTE and not notice.corrected and notice.question is None
    ended = notice.is_order or notice.stage_meaning in ENDED
    return plainly and notice.occurred_on == notice.today and ended


def _first_words(notice: Logged, words: Language) -> Html:
    if notice.kind is None and notice.expenses and not notice.steps:
        return words.html("logged-expenses")
    if notice.kind is None:
        return words.html("logged-corrected-plan" if notice.corrected else "logged-plan")
    took_place = what_took_place(notice.kind, notice.duration_min, notice.no_answer, words)
    if notice.occurred_on and notice.occurred_on != notice.today:
        took_place = f"{took_place}, {dates.by(notice.occurred_on, notice.today, words)}"
    return words.html("logged-corrected" if notice.corrected else "logged", what=took_place)


def _who(notice: Logged, words: Language) -> list[Html]:
    names = []
    if notice.person:
        name = called(notice.person.name)
        names.append(words.html("person-new", name=name) if notice.person_is_new else name)
    if notice.company:
        name = company_in_full(notice.company.name, words)
        names.append(words.html("company-new", name=name) if notice.company_is_new else name)
    if names:
        return [Html(("👤 " if notice.person else "🏢 ") + join(", ", names))]
    tells_else = notice.question or (notice.expenses and notice.kind is None)
    return [] if tells_else else [words.html("logged-nobody")]


def about_deal(notice: Logged, words: Language) -> list[Html]:
    """The deal's stage, when its contract is expected and who else bids, a line each."""
    lines = [positions_line(notice, words), _stage(notice, words), _expectation(notice, words)]
    if notice.competitor:
        rival = short_name(notice.competitor, words)
        lines.append(words.html("deal-competitor", name=rival))
    lines += [*circumstances(notice, words), *expenses_line(notice.expenses, words)]
    return [line for line in lines if line]


def outcome(notice: Logged, words: Language) -> Html:
    """The deal's own line. Won and lost are said once it is known of which deal."""
    deal = deal_and_sum(notice.deal.name if notice.deal else None, None, words)
    amount = _amount(notice.amount, notice.amount_before, words)
    deal = join(", ", [part for part in (deal, amount) if part])
    if notice.is_order:
        return words.html("order-logged", amount=amount)
    waits = notice.question is not None and notice.deal is None
    if notice.stage_meaning is StageMeaning.WON and not waits:
        return words.html("deal-won", deal=deal) if deal else words.html("deal-won-bare")
    if notice.stage_meaning is StageMeaning.LOST and not waits:
        return _lost(notice, deal, words)
    if notice.deal_is_new:
        return words.html("deal-new", deal=deal) if deal else words.html("deal-new-bare")
    return Html(f"💼 {deal}") if deal else Html("")


def _lost(notice: Logged, deal: Html, words: Language) -> Html:
    lost = words.html("deal-lost", deal=deal) if deal else words.html("deal-lost-bare")
    if notice.lost_reason is None:
        return lost
    return words.html("deal-lost-why", lost=lost, reason=notice.lost_reason.value)


def _amount(amount: Sum | None, before: Sum | None, words: Language) -> Html:
    """ "8 000 € → 12 000 €"."""
    both = [money(value, words) for value in (before if before != amount else None, amount) if value]
    return escape(" → ".join(both)) if both else Html("")


def _stage(notice: Logged, words: Language) -> Html:
    if notice.stage is None or notice.stage_meaning in ENDED:
        return Html("")
    return words.html("deal-stage", stage=shorten(notice.stage, 60))


def _expectation(notice: Logged, words: Language) -> Html:
    """When the contract is expected, and how likely it is."""
    chance = notice.probability
    if notice.close_on is None:
        return Html("") if chance is None else words.html("deal-chance", percent=chance)
    when = dates.by(notice.close_on, notice.today, words)
    if chance is None:
        return words.html("deal-close", when=when)
    return words.html("deal-close-chance", when=when, percent=chance)


def _useful(line: UsefulLine, notice: Logged, words: Language) -> Html:
    """The one thing worth knowing now."""
    if line.step is not None:
        said = upper_first(what(line.step, words))
        when = dates.by(line.step.on, notice.today, words) if line.step.on else ""
        return words.html("useful-step", kind=line.kind, what=said, when=when)
    if line.sum is not None:
        by = Sum(abs(line.sum.amount), line.sum.currency)
        return words.html("useful-month", up="yes" if line.sum.amount > 0 else "no", sum=total(by, words))
    return words.html("useful-silent", days=line.days)
