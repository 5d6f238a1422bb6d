"""The first minute: who you are here, which language, and a message to try."""

from bot.buttons.settings import SetLanguage, SkipPractice, TryPractice
from bot.cards.frame import Rendered, Row, button, screen
from bot.cards.logged import MOST_STEPS, summary
from bot.cards.names import LONGEST_NAME, called
from bot.cards.steps import card_line
from bot.texts import Html, Language, escape, languages
from core.notices import LanguageChoice, LanguageSet, Practice, Practised, TipsOff, Welcome
from core.terms import Role


def welcome(notice: Welcome, words: Language) -> Rendered:
    """Greets by name and team, says what this is in one sentence, and offers the languages."""
    greeting = [_greeting(notice, words), words.html("welcome-what"), Html("")]
    then = _questions() if notice.first_time else [words.html("language-next")]
    return screen([*greeting, *then], [language_row()])


def language_choice(_notice: LanguageChoice, _words: Language) -> Rendered:
    """The question in every language, and a button for each."""
    return screen(_questions(), [language_row()])


def language_set(notice: LanguageSet, words: Language) -> Rendered:
    """In the language just chosen: a message as an example, and what comes next."""
    example = Html(f"<code>{words.html('language-example')}</code>")
    lines = [words.html("language-set"), words.html("language-try"), example, Html("")]
    lines.append(words.html("language-next"))
    if notice.role is not Role.REP:
        lines.append(words.html("language-next-manager"))
    return screen(lines)


def practice(notice: Practice, words: Language) -> Rendered:
    """The exercise: a message to copy or to have written by a tap."""
    example = Html(f"<code>{escape(notice.message)}</code>")
    lines = [words.html("language-set"), words.html("practice"), Html(""), example]
    rows = [
        [button(words.plain("practice-try"), TryPractice())],
        [button(words.plain("practice-skip"), SkipPractice())],
    ]
    return screen(lines, rows)


def practised(notice: Practised, words: Language) -> Rendered:
    """The card as it would have been, that nothing of it stays, and what comes next."""
    lines = [words.html("practised"), words.html("language-next")]
    if notice.role is not Role.REP:
        lines.append(words.html("language-next-manager"))
    if notice.card is None:
        return screen(lines)
    steps = [card_line(step, notice.card.today, words) for step in notice.card.steps[:MOST_STEPS]]
    return screen([*summary(notice.card, words), *steps, Html(""), *lines])


def tips_off(_notice: TipsOff, words: Language) -> Rendered:
    return screen([words.html("tips-off")])


def language_row() -> Row:
    return [button(words.plain("language-name"), SetLanguage(code)) for code, words in languages().items()]


def _greeting(notice: Welcome, words: Language) -> Html:
    if notice.team:
        team = escape(notice.team, LONGEST_NAME)
        return words.html("welcome-team", name=called(notice.name), team=team)
    return words.html("welcome", name=called(notice.name))


def _questions() -> list[Html]:
    return [words.html("language-question") for words in languages().values()]
