"""A real browser for tests: the system's Chromium."""

import os
import shutil
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, async_playwright, expect

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

PATIENCE_MS = 20_000
"""So long what is expected on a page may take to be there, beside other tests on a slow machine."""

expect.set_options(timeout=PATIENCE_MS)


def chromium(downloaded: str) -> str:
    """The system's Chromium or Playwright's own; without both the test is skipped, or fails if need be."""
    for name in ("chromium", "chromium-browser", "google-chrome", downloaded):
        if found := shutil.which(name):
            return found
    message = (
        "No Chromium was found: install the system's package chromium, or `playwright install chromium`."
    )
    if os.environ.get("PILTUVELIS_REQUIRE_BROWSER") == "1":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        path = chromium(playwright.chromium.executable_path)
        opened = await playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        await opened.close()
