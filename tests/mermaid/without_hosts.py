"""Takes the addresses of those who ask for funding out of npm's lock file: a lock file names no host."""

import json
import sys
from pathlib import Path

if __name__ == "__main__":
    file = Path(sys.argv[1])
    lock = json.loads(file.read_text(encoding="utf-8"))
    for package in lock["packages"].values():
        package.pop("funding", None)
    file.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
