"""Links lead from page to page in any folder of any server."""

from urllib.parse import unquote, urljoin

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.pages.addresses import address_of, compare_address, relative, written_address

IDS = st.text(st.characters(categories=["L", "M", "Nd"]), min_size=1, max_size=6)
ADDRESSES = st.lists(IDS, max_size=3).map(lambda folders: "".join(f"{folder}/" for folder in folders))
BASE = "https://intranet.example/cx/"


@given(ADDRESSES, ADDRESSES)
def test_a_link_leads_from_any_page_to_any_other_below_a_folder(start: str, target: str) -> None:
    found = urljoin(urljoin(BASE, start), relative(start, target))
    assert unquote(found) == BASE + target


@given(ADDRESSES, ADDRESSES)
def test_without_directory_addresses_a_link_names_a_file(start: str, target: str) -> None:
    link = relative(start, target, directory_urls=False)
    assert unquote(urljoin(BASE + start + "index.html", link)) == f"{BASE}{target}index.html"


def test_a_link_to_a_file_is_the_same_with_and_without_directory_addresses() -> None:
    assert relative("a/b/", "c/d.svg") == relative("a/b/", "c/d.svg", directory_urls=False) == "../../c/d.svg"


def test_addresses_are_those_that_were_promised() -> None:
    assert address_of("journey", "buying-shoes") == "journeys/buying-shoes/"
    assert address_of("evidence") == "evidence/"
    assert compare_address("later") == "compare/later/"
    assert compare_address("one", "other") == "compare/one--other/"


def test_a_written_page_lies_where_mkdocs_puts_it() -> None:
    assert written_address("guide/index.md") == "guide/"
    assert written_address("index.md") == ""
    assert written_address("guide/first.md") == "guide/first/"
    assert written_address("guide/first.md", directory_urls=False) == "guide/first.html"
    assert written_address("guide/photo.png") == "guide/photo.png"
