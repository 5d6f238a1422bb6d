"""What became of everything that people sent: the books of a run, from the database and from their chats."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sqlalchemy import create_engine, text

from playground.jsontypes import Json
from tests.crash.crowd import Writer, mark_in


@dataclass
class Account:
    """Figures of a run. All but `kills`, `messages`, `taps`, `answers` and `doubled` have to be none."""

    kills: int = 0
    messages: int = 0
    taps: int = 0
    answers: int = 0
    lost: int = 0
    """Messages and taps that are not in effect."""

    twice: int = 0
    """Messages and taps that are in effect more than once."""

    unanswered: int = 0
    """Messages without an answer, and answers that are said to be sent and are not in the chat."""

    doubled: int = 0
    """Answers that are in the chat twice, since the kill fell between sending and marking."""

    unexplained: int = 0
    """Answers that are in the chat twice for no such reason."""

    disordered: int = 0
    """Messages in effect, or answers in a chat, before one that was earlier."""

    faults: int = 0
    """Updates and letters that were set aside, and tracebacks in the log."""

    def is_sound(self) -> bool:
        return not (
            self.lost or self.twice or self.unanswered or self.unexplained or self.disordered or self.faults
        )


@dataclass
class Books:
    """Looks into the database and the chats at each kill, and once more at the end."""

    database_url: str
    seen: dict[int, int] = field(default_factory=dict)
    """By person: the newest message of their chat that was looked at."""

    chats: dict[int, list[int]] = field(default_factory=dict)
    """By person: the bot's messages, oldest first."""

    copies: dict[tuple[int, int], int] = field(default_factory=dict)
    """By person and message: the letter that was in the chat, unmarked, at a kill."""

    unexplained: int = 0

    def __post_init__(self) -> None:
        self._engine = create_engine(self.database_url)

    def close(self) -> None:
        self._engine.dispose()

    def rows(self, sql: str, **values: object) -> Sequence[Sequence[int]]:
        with self._engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(sql), values)]

    def left(self) -> int:
        """How many updates are not handled and letters not sent yet."""
        return self.unhandled() + self.rows(_UNSENT)[0][0]

    def unhandled(self) -> int:
        """How many updates are not handled yet."""
        return self.rows(_UNHANDLED)[0][0]

    async def look(self, writers: Sequence[Writer]) -> None:
        """What is in the chats by now; the bot must not be running."""
        known = {tuple(row) for row in self.rows(_KNOWN)}
        waiting = [tuple(row) for row in self.rows(_WAITING)]
        for writer in writers:
            person = writer.phone.person
            fresh = [each["message_id"] for each in await self._news(writer)]
            self.chats.setdefault(person, []).extend(fresh)
            unmarked = [number for number in fresh if (person, number) not in known]
            letters = [letter for chat, letter in waiting if chat == person]
            self.unexplained += max(0, len(unmarked) - len(letters))
            self.copies.update(
                {(person, number): letter for number, letter in zip(unmarked, letters, strict=False)}
            )

    async def _news(self, writer: Writer) -> list[Json]:
        """The bot's messages since the last look."""
        found: list[Json] = []
        while True:
            after = self.seen.get(writer.phone.person, 0)
            path = f"{writer.phone.place}/messages"
            page = await writer.phone.ask("GET", path, limit=500, after=after)
            if page["messages"]:
                self.seen[writer.phone.person] = page["messages"][-1]["message_id"]
            found += [each for each in page["messages"] if each["from"]["id"] == writer.bot_id]
            if not page["more"]:
                return found

    def closed(self, writers: Sequence[Writer], account: Account) -> Account:
        """The account, after the last look."""
        logged = {(chat, message) for chat, message in self.rows(_LOGGED)}
        letters = {(chat, message): letter for chat, message, letter in self.rows(_SENT)}
        for writer in writers:
            person = writer.phone.person
            account.messages += len(writer.sent)
            account.taps += len(writer.tapped)
            account.answers += len(self.chats[person])
            self._count_effects(writer, account)
            account.unanswered += sum((person, number) not in logged for number in writer.sent)
            there = set(self.chats[person])
            account.unanswered += sum(chat == person and each not in there for chat, each in letters)
            order = [
                letters.get((person, each), self.copies.get((person, each))) for each in self.chats[person]
            ]
            account.disordered += _out_of_order([each for each in order if each is not None])
        undone = self.rows("SELECT count(*) FROM operations WHERE name = 'undo'")[0][0]
        account.lost += max(0, account.taps - undone)
        account.twice += max(0, undone - account.taps) + self.rows(_REFUSED)[0][0]
        account.doubled, account.unexplained = len(self.copies), self.unexplained
        account.faults += self.rows(_FAILED)[0][0]
        return account

    def _count_effects(self, writer: Writer, account: Account) -> None:
        noted = self.rows(_NOTES, person=writer.phone.person)
        found = [mark for (note,) in noted if (mark := mark_in(str(note))) is not None]
        times = Counter(found)
        for number in range(len(writer.sent)):
            account.lost += times[number] == 0
            account.twice += times[number] > 1
        account.disordered += _out_of_order(found)


def _out_of_order(found: Sequence[int]) -> int:
    """How many come after a later one, repetitions apart."""
    once = list(dict.fromkeys(found))
    return sum(first > second for first, second in pairwise(once))


_KNOWN = "SELECT chat_id, message_id FROM outbox WHERE message_id IS NOT NULL"
_WAITING = (
    "SELECT chat_id, id FROM outbox WHERE sent_at IS NULL AND failed_at IS NULL "
    "AND edits_message_id IS NULL ORDER BY id"
)
_SENT = "SELECT chat_id, message_id, id FROM outbox WHERE sent_at IS NOT NULL AND edits_message_id IS NULL"
_LOGGED = (
    "SELECT DISTINCT operations.chat_id, operations.message_id FROM operations JOIN outbox "
    "ON outbox.operation_id = operations.id WHERE operations.name = 'log' AND outbox.sent_at IS NOT NULL"
)
_NOTES = (
    "SELECT note FROM contacts JOIN members ON members.id = contacts.by_id "
    "WHERE members.telegram_id = :person ORDER BY contacts.id"
)
_REFUSED = "SELECT count(*) FROM outbox WHERE notice = 'Refusal'"
_UNHANDLED = "SELECT count(*) FROM inbox WHERE done_at IS NULL AND failed_at IS NULL"
_UNSENT = "SELECT count(*) FROM outbox WHERE sent_at IS NULL AND failed_at IS NULL"
_FAILED = (
    "SELECT (SELECT count(*) FROM inbox WHERE failed_at IS NOT NULL) "
    "+ (SELECT count(*) FROM outbox WHERE failed_at IS NOT NULL)"
)
