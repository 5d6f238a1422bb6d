"""Joining: an invite becomes access; the first owner comes in by configuration."""

from sqlalchemy import select

from core.actions.invites import token_hash
from core.actions.work import Work
from core.errors import InviteInvalid
from core.model import Invite, Member
from core.notices import Welcome
from core.storage.ledger import Ledger, put
from core.storage.members import ever_by_telegram_id, team_name
from core.terms import Role


def join(work: Work, telegram_id: int, name: str, language: str | None, payload: str, chat_id: int) -> Member:
    """Uses the invite up and gives access. Raises InviteInvalid, and then nothing was used."""
    invite = work.session.scalar(
        select(Invite).where(Invite.token_hash == token_hash(payload)).with_for_update()
    )
    if invite is None or not invite.is_open(work.now):
        raise InviteInvalid()
    member = _member_for(work, invite, telegram_id, name, language)
    put(work.session, invite, {"used_at": work.now, "used_by_id": member.id})
    welcome(work, member, chat_id, first_time=True)
    return member


def join_as_owner(work: Work, telegram_id: int, name: str, language: str | None, chat_id: int) -> Member:
    """Gives the configured first owner access."""
    ledger = Ledger.begin(work.session, "join", work.now)
    member = ever_by_telegram_id(work.session, telegram_id)
    if member is None:
        member = _new_member(work, ledger, telegram_id, name, language, Role.OWNER, None)
    else:
        _give_access(work, ledger, member, telegram_id, Role.OWNER, member.team_id)
    ledger.close()
    welcome(work, member, chat_id, first_time=True)
    return member


def welcome(work: Work, member: Member, chat_id: int, *, first_time: bool) -> None:
    """Greets a member and offers the choice of language."""
    notice = Welcome(
        name=member.name, role=member.role, team=team_name(work.session, member), first_time=first_time
    )
    work.post(chat_id, notice, to=member)


def _member_for(work: Work, invite: Invite, telegram_id: int, name: str, language: str | None) -> Member:
    """The member that the invite makes or names; who is in already keeps their record and gets the role."""
    ledger = Ledger.begin(work.session, "join", work.now, by_id=invite.created_by_id)
    member = ever_by_telegram_id(work.session, telegram_id)
    if member is None and invite.member_id:
        member = work.session.get(Member, invite.member_id)
    if member is None:
        member = _new_member(
            work, ledger, telegram_id, invite.name or name, language, invite.role, invite.team_id
        )
    else:
        _give_access(work, ledger, member, telegram_id, invite.role, invite.team_id or member.team_id)
    ledger.close()
    return member


def _give_access(
    work: Work, ledger: Ledger, member: Member, telegram_id: int, role: Role, team_id: int | None
) -> None:
    values = {
        "telegram_id": telegram_id,
        "role": role,
        "team_id": team_id,
        "joined_at": member.joined_at or work.now,
        "left_at": None,
        "blocked_at": None,
    }
    ledger.change(member, values)


def _new_member(
    work: Work,
    ledger: Ledger,
    telegram_id: int,
    name: str,
    language: str | None,
    role: Role,
    team_id: int | None,
) -> Member:
    values = {
        "name": name[:200] or str(telegram_id),
        "role": role,
        "team_id": team_id,
        "telegram_id": telegram_id,
        "language": language,
        "joined_at": work.now,
    }
    member = work.session.get(Member, ledger.create(Member, values))
    if member is None:
        raise LookupError("a member that was just written is not there")
    return member
