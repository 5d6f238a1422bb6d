"""Digests are made once, as their period has ended, and kept: what is shown later is what was sent."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from msgspec.structs import replace
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from core.actions.digest.contents import contents
from core.actions.digest.facts import Glance
from core.actions.turns import Turns
from core.actions.work import TeamSettings, Work
from core.errors import NotAllowed, NotFound
from core.insights.period import Span
from core.model import Member, SentDigest
from core.notices import Digest, DigestAlbum, decode, encode
from core.notices.report_view import OF_LENGTH, Asked, Length, ReportView
from core.storage import digests
from core.storage.ledger import add, put


def finished(length: Length, today: date) -> Span:
    """The last week, month or quarter that was over on the evening before `today`."""
    return OF_LENGTH[length](OF_LENGTH[length](today).start - timedelta(days=1))


def today_of(team: TeamSettings, now: datetime) -> date:
    """The team's local date, by which periods end for everybody."""
    return now.astimezone(ZoneInfo(team.zone)).date()


FRESH = timedelta(days=7)
"""A digest is made of a period that ended no longer ago; whoever asks for an older one has it made then."""


def closed_of(today: date) -> Length:
    """What was closed at the end of the last month: the quarter with it, or the month alone."""
    month, quarter = finished(Length.MONTH, today), finished(Length.QUARTER, today)
    return Length.QUARTER if month.end == quarter.end else Length.MONTH


def make_due(team: TeamSettings, turns: Turns) -> int:
    """Makes the digests of what has just ended, for all who have none of it yet; says how many."""
    made, now = 0, turns.now()
    today = today_of(team, now)
    for length in (Length.WEEK, closed_of(today)):
        if today - finished(length, today).end >= FRESH:
            continue
        with turns.reading() as session:
            for reader, digest in lacking(session, team, now, length):
                turns.write(partial(keep, reader=reader, digest=digest, now=now))
                turns.rest()
                made += 1
    return made


def lacking(
    session: Session, team: TeamSettings, now: datetime, length: Length
) -> Iterator[tuple[Member, Digest]]:
    """The digests of the last period that were not made yet, one by one, to be kept as `keep` does.

    Reads only: it may take a while, and others write meanwhile.
    """
    span = finished(length, today_of(team, now))
    readers = digests.lacking(session, length, span.start)
    if readers:
        glance = Glance(session, team, now, span, length).for_many()
        for reader in readers:
            yield reader, contents(glance.seen_by(reader))


def keep(session: Session, reader: Member, digest: Digest, now: datetime) -> SentDigest:
    """Keeps a digest; where another process has kept the reader's of that period already, that one stays."""
    return keep_payload(session, reader, digest.length, (digest.start, digest.end), encode(digest), now)


def keep_payload(
    session: Session, reader: Member, length: str, days: tuple[date, date], payload: str, now: datetime
) -> SentDigest:
    """Keeps what was told of the days, the second exclusive; where something is kept already, that stays."""
    values = {
        "member_id": reader.id,
        "length": length,
        "starts_on": days[0],
        "ends_on": days[1],
        "payload": payload,
        "created_at": now,
    }
    with suppress(IntegrityError), session.begin_nested():  # the unique key has it: somebody was first
        add(session, SentDigest, values)
    kept = digests.kept(session, reader, length, days[0])
    if kept is None:
        raise RuntimeError("a digest that was just kept is not there")
    return kept


def of(work: Work, reader: Member, length: Length, span: Span) -> SentDigest:
    """The reader's digest of a period: the one kept, else made now and kept."""
    kept = digests.kept(work.session, reader, length, span.start)
    if kept is not None:
        return kept
    glance = Glance(work.session, work.team, work.now, span, length)
    return keep(work.session, reader, contents(glance.seen_by(reader)), work.now)


def told(work: Work, reader: Member, length: Length) -> Digest | None:
    """The digest of the last period as it is sent; None where it has nothing to say."""
    kept = of(work, reader, length, finished(length, today_of(work.team, work.now)))
    digest = as_notice(kept)
    return digest if _says_something(digest) else None


def told_closing(work: Work, reader: Member) -> Digest | None:
    """The digest of the last month, or of the quarter that ended with it."""
    return told(work, reader, closed_of(today_of(work.team, work.now)))


def answer(work: Work, by: Member, chat_id: int) -> None:
    """Shows the digest of last week. Raises NotAllowed for who manages nobody."""
    if not by.manages:
        raise NotAllowed()
    kept = of(work, by, Length.WEEK, finished(Length.WEEK, today_of(work.team, work.now)))
    work.post(chat_id, as_notice(kept), to=by)
    post_album(work, by, kept.id, chat_id)


def post_album(work: Work, reader: Member, digest_id: int, chat_id: int) -> None:
    """Posts the digest's pictures behind its words: where these fail, the words are there already."""
    album = album_of(_own(work, reader, digest_id))
    if album.pictures:
        work.post(chat_id, album, to=reader)


def shown_again(work: Work, by: Member, length: Length, start: date) -> Digest | None:
    """One's own digest of a period as it was, in words; None: none is kept."""
    kept = digests.kept(work.session, by, length, start)
    return as_notice(kept) if kept is not None else None


def opened(work: Work, by: Member, digest_id: int) -> ReportView:
    """Notes that its reader uses a digest; the view that leads back to it. Raises NotFound for another's."""
    kept = _own(work, by, digest_id)
    if kept.opened_at is None:
        put(work.session, kept, {"opened_at": work.now})
    return ReportView(Asked.WEEK, kept.starts_on, Length(kept.length))


def as_notice(kept: SentDigest) -> Digest:
    """The digest in words as it was made, under its number."""
    return replace(_made(kept), id=kept.id, pictures=[])


def album_of(kept: SentDigest) -> DigestAlbum:
    """Its pictures as they were made; one that is older has none."""
    made = _made(kept)
    return DigestAlbum(start=made.start, end=made.end, length=made.length, pictures=made.pictures)


def _made(kept: SentDigest) -> Digest:
    notice = decode(kept.payload)
    if not isinstance(notice, Digest):
        raise TypeError(f"not a digest: {kept.id}")
    return notice


def _own(work: Work, by: Member, digest_id: int) -> SentDigest:
    kept = digests.own(work.session, by, digest_id)
    if kept is None:
        raise NotFound()
    return kept


def _says_something(digest: Digest) -> bool:
    happened = (digest.won, digest.lost, digest.slipped, digest.moved)
    counts = (digest.orders, digest.open, digest.leads, digest.contacts, digest.contacts_change)
    return any(each.count for each in happened) or any(counts)
