"""What a commit changed, as files: both sides of it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from mkdocs_journeys.history.changes import Commit, Touched
from mkdocs_journeys.history.revisions import FILES, Entry, list_files, prefix_of, write_files

_FILE = "100644"


def write_sides(root: Path, commit: Commit, pages: Mapping[str, str], folder: Path) -> Mapping[str, str]:
    """Write the files that a commit changed below `folder`, into `before` and `after`.

    `pages` has the files of today that matter, each with the file that it belongs to: a data file to its
    page, which is written too where the commit left it alone. Tells what each file of `after` is called
    today. Error: history's Unreadable.
    """
    files = [touched for touched in commit.files if touched.now in pages]
    files += [each for touched in files if (each := _page_beside(root, commit, touched, pages)) is not None]
    for side in ("before", "after"):
        (folder / side).mkdir()
    write_files(root, [entry for touched in files for entry in _entries(touched)], folder)
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
    full = f"{prefix_of(root)}{path}"
    found = next((each for each in list_files(root, commit.name, [full]) if each.path == full), None)
    if found is None or found.mode not in FILES:
        return None
    there = (path, found.content)
    return Touched(page, there, there)
