"""Makes the pictures of the README from the report: .build/browser/bin/python docs/screenshots.py"""

import pathlib
import shutil

from PIL import Image
from playwright.sync_api import sync_playwright

DOCS = pathlib.Path(__file__).resolve().parent
REPORT = DOCS.parent / "output" / "digit-recognition" / "index.html"

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(
        executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    for scheme in ("light", "dark"):
        page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
        page.goto(REPORT.as_uri())
        path = DOCS / f"report-{scheme}.png"
        page.screenshot(path=path)
        Image.open(path).convert("RGB").quantize(128, dither=Image.Dither.NONE).save(
            path, optimize=True)
    browser.close()
