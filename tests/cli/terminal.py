"""Commands in a real terminal."""

import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def in_terminal(arguments: Sequence[str], folder: Path, typed: str = "") -> tuple[str, int]:
    """Run Python in a terminal into which `typed` was typed before: what it shows, and its status."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, *arguments], cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        os.write(ours, typed.encode())
        shown = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    return shown.decode().replace("\r\n", "\n"), process.returncode


def _read(terminal: int) -> bytes:
    """The next bytes; none once the command has closed its end, which Linux tells by an error."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
