"""Notices: what the bot has to tell somebody, as values; the words are found at the edge."""

import msgspec

from core.notices.parts import (
    Asked,
    ContactLine,
    DealLine,
    MemberDay,
    Named,
    Option,
    StepLine,
    Sum,
    TaughtLine,
)
from core.notices.screens import (
    Agenda,
    AskInWords,
    CorrectMenu,
    DealCard,
    DealList,
    Fault,
    Help,
    LanguageChoice,
    LanguageSet,
    Logged,
    LoggedTogether,
    NotALog,
    Notice,
    Refusal,
    StepDone,
    Stranger,
    Taught,
    TeamDay,
    Undone,
    Unreadable,
    Welcome,
)

__all__ = [
    "Agenda",
    "AnyNotice",
    "AskInWords",
    "Asked",
    "ContactLine",
    "CorrectMenu",
    "DealCard",
    "DealLine",
    "DealList",
    "Fault",
    "Help",
    "LanguageChoice",
    "LanguageSet",
    "Logged",
    "LoggedTogether",
    "MemberDay",
    "Named",
    "NotALog",
    "Notice",
    "Option",
    "Refusal",
    "StepDone",
    "StepLine",
    "Stranger",
    "Sum",
    "Taught",
    "TaughtLine",
    "TeamDay",
    "Undone",
    "Unreadable",
    "Welcome",
    "decode",
    "encode",
]

AnyNotice = (
    Stranger
    | Refusal
    | Fault
    | Logged
    | LoggedTogether
    | Undone
    | CorrectMenu
    | AskInWords
    | NotALog
    | Unreadable
    | Welcome
    | LanguageChoice
    | LanguageSet
    | Help
    | Agenda
    | DealList
    | DealCard
    | TeamDay
    | StepDone
    | Taught
)

_decoder: msgspec.json.Decoder[AnyNotice] = msgspec.json.Decoder(AnyNotice)


def encode(notice: Notice) -> str:
    """The notice as JSON for the outbox."""
    return msgspec.json.encode(notice).decode()


def decode(text: str) -> AnyNotice:
    """The notice from the outbox. Raises msgspec.DecodeError for what no version of the program wrote."""
    return _decoder.decode(text)
