"""Messages that are no text of the person's own: places, files, people, others' words."""

import re
from collections.abc import Sequence

from bot.cities import zone_at
from bot.handlers import free_text
from bot.incoming.shapes import Contact, Media, Message
from core.actions import captions, file_owner, files, forwarded, settings, visits
from core.actions.contact_card import SharedCard
from core.actions.files import File
from core.actions.visits import Point
from core.actions.work import Source, Work
from core.model import Member, Operation
from core.storage import records

UNFOLDED = re.compile(r"\r?\n[ \t]")
ESCAPED = re.compile(r"\\(.)")

KINDS = ("photo", "voice", "audio", "video", "document")


def place(work: Work, member: Member, message: Message, source: Source) -> None:
    """A location that was shared (a live one by its first point), or a venue, begins a visit.

    The first in another time zone brings an offer to tell things by its clocks.
    """
    found = message.location or (message.venue.location if message.venue else None)
    if found is None:
        return
    here, before = Point(found.latitude, found.longitude), visits.last_place(work, member)
    visits.arrive(work, member, here, source)
    zone = _zone(here)
    if zone is not None and (before is None or _zone(before) != zone):
        settings.offer_zone(work, member, zone, source.chat_id)


def _zone(point: Point) -> str | None:
    return zone_at(point.latitude, point.longitude)


def file_of(message: Message) -> File | None:
    """The file in a message, if there is one of those that are kept; of a photo its largest size."""
    kind = next((kind for kind in KINDS if getattr(message, kind)), None)
    if kind is None:
        return None
    found: Media = message.photo[-1] if kind == "photo" and message.photo else getattr(message, kind)
    return File(
        kind, found.file_id, found.file_unique_id, found.file_name, found.file_size, message.media_group_id
    )


def keep_file(work: Work, member: Member, file: File, words: str, source: Source) -> None:
    """Reads the caption like a message, and attaches the file to what it logs, else to what it replies to."""
    onto = file_owner.replied(work, member, source)
    logged: Sequence[Operation] = ()
    if words.strip():
        if not captions.keep(work, member, words, source):
            free_text.run(work, member, words, source)
        logged = records.operations_of_message(work.session, member, source.chat_id, source.message_id)
    files.attach(work, member, file, source, logged[0] if logged else None, onto)


def keep_words(work: Work, member: Member, words: str, source: Source) -> None:
    """Somebody's words that were forwarded are kept as a note, never read as a report."""
    forwarded.keep(work, member, words, source)


def card_of(contact: Contact) -> SharedCard:
    """What a shared contact says, with the fields of its vCard that are kept."""
    name = " ".join(part for part in (contact.first_name, contact.last_name) if part).strip()
    fields = vcard_fields(contact.vcard or "")
    return SharedCard(
        name=name or fields.get("FN") or contact.phone_number,
        phone=contact.phone_number or fields.get("TEL", ""),
        email=fields.get("EMAIL"),
        organisation=fields.get("ORG", "").partition(";")[0].strip() or None,
        role=fields.get("TITLE"),
    )


def vcard_fields(text: str) -> dict[str, str]:
    """The first value of each field of a vCard, unfolded and unescaped (RFC 6350, 3.2 and 3.4)."""
    found: dict[str, str] = {}
    for line in UNFOLDED.sub("", text.replace("\x00", "")).splitlines():
        said, _, value = line.partition(":")
        name = said.partition(";")[0].rpartition(".")[2].upper()
        plain = ESCAPED.sub(lambda match: " " if match[1] in "nN" else match[1], value).strip()
        if plain:
            found.setdefault(name, plain)
    return found
