"""Measures how long an editor waits for `daybook lsp`: the default notebook and a long one."""

import json
import subprocess
import time

from measure import DAYBOOK, NOTEBOOK, ROOT, Series, progress

# Sixteen lines, with a figure and a claim.
SECTION = """
## Part {number}

It reads `{{dev.accuracy:.1%}}` of `{{dev.examples:,}}`, as [this part](#part-{number}) says. \
{prose}

```plot more-{number}
show: confusion-matrix
of: dev
caption: The same again, in part {number}.
```

```check
More than half are read, {number}: dev.accuracy > 0.5
```
"""


def notebook(lines):
    """The default notebook, and as many sections behind it as make so many lines."""
    text = NOTEBOOK.read_text()
    count = max(0, lines - text.count("\n")) // SECTION.count("\n")
    return text + "".join(
        SECTION.format(number=number, prose="Words of prose. " * 8) for number in range(count))


class Server:
    """A running server that has one text open."""

    def __init__(self, text):
        self.uri = NOTEBOOK.as_uri()
        self.number = 0
        self.process = subprocess.Popen(
            [DAYBOOK, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
        self.request("initialize", {"capabilities": {}, "rootUri": ROOT.as_uri(),
                                    "initializationOptions": {"inlayHints": True}})
        document = {"uri": self.uri, "languageId": "markdown", "version": 1, "text": text}
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        self.wait(lambda message: message.get("method") == "textDocument/publishDiagnostics")

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def wait(self, is_wanted):
        while True:
            length = 0
            while (line := self.process.stdout.readline()) != b"\r\n":
                name, value = line.split(b":")
                length = int(value) if name.lower() == b"content-length" else length
            if is_wanted(json.loads(self.process.stdout.read(length))):
                return

    def request(self, method, parameters):
        self.number += 1
        number = self.number
        self.send({"id": number, "method": method, "params": parameters})
        self.wait(lambda message: message.get("id") == number and "method" not in message)

    def change(self, text):
        """Sends a text, and waits for what is wrong with it."""
        self.send({"method": "textDocument/didChange", "params": {
            "textDocument": {"uri": self.uri, "version": 2}, "contentChanges": [{"text": text}]}})
        self.wait(lambda message: message.get("method") == "textDocument/publishDiagnostics")

    def stop(self):
        self.process.kill()
        self.process.wait()


def timed(work):
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def answers(rounds):
    """Rows of what an editor asks for most, each after a letter more at the end of the text."""
    table = []
    for name, lines in [("the default notebook", 0), ("one of 10,000 lines", 10_000)]:
        text = notebook(lines)
        place = text.index("dev.accuracy")
        line = text.count("\n", 0, place)
        where = {"textDocument": {"uri": NOTEBOOK.as_uri()}, "position": {
            "line": line, "character": place - text.rfind("\n", 0, place) + 5}}
        visible = {"start": {"line": 0, "character": 0}, "end": {"line": 60, "character": 0}}
        mistakes, completion, hover, hints, symbols = (Series() for _ in range(5))
        progress(f"the language server, {name}")
        server = Server(text)
        for round in range(3 * rounds):
            mistakes.add(timed(lambda: server.change(text + "a" * round + "\n")))
            completion.add(timed(lambda: server.request("textDocument/completion", where)))
            hover.add(timed(lambda: server.request("textDocument/hover", where)))
            hints.add(timed(lambda: server.request(
                "textDocument/inlayHint", {**where, "range": visible})))
            symbols.add(timed(lambda: server.request("textDocument/documentSymbol", where)))
        server.stop()
        table.append((name, *(series.text("ms") for series in (
            mistakes, completion, hover, hints, symbols))))
    return table
