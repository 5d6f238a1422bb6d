"""Corrections: what can be corrected, the choices for a field, and the request for words."""

from telegram import InlineKeyboardButton

from bot.buttons.capture import MoveFile
from bot.buttons.logged import Back, Choose, Correct
from bot.cards.asking import NEW_DEAL, ORDER, OTHER, as_variant, option_label
from bot.cards.frame import Rendered, Row, button, in_rows, screen
from bot.cards.logged import summary
from bot.cards.names import icon
from bot.texts import Html, Language, upper_first
from core.notices import Answered, AskInWords, CorrectMenu, Option
from core.reading.intent import Field
from core.terms import ContactKind

MOST_CHOICES = 9
NO_DEAL = "none"


def correct_menu(notice: CorrectMenu, words: Language) -> Rendered:
    """The menu itself, or the choices for the field that is being corrected."""
    above = [*summary(notice.card, words), Html("")] if notice.card else []
    if notice.choosing is None:
        return screen([*above, words.html("correct")], _fields(notice, words))
    rows = [[_choice(notice, option, words)] for option in notice.choices[:MOST_CHOICES]]
    if notice.choosing == "kind":
        rows = in_rows([row[0] for row in rows])
    back = button(words.plain("button-back"), Correct(notice.operation_id, ""))
    return screen([*above, words.html("question", field=as_variant(notice.choosing))], [*rows, [back]])


def ask_in_words(notice: AskInWords, words: Language) -> Rendered:
    """One sentence that asks to reply in words."""
    return screen([words.html("ask-in-words", field=as_variant(notice.field))])


def answered(_notice: Answered, _words: Language) -> Rendered:
    """The question goes away."""
    return Rendered("", gone=True)


def _fields(notice: CorrectMenu, words: Language) -> list[Row]:
    fields = [
        "company",
        "deal",
        *(("pipeline",) if notice.has_pipelines else ()),
        *(("kind", "date") if notice.has_contact else ()),
    ]
    if notice.has_plan:
        fields.append(Field.NEXT_DATE.value)
    buttons = [
        button(words.plain("correct-field", field=as_variant(field)), Correct(notice.operation_id, field))
        for field in fields
    ]
    if notice.file_id is not None:
        buttons.append(button(words.plain("correct-field", field="file"), MoveFile(notice.file_id)))
    back = button(words.plain("button-back"), Back(notice.operation_id))
    return [*in_rows(buttons), [back]]


def _choice(notice: CorrectMenu, option: Option, words: Language) -> InlineKeyboardButton:
    field = notice.choosing or ""
    return button(_label(notice, field, option, words), Choose(notice.operation_id, field, option.value))


def _label(notice: CorrectMenu, field: str, option: Option, words: Language) -> str:
    if option.value == OTHER:
        return words.plain("question-other", field=as_variant(field))
    if option.value == ORDER:
        return words.plain("option-order")
    if field == "deal" and option.value in (NEW_DEAL, NO_DEAL):
        return words.plain("deal-begin" if option.value == NEW_DEAL else "deal-none")
    if field == "kind":
        kind = ContactKind(option.value)
        return f"{icon(kind)} {upper_first(words.plain('contact-kind', kind=kind.value))}"
    return option_label(option, field, notice.today, words)
