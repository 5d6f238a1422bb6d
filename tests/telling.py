"""Telling a story: messages and taps of the team's members, as they would write and tap them."""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any, TypeVar

from core.actions import correct, undo
from core.actions.log import log_message
from core.actions.work import Source, Work
from core.notices import Logged, LoggedTogether, Notice
from core.storage.directory_cache import DirectoryCache
from tests.builders import NOW, TEAM, House

Shown = TypeVar("Shown", bound=Notice)


@dataclass
class Story:
    """What members do one after the other; each answer is what the bot posts last."""

    house: House
    now: datetime = NOW
    _numbers: Any = field(default_factory=lambda: count(1))

    def says(self, text: str, by: str = "Mantas") -> Logged:
        """The card that answers a message about one customer."""
        return self._shown(Logged, by, self._log, text)

    def says_of_several(self, text: str, by: str = "Mantas") -> LoggedTogether:
        return self._shown(LoggedTogether, by, self._log, text)

    def answers(self, card: Logged, value: str, by: str = "Mantas") -> Logged:
        """Taps an answer to the card's question; the card as it is shown then."""
        return self._shown(Logged, by, lambda work, who: self._answer(work, who, card, value))

    def undoes(self, card: Logged, by: str = "Mantas") -> None:
        self._shown(Notice, by, lambda work, who: undo.undo(work, who, card.operation_id, 1, None))

    def does(self, use_case: Any, *arguments: Any, by: str = "Mantas", **more: Any) -> Any:
        """Runs a use case as the member; what it returns."""
        with self.house.database.writing() as session, DirectoryCache().using(session) as directory:
            work = Work(session, self.now, TEAM, directory)
            return use_case(work, self.house.member(work, by), *arguments, **more)

    def sees(
        self, kind: type[Shown], use_case: Any, *arguments: Any, by: str = "Mantas", **more: Any
    ) -> Shown:
        """Runs a use case as the member; the screen of this kind that it posts."""
        return self._shown(kind, by, lambda work, who: use_case(work, who, *arguments))

    def _shown(self, kind: type[Shown], by: str, use_case: Any, *arguments: Any) -> Shown:
        def run(work: Work, who: Any) -> Notice:
            use_case(work, who, *arguments)
            return [letter.notice for letter in work.posted if isinstance(letter.notice, kind)][-1]

        shown = self.does(run, by=by)
        assert isinstance(shown, kind)
        return shown

    def _log(self, work: Work, who: Any, text: str) -> None:
        log_message(work, who, text, Source(who.telegram_id, next(self._numbers), self.now))

    def _answer(self, work: Work, who: Any, card: Logged, value: str) -> None:
        correct.answer(work, who, card.operation_id, value, who.telegram_id, 1)
