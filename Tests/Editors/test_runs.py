"""Runs that an editor asks for, and the values of the last run beside the text."""

import asyncio
import os
import pathlib
import signal

import pytest
from conftest import NOTEBOOK, PATIENCE
from lsprotocol import types

pytestmark = pytest.mark.asyncio


async def lenses(editor):
    found = await editor.client.text_document_code_lens_async(types.CodeLensParams(editor.document))
    return {lens.command.arguments[1]: lens.command.title for lens in found}


async def hints(editor):
    found = await editor.client.text_document_inlay_hint_async(types.InlayHintParams(
        editor.document, types.Range(types.Position(0, 0), types.Position(99, 0))))
    return [hint.label for hint in found]


async def test_runs_to_a_step_and_shows_its_values(editor):
    await editor.open()
    assert await hints(editor) == []
    assert (await lenses(editor))["train"] == "▶ run to here · would run: not run before"
    assert (await editor.run_to("dev")).get("message") == "done"
    (reports,) = editor.client.progress_reports.values()
    assert (reports[0].title, reports[0].cancellable) == ("Running to 'dev'", True)
    assert "train: not run before" in [getattr(report, "message", None) for report in reports]
    assert reports[-1].message == "done"
    first, second = await hints(editor)
    assert first.startswith("= ") and first.endswith("%") and second == "= 1,000"
    assert (await lenses(editor))["train"].endswith("unchanged")
    assert "would run" in (await lenses(editor))["confusion"]
    # No report is made of a part.
    assert not (editor.folder / "output/nb").exists()
    await editor.replace("iterations: 20", "iterations: 30")
    assert (await lenses(editor))["train"].endswith("would run: iterations 20 → 30")
    assert (await hints(editor))[0] == first.replace("=", "≠")
    found = await editor.client.text_document_hover_async(
        types.HoverParams(**editor.place("dev.accuracy:", 5)))
    assert "not run since this edit" in found.contents.value
    # Back to what was run: nothing is to be done.
    await editor.change(NOTEBOOK)
    assert (await hints(editor))[0] == first


async def test_runs_a_text_that_is_not_saved(editor):
    await editor.open(NOTEBOOK.replace("iterations: 20", "iterations: 5"), save=False)
    await editor.run_to("dev")
    assert (await hints(editor))[1] == "= 1,000"
    command = types.ExecuteCommandParams(command="daybook.run", arguments=[editor.uri])
    with pytest.raises(Exception, match="save the notebook first"):
        await editor.client.workspace_execute_command_async(command)
    editor.path.write_text(editor.text)
    done = await editor.client.workspace_execute_command_async(command)
    assert done.get("page").endswith("/output/nb/index.html")
    assert (editor.folder / "output/nb/index.html").exists()


async def test_marks_what_a_run_finds(editor):
    await editor.open(NOTEBOOK.replace("dev.accuracy > 0.05", "dev.accuracy > 0.99"))
    heard = editor.listen("textDocument/publishDiagnostics")
    command = types.ExecuteCommandParams(command="daybook.run", arguments=[editor.uri])
    await editor.client.workspace_execute_command_async(command)
    found = (await asyncio.wait_for(heard.get(), PATIENCE)).diagnostics
    assert any(editor.within(d.range) == "dev.accuracy > 0.99" for d in found)
    # What was found of another text is gone with it.
    assert await editor.change(NOTEBOOK) == []


async def test_stops_a_run_that_is_cancelled_and_goes_on_later(editor):
    await editor.open(NOTEBOOK.replace("iterations: 20", "iterations: 100000"))
    heard = editor.listen("$/progress")
    run = asyncio.ensure_future(editor.run_to("dev"))
    while True:
        progress = await asyncio.wait_for(heard.get(), PATIENCE)
        if getattr(progress.value, "percentage", None) is not None or "it/s" in str(progress.value):
            break
    editor.client.window_work_done_progress_cancel(
        types.WorkDoneProgressCancelParams(progress.token))
    with pytest.raises(Exception, match="cancelled"):
        await asyncio.wait_for(run, PATIENCE)
    # The server is there as before.
    assert "train" in await lenses(editor)


async def test_outlives_a_run_that_is_killed(editor):
    await editor.open(NOTEBOOK.replace("iterations: 20", "iterations: 100000"))
    heard = editor.listen("$/progress")
    run = asyncio.ensure_future(editor.run_to("dev"))
    await asyncio.wait_for(heard.get(), PATIENCE)
    server = editor.client._server.pid
    threads = pathlib.Path(f"/proc/{server}/task").glob("*/children")
    (run_process,) = " ".join(thread.read_text() for thread in threads).split()
    os.kill(int(run_process), signal.SIGKILL)
    with pytest.raises(Exception, match="ended by signal 9"):
        await asyncio.wait_for(run, PATIENCE)
    assert "train" in await lenses(editor)
    await editor.change(NOTEBOOK)
    assert (await editor.run_to("dev")).get("message") == "done"
