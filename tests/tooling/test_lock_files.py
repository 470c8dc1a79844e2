"""The lock files: everything hashed, no host named, in step with pyproject.toml."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ["requirements.txt", "tests/requirements.txt"]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_names_no_host_and_no_file(repository: Path, lock: str) -> None:
    text = (repository / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host| @ ", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_and_hashed(repository: Path, lock: str) -> None:
    entries = locked(repository / lock)
    assert entries
    for entry in entries:
        assert re.match(r"[a-z0-9.-]+(\[[a-z,]+\])?==\S+( ; .+?)?( +--hash=sha256:[0-9a-f]{64})+$", entry), (
            entry
        )


def test_the_tests_run_on_what_the_site_runs_on(repository: Path) -> None:
    site, tests = (set(locked(repository / lock)) for lock in LOCKS)
    assert site <= tests


def test_every_package_of_pyproject_is_locked_within_its_range(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    site = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["search"],
        *project["dependency-groups"]["build"],
    ]
    for wanted, lock in [(site, LOCKS[0]), (project["dependency-groups"]["dev"], LOCKS[1])]:
        versions = [Requirement(entry.split(" --hash")[0]) for entry in locked(repository / lock)]
        for requirement in map(Requirement, wanted):
            pinned = [each for each in versions if same_package(each, requirement)]
            assert pinned, f"{requirement} is not in {lock}: run `make lock`"
            for each in pinned:
                (pin,) = each.specifier
                assert requirement.specifier.contains(pin.version), (
                    f"{requirement} is not {pin.version}: run `make lock`"
                )


def test_every_package_of_npm_is_hashed_and_names_no_host(repository: Path) -> None:
    text = (repository / "tests/mermaid/package-lock.json").read_text(encoding="utf-8")
    assert "://" not in text
    lock = json.loads(text)
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert "node_modules/mermaid" in packages
    for name, entry in packages.items():
        assert re.match(r"sha512-[A-Za-z0-9+/]{86}==$", entry["integrity"]), name
        assert "resolved" not in entry, name


def test_npm_runs_nothing_of_what_it_fetches_and_writes_no_host_down(repository: Path) -> None:
    settings = (repository / "tests/mermaid/.npmrc").read_text(encoding="utf-8").split()
    assert {"ignore-scripts=true", "omit-lockfile-registry-resolved=true"} <= set(settings)


def same_package(one: Requirement, other: Requirement) -> bool:
    return canonicalize_name(one.name) == canonicalize_name(other.name)


def locked(lock: Path) -> list[str]:
    """Each package of a lock file as one line: its pin, its marker, its hashes."""
    text = re.sub(r"^\s*#.*\n", "", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [re.sub(r"\s+", " ", entry) for entry in text.replace("\\\n", " ").splitlines() if entry.strip()]
