"""What the server knows of a text: mistakes, names, places, what can be written."""

import asyncio

import pytest
from conftest import NOTEBOOK, PATIENCE
from lsprotocol import types

pytestmark = pytest.mark.asyncio


async def labels(editor, needle, offset):
    found = await editor.client.text_document_completion_async(
        types.CompletionParams(**editor.place(needle, offset)))
    return [item.label for item in found]


async def quick_fixes(editor, range_):
    actions = await editor.client.text_document_code_action_async(types.CodeActionParams(
        text_document=editor.document, range=range_,
        context=types.CodeActionContext(diagnostics=[])))
    # The client takes an action without an edit for a command.
    return [a for a in actions if isinstance(a, types.CodeAction) and a.edit]


async def test_tells_mistakes_as_one_types_and_mends_them(editor):
    assert await editor.open() == []
    found = await editor.replace("𝔻 `{dev.examples", "𝔻 `{dev.exmples")
    assert [editor.within(d.range) for d in found] == ["exmples"]
    assert found[0].severity == types.DiagnosticSeverity.Error
    assert "did you mean 'examples'?" in found[0].message
    actions = await editor.client.text_document_code_action_async(types.CodeActionParams(
        text_document=editor.document, range=found[0].range,
        context=types.CodeActionContext(diagnostics=[])))
    fix = next(a for a in actions if a.kind == types.CodeActionKind.QuickFix)
    assert fix.title == "Write 'examples'"
    assert editor.apply(fix.edit.changes[editor.uri]) == NOTEBOOK
    assert await editor.change(NOTEBOOK) == []


@pytest.mark.parametrize("old, new, words", [
    ("[10 relu,", "[10 rleu,", ["rleu"]),
    ("[10 relu,", "[conv 16 5x5 rel,", ["rel"]),
    ("[10 relu,", "['𝔻-norm rleu', batch-norm rleu, drop-out 0.3,", ["rleu", "drop-out"]),
    ("on: dev", "on: splt.dev", ["splt"]),
    ("show: confusion-matrix\nof: dev", "show: learning-curve\nof: [tran.loss, train.los]",
     ["tran", "los"]),
    ("```check", "```sweep\nvary: {train.iteratons: [5, 9]}\nmeasure: dev.accuracy\n```\n\n```check",
     ["iteratons"]),
    ("```check", "```sweep\nvariants:\n  a: {train.seed: 1, dev.mdel: train}\n"
     "measure: dev.accuracy\n```\n\n```check", ["mdel"]),
])
async def test_mends_a_misspelt_word_and_nothing_beside_it(editor, old, new, words):
    meant = {"rleu": "relu", "rel": "relu", "drop-out": "dropout", "splt": "split", "tran": "train",
             "los": "loss", "iteratons": "iterations", "mdel": "model"}
    await editor.open()
    found = [d for d in await editor.replace(old, new) if "did you mean" in d.message]
    assert [editor.within(d.range) for d in found] == words
    for diagnostic, word in zip(found, words):
        fixes = await quick_fixes(editor, diagnostic.range)
        assert [fix.title for fix in fixes] == [f"Write '{meant[word]}'"]
        edits = fixes[0].edit.changes[editor.uri]
        assert [(editor.within(e.range), e.new_text) for e in edits] == [(word, meant[word])]


async def test_tells_each_wrong_layer_and_offers_nothing_where_no_word_is_misspelt(editor):
    await editor.open()
    found = await editor.replace("[10 relu, 10 softmax]", "[9 softmax, 8 softmax, 10 softmax]")
    assert [editor.within(d.range) for d in found] == ["9 softmax", "8 softmax"]
    found = await editor.replace("[9 softmax, 8 softmax, 10 softmax]", "10 relu, 10 softmax")
    assert [editor.within(d.range) for d in found] == ["10 relu, 10 softmax"]
    assert await quick_fixes(editor, found[0].range) == []


async def test_tells_a_mistake_at_each_of_its_places(editor):
    await editor.open()
    found = await editor.change(NOTEBOOK.replace("{dev.", "{dve."))
    assert [editor.within(d.range) for d in found] == ["dve", "dve"]


