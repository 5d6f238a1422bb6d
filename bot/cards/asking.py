"""The question of a card, in words, and its answers as buttons."""

from datetime import date

from bot.buttons.logged import Answer, Correct
from bot.cards.frame import Row, button
from bot.texts import Html, Language, dates
from bot.texts.companies import full_name, short_name
from bot.texts.money import money
from core.notices import Asked, Logged, Option
from core.terms import StageMeaning

MOST_OPTIONS = 3
NEW_DEAL = "0"
OTHER = "other"
ORDER = "order"
COMPLETE = {"rest": "option-rest", "steps": "option-steps"}
"""Questions to which there is no other answer, and the texts of their answers."""
ENDED = {StageMeaning.WON: "won", StageMeaning.LOST: "lost"}


def sentence(notice: Logged, words: Language) -> Html:
    """The question in words: "Kuris sandoris laimėtas?"."""
    field = notice.question.field if notice.question else ""
    if notice.question and any(option.value == ORDER for option in notice.question.options):
        field = ORDER
    elif field == "deal" and notice.stage_meaning in ENDED:
        field = ENDED[notice.stage_meaning]
    elif field == "company" and notice.company_is_new:
        field = "near"
    return words.html("question", field=as_variant(field))


def rows(notice: Logged, asked: Asked, words: Language) -> list[Row]:
    """A row an option, then what else it may be."""
    options = asked.options[:MOST_OPTIONS]
    answers: list[Row] = [
        [
            button(
                option_label(option, asked.field, notice.today, words),
                Answer(asked.question_id, option.value),
            )
        ]
        for option in options
    ]
    return answers if asked.field in COMPLETE else [*answers, _else(asked, words)]


def _else(asked: Asked, words: Language) -> Row:
    other = words.plain("question-other", field=as_variant(asked.field))
    if asked.field != "deal":
        return [button(other, Answer(asked.question_id, OTHER))]
    return [
        button(words.plain("deal-begin"), Answer(asked.question_id, NEW_DEAL)),
        button(other, Correct(asked.question_id, "deal")),
    ]


def as_variant(field: str) -> str:
    """The field as the texts name it: "next-date" for next.date."""
    return field.replace(".", "-").replace("_", "-")


def option_label(option: Option, field: str, today: date, words: Language) -> str:
    """What a choice is called on its button."""
    if option.on:
        return dates.named(option.on, today, words)
    if option.at:
        return dates.clock(option.at, words)
    if option.value == ORDER:
        return words.plain("option-order")
    if field in COMPLETE:
        amount = money(option.sum, words) if option.sum else ""
        return words.plain(COMPLETE[field], what=option.value, amount=amount)
    parts = [_name(option.name, field, words)] if option.name else []
    if option.detail:
        parts.append(short_name(option.detail, words))
    if option.sum:
        parts.append(money(option.sum, words))
    return ", ".join(parts) or option.value


def _name(name: str, field: str, words: Language) -> str:
    return full_name(name, words) if field == "company" else name
