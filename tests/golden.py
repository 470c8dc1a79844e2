"""Cases that are data: what is expected of each stands in a file, which `UPDATE_CASES=1` writes anew."""

import os
from pathlib import Path

CASES = Path(__file__).parent / "cases"


def cases(what: str) -> list[str]:
    """The names of all cases in the folder `what`."""
    return sorted(folder.name for folder in (CASES / what).iterdir() if folder.is_dir())


def expect(file: Path, found: str) -> None:
    """Compare `found` with all that stands in `file`."""
    if os.environ.get("UPDATE_CASES"):
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")
