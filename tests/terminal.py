"""A command in a real terminal: what it shows, and what a person types."""

import os
import pty
import select
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

_PATIENCE = 60.0
"""Seconds until a command that shows nothing more is given up."""


class Terminal:
    """`journeys` with some arguments in a pseudo-terminal; its standard output may go to a file instead.

    `program`: what Python runs in place of `journeys`.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        folder: Path,
        environment: Mapping[str, str] | None = None,
        output: Path | None = None,
        program: Sequence[str] = ("-m", "mkdocs_journeys.cli"),
    ) -> None:
        self.shown = ""
        self.passed = ""
        self._bytes = b""
        self.process, self.terminal = pty.fork()
        if self.process == 0:  # pragma: no cover - the command itself
            os.chdir(folder)
            if output is not None:
                os.dup2(os.open(output, os.O_WRONLY | os.O_CREAT, 0o600), 1)
            command = [sys.executable, *program, *arguments]
            os.execve(sys.executable, command, {**os.environ, "TERM": "xterm", **(environment or {})})  # noqa: S606

    def answer(self, question: str, typed: str) -> None:
        """Wait until `question` is shown, then type a line."""
        self.see(question)
        self.type(typed)

    def see(self, text: str) -> None:
        """Wait until `text` is shown."""
        while text not in self.shown:
            if not self._read():
                raise AssertionError(f"{text!r} was never shown: {self.shown}")
        before, _, self.shown = self.shown.partition(text)
        self.passed = before + text

    def type(self, line: str) -> None:
        """Type a line."""
        os.write(self.terminal, f"{line}\n".encode())

    def press(self, key: str) -> None:
        """Press a key, such as Ctrl-C."""
        os.write(self.terminal, key.encode())

    def end(self) -> tuple[int, str]:
        """The exit status, and what was shown since the last question."""
        while self._read():
            pass
        _, status = os.waitpid(self.process, 0)
        os.close(self.terminal)
        return os.waitstatus_to_exitcode(status), self.shown.replace("\r\n", "\n")

    def _read(self) -> bool:
        ready, _, _ = select.select([self.terminal], [], [], _PATIENCE)
        if not ready:
            raise AssertionError(f"nothing more is shown: {self.shown}")
        try:
            data = os.read(self.terminal, 4096)
        except OSError:  # Linux says so when the command has ended
            return False
        self._bytes += data
        text = self._bytes.decode(errors="ignore")
        self.shown += text
        self._bytes = self._bytes[len(text.encode()) :]
        return bool(data)
