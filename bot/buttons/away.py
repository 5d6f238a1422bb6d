"""Buttons of days off and of the members: a deputy, the end of an absence, who has left, who takes over."""

from dataclasses import dataclass

from bot.buttons.packing import Button, code


@code("ad")
@dataclass(frozen=True, slots=True)
class NameDeputy(Button):
    """This colleague stands in for me; 0: nobody."""

    absence_id: int
    member_id: int


@code("ae")
@dataclass(frozen=True, slots=True)
class EndAbsence(Button):
    """I am back, or I don't go."""

    absence_id: int


@code("mp")
@dataclass(frozen=True, slots=True)
class MembersPage(Button):
    """Another page of the members."""

    page: int


@code("ml")
@dataclass(frozen=True, slots=True)
class MemberLeaves(Button):
    """Show what is open with a member, and who may take it over; `page` is the page to go back to."""

    member_id: int
    page: int


@code("mh")
@dataclass(frozen=True, slots=True)
class HasLeft(Button):
    """The member has left, and the heir takes over what is open; 0: nobody, as nothing is."""

    member_id: int
    heir_id: int
    page: int
