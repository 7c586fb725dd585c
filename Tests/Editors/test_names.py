"""Every way in which a text names a step is known: what leads to it, and what a new name changes."""

import pytest
from conftest import NOTEBOOK
from lsprotocol import types

pytestmark = pytest.mark.asyncio

# An evaluate step JUDGE and a plot FIGURE, named by numbers and links. A set of examples may have
# the name of a step further down.
REFERENCES = NOTEBOOK.replace("title: Digits", """title: Digits, `{JUDGE.examples}` of them
subtitle: "In `{FIGURE.figure}`, and [below](#step:JUDGE)"
key-figures:
  Errors: "`{JUDGE.errors}`, all in `{FIGURE.figure}`"
references:
  here: "[This very page](#step:JUDGE), `{JUDGE.table}`\"""").replace(
    "{dev.", "{JUDGE.").replace("evaluate dev", "evaluate JUDGE").replace(
    "## What", """```plot
show: images
from: dev
model: none
```

## What""").replace(
    "on: dev", """on: dev
tables: ["Of `{FIGURE.figure}`", 'See [it](#figure:FIGURE)']""").replace(
    "plot confusion", "plot FIGURE").replace("of: dev", """of: JUDGE
caption: >
  Of [all](#step:JUDGE) that `{JUDGE.table[1]}` has,
  as [it](#table:JUDGE:2) says""").replace(": dev.acc", ": JUDGE.acc") + """
| figure | table |
|---|---|
| `{FIGURE.figure}` | [`{JUDGE.table}`](#table:JUDGE "title") |

Table results: All of ``{JUDGE.table}``, ``a ` b``, [see]( <#step:JUDGE> ), [see][judge] and
`{results.table}` \\` but not `[dev](#step:dev)` or #step:dev.[^here]

[judge]: #step:JUDGE "title"
[plot]: #figure:FIGURE

```plot
show: images
from: JUDGE
```
"""

# A train step MODEL and an evaluate step JUDGE, named by sweeps and what shows them. A variant and
# a measure may have the name of a step.
SWEEPS = NOTEBOOK.replace("{dev.", "{JUDGE.").replace("evaluate dev", "evaluate JUDGE").replace(
    "```train", "```train MODEL").replace("of: dev", "of: JUDGE").replace(
    ": dev.acc", ": JUDGE.acc").replace("```check", """```train other
layers: [10 softmax]
iterations: 20
```

```evaluate second
model: MODEL
on: dev
```

```sweep all
vary:
  MODEL.iterations: [10, 20]
  second.model: [MODEL, other]
variants:
  dev: {JUDGE.on: split.dev}
  small: {JUDGE.on: split.training}
measure: ["JUDGE.accuracy", JUDGE.loss, second.loss]
best: highest JUDGE.accuracy
```

```sweep seeds
vary: {MODEL.seed: 0 to 2}
measure: {dev: JUDGE.accuracy - 0.5}
best: dev
```

```plot
show: sweep
of: all
measure: JUDGE.loss
x: MODEL.iterations
by: second.model
```

It is `{all.best.JUDGE.accuracy.mean}`, `{max(all.runs.JUDGE.loss)}`, `{seeds.best.dev}` and
`{all.groups[0].MODEL.iterations + all.runs.first.MODEL.iterations}`.

```check""")


def naming(text, **names):
    for placeholder, name in names.items():
        text = text.replace(placeholder, name)
    return text


async def rename(editor, needle, offset, name):
    found = await editor.client.text_document_rename_async(
        types.RenameParams(**editor.place(needle, offset), new_name=name))
    return editor.apply(found.changes[editor.uri])


async def test_renames_a_step_where_the_text_refers_to_it(editor):
    assert await editor.open(naming(REFERENCES, JUDGE="dev", FIGURE="confusion")) == []
    for needle, offset in [("{dev.table[1]", 2), ("(#step:dev", 8), ("#table:dev:2", 8)]:
        assert await rename(editor, needle, offset, "held-out") == naming(
            REFERENCES, JUDGE="held-out", FIGURE="confusion")
    renamed = await rename(editor, "{confusion.figure", 3, "matrix")
    assert renamed == naming(REFERENCES, JUDGE="dev", FIGURE="matrix")
    assert await editor.change(renamed) == []
    with pytest.raises(Exception, match="a table is called 'results' already"):
        await rename(editor, "{matrix.figure", 3, "results")


async def test_leads_from_references_and_links_to_their_steps(editor):
    await editor.open(naming(REFERENCES, JUDGE="dev", FIGURE="confusion"))
    line = lambda needle: editor.text[:editor.text.index(needle)].count("\n")

    async def definition(needle, offset):
        found = await editor.client.text_document_definition_async(
            types.DefinitionParams(**editor.place(needle, offset)))
        return found and found.range.start.line

    for needle, offset in [
            ("{confusion.figure", 4), ("{confusion.figure", 14), ("#figure:confusion", 10)]:
        assert await definition(needle, offset) == line("```plot confusion")
    found = await editor.client.text_document_references_async(types.ReferenceParams(
        **editor.place("#figure:confusion", 10), context=types.ReferenceContext(False)))
    assert [editor.within(location.range) for location in found] == ["confusion"] * 6
    for needle, offset in [("(#step:dev", 8), ("{dev.table", 2), ("[judge]: #step:dev", 16)]:
        found = await editor.client.text_document_hover_async(
            types.HoverParams(**editor.place(needle, offset)))
        assert "the evaluate step" in found.contents.value
        assert editor.within(found.range) == "dev"
    found = await editor.client.text_document_document_highlight_async(
        types.DocumentHighlightParams(**editor.place("#table:dev:2", 8)))
    assert {editor.within(highlight.range) for highlight in found} == {"dev"}
    # The table of the prose is no step, and code no link.
    assert await definition("{results.table", 3) is None
    assert await definition("`[dev](#step:dev", 13) is None


async def test_renames_a_step_in_what_sweeps_name(editor):
    assert await editor.open(naming(SWEEPS, JUDGE="dev", MODEL="small")) == []
    assert await rename(editor, "{dev.accuracy", 2, "held-out") == naming(
        SWEEPS, JUDGE="held-out", MODEL="small")
    renamed = await rename(editor, "MODEL.iterations".replace("MODEL", "small"), 2, "wide")
    assert renamed == naming(SWEEPS, JUDGE="dev", MODEL="wide")
    assert await editor.change(renamed) == []
    assert await editor.change(await rename(editor, "{dev.accuracy", 2, "held-out")) == []
