"""How much is done, without a clock: how long something takes hangs on who else is at work on the machine.

Two means, because neither sees everything:

- `calls_of` counts calls of functions, Python's and C's. The number is the same each time, so it is compared.
  It does not see how long a single call takes: a regular expression that goes back and forth is one.
- `guard` stops a process that hangs. It is no measure: the limit is many times what the work takes on a slow
  machine, and the inputs are so large that work which grows with their square takes many times the limit.
"""

import contextlib
import subprocess
import sys
from collections.abc import Callable

from tests.conftest import REPOSITORY


def calls_of(work: Callable[[], object]) -> int:
    """How many functions `work` calls."""
    calls = 0

    def count(_frame: object, event: str, _function: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


def guard(seconds: int) -> None:
    """Stop this process once it has used so many seconds of CPU, where the system can."""
    with contextlib.suppress(ImportError):  # Windows has no such limits
        import resource  # noqa: PLC0415 - only some systems have it

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def guarded(module: str) -> str:
    """What `python -m module` prints; a process that was stopped ends with its status."""
    run = subprocess.run(
        [sys.executable, "-m", module], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    return run.stdout + (f"{run.stderr}exit status {run.returncode}\n" if run.returncode else "")
