"""The pad in Chromium: the page's own network against Daybook's, and digits that are drawn."""

import json
import subprocess

import pytest
from conftest import ROOT

NOTEBOOK = f"""```load
mnist: {ROOT}/notebooks/data/mnist
labelled: 42000
```

```split
dev: 1000
```

```train
TRAINING
```

```try
samples: SAMPLES
```
"""

TRAININGS = {
    "dense": ("layers: [10 relu, 10 softmax]\niterations: 500", 1000),
    "convolutional": ("""layers: [conv 8 5x5 relu, max-pool 2x2, conv 12 3x3 relu, max-pool 2x2, 10 softmax]
batch: 100
iterations: 200
optimizer: adam""", 1000),
    "padded": ("""layers: [conv 5 3x4 stride 2 pad 2 relu, conv 4 3x3 pad same gelu, average-pool 3x2, 12 tanh, dropout 0.1, 9 sigmoid, 8 leaky-relu, 10 softmax]
batch: 50
iterations: 100
optimizer: adam""", 100),
}

# Strokes in shares of the paper, as a person would draw them.
STROKES = {
    0: [[(.5, .15), (.32, .25), (.27, .5), (.33, .75), (.5, .86), (.67, .75), (.73, .5), (.67, .25),
         (.5, .15)]],
    1: [[(.5, .12), (.5, .88)]],
    3: [[(.3, .2), (.5, .13), (.68, .25), (.62, .42), (.45, .5), (.65, .58), (.7, .75), (.5, .88),
         (.28, .8)]],
    7: [[(.25, .2), (.75, .2), (.45, .88)]],
}


@pytest.fixture
def page(browser, output):
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    page = context.new_page()
    page.messages = []
    page.on("console", lambda message: page.messages.append(message.text))
    page.on("pageerror", lambda error: page.messages.append(str(error)))
    page.goto((output / "index.html").as_uri())
    page.locator(".pad").scroll_into_view_if_needed()
    yield page
    assert page.messages == []
    context.close()


def draw(page, strokes):
    box = page.locator(".pad .paper").bounding_box()
    place = lambda point: (box["x"] + point[0] * box["width"], box["y"] + point[1] * box["height"])
    for stroke in strokes:
        page.mouse.move(*place(stroke[0]))
        page.mouse.down()
        for point in stroke[1:]:
            page.mouse.move(*place(point), steps=6)
        page.mouse.up()


@pytest.mark.parametrize("network", TRAININGS)
def test_agrees_with_daybook_on_real_images(browser, daybook, tmp_path, network):
    notebook = tmp_path / "pad.md"
    training, count = TRAININGS[network]
    notebook.write_text(NOTEBOOK.replace("TRAINING", training).replace("SAMPLES", str(count)))
    subprocess.run(
        [daybook, "run", "--quiet", "--output", tmp_path, "--allow-read", ROOT, notebook], check=True,
        stdout=subprocess.DEVNULL)
    samples = json.loads((tmp_path / "pad" / "results.json").read_text())["try.samples"]
    assert len(samples) == count
    page = browser.new_page()
    page.goto((tmp_path / "pad" / "index.html").as_uri())
    read = page.evaluate(
        "[...document.querySelectorAll('.sample')].map(button => {"
        " button.click(); return button.closest('.pad').probabilities; })")
    page.close()
    worst = max(
        abs(ours - theirs)
        for sample, probabilities in zip(samples, read)
        for ours, theirs in zip(sample["probabilities"], probabilities))
    assert all(len(probabilities) == 10 for probabilities in read)
    assert worst < 1e-4
    assert max(sum(probabilities) for probabilities in read) == pytest.approx(1)


@pytest.mark.parametrize("digit", STROKES)
def test_reads_a_digit_that_is_drawn(page, digit):
    draw(page, STROKES[digit])
    assert page.locator(".reading").inner_text().startswith(f"It reads a {digit} (")
    assert page.locator(".bars .winner .class").inner_text() == str(digit)


def test_place_and_size_do_not_matter(page):
    small = [[(x * .4 + .5, y * .4 + .05) for x, y in stroke] for stroke in STROKES[7]]
    draw(page, small)
    assert page.locator(".reading").inner_text().startswith("It reads a 7 (")


def test_shows_what_it_reads_while_one_draws(page):
    box = page.locator(".pad .paper").bounding_box()
    page.mouse.move(box["x"] + 140, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 140, box["y"] + 240, steps=5)
    assert page.locator(".bars .winner").count() == 1
    # It is told, to those who listen, only once the pen is lifted.
    assert page.locator(".reading").inner_text() == ""
    page.mouse.up()
    assert page.locator(".reading").inner_text() != ""
    page.get_by_role("button", name="Clear").click()
    assert page.locator(".reading").inner_text() == ""
    assert page.locator(".bars .winner").count() == 0


@pytest.mark.parametrize("pointer", ["mouse", "touchscreen"])
def test_a_single_tap_draws_a_dot(browser, output, pointer):
    context = browser.new_context(has_touch=True)
    page = context.new_page()
    page.goto((output / "index.html").as_uri())
    page.locator(".pad .paper").scroll_into_view_if_needed()
    box = page.locator(".pad .paper").bounding_box()
    place = (box["x"] + 100, box["y"] + 100)
    page.mouse.click(*place) if pointer == "mouse" else page.touchscreen.tap(*place)
    level = page.evaluate(
        "document.querySelector('.paper').getContext('2d').getImageData(100, 100, 1, 1).data[3]")
    assert level == 255
    assert page.locator(".reading").inner_text().startswith("It reads a")
    context.close()


def test_clear_stands_below_the_paper(page):
    paper = page.locator(".pad .paper").bounding_box()
    clear = page.get_by_role("button", name="Clear").bounding_box()
    assert clear["y"] >= paper["y"] + paper["height"]
    assert page.get_by_role("region", name="Drawing pad", exact=True).count() == 1


def test_by_keyboard(page):
    page.get_by_role("button", name="Clear").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "sample"
    page.keyboard.press("Enter")
    label = page.evaluate("document.activeElement.querySelector('img').alt")
    assert label == "Sample 1, an 8"
    assert page.locator(".sample[aria-pressed=true]").count() == 1
    assert page.locator(".reading").inner_text().startswith("It reads an 8 (")
    # A drawing takes the sample's place.
    draw(page, STROKES[1])
    assert page.locator(".sample[aria-pressed=true]").count() == 0
    assert page.locator(".reading").inner_text().startswith("It reads a 1 (")


def test_without_scripting(browser, output):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((output / "index.html").as_uri())
    assert "With scripting on" in page.locator(".pad .plain").inner_text()
    # The first ten, and five more that are misread.
    assert page.locator(".pad .samples img").count() == 15
    assert page.locator("figure img.light").first.is_visible()
    context.close()
