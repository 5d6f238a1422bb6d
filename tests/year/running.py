"""The run: the clock steps to the next moment when something is due, and waits until all is quiet."""

import asyncio
import random
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import aiohttp
from sqlalchemy import func, select, text

from bot.config import WebhookSettings
from core.actions import comments, steps
from core.actions.settings import set_routine
from core.actions.work import Work
from core.model import Contact, InboxUpdate, Member, MemberRoutine, NextStep, OutboxMessage
from core.model.step import UNPLANNED
from core.notices import AskInWords
from core.reading.directory import Directory
from core.storage.database import Database
from core.storage.outbox import LEASE
from core.storage.records import STILL_OPEN
from core.terms import Remark, Role, RoutineKind
from playground.jsontypes import Json
from playground.server import start
from playground.testing import TOKEN, Phone
from tests.crash.crowd import MARKED, mark_of
from tests.crash.killing import Nursery, Upbringing
from tests.year import account as books
from tests.year.account import Account, Books
from tests.year.calendar import EVENING, Diary, is_working, moments
from tests.year.team import SETTINGS, Person, Step, book, found

LEAD_IN = timedelta(hours=4)
KILLED_WITHIN_S = 0.6
LOOK_S = 0.05
DONE_EARLY, DONE_AFTER, SAYS, PRAISES = 0.2, 0.5, 0.03, 0.03
"""Shares of steps ticked off in the morning and after their reminder, of salespeople who log something at a
moment, and of moments at which a manager praises somebody until the day's budget is used up."""

LEASES_PASS = 2 * LEASE
"""After a kill the clock steps over the leases, those of a bot that lives too: what that one is just sending,
the other may take up and send as well. In life it would not, as a lease outlasts a sending."""

BURST = 9
LOG_LINES = 40

Told = Callable[[int, int, datetime], None]


@dataclass(frozen=True)
class Plan:
    """What is simulated. `kills`, `outages`: the share of moments that have one. `patience_s`: how long the
    bots may get nothing done before the run gives up."""

    first: date
    days: int
    sellers: int = 50
    managers: int = 6
    bots: int = 2
    kills: float = 0.1
    outages: float = 0.05
    seed: int = 1
    kind: str = "real"
    patience_s: float = 90.0


class NotQuiet(AssertionError):
    """The bots get nothing done any more."""


