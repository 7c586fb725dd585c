"""Prints the milliseconds to the first contentful paint of a page, five times, opened from disk.

usage: first_paint.py PAGE
"""

import pathlib
import shutil
import sys

from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(
        executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    for _ in range(5):
        page = browser.new_page()
        page.goto(pathlib.Path(sys.argv[1]).resolve().as_uri())
        print(page.evaluate(
            "new Promise(done => new PerformanceObserver(list => list.getEntries().forEach(entry =>"
            " entry.name == 'first-contentful-paint' && done(entry.startTime)))"
            ".observe({type: 'paint', buffered: true}))"))
        page.close()
    browser.close()
