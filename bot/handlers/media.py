"""Messages that are no text: places and people that are shared by hand."""

from telegram import Message

from core.actions import visits
from core.actions.visits import Point
from core.actions.work import Source, Work
from core.model import Member


def place(work: Work, member: Member, message: Message, source: Source) -> None:
    """A location that was shared (a live one by its first point), or a venue, begins a visit."""
    found = message.location or (message.venue.location if message.venue else None)
    if found is not None:
        visits.arrive(work, member, Point(found.latitude, found.longitude), source)
