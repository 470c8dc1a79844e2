"""What happened to the files of a site, from git: the last change of each, and the newest commits."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from mkdocs_journeys.history.git import ask, listen
from mkdocs_journeys.history.revisions import FILES, is_shallow, prefix_of

_HEAD = "%H%x00%aI%x00%aN%x00%P"
_MOST_RENAMES = 200
"""Files that came and went in one commit, up to which git looks for renamed ones."""


@dataclass(frozen=True)
class Change:
    """When a file was last changed, and by whom."""

    day: date
    author: str


@dataclass(frozen=True)
class Touched:
    """A file that a commit changed.

    `now` is its path today, or what it would be: renames since then are followed. `before` and `after` are
    its paths on both sides of the commit, each with the name of its content; None where it was not there, or
    was no file but a symbolic link or a submodule.
    """

    now: str
    before: tuple[str, str] | None
    after: tuple[str, str] | None


@dataclass(frozen=True)
class Commit:
    """A commit: its full name, when it was made (UTC) and by whom, what it changed, and in which commit.

    `parent` is the full name of the latter, empty for the first of all.
    """

    name: str
    time: datetime
    day: date
    author: str
    files: tuple[Touched, ...]
    parent: str

    @property
    def stamp(self) -> str:
        """When it was made, as RFC 3339 has it: `2026-03-01T12:00:00Z`."""
        return self.time.isoformat(timespec="seconds").replace("+00:00", "Z")

    @property
    def dated(self) -> bool:
        """Whether anybody can read when it was made."""
        return self.day != date.min


@dataclass(frozen=True)
class Past:
    """The last change of each file, by its path, and the newest commits that changed any of them."""

    changes: Mapping[str, Change] = field(default_factory=dict)
    newest: tuple[Commit, ...] = ()


def read_past(root: Path, folders: Iterable[str], files: Collection[str], newest: int) -> Past:
    """The past of `files`: their last changes, and commits until `newest` changes of them are told.

    Paths are relative to `root`; `folders` are those that the files lie in. git is asked once, and no
    further than needed. Nothing is known where git is not there, `root` is in no repository, or its history
    was cut off.
    """
    with _commits(root, tuple(folders)) as commits:
        return _gathered(commits, frozenset(files), newest)


@dataclass(frozen=True)
class Origin:
    """What tells a site from all others: the first commit of its repository, and its folder there.

    The folder ends with `/` and is empty at the top.
    """

    first: str = ""
    folder: str = ""


def origin_of(root: Path) -> Origin:
    """Where the site in folder `root` comes from; empty where git cannot tell."""
    first = ask(root, "rev-list", "--first-parent", "--max-parents=0", "HEAD") or b""
    return Origin(first.decode("ascii").strip(), prefix_of(root))


def main_line(root: Path) -> frozenset[str]:
    """The full names of the commits that what is checked out has been at: those of merged branches are not.

    A merge's first parent is the branch into which it merged.
    """
    return frozenset((ask(root, "rev-list", "--first-parent", "HEAD") or b"").decode("ascii").split())


@contextmanager
def _commits(root: Path, folders: tuple[str, ...]) -> Iterator[Iterator[Commit]]:
    """The commits that changed something in `folders`, the newest first, while somebody listens."""
    if ask(root, "rev-parse", "--verify", "--quiet", "HEAD") is None or is_shallow(root):
        yield iter(())
        return
    # Where contents were left out when it was fetched, git would fetch them now to compare them.
    renames = "--no-renames" if is_partial(root) else "--find-renames"
    limit = ("-c", f"diff.renameLimit={_MOST_RENAMES}")
    looks = ("--relative", "--raw", "-z", "--no-abbrev", "--no-ext-diff", "--no-textconv", renames)
    with listen(root, *limit, "log", *looks, f"--format={_HEAD}", "--", *folders) as fields:
        yield _read(fields)


def is_partial(root: Path) -> bool:
    """Whether contents were left out when the repository was fetched."""
    return bool(ask(root, "config", "--get-regexp", r"^remote\..*\.(promisor|partialclonefilter)$"))


def _gathered(commits: Iterable[Commit], files: frozenset[str], wanted: int) -> Past:
    changes: dict[str, Change] = {}
    newest: list[Commit] = []
    told = 0
    for commit in commits:
        own = [touched for touched in commit.files if touched.now in files]
        for touched in own:
            if _says_something(touched):
                changes.setdefault(touched.now, Change(commit.day, commit.author))
        if own and commit.dated and told < wanted:
            newest.append(commit)
            told += len(own)
        if told >= wanted and len(changes) == len(files):
            break
    known = {path: change for path, change in changes.items() if change.day != date.min}
    return Past(known, tuple(newest))


def _says_something(touched: Touched) -> bool:
    """Whether the content changed: a file that was only renamed says what it said."""
    return touched.before is None or touched.after is None or touched.before[1] != touched.after[1]


def _read(fields: Iterator[str]) -> Iterator[Commit]:
    """Commits out of git's fields: name, time, author and parents, then the states and paths of each file.

    A field of states begins with `:`, which no commit's name does. What stands in the others does not
    matter: none can hold the NUL that ends it.
    """
    names = _Names()
    head: list[str] = []
    files: list[Touched] = []
    for field_ in fields:
        if field_.lstrip("\n").startswith(":") and head:
            files.append(names.touched(field_, fields))
            continue
        if head:
            yield _commit(head, files)
        head, files = [field_, next(fields, ""), next(fields, ""), next(fields, "")], []
        names.next_commit()
    if head:
        yield _commit(head, files)


def _commit(head: list[str], files: list[Touched]) -> Commit:
    name, time, author, parents = head
    try:
        made = datetime.fromisoformat(time.strip())
        day, utc = made.date(), made.astimezone(UTC)
    except (ValueError, OverflowError):
        day, utc = date.min, datetime.min.replace(tzinfo=UTC)
    visible = "".join(filter(str.isprintable, author)).strip()
    return Commit(name.strip(), utc, day, visible, tuple(files), parents.strip().partition(" ")[0])


class _Names:
    """What files are called now that were called otherwise before they were renamed."""

    def __init__(self) -> None:
        self._now: dict[str, str] = {}
        self._found: dict[str, str] = {}

    def next_commit(self) -> None:
        """From now on, names are those before the commit that was read last."""
        self._now |= self._found
        self._found = {}

    def touched(self, states: str, fields: Iterator[str]) -> Touched:
        """The file that git tells about: `:mode mode content content status`, then one path or two."""
        parts = states.split()
        modes, before, after, status = (parts[0][1:], parts[1]), parts[2], parts[3], parts[4]
        old = next(fields, "")
        new = next(fields, "") if status[:1] in "RC" else old
        now = self._now.get(new, new)
        if new != old:
            self._found |= {old: now, new: ""}  # what had the new name before is another file
        return Touched(now, _side(modes[0], old, before), _side(modes[1], new, after))


def _side(mode: str, path: str, content: str) -> tuple[str, str] | None:
    return (path, content) if mode in FILES else None
