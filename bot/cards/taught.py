"""What corrections have taught, page by page, each line to be forgotten at a tap."""

from bot.buttons.settings import Forget, TaughtPage
from bot.cards.frame import Rendered, Row, bold, button, page_row, screen
from bot.texts import Html, Language, escape
from core.notices import Taught, TaughtLine


def taught(notice: Taught, words: Language) -> Rendered:
    """The page; each line has the button of its number."""
    if not notice.count:
        return screen([words.html("taught-empty")])
    lines = [bold(words.html("taught-heading", count=notice.count)), Html("")]
    rows: list[Row] = []
    for number, line in enumerate(notice.lines, 1):
        lines.append(Html(f"{number}. {_line(line, words)}"))
        label = words.plain("button-forget", number=number, said=line.said)
        rows.append([button(label, Forget(line.what, line.id, notice.page))])
    return screen(lines, [*rows, page_row(notice.page, notice.pages, TaughtPage)])


def _line(line: TaughtLine, words: Language) -> Html:
    if line.by:
        return words.html("taught-word", said=escape(line.said), meant=escape(line.meant), by=escape(line.by))
    return words.html("taught-name", said=escape(line.said, 60), meant=escape(line.meant, 60))
