"""What every screen is made of: lines that fit into a message, and buttons under them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from unicodedata import east_asian_width

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import MessageLimit

from bot.buttons.packing import Button, pack
from bot.charts.look import Plot
from bot.texts import Html, join, shorten
from bot.texts.unbroken import NO_BREAK_HYPHEN, NO_BREAK_SPACE, WORD_JOINER, unbroken

LONGEST_LABEL = 36
"""Letters of middle width on a button that has its row to itself, on a phone."""

HALF_LABEL = 16
"""Letters of a button that shares its row with another."""

THIRD_LABEL = 12
"""Letters of a button that shares its row with two others."""

PICTURE, NARROW, SLIM, WIDE = (
    2.5,
    frozenset("Iijl .,;:!|'‘’()-‹›" + NO_BREAK_SPACE + NO_BREAK_HYPHEN),
    frozenset("rtf„“"),
    frozenset("mwMW%@…"),
)
"""Letters of middle width that a picture takes on a button; and letters that are not of middle width."""

LIMIT = int(MessageLimit.MAX_TEXT_LENGTH)
CAPTION_LIMIT = int(MessageLimit.CAPTION_LENGTH)
NAMELESS = "–"
"""On the button of a record without a name: Telegram takes no empty one."""

MORE_ROOM = 60
"""Room that is left for the line that counts what was left out."""

Row = list[InlineKeyboardButton]


@dataclass(frozen=True, slots=True)
class SharedContact:
    """A phone number with a name that a phone can keep; `vcard` has what else is known."""

    phone: str
    first_name: str
    last_name: str
    vcard: str


@dataclass(frozen=True, slots=True)
class Venue:
    """A place on the map, in degrees, that a phone can lead to."""

    latitude: float
    longitude: float
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file of a kind that Telegram knows: `file_id` of one that it keeps, else `produce` makes it."""

    kind: str
    file_id: str | None = None
    name: str | None = None
    produce: Callable[[], bytes] = field(default=bytes, compare=False)

    def content(self) -> bytes:
        return self.produce()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message as it is sent: Telegram HTML, and the buttons under it; or a contact or place instead of it.

    `file`, `picture`: sent with the text as its caption, or the text alone where a picture cannot be.
    `album`: several pictures in place of a message, the text under the first. `gone`: nothing is sent, the
    message that it replaces goes.
    """

    text: str
    keyboard: InlineKeyboardMarkup | None = None
    contact: SharedContact | None = None
    file: MediaFile | None = None
    venue: Venue | None = None
    picture: Plot | None = None
    album: Sequence[Plot] = ()
    gone: bool = False


def screen(lines: Iterable[Html], rows: Sequence[Row] = ()) -> Rendered:
    """The lines as one message; empty rows of buttons are left out."""
    filled = [row for row in rows if row]
    return Rendered(unbroken(join("\n", lines)), InlineKeyboardMarkup(filled) if filled else None)


def fit(
    lines: Sequence[Html],
    more: Callable[[int], Html],
    *,
    hidden: int = 0,
    beside: Iterable[Html] = (),
    limit: int = LIMIT,
) -> list[Html]:
    """As many of the lines as a message holds beside others; `more` says how many are left out.

    `hidden`: how many were left out before. `limit`: of UTF-16 units of a message; lines are counted with
    their markup, so never too short.
    """
    room = limit - MORE_ROOM - sum(_length(line) for line in beside)
    shown: list[Html] = []
    for line in lines:
        room -= _length(line)
        if room < 0:
            break
        shown.append(line)
    left_out = hidden + sum(1 for line in lines[len(shown) :] if line)
    return [*shown, more(left_out)] if left_out else shown


def _length(line: str) -> int:
    """UTF-16 units, as Telegram counts, and a line break."""
    return len(line.encode("utf-16-le")) // 2 + 1


def button(
    label: str, says: Button, longest: int = LONGEST_LABEL, *, tail: str = "", shorter: Sequence[str] = ()
) -> InlineKeyboardButton:
    """A button whose label is cut to so many letters of middle width; its tail stays.

    `shorter`: other labels for the same, where that has no room: the first that has, else the last.
    """
    room = longest - width(tail)
    labels = [label, *shorter]
    label = next((each for each in labels if width(each) <= room), labels[-1])
    shown = shorten(label, int(room * 5 / 4))
    while width(shown) > room:
        shown = shorten(shown, len(shown) - 1)
    shown = unbroken(shown + tail).strip() or NAMELESS
    return InlineKeyboardButton(shown, callback_data=pack(says))


def width(label: str) -> float:
    """How many letters of middle width a bold label takes."""
    return sum(map(_letter, label))


@cache
def _letter(letter: str) -> float:
    if east_asian_width(letter) == "W":
        return PICTURE
    if letter == WORD_JOINER:
        return 0.0
    if letter in NARROW:
        return 0.5
    if letter in SLIM:
        return 0.75
    return 1.5 if letter in WIDE else 1.15 if letter.isupper() else 1.0


def in_rows(buttons: Sequence[InlineKeyboardButton], width: int = 2) -> list[Row]:
    return [list(buttons[start : start + width]) for start in range(0, len(buttons), width)]


def page_row(page: int, pages: int, turn_to: Callable[[int], Button]) -> Row:
    """ "‹ 2/5 ›" for a page counted from 0; nothing where there is but one page."""
    if pages <= 1:
        return []
    row = [button(f"{page + 1}/{pages}", turn_to(page))]
    if page > 0:
        row.insert(0, button("‹", turn_to(page - 1)))
    if page + 1 < pages:
        row.append(button("›", turn_to(page + 1)))
    return row


def bold(text: Html) -> Html:
    return Html(f"<b>{text}</b>")
