"""Neovim in a terminal: what its screen shows of a notebook."""

import fcntl
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time

import pyte
import pytest
from conftest import DAYBOOK, NOTEBOOK, ROOT

NVIM = os.path.join(os.path.dirname(sys.executable), "nvim")
SIZE = (48, 130)
pytestmark = pytest.mark.skipif(not os.path.exists(NVIM), reason="Neovim is not installed")


class Screen:
    """A terminal in which Neovim has a notebook open."""

    def __init__(self, notebook):
        self.screen = pyte.Screen(SIZE[1], SIZE[0])
        self.stream = pyte.ByteStream(self.screen)
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.environ.update(TERM="xterm-256color", DAYBOOK=str(DAYBOOK), LC_ALL="C.UTF-8")
            os.chdir(notebook.parent)
            os.execv(NVIM, [NVIM, "--clean", "-u", f"{ROOT}/Tests/Editors/neovim.lua", notebook.name])
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))

    def type(self, keys):
        os.write(self.terminal, keys.encode())

    def shows(self, *texts, seconds=60):
        """Waits until the screen shows all of some texts."""
        end = time.monotonic() + seconds
        while not all(text in "\n".join(self.screen.display) for text in texts):
            left = end - time.monotonic()
            assert left > 0, "\n".join(self.screen.display)
            if select.select([self.terminal], [], [], left)[0]:
                self.stream.feed(os.read(self.terminal, 1 << 16))
        return True

    def close(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)


@pytest.fixture
def screen(tmp_path):
    shutil.copytree(ROOT / "notebooks/data/mnist", tmp_path / "data")
    notebook = tmp_path / "nb.md"
    notebook.write_text(NOTEBOOK)
    subprocess.run([DAYBOOK, "run", "--quiet", "nb.md"], cwd=tmp_path, check=True,
                   stdout=subprocess.DEVNULL)
    screen = Screen(notebook)
    yield screen
    screen.close()


def test_shows_values_and_lenses_beside_the_text(screen):
    assert screen.shows("`{dev.examples:,}` = 1,000", "▶ run to here · unchanged")
    # An edit makes the values old ones, and a mistake is told where it is made.
    screen.type("/iterations\rciwiterationz\x1b")
    assert screen.shows("train has no option 'iterationz'", "≠ 1,000")
    screen.type("u")
    assert screen.shows("`{dev.examples:,}` = 1,000")
