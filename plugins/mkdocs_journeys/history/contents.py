"""What a commit changed, as files: both sides of it."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from mkdocs_journeys.history.changes import Commit, Touched
from mkdocs_journeys.history.git import ask
from mkdocs_journeys.history.revisions import LARGEST_FILE, is_safe, read_contents

_REGULAR = "100"
"""How the modes of files begin that are no links, folders or other repositories."""


def write_sides(
    root: Path, commit: Commit, pages: Mapping[str, str], folder: Path, beside: Collection[str] = ()
) -> Mapping[str, str]:
    """Write the files that a commit changed below `folder`, into `before` and `after`.

    `pages` has the files of today that matter, each with the file that it belongs to: a data file to its
    page, which is written too where the commit left it alone, and so are the files `beside`, where they had
    the name of today. Tells what each file of `after` is called today. Error: history's Unreadable.
    """
    files = [touched for touched in commit.files if touched.now in pages]
    files += [each for touched in files if (each := _page_beside(root, commit, touched, pages)) is not None]
    files += _left_alone(root, commit, beside)
    contents = read_contents(root, {content for each in files for _, content in _sides(each)})
    for side in ("before", "after"):
        (folder / side).mkdir()
    for touched in files:
        _write(folder / "before", touched.before, contents)
        _write(folder / "after", touched.after, contents)
    return {touched.after[0]: touched.now for touched in files if touched.after}


def _write(folder: Path, side: tuple[str, str] | None, contents: Mapping[str, bytes]) -> None:
    if side is None or not is_safe(side[0]):
        return
    path, content = side
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(contents[content][:LARGEST_FILE])


def _sides(touched: Touched) -> Iterator[tuple[str, str]]:
    yield from (side for side in (touched.before, touched.after) if side is not None)


def _page_beside(root: Path, commit: Commit, touched: Touched, pages: Mapping[str, str]) -> Touched | None:
    """The page of a data file as it was at a commit that left it alone; None where there is no such page."""
    page = pages[touched.now]
    if page == touched.now or touched.after is None or any(each.now == page for each in commit.files):
        return None
    path = f"{touched.after[0].rpartition('/')[0]}/{page.rpartition('/')[2]}"
    content = ask(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit.name}:./{path}")
    if content is None:
        return None
    there = (path, content.decode().strip())
    return Touched(page, there, there)


def _left_alone(root: Path, commit: Commit, paths: Collection[str]) -> Iterator[Touched]:
    """Those of the files at `paths` that were there at a commit and did not change in it."""
    changed = {touched.now for touched in commit.files}
    wanted = sorted(path for path in paths if path not in changed)
    said = ask(root, "ls-tree", "-z", commit.name, "--", *wanted) if wanted else None
    for entry in (said or b"").decode("utf-8", "replace").split("\0"):
        state, _, path = entry.partition("\t")
        if path in wanted and state.startswith(_REGULAR):
            there = (path, state.split()[2])
            yield Touched(path, there, there)