async def test_says_nothing_of_other_markdown(editor):
    text = "# Read me\n\n<font>Raw</font> [nowhere](#nowhere)\n\n````\n```load\n```\n````\n"
    assert await editor.open(text) == []
    assert await editor.change(text + "\n```load\nmnist: data\n```\n") != []


async def test_knows_a_text_that_is_not_saved_and_one_that_is_closed(editor):
    assert len(await editor.open(NOTEBOOK.replace("on: dev", "on: dve"), save=False)) == 1
    heard = editor.listen("textDocument/publishDiagnostics")
    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(editor.document))
    assert not (await asyncio.wait_for(heard.get(), PATIENCE)).diagnostics
    with pytest.raises(Exception, match="is not open"):
        await editor.client.text_document_hover_async(types.HoverParams(**editor.place("load")))


async def test_completes_kinds_options_values_and_formats(editor):
    await editor.open()
    assert (await labels(editor, "```train", 4))[:3] == ["load", "split", "train"]
    assert "iterations" not in await labels(editor, "layers: [", 0)
    assert {"batch", "optimizer"} <= set(await labels(editor, "layers: [", 0))
    assert "confusion-matrix" in await labels(editor, "show: confusion", 7)
    assert await labels(editor, "of: dev", 5) == ["dev"]
    assert "split.dev" in await labels(editor, "on: dev", 5)
    assert "data/" in await labels(editor, "mnist: data", 8)
    assert {"dev", "train", "confusion", "mean"} <= set(await labels(editor, "{dev.acc", 2))
    assert {"accuracy", "per-class"} <= set(await labels(editor, "{dev.acc", 6))
    assert (await labels(editor, "accuracy:.1%", 9))[0] == ".1%"
    assert "," in await labels(editor, "examples:,", 9)
    assert {"caption", "tables"} <= set(await labels(editor, "on: dev", 2))
    assert "title" in await labels(editor, "title: Digits", 2)
    assert await labels(editor, "#what", 2) == ["what-it-reads"]
    assert "seen" in await labels(editor, "[^seen]", 3)


async def test_completes_within_layers_rates_and_values_to_try(editor):
    await editor.open()
    at = "layers: [10 relu, 10 softmax]"
    begun = await labels(editor, at, len("layers: ["))
    assert begun[:2] == ["conv", "max-pool"] and "softmax" not in begun
    assert (await labels(editor, at, len("layers: [10 re")))[:2] == ["relu", "leaky-relu"]
    assert (await labels(editor, at, len("layers: [10 relu, ")))[0] == "conv"
    await editor.replace("10 relu,", "conv 8 5x5 stride 2 , max-pool 2x2 ,")
    later = await labels(editor, "stride 2 ", len("stride 2 "))
    assert later[:3] == ["pad", "same", "relu"] and "stride" not in later
    assert await labels(editor, "max-pool 2x2 ", len("max-pool 2x2 ")) == []
    await editor.replace("iterations: 20", "learning-rate: step 0.1 \niterations: 20")
    assert await labels(editor, "step 0.1 ", len("step 0.1 ")) == ["by", "every"]
    await editor.change(NOTEBOOK + "\n```sweep\nvary:\n  train.layers: [10 \n  train.optimizer: [a\n```\n")
    assert "gelu" in await labels(editor, "train.layers: [10 ", len("train.layers: [10 "))
    assert "adam" in await labels(editor, "train.optimizer: [", len("train.optimizer: ["))


async def test_completes_where_the_text_is_broken(editor):
    await editor.open()
    await editor.replace("layers: [10 relu, 10 softmax]\niterations: 20\n```", "layers: [10 relu\nopt")
    assert "optimizer" in await labels(editor, "\nopt", 4)
    await editor.change(NOTEBOOK.replace("of: dev\n```\n", "of: \n"))
    assert await labels(editor, "of: ", 4) == ["dev"]
    await editor.change(NOTEBOOK + "\nIt is `{dev.accuracy.")
    assert {"low", "high", "count"} <= set(await labels(editor, "It is `{dev.accuracy.", 21))
    await editor.change(NOTEBOOK.replace("10 softmax]", "10 softmax") + "\nIt is `{train.")
    assert "accuracy" in await labels(editor, "`{train.", 8)
    await editor.change(NOTEBOOK.replace("show: confusion-matrix\nof: dev\n```", "sho"))
    assert await labels(editor, "\nsho", 4) != []


