"""What a letter becomes before it is sent: a message as its reader sees it."""

from collections.abc import Sequence
from typing import Protocol

from telegram import InlineKeyboardMarkup

from bot.charts.look import Plot
from bot.delivery.media import Sendable


class Contact(Protocol):
    """A phone number with a name."""

    @property
    def phone(self) -> str: ...

    @property
    def first_name(self) -> str: ...

    @property
    def last_name(self) -> str: ...

    @property
    def vcard(self) -> str: ...


class Venue(Protocol):
    """A place on the map, in degrees."""

    @property
    def latitude(self) -> float: ...

    @property
    def longitude(self) -> float: ...

    @property
    def title(self) -> str: ...

    @property
    def address(self) -> str: ...


class Rendered(Protocol):
    """What the reader sees: HTML and the buttons under it, a contact, a file; or a message less."""

    @property
    def text(self) -> str: ...

    @property
    def keyboard(self) -> InlineKeyboardMarkup | None: ...

    @property
    def contact(self) -> Contact | None: ...

    @property
    def file(self) -> Sendable | None: ...

    @property
    def venue(self) -> Venue | None: ...

    @property
    def picture(self) -> Plot | None: ...

    @property
    def album(self) -> Sequence[Plot]: ...

    @property
    def gone(self) -> bool: ...
