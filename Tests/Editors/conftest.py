"""A folder with a notebook and data, and a client that has the server started for it."""

import asyncio
import pathlib
import shutil

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

ROOT = pathlib.Path(__file__).resolve().parents[2]
DAYBOOK = ROOT / ".build/release/daybook"

# Seconds that no answer takes on the busiest machine.
PATIENCE = 60

NOTEBOOK = """---
title: Digits
---

It reads `{dev.accuracy:.1%}` of 𝔻 `{dev.examples:,}` images, see [below](#what-it-reads).[^seen]

```load
mnist: data
labelled: 3000
```

```split
dev: 1000
```

```train
layers: [10 relu, 10 softmax]
iterations: 20
```

## What it reads

```evaluate dev
on: dev
```

```plot confusion
show: confusion-matrix
of: dev
```

```check
It reads some of them: dev.accuracy > 0.05
```

[^seen]: Which it has never seen.
"""


class Editor:
    """What an editor does with one notebook."""

    def __init__(self, client, folder):
        self.client = client
        self.folder = folder
        self.path = folder / "nb.md"
        self.uri = self.path.as_uri()
        self.version = 0
        self.text = ""
        # Who listens to what the server says by a name.
        self.listeners = {}

    @property
    def document(self):
        return types.TextDocumentIdentifier(uri=self.uri)

    async def open(self, text=NOTEBOOK, save=True):
        if save:
            self.path.write_text(text)
        self.text = text
        self.version = 1
        return await self.told(lambda: self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(
                uri=self.uri, language_id="markdown", version=1, text=text))))

    async def change(self, text):
        self.text = text
        self.version += 1
        return await self.told(lambda: self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version=self.version, uri=self.uri),
                [types.TextDocumentContentChangeWholeDocument(text=text)])))

    async def replace(self, old, new):
        assert old in self.text
        return await self.change(self.text.replace(old, new))

    async def told(self, act):
        """The diagnostics of the text that the act sends."""
        heard = self.listen("textDocument/publishDiagnostics")
        act()
        while True:
            params = await asyncio.wait_for(heard.get(), PATIENCE)
            if (params.uri, params.version) == (self.uri, self.version):
                return list(params.diagnostics)

    def listen(self, name):
        """A queue of all that notifications of a name say from now on."""
        if name not in self.listeners:
            self.listeners[name] = []
            self.note_next(name)
        queue = asyncio.Queue()
        self.listeners[name].append(queue)
        return queue

    def note_next(self, name):
        """Hands the next notification to those who listen, and waits for the one after it: the
        client tells of one at a time, and none may come between two waits."""
        def note(params):
            self.note_next(name)
            for queue in self.listeners[name]:
                queue.put_nowait(params)

        self.client.protocol.wait_for_notification(name, note)

    def at(self, needle, offset=0):
        """The place of a text, in units of UTF-16."""
        before = self.text[:self.text.index(needle) + offset]
        line = before.rsplit("\n", 1)[-1]
        return types.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2)

    def within(self, range_):
        """The text of a range."""
        line = self.text.split("\n")[range_.start.line].encode("utf-16-le")
        assert range_.start.line == range_.end.line
        return line[2 * range_.start.character:2 * range_.end.character].decode("utf-16-le")

    def place(self, needle, offset=0):
        return {"text_document": self.document, "position": self.at(needle, offset)}

    def apply(self, edits):
        """The text after some edits."""
        lines = self.text.split("\n")
        for edit in sorted(edits, key=lambda e: (e.range.start.line, e.range.start.character),
                           reverse=True):
            (first, last) = (edit.range.start, edit.range.end)
            units = lambda line: lines[line].encode("utf-16-le")
            before = units(first.line)[:2 * first.character].decode("utf-16-le")
            after = units(last.line)[2 * last.character:].decode("utf-16-le")
            lines[first.line:last.line + 1] = (before + edit.new_text + after).split("\n")
        return "\n".join(lines)

    async def run_to(self, step):
        return await self.client.workspace_execute_command_async(
            types.ExecuteCommandParams(command="daybook.runTo", arguments=[self.uri, step]))


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[str(DAYBOOK), "lsp"]))
async def client(lsp_client: LanguageClient, tmp_path):
    folder = tmp_path / "w"
    shutil.copytree(ROOT / "notebooks/data/mnist", folder / "data")
    for refresh in ["workspace/codeLens/refresh", "workspace/inlayHint/refresh"]:
        lsp_client.feature(refresh)(lambda *_: None)
    await lsp_client.initialize_session(types.InitializeParams(
        capabilities=client_capabilities("neovim"), root_uri=folder.as_uri(),
        initialization_options={"inlayHints": True},
        workspace_folders=[types.WorkspaceFolder(uri=folder.as_uri(), name="w")]))
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def editor(client, tmp_path):
    return Editor(client, tmp_path / "w")
