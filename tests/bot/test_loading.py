"""What a running bot has loaded, since each library costs memory and time at the start."""

import subprocess
import sys

ONLY_SOMETIMES = (
    "alembic",
    "icalendar",
    "matplotlib",
    "numpy",
    "openpyxl",
    "pygments",
    "rich",
    "starlette",
    "uvicorn",
    "xlsxwriter",
)
"""Needed for a report's pictures and files, a schema that is behind, or a command line, if at all."""


def test_bot_that_is_ready_for_messages_has_loaded_nothing_that_they_do_not_need() -> None:
    code = (
        "import sys; from bot.application import Application, Face; Face.real().warm_up();"
        f"print(*(name for name in {ONLY_SOMETIMES} if name in sys.modules))"
    )
    ended = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ended.stdout.split() == []
