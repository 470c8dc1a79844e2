"""`journeys completion`, and what a shell proposes for an argument: silent, fast, and never a failure."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from click.shell_completion import CompletionItem, ShellComplete, get_completion_class

from mkdocs_journeys.authoring.existing import definition_files, folder_of
from mkdocs_journeys.cli.configuration import find_configuration
from mkdocs_journeys.cli.speaking import told
from mkdocs_journeys.definitions import CODES, Kind, is_id, is_ignored, normalise, say
from mkdocs_journeys.history.revisions import branches_and_tags
from mkdocs_journeys.languages import available, language

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    r"""Print a script that lets a shell complete commands, options, ids and codes.

    \b
    Examples:
      journeys completion bash >> ~/.bashrc
      journeys completion zsh >> ~/.zshrc
      journeys completion fish > ~/.config/fish/completions/journeys.fish
    """
    click.echo(_script(shell))


def _script(shell: str) -> str:
    made = get_completion_class(shell)
    if made is None:  # no shell of ours
        raise click.UsageError(told(say("%(shell)s is not known", shell=shell)))
    completer = made(click.Group(), {}, "journeys", "_JOURNEYS_COMPLETE")
    return ShellComplete.source(completer)  # bash's own would start bash, to look at its version


def complete_codes(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The codes of findings."""
    wanted = typed.upper()
    return [CompletionItem(code, help=about) for code, (_, about) in CODES.items() if code.startswith(wanted)]


class IdsOf:
    """The ids of a kind's files in the site in which the person works; none where there is no site.

    `behind`: what may stand before an id, up to this sign, as in `Me=lena`.
    """

    def __init__(self, *kinds: Kind, behind: str = "") -> None:
        self.kinds = kinds
        self.behind = behind

    def __call__(
        self,
        context: click.Context,
        parameter: click.Parameter,  # noqa: ARG002 - what click calls
        typed: str,
    ) -> list[CompletionItem]:
        """The ids that begin with what was typed."""
        before, sign, begun = typed.rpartition(self.behind) if self.behind else ("", "", typed)
        ids = ids_in_reach(self.kinds, context.params)
        return [CompletionItem(f"{before}{sign}{id_}") for id_ in ids if id_.startswith(begun)]


def ids_in_reach(kinds: Sequence[Kind], typed: dict[str, object]) -> list[str]:
    """Ids of the site's files by name alone, sorted: nothing is read, because a person waits for the key."""
    try:
        return sorted(set(_ids(kinds, typed.get("config_file"))))
    except Exception:  # noqa: BLE001 - a site that cannot be read completes nothing; the command says why
        return []


def _ids(kinds: Sequence[Kind], named: object) -> Iterator[str]:
    configuration = find_configuration(named if isinstance(named, Path) else None, Path.cwd())
    for kind in kinds:
        top = configuration.root / folder_of(kind, configuration.options)
        for file in definition_files(configuration.root, kind, configuration.options):
            if not any(map(is_ignored, file.relative_to(top).parts)) and is_id(file.stem):
                yield normalise(file.stem)


def complete_folders(context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The folders below that of the kind which `journeys new` is to write."""
    try:
        folders = _folders(context)
    except Exception:  # noqa: BLE001 - as above
        return []
    return [CompletionItem(folder) for folder in folders if folder.startswith(typed)]


def _folders(context: click.Context) -> list[str]:
    named = context.params.get("config_file")
    configuration = find_configuration(named if isinstance(named, Path) else None, Path.cwd())
    kind: Kind = "persona" if context.info_name == "persona" else "journey"
    top = configuration.root / folder_of(kind, configuration.options)
    folders = (folder.relative_to(top) for folder in sorted(top.glob("**/")) if folder != top)
    return [folder.as_posix() for folder in folders if not any(map(is_ignored, folder.parts))]


def complete_revisions(
    _context: click.Context, _parameter: click.Parameter, typed: str
) -> list[CompletionItem]:
    """Branches and tags of the repository in which the person works."""
    return [CompletionItem(name) for name in branches_and_tags(Path.cwd()) if name.startswith(typed)]


def complete_sides(context: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """What can be compared: branches, tags and folders."""
    return [*complete_revisions(context, parameter, typed), *map(CompletionItem, _folders_at(typed))]


def _folders_at(typed: str) -> list[str]:
    """The folders whose path begins with what was typed, hidden ones only where a dot was."""
    above, begun = os.path.split(typed)
    try:
        names = sorted(each.name for each in os.scandir(above or ".") if each.is_dir())
    except OSError:
        return []
    return [
        f"{typed.removesuffix(begun)}{name}"
        for name in names
        if name.startswith(begun) and (begun or name[0] != ".")
    ]


def complete_languages(
    _context: click.Context, _parameter: click.Parameter, typed: str
) -> list[CompletionItem]:
    """The languages that the command speaks."""
    tags = sorted(language(name).tag for name in available())
    return [CompletionItem(tag) for tag in tags if tag.lower().startswith(typed.lower())]
