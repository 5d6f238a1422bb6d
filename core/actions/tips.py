"""Tips: one line a day in the first two weeks, about what the person has not used yet."""

from datetime import timedelta

from sqlalchemy import func, select

from core.actions.work import Work
from core.model import Contact, FeatureUse, Member
from core.notices import TipsOff
from core.reading.tokens import folded
from core.storage.ledger import add, put

FIRST_DAYS = timedelta(days=14)

HABIT_DAYS = 8
"""On so many different days somebody has logged, and needs no more tips."""

TIPS = (
    "edit",
    "reply",
    "today",
    "deals",
    "brief",
    "find",
    "location",
    "contact",
    "promises",
    "log",
    "me",
)
"""The features that tips speak of, the most useful first; each has a text of its own."""

LONGEST_REFUSAL = 40

SHOWN = "tip-"
"""What the use of a feature begins with that is only the tip about it, shown."""


def used(work: Work, member: Member, feature: str) -> None:
    """Notes that somebody has used a feature, for as long as tips may speak of it."""
    if not _is_new(work, member):
        return
    found = work.session.scalar(
        select(FeatureUse).where(FeatureUse.member_id == member.id, FeatureUse.feature == feature)
    )
    if found is not None:
        put(work.session, found, {"count": found.count + 1})
        return
    add(
        work.session,
        FeatureUse,
        {"member_id": member.id, "feature": feature, "first_at": work.now, "count": 1},
    )


def due(work: Work, member: Member) -> str | None:
    """The tip for somebody who has just logged; None for who has had one today, or needs none."""
    today = work.today(member)
    if not _is_new(work, member) or member.tips_off_at is not None or member.last_tip_on == today:
        return None
    known = set(work.session.scalars(select(FeatureUse.feature).where(FeatureUse.member_id == member.id)))
    left = [tip for tip in TIPS if tip not in known and SHOWN + tip not in known]
    if not left or _has_the_habit(work, member):
        return None
    put(work.session, member, {"last_tip_on": today})
    used(work, member, SHOWN + left[0])
    return left[0]


def turn_off(work: Work, member: Member, chat_id: int) -> None:
    """No more tips."""
    put(work.session, member, {"tips_off_at": member.tips_off_at or work.now})
    work.post(chat_id, TipsOff(), to=member)


def are_refused(work: Work, member: Member, text: str) -> bool:
    """Whether somebody who gets tips writes that they want no more: "no more tips", "nebereikia patarimų"."""
    if not _is_new(work, member) or len(text) > LONGEST_REFUSAL:
        return False
    words = folded(text).split()
    return any(word.startswith(_TIP_WORDS) for word in words) and not _NO_WORDS.isdisjoint(words)


_TIP_WORDS = ("tip", "patarim")
_NO_WORDS = frozenset({"no", "stop", "without", "enough", "nebereikia", "nereikia", "be", "gana", "uzteks"})


def _is_new(work: Work, member: Member) -> bool:
    return member.joined_at is not None and work.now < member.joined_at + FIRST_DAYS


def _has_the_habit(work: Work, member: Member) -> bool:
    days = select(func.count(Contact.occurred_on.distinct())).where(
        Contact.by_id == member.id, Contact.deleted_at.is_(None)
    )
    return (work.session.scalar(days) or 0) >= HABIT_DAYS