@dataclass
class Year:
    """One run on an empty, migrated database."""

    plan: Plan
    database_url: str
    folder: Path
    told: Told = lambda done, all_of_them, at: None
    account: Account = field(default_factory=Account)
    diary: Diary = field(default_factory=Diary)
    killed_at: list[datetime] = field(default_factory=list)

    async def run(self) -> Account:
        """Simulates it and closes the books."""
        self.chance = random.Random(self.plan.seed)
        self.days = [self.plan.first + timedelta(days=day) for day in range(self.plan.days)]
        begin = datetime.combine(self.days[0], time(), UTC) - LEAD_IN
        self.database = Database(self.database_url)
        self.people = found(self.database, self.plan.sellers, self.plan.managers, begin)
        sellers = [person for person in self.people if person.role is Role.REP]
        for person in sellers:
            book(self.database, person, self.days, begin, self.chance)
        async with AsyncExitStack() as stack:
            stack.callback(self.database.close)
            self.telegram = await stack.enter_async_context(start(port=0, bot_name="Piltuvėlis"))
            self.http = await stack.enter_async_context(aiohttp.ClientSession())
            await self._people()
            await self._clock(begin)
            await self._bots(stack)
            await self._quiet(begin)
            self._evenings(begin)
            await self._moments()
            await self._close()
        return self.account

    async def _moments(self) -> None:
        first = datetime.combine(self.days[0], time(), UTC)
        last = datetime.combine(self.days[-1], time(), UTC) + timedelta(days=1)
        due = [at for at in moments(self.people, self.days) if first <= at < last]
        for number, at in enumerate(due):
            self.diary.note(self.people, at)
            await self._outage()
            await self._clock(at)
            if self.chance.random() < self.plan.kills:
                await self._kill()
            await self._quiet(at)
            await self._live(at)
            await self._quiet(at)
            self.told(number + 1, len(due), at)

    async def _live(self, at: datetime) -> None:
        """People tick off, log and praise, now and then."""
        for person in self.people:
            if person.role is not Role.REP:
                continue
            for step in person.steps:
                if self._is_ticked(person, step, at):
                    self._tick(person, step)
            if is_working(at.astimezone(person.zone).date()) and self.chance.random() < SAYS:
                await self._phone(person).say(f"Skambinau į Statybą 15 min, {mark_of(self.account.logged)}")
                self.account.logged += 1
        if self.chance.random() < PRAISES:
            person = self.chance.choice([each for each in self.people if each.manager is not None])
            self._praise(person, at)

    def _is_ticked(self, person: Person, step: Step, at: datetime) -> bool:
        if step.done_at is not None:
            return False
        day = at.astimezone(person.zone).date()
        if at == step.remind_at:
            return self.chance.random() < DONE_AFTER
        is_morning = self.diary.due.get(("agenda", person.id, str(day))) == at
        return is_morning and step.on == day and self.chance.random() < DONE_EARLY

    def _tick(self, person: Person, step: Step) -> None:
        with self._work() as work:
            steps.done(work, work.session.get_one(Member, person.id), step.id)
            step.done_at = work.now
        self.diary.done[person.id].append(step.done_at.astimezone(person.zone).date())

    def _praise(self, person: Person, at: datetime) -> None:
        """More praise than a day has room for: what is over is held."""
        assert person.manager is not None
        with self._work() as work:
            by = work.session.get_one(Member, person.manager.id)
            for number in range(BURST):
                words = f"{at:%y%m%d%H%M}-{number}"
                ask = AskInWords(about="comment", record_id=person.deal_id, field=Remark.PRAISE.value)
                comments.say(work, by, ask, words, person.manager.chat)
                self.diary.due["comment", person.id, words] = at
        self.diary.waits.add(person.id)

    def _evenings(self, begin: datetime) -> None:
        """Some salespeople want the evening line."""
        for person in self.people:
            if person.has_evening:
                with self._work() as work:
                    member = work.session.get_one(Member, person.id)
                    set_routine(work, member, RoutineKind.EVENING.value, EVENING, person.chat, 0)

    @contextmanager
    def _work(self) -> Iterator[Work]:
        with self.database.writing() as session:
            yield Work(session, self.telegram.world.clock.now(), SETTINGS, Directory())

    async def _people(self) -> None:
        async with self.http.post(f"{self.telegram.url}/bot{TOKEN}/getMe") as answer:
            self.bot_id = int((await answer.json())["result"]["id"])
        for person in self.people:
            body = {"id": person.chat, "first_name": person.name, "language_code": "lt"}
            phone = self._phone(person)
            await phone.ask("POST", "/api/people", body)
            await phone.say("/help")

    def _phone(self, person: Person) -> Phone:
        return Phone(self.telegram.url, self.http, person.chat, self.bot_id)

    async def _bots(self, stack: AsyncExitStack) -> None:
        """Several share a webhook's updates: whoever began last gets them."""
        self.nurseries: list[Nursery] = []
        self.pids: list[int] = []
        for number in range(self.plan.bots):
            folder = self.folder / f"bot-{number}"
            folder.mkdir()
            hook = _hook() if self.plan.bots > 1 else None
            clock = f"{self.telegram.url}/api/clock"
            more = Upbringing(self.plan.kind, clock, hook)
            nursery = await Nursery.open(self.telegram.url, self.database_url, more, folder)
            stack.push_async_callback(nursery.close)
            self.nurseries.append(nursery)
            self.pids.append(await nursery.begin())
            await nursery.up()

    async def _kill(self) -> None:
        """Kills one of them and begins it again; the clock then steps over the lease of what it held."""
        await asyncio.sleep(self.chance.uniform(0, KILLED_WITHIN_S))
        number = self.chance.randrange(len(self.pids))
        assert await self.nurseries[number].end(self.pids[number], signal.SIGKILL) == -signal.SIGKILL
        self.killed_at.append(self.telegram.world.clock.now())
        self.account.kills += 1
        self.pids[number] = await self.nurseries[number].begin()
        await self.nurseries[number].up()
        if self.plan.bots > 1:
            await self._clock(self.telegram.world.clock.now() + LEASE)

    async def _outage(self) -> None:
        """The next few letters fail. What is left of the last outage is over: one letter that met them all
        would wait longer with each."""
        self.telegram.world.faults.clear()
        if self.chance.random() < self.plan.outages:
            kind = self.chance.choice(["500", "502", "close"])
            count = self.chance.randint(1, 5)
            fault = {"kind": kind, "count": count, "methods": ["sendMessage", "editMessageText"]}
            async with self.http.post(f"{self.telegram.url}/api/faults", json={"next": [fault]}) as answer:
                answer.raise_for_status()
            self.account.outages += 1

    async def _clock(self, to: datetime) -> None:
        async with self.http.post(f"{self.telegram.url}/api/clock", json={"to": to.isoformat()}) as answer:
            answer.raise_for_status()

    async def _quiet(self, at: datetime) -> None:
        """Returns once nothing that was due by the moment is left, and all letters are sent."""
        try:
            async with asyncio.timeout(self.plan.patience_s):
                while left := await asyncio.to_thread(self._left, at):  # noqa: ASYNC110 - the database has no event
                    await asyncio.sleep(LOOK_S)
        except TimeoutError:
            raise NotQuiet(f"left at {at}: {left}") from None

    def _left(self, at: datetime) -> dict[str, int]:
        due = at + timedelta(seconds=1)
        unsent = (OutboxMessage.sent_at.is_(None), OutboxMessage.failed_at.is_(None))
        unhandled = (InboxUpdate.done_at.is_(None), InboxUpdate.failed_at.is_(None))
        waiting = {
            "routines": select(func.count()).select_from(MemberRoutine).where(MemberRoutine.due_at < due),
            "reminders": select(func.count())
            .select_from(NextStep)
            .where(*STILL_OPEN, NextStep.remind_at < due),
            "unplanned": select(func.count()).select_from(NextStep).where(*STILL_OPEN, text(UNPLANNED)),
            "updates": select(func.count()).select_from(InboxUpdate).where(*unhandled),
        }
        with self.database.reading() as session:
            left = {name: session.scalar(query) or 0 for name, query in waiting.items()}
            for notice in session.scalars(select(OutboxMessage.notice).where(*unsent)):
                left[notice] = left.get(notice, 0) + 1
            given = session.scalar(select(func.count()).select_from(MemberRoutine)) or 0
            logged = session.scalar(select(func.count()).where(Contact.note.contains(MARKED))) or 0
        left["on the way"] = max(0, self.account.logged - logged)
        left["routines to give"] = len(self.people) * len(RoutineKind) - given
        return {name: count for name, count in left.items() if count}

    async def _close(self) -> None:
        for nursery, pid in zip(self.nurseries, self.pids, strict=True):
            assert await nursery.end(pid, signal.SIGTERM) == 0
        chats = {person.chat: await self._chat(person) for person in self.people}
        found = Books(self.database, self.people)
        books.closed(found, self.diary.due, self.diary.waits, self.account)
        reach = LEASES_PASS if self.plan.bots > 1 else books.SECOND
        books.compare(found, chats, self.killed_at, self.account, reach)
        for nursery in self.nurseries:
            if nursery.tracebacks():
                self.account.blame("faults", "\n".join(nursery.log().splitlines()[-LOG_LINES:]))

    async def _chat(self, person: Person) -> list[Json]:
        """All of the bot's messages to a person."""
        messages: list[Json] = []
        after = 0
        while True:
            phone = self._phone(person)
            page = await phone.ask("GET", f"{phone.place}/messages", limit=500, after=after)
            messages += [each for each in page["messages"] if each["from"]["id"] == self.bot_id]
            if not page["more"]:
                return messages
            after = page["messages"][-1]["message_id"]


def _hook() -> WebhookSettings:
    with socket.create_server(("127.0.0.1", 0)) as free:
        listen = f"127.0.0.1:{free.getsockname()[1]}"
    return WebhookSettings(f"http://{listen}/telegram", listen, "s3cret-word")