async def test_tells_what_a_word_is(editor):
    await editor.open()

    async def hover(needle, offset):
        found = await editor.client.text_document_hover_async(
            types.HoverParams(**editor.place(needle, offset)))
        return found and found.contents.value

    assert "a proportion" in await hover("dev.accuracy:", 5)
    assert "dev has not been run" in await hover("dev.accuracy:", 5)
    assert "the evaluate step of line 23" in await hover("`{dev", 3)
    assert "Trains a network" in await hover("```train", 5)
    assert "how many updates to make" in await hover("iterations", 3)
    assert "the evaluate step" in await hover("of: dev", 5)
    assert "confusion-matrix" in await hover("confusion-matrix", 3)
    assert await hover("It reads", 2) is None
    await editor.replace("on: dev", 'on: dev\ntables: [none, "Of all"]')
    assert "a caption for each" in await hover("tables:", 3)
    assert await labels(editor, "[none", 3) == ["none"]


async def test_leads_to_where_things_are_defined_and_used(editor):
    await editor.open()

    async def definition(needle, offset):
        found = await editor.client.text_document_definition_async(
            types.DefinitionParams(**editor.place(needle, offset)))
        return found and (found.uri, found.range.start.line)

    line = lambda needle: NOTEBOOK[:NOTEBOOK.index(needle)].count("\n")
    assert await definition("{dev.accuracy", 2) == (editor.uri, line("```evaluate dev"))
    assert await definition("{dev.accuracy", 7) == (editor.uri, line("```evaluate dev"))
    assert await definition("of: dev", 5) == (editor.uri, line("```evaluate dev"))
    assert await definition("#what-it", 3) == (editor.uri, line("## What"))
    assert await definition("[^seen]", 3) == (editor.uri, line("[^seen]:"))
    assert await definition("mnist: data", 8) == ((editor.folder / "data").as_uri(), 0)
    found = await editor.client.text_document_references_async(types.ReferenceParams(
        **editor.place("{dev.accuracy", 2), context=types.ReferenceContext(True)))
    assert [editor.within(location.range) for location in found] == ["dev"] * 5
    found = await editor.client.text_document_document_highlight_async(
        types.DocumentHighlightParams(**editor.place("{dev.accuracy", 2)))
    assert len(found) == 5
    links = await editor.client.text_document_document_link_async(
        types.DocumentLinkParams(editor.document))
    assert [link.target for link in links] == [(editor.folder / "data").as_uri()]


async def test_renames_a_step_wherever_it_is_named(editor):
    await editor.open()

    async def rename(needle, offset, name):
        found = await editor.client.text_document_rename_async(
            types.RenameParams(**editor.place(needle, offset), new_name=name))
        return editor.apply(found.changes[editor.uri])

    renamed = await rename("{dev.accuracy", 2, "held-out")
    assert renamed == (
        NOTEBOOK.replace("{dev.", "{held-out.").replace("evaluate dev", "evaluate held-out")
        .replace("of: dev", "of: held-out").replace(": dev.acc", ": held-out.acc"))
    assert await editor.change(renamed) == []
    # A step without a name gets one behind its kind.
    await editor.change(NOTEBOOK + "\n`{train.iterations}`\n")
    named = await rename("{train.", 2, "small")
    assert "```train small\n" in named and "`{small.iterations}`" in named
    assert await editor.change(named) == []
    for name, why in [("dev", "already"), ("a b", "not a step name"), ("and", "cannot name")]:
        with pytest.raises(Exception, match=why):
            await rename("{small.", 2, name)


async def test_shows_the_outline_and_what_can_be_folded(editor):
    await editor.open()
    found = await editor.client.text_document_document_symbol_async(
        types.DocumentSymbolParams(editor.document))
    assert [s.name for s in found] == ["load", "split", "train", "What it reads"]
    assert [s.name for s in found[3].children] == ["dev", "confusion", "check"]
    folds = await editor.client.text_document_folding_range_async(
        types.FoldingRangeParams(editor.document))
    assert (0, 2) == (folds[0].start_line, folds[0].end_line)
    assert len(folds) == 8
