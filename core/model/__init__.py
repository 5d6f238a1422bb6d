"""The records of a selling team, one noun a file."""

from core.model.absence import Absence
from core.model.accuracy import ForecastAccuracy
from core.model.alias import NameAlias
from core.model.attachment import Attachment
from core.model.base import Base
from core.model.change import Change, Operation
from core.model.comment import DealComment
from core.model.company import Company
from core.model.contact import Contact
from core.model.deal import Deal, DealGroup, DealShare, StageChange
from core.model.digest import SentDigest
from core.model.expense import Expense
from core.model.feature import FeatureUse
from core.model.held import HeldNotice
from core.model.invite import Invite
from core.model.mailbox import Chat, InboxUpdate, OutboxMessage
from core.model.member import Member
from core.model.order import Order
from core.model.person import Person
from core.model.pipeline import Pipeline, Stage
from core.model.product import Product
from core.model.revision import Revision
from core.model.routine import MemberRoutine
from core.model.snapshot import Snapshot, SnapshotDeal, SnapshotForecast
from core.model.step import NextStep
from core.model.target import Target
from core.model.team import Team
from core.model.visit import Visit
from core.model.word import OwnWord

__all__ = [
    "Absence",
    "Attachment",
    "Base",
    "Change",
    "Chat",
    "Company",
    "Contact",
    "Deal",
    "DealComment",
    "DealGroup",
    "DealShare",
    "Expense",
    "FeatureUse",
    "ForecastAccuracy",
    "HeldNotice",
    "InboxUpdate",
    "Invite",
    "Member",
    "MemberRoutine",
    "NameAlias",
    "NextStep",
    "Operation",
    "Order",
    "OutboxMessage",
    "OwnWord",
    "Person",
    "Pipeline",
    "Product",
    "Revision",
    "SentDigest",
    "Snapshot",
    "SnapshotDeal",
    "SnapshotForecast",
    "Stage",
    "StageChange",
    "Target",
    "Team",
    "Visit",
]
