"""Invites let one person in, once."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from core.actions.invites import NoOpenInvite, invite, open_invites, revoke
from core.actions.join import join, join_as_owner
from core.errors import InviteInvalid
from core.model import Invite, Member
from core.storage.ledger import put
from core.storage.members import by_telegram_id
from core.terms import Role
from tests.builders import NOW, House


def invited(house: House, name: str | None = None, team: str | None = None) -> str:
    with house.work() as work:
        return invite(work.session, work.now, Role.REP, name=name, team=team).payload


def test_an_invite_gives_access_once(house: House) -> None:
    payload = invited(house, name="Rasa", team="Vilnius")
    with house.work() as work:
        member = join(work, 900, "Rasa R.", "lt", payload, 900)
        assert (member.name, member.role, member.team_id) == ("Rasa", Role.REP, house.ids["Vilnius"])
    with house.work() as work, pytest.raises(InviteInvalid):
        join(work, 901, "Somebody else", "en", payload, 901)


def test_an_expired_or_unknown_invite_is_refused(house: House) -> None:
    payload = invited(house)
    with house.work(NOW + timedelta(days=8)) as work, pytest.raises(InviteInvalid):
        join(work, 900, "Rasa", "lt", payload, 900)
    with house.work() as work, pytest.raises(InviteInvalid):
        join(work, 900, "Rasa", "lt", "guessed", 900)


def test_a_revoked_invite_is_refused_and_cannot_be_revoked_again(house: House) -> None:
    payload, other = invited(house, name="Rasa"), invited(house)
    with house.work() as work:
        first, second = open_invites(work.session, work.now)
        assert revoke(work.session, work.now, first.id).name == "Rasa"
        assert [each.id for each in open_invites(work.session, work.now)] == [second.id]
    with house.work() as work, pytest.raises(InviteInvalid):
        join(work, 900, "Rasa", "lt", payload, 900)
    with house.work() as work:
        join(work, 901, "Ona", "lt", other, 901)
        assert open_invites(work.session, work.now) == []
        for number in (first.id, second.id, 99):
            with pytest.raises(NoOpenInvite):
                revoke(work.session, work.now, number)


def test_only_a_hash_of_the_invite_is_kept(house: House) -> None:
    payload = invited(house)
    with house.database.reading() as session:
        row = session.scalars(select(Invite)).one()
    assert payload not in repr(vars(row))


def test_a_known_salesperson_of_an_import_gets_their_record(house: House) -> None:
    with house.work() as work:
        work.session.add(Member(name="Rasa", role=Role.REP))
        work.session.flush()
    payload = invited(house, name="rasa")
    with house.work() as work:
        join(work, 900, "Rasa R.", "lt", payload, 900)
        found = by_telegram_id(work.session, 900)
        assert found is not None
        assert work.session.scalars(select(Member).where(Member.name == "Rasa")).one().id == found.id


def test_somebody_who_left_comes_back_to_their_own_record(house: House) -> None:
    with house.work() as work:
        put(work.session, house.member(work, "Rūta"), {"left_at": NOW})
    payload = invited(house, team="Kaunas")
    with house.work() as work:
        member = join(work, 502, "Rūta", "lt", payload, 502)
        assert (member.id, member.has_access) == (house.ids["Rūta"], True)
        assert member.team_id == house.ids["Kaunas"]


def test_the_configured_owner_needs_no_invite(house: House) -> None:
    with house.work() as work:
        owner = join_as_owner(work, 999, "Savininkas", "lt", 999)
        assert (owner.role, owner.has_access) == (Role.OWNER, True)
        assert join_as_owner(work, 501, "Mantas", "lt", 501).id == house.ids["Mantas"]
