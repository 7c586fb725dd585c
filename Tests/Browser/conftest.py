"""What the tests in a browser share: Chromium, the program, and the report of the default notebook."""

import os
import pathlib
import shutil
import subprocess

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
DAYBOOK = ROOT / ".build" / "release" / "daybook"


@pytest.fixture(scope="session")
def daybook():
    """The path of the built program."""
    assert DAYBOOK.exists(), "build it first: make build"
    return DAYBOOK


def launch(chromium):
    """Chromium as the system installed it."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "there is no Chromium; run: Scripts/set-up browser"
    return chromium.launch(executable_path=path, args=["--no-sandbox"])


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = launch(playwright.chromium)
        yield browser
        browser.close()


@pytest.fixture
def other_browser(browser):
    """A browser of someone else: what a browser makes its own pages wait for does not count."""
    other = launch(browser.browser_type)
    yield other
    other.close()


@pytest.fixture(scope="session")
def output(daybook, tmp_path_factory):
    """The folder of the default notebook's report, from a run of its own."""
    folder = tmp_path_factory.mktemp("output")
    notebook = ROOT / "notebooks" / "digit-recognition.md"
    subprocess.run([daybook, "run", "--quiet", "--output", folder, notebook], check=True)
    return folder / "digit-recognition"
