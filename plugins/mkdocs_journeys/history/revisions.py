"""The files of a site as they were at a revision."""

import difflib
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from mkdocs_journeys.history.git import ask

LARGEST_FILE = 16 << 20
"""Bytes; of a larger file only the size is kept: nobody reads it, and whoever would is to see that."""

_LINK = "120000"
FILES = frozenset({"100644", "100755"})
"""The modes of files; git has others for symbolic links and for submodules."""

_NOWHERE = "a-symbolic-link-that-is-not-followed"
_MOST_SUGGESTIONS = 3


@dataclass
class NoRepository(Exception):
    """The folder is in no git repository, or there is no git.

    `distrusted`: it is in one that git will not read, which is what git does with those of somebody else,
    as happens in containers of CI servers.
    """

    distrusted: bool = False


@dataclass
class UnknownRevision(Exception):
    """No commit has that name; `suggestions` are names that are like it."""

    name: str
    suggestions: Sequence[str]
    shallow: bool = False


class Unreadable(Exception):
    """A commit whose files git cannot show."""

    def __str__(self) -> str:
        return "git cannot show its files"


@dataclass(frozen=True)
class Entry:
    """A file in a commit: mode, name of its content, and path from the top of the repository."""

    mode: str
    content: str
    path: str


def find_commit(root: Path, name: str) -> str:
    """The full name of the commit that `name` means (a branch, a tag, `HEAD~3`, ...).

    Errors: NoRepository, UnknownRevision.
    """
    if ask(root, "rev-parse", "--git-dir") is None:
        raise NoRepository(any((folder / ".git").exists() for folder in (root, *root.parents)))
    found = resolved(root, name)
    if found is None:
        raise UnknownRevision(name, _like(root, name), is_shallow(root))
    return found


def resolved(root: Path, name: str) -> str | None:
    """The full name of the commit that `name` means in the repository around `root`; None for no commit."""
    if not name or name.startswith("-"):
        return None
    found = ask(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return None if found is None else found.decode().strip()


def is_shallow(root: Path) -> bool:
    """Whether the history was cut off when it was fetched."""
    return ask(root, "rev-parse", "--is-shallow-repository") == b"true\n"


def _like(root: Path, name: str) -> list[str]:
    """The names of branches and tags that are like `name`; one that only lacks its remote comes first."""
    names = branches_and_tags(root)
    remote = [each for each in names if name and each.partition("/")[2] == name]
    return [*remote, *(each for each in difflib.get_close_matches(name, names) if each not in remote)][
        :_MOST_SUGGESTIONS
    ]


def branches_and_tags(root: Path) -> list[str]:
    """The names of branches, those of remotes too, and of tags; none where there is no repository."""
    said = ask(root, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes")
    return (said or b"").decode("utf-8", "replace").splitlines()


def prefix_of(root: Path) -> str:
    """The way from the top of the repository to `root`, ending in `/`; empty there, and outside of any."""
    return os.fsdecode(ask(root, "rev-parse", "--show-prefix") or b"").removesuffix("\n")


def list_files(root: Path, commit: str, paths: Sequence[str]) -> list[Entry]:
    """The files and symbolic links at or below `paths` in a commit. Error: Unreadable.

    Paths are relative to the top of the repository that `root` is in. Submodules are no files.
    """
    said = ask(root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *paths) if paths else b""
    if said is None:
        raise Unreadable
    return [entry for line in said.split(b"\0") if (entry := _entry(line)) is not None]


def _entry(line: bytes) -> Entry | None:
    head, _, path = line.partition(b"\t")
    parts = head.decode("ascii", "replace").split()
    if len(parts) != 3 or parts[0] not in {*FILES, _LINK}:
        return None
    return Entry(parts[0], parts[2], os.fsdecode(path))


def write_entries(root: Path, entries: Iterable[Entry], folder: Path) -> None:
    """Write files below `folder` as they are in the repository: no filter runs, and no link is followed.

    A symbolic link becomes one that leads nowhere, so that whoever finds it knows what it was.
    Error: Unreadable.
    """
    safe = [entry for entry in entries if is_safe(entry.path)]
    for entry in safe:
        (folder / entry.path).parent.mkdir(parents=True, exist_ok=True)
        if entry.mode == _LINK:
            with suppress(OSError):  # Windows, where not everybody may make one
                (folder / entry.path).symlink_to(_NOWHERE)
    files = [entry for entry in safe if entry.mode != _LINK]
    sizes = _sizes(root, {entry.content for entry in files})
    small = {name for name, size in sizes.items() if size <= LARGEST_FILE}
    contents = read_contents(root, small)
    for entry in files:
        _write(folder / entry.path, contents.get(entry.content), sizes.get(entry.content, 0))


def is_safe(path: str) -> bool:
    """Whether a path stays in its folder; git keeps others out, but who made the repository may not."""
    parts = PurePosixPath(path).parts
    strange = os.name == "nt" and re.search(r'[\\:*?"<>|]', path)
    forbidden = {"..", ".git"} & set(path.casefold().split("/"))
    return bool(parts) and not path.startswith("/") and not forbidden and not strange


def _write(file: Path, content: bytes | None, size: int) -> None:
    with file.open("wb") as stream:
        if content is None:
            stream.truncate(size)
        else:
            stream.write(content)


def _sizes(root: Path, names: Iterable[str]) -> dict[str, int]:
    told = "".join(f"{name}\n" for name in sorted(names)).encode()
    said = ask(root, "cat-file", "--batch-check=%(objectname) %(objectsize)", told=told)
    if said is None:
        raise Unreadable
    lines = (line.split() for line in said.decode("ascii", "replace").splitlines())
    sizes = {line[0]: line[1] for line in lines if len(line) == 2}
    if not all(size.isdecimal() for size in sizes.values()):
        raise Unreadable
    return {name: int(size) for name, size in sizes.items()}


def read_contents(root: Path, names: Iterable[str]) -> Mapping[str, bytes]:
    """Contents by name, as they are in the repository. Error: Unreadable, where one is missing."""
    wanted = sorted(names)
    if not wanted:
        return {}
    said = ask(root, "cat-file", "--batch", told="".join(f"{name}\n" for name in wanted).encode())
    if said is None:
        raise Unreadable
    return dict(_contents(said))


def _contents(said: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    while at < len(said):
        end = said.index(b"\n", at)
        head = said[at:end].decode("ascii", "replace").split()
        if len(head) != 3:
            raise Unreadable
        size = int(head[2])
        yield head[0], said[end + 1 : end + 1 + size]
        at = end + size + 2


def renamed_files(root: Path, before: str, after: str) -> Mapping[str, str]:
    """Files below `root` that were renamed between two commits, as git finds them: earlier path and later.

    Paths are relative to the top of the repository.
    """
    said = ask(
        root, "diff-tree", "-r", "-z", "--find-renames", "--diff-filter=R", "--name-status", "--no-textconv",
        before, after, "--", ".",
    )  # fmt: skip
    fields = os.fsdecode(said or b"").split("\0")
    return dict(zip(fields[1::3], fields[2::3], strict=False))
