"""A process that has loaded the bot and begins one by a fork at each line it is given: a start in a moment.

What runs and is killed is a process of its own all the same. It says `born PID`, `up PID`, `gone PID STATUS`.
"""

import os
import sys
from functools import partial

from bot.application import Application, Face
from bot.cli.only_bot import only_bot_on
from bot.cli.run import log_to_stderr
from bot.config import Settings, TelegramSettings, WebhookSettings
from core.actions.work import TeamSettings
from tests.crash.without_inbox import KINDS
from tests.year.faulty import FAULTY

KEEP_DAYS = 1_000
"""The mailboxes are the books of a run: all of them stays."""

ROUND_S = 0.2
"""By a simulated clock a round is gone so often: each of its steps waits for the next one."""


def main(
    telegram_url: str, database_url: str, token: str, kind: str, clock_url: str = "", *hook: str
) -> None:
    """`hook`: the webhook's address, where to listen and the secret; none: the bots poll."""
    face = Face.real()
    face.warm_up()
    log_to_stderr()
    account = TelegramSettings(token, telegram_url, WebhookSettings(*hook))
    settings = Settings(TeamSettings(), (), database_url, account, clock_url=clock_url, keep_days=KEEP_DAYS)
    begin = partial(_live, {**KINDS, **FAULTY}[kind], settings, face)
    for _ in sys.stdin:
        pid = os.fork()
        if pid == 0:
            begin()
        _say("born", pid)
        _say("gone", pid, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))


def _live(kind: type[Application], settings: Settings, face: Face) -> None:
    """The whole life of a bot; never returns."""

    class Announced(kind):  # type: ignore[misc, valid-type]
        async def start(self) -> None:
            await super().start()
            if settings.clock_url:
                self.sweeps.every(ROUND_S, self.rounds.go)
            _say("up", os.getpid())

    code = 1
    try:
        with only_bot_on(settings.database_url):
            Announced(settings, face).run()
        code = 0
    finally:
        sys.stderr.flush()
        os._exit(code)


def _say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
