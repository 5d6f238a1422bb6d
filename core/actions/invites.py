"""Invites: single-use payloads of a deep link, of which the database keeps only a hash."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.errors import SalesError
from core.model import Invite, Member, Team
from core.storage.ledger import add, put
from core.terms import Role

VALID_FOR = timedelta(days=7)


class UnknownTeam(SalesError):
    """No team has that name. Fields: `team` as asked for, `known` the names there are."""

    key = "error-unknown-team"


class NoOpenInvite(SalesError):
    """Nobody can join by that invite. Field: `number` as asked for."""

    key = "error-no-open-invite"


@dataclass(frozen=True, slots=True)
class Invitation:
    """What is handed to the one person who may join. `payload` is nowhere else; valid before `expires_at`."""

    payload: str
    role: Role
    expires_at: datetime


def token_hash(payload: str) -> str:
    """What the database keeps of a payload: 64 hexadecimal digits."""
    return sha256(payload.encode()).hexdigest()


def invite(
    session: Session,
    now: datetime,
    role: Role,
    *,
    name: str | None = None,
    team: str | None = None,
    by_id: int | None = None,
) -> Invitation:
    """Allows one person to join within seven days of `now`.

    A `name` that an import knows as a salesperson without access hands that salesperson's deals to whoever
    joins. Raises UnknownTeam, and then nothing was written.
    """
    payload = secrets.token_urlsafe(24)
    values = {
        "token_hash": token_hash(payload),
        "role": role,
        "created_at": now,
        "expires_at": now + VALID_FOR,
        "name": name,
        "team_id": _team_id(session, team) if team else None,
        "member_id": _known_by_name(session, name) if name else None,
        "created_by_id": by_id,
    }
    add(session, Invite, values)
    return Invitation(payload, role, now + VALID_FOR)


def open_invites(session: Session, now: datetime) -> Sequence[Invite]:
    """Those by which somebody may still join, oldest first."""
    query = select(Invite).where(Invite.used_at.is_(None), Invite.revoked_at.is_(None))
    return session.scalars(query.where(Invite.expires_at > now).order_by(Invite.id)).all()


def revoke(session: Session, now: datetime, invite_id: int) -> Invite:
    """Lets nobody join by it from `now` on. Raises NoOpenInvite where it was used, is over or is unknown."""
    for found in open_invites(session, now):
        if found.id == invite_id:
            put(session, found, {"revoked_at": now})
            return found
    raise NoOpenInvite(number=str(invite_id))


def _team_id(session: Session, name: str) -> int:
    teams = session.execute(select(Team.id, Team.name).order_by(Team.name)).all()
    for team_id, known in teams:
        if known.casefold() == name.strip().casefold():
            return int(team_id)
    raise UnknownTeam(team=name, known=", ".join(known for _, known in teams))


def _known_by_name(session: Session, name: str) -> int | None:
    """The only member of this name who has no account yet; None where there is none, or several."""
    waiting = select(Member.id, Member.name).where(Member.telegram_id.is_(None), Member.left_at.is_(None))
    found = [key for key, known in session.execute(waiting) if known.casefold() == name.strip().casefold()]
    return int(found[0]) if len(found) == 1 else None
