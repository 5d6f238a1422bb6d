"""Notices: what the bot has to tell somebody, as values; the words come at the edge. A file a subject."""

from typing import Any, Union

import msgspec

from core.notices import customers, mine
from core.notices.away import Away, Leaving, MemberLine, Members, StandIn, TakenOver
from core.notices.base import Notice
from core.notices.beginning import Entered, Twins
from core.notices.capture import LogKinds, LogPicks, LogResults, WhomPicks
from core.notices.comments import Commented, CommentSent
from core.notices.day import Agenda, TeamDay, Week
from core.notices.deal_life import DealLife, OthersBid, SharedWith, ShareLine
from core.notices.deals import (
    DealBoard,
    DealCard,
    DealChange,
    DealHistory,
    DealList,
    DealMoves,
    DealPassed,
    HandedOver,
    HistoryLine,
    HistoryValue,
    PipelineCount,
    StageStanding,
    Standing,
    Tidy,
)
from core.notices.digest import Digest, DigestAlbum, OwnWeek
from core.notices.files import Attached, SentFile, TripMonths, TripSheet
from core.notices.logged import Answered, AskInWords, CorrectMenu, Logged, LoggedTogether, Undone
from core.notices.parts import (
    Asked,
    ContactLine,
    DealLine,
    Deed,
    HeldLine,
    MemberDay,
    Named,
    Option,
    Pick,
    Position,
    Spent,
    StepLine,
    Suggestion,
    Sum,
    TaughtLine,
    UsefulLine,
)
from core.notices.people import (
    Help,
    LanguageChoice,
    LanguageSet,
    Practice,
    Practised,
    Stranger,
    TipsOff,
    Welcome,
)
from core.notices.reports import Answer
from core.notices.settings import EveningLine, OwnSettings, RoutineLine, ZoneOffer
from core.notices.shared import PersonEntered, PersonKnown
from core.notices.steps import MonthPicks, Promises, Reminder, StepCard, StepPicks, TimePicks
from core.notices.taught import Taught
from core.notices.trouble import Fault, NotALog, Refusal, Unreadable
from core.notices.visits import VisitCard, VisitForgotten

__all__ = [
    "Agenda",
    "Answer",
    "Answered",
    "AskInWords",
    "Asked",
    "Attached",
    "Away",
    "CommentSent",
    "Commented",
    "ContactLine",
    "CorrectMenu",
    "DealBoard",
    "DealCard",
    "DealChange",
    "DealHistory",
    "DealLife",
    "DealLine",
    "DealList",
    "DealMoves",
    "DealPassed",
    "Deed",
    "Digest",
    "DigestAlbum",
    "Entered",
    "EveningLine",
    "Fault",
    "HandedOver",
    "HeldLine",
    "Help",
    "HistoryLine",
    "HistoryValue",
    "LanguageChoice",
    "LanguageSet",
    "Leaving",
    "LogKinds",
    "LogPicks",
    "LogResults",
    "Logged",
    "LoggedTogether",
    "MemberDay",
    "MemberLine",
    "Members",
    "MonthPicks",
    "Named",
    "NotALog",
    "Notice",
    "Option",
    "OthersBid",
    "OwnSettings",
    "OwnWeek",
    "PersonEntered",
    "PersonKnown",
    "Pick",
    "PipelineCount",
    "Position",
    "Practice",
    "Practised",
    "Promises",
    "Refusal",
    "Reminder",
    "RoutineLine",
    "SentFile",
    "ShareLine",
    "SharedWith",
    "Spent",
    "StageStanding",
    "StandIn",
    "Standing",
    "StepCard",
    "StepLine",
    "StepPicks",
    "Stranger",
    "Suggestion",
    "Sum",
    "TakenOver",
    "Taught",
    "TaughtLine",
    "TeamDay",
    "Tidy",
    "TimePicks",
    "TipsOff",
    "TripMonths",
    "TripSheet",
    "Twins",
    "Undone",
    "Unreadable",
    "UsefulLine",
    "VisitCard",
    "VisitForgotten",
    "Week",
    "Welcome",
    "WhomPicks",
    "ZoneOffer",
    "customers",
    "decode",
    "encode",
    "mine",
]

_decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(
    Union[tuple(Notice.__subclasses__())]  # noqa: UP007 - as many as there are
)


def encode(notice: Notice) -> str:
    """The notice as JSON for the outbox."""
    return msgspec.json.encode(notice).decode()


def decode(text: str) -> Notice:
    """The notice from the outbox. Raises msgspec.DecodeError for what no version of the program wrote."""
    notice: Notice = _decoder.decode(text)
    return notice
