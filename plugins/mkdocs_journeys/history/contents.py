"""What a commit changed, as files: both sides of it."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from mkdocs_journeys.history.changes import Commit, Touched
from mkdocs_journeys.history.revisions import FILES, Entry, list_files, prefix_of, write_entries

_FILE = "100644"


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
    for side in ("before", "after"):
        (folder / side).mkdir()
    write_entries(root, [entry for touched in files for entry in _entries(touched)], folder)
    return {touched.after[0]: touched.now for touched in files if touched.after}


def _entries(touched: Touched) -> Iterator[Entry]:
    for name, side in (("before", touched.before), ("after", touched.after)):
        if side is not None:
            path, content = side
            yield Entry(_FILE, content, f"{name}/{path}")


def _page_beside(root: Path, commit: Commit, touched: Touched, pages: Mapping[str, str]) -> Touched | None:
    """The page of a data file as it was at a commit that left it alone; None where there is no such page."""
    page = pages[touched.now]
    if page == touched.now or touched.after is None or any(each.now == page for each in commit.files):
        return None
    path = f"{touched.after[0].rpartition('/')[0]}/{page.rpartition('/')[2]}"
    there = next(_files_at(root, commit, {path}), None)
    return there and Touched(page, there, there)


def _left_alone(root: Path, commit: Commit, paths: Collection[str]) -> Iterator[Touched]:
    """Those of the files at `paths` that were there at a commit and did not change in it."""
    changed = {touched.now for touched in commit.files}
    for there in _files_at(root, commit, set(paths) - changed):
        yield Touched(there[0], there, there)


def _files_at(root: Path, commit: Commit, paths: Collection[str]) -> Iterator[tuple[str, str]]:
    """Those of `paths` that were files at a commit, each with the name of its content. Error: Unreadable."""
    prefix = prefix_of(root) if paths else ""
    for entry in list_files(root, commit.name, [f"{prefix}{path}" for path in sorted(paths)]):
        path = entry.path.removeprefix(prefix)
        if path in paths and entry.mode in FILES:
            yield path, entry.content
