"""The parts of Telegram's updates that the bot reads, as plain values."""

from datetime import UTC, datetime

import msgspec


class User(msgspec.Struct, frozen=True):
    """Who wrote or tapped."""

    id: int
    is_bot: bool = False
    first_name: str = ""
    last_name: str | None = None
    language_code: str | None = None

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name


class Chat(msgspec.Struct, frozen=True):
    """Where it happened. `type`: private, group, supergroup or channel."""

    id: int
    type: str


class Location(msgspec.Struct, frozen=True):
    """A place in degrees."""

    latitude: float
    longitude: float


class Venue(msgspec.Struct, frozen=True):
    """A place with a name."""

    location: Location


class Contact(msgspec.Struct, frozen=True):
    """Somebody's card that was shared."""

    phone_number: str
    first_name: str
    last_name: str | None = None
    vcard: str | None = None


class Media(msgspec.Struct, frozen=True):
    """A file that Telegram keeps."""

    file_id: str
    file_unique_id: str
    file_name: str | None = None
    file_size: int | None = None


class Origin(msgspec.Struct, frozen=True):
    """Whose words were forwarded."""

    type: str


class Numbered(msgspec.Struct, frozen=True):
    """Another message, of which only its number is read."""

    message_id: int


class Message(msgspec.Struct, frozen=True):
    """A message. `date`: seconds since 1970; `photo`: one picture in several sizes, the largest last."""

    message_id: int
    date: int
    chat: Chat
    from_user: User | None = msgspec.field(name="from", default=None)
    text: str | None = None
    caption: str | None = None
    reply_to_message: Numbered | None = None
    via_bot: User | None = None
    forward_origin: Origin | None = None
    media_group_id: str | None = None
    location: Location | None = None
    venue: Venue | None = None
    contact: Contact | None = None
    photo: list[Media] | None = None
    voice: Media | None = None
    audio: Media | None = None
    video: Media | None = None
    document: Media | None = None
    sticker: Media | None = None

    @property
    def sent_at(self) -> datetime:
        return datetime.fromtimestamp(self.date, UTC)


class Card(msgspec.Struct, frozen=True):
    """The message whose button was tapped; Telegram may not have more of it any longer."""

    message_id: int
    chat: Chat


class CallbackQuery(msgspec.Struct, frozen=True):
    """A tap on a button."""

    id: str
    from_user: User = msgspec.field(name="from")
    message: Card | None = None
    data: str | None = None


class InlineQuery(msgspec.Struct, frozen=True):
    """The bot's name and a few letters, typed in any chat."""

    id: str
    from_user: User = msgspec.field(name="from")
    query: str = ""
    offset: str = ""


class Standing(msgspec.Struct, frozen=True):
    """What somebody is in a chat: member, left, kicked …"""

    status: str


class Membership(msgspec.Struct, frozen=True):
    """The bot was let into a chat, or put out of it."""

    chat: Chat
    from_user: User = msgspec.field(name="from")
    new_chat_member: Standing


class Update(msgspec.Struct, frozen=True):
    """One thing that happened; fields that none of our handlers reads are left out."""

    update_id: int
    message: Message | None = None
    edited_message: Message | None = None
    callback_query: CallbackQuery | None = None
    inline_query: InlineQuery | None = None
    my_chat_member: Membership | None = None

    @property
    def sender(self) -> User | None:
        """Who made it happen."""
        said = self.message or self.edited_message
        done = self.callback_query or self.inline_query or self.my_chat_member
        happened = said or done
        return happened.from_user if happened is not None else None


_update = msgspec.json.Decoder(Update)


def update_from(payload: str) -> Update:
    """The update that was kept. Raises msgspec.DecodeError where it is none, or of another shape."""
    return _update.decode(payload)
