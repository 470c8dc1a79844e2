"""`journeys completion`, and what a shell proposes for an argument: silent, fast, and never a failure."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from click.shell_completion import CompletionItem, ShellComplete, get_completion_class

from mkdocs_journeys.authoring.existing import definition_files
from mkdocs_journeys.cli.configuration import find_configuration
from mkdocs_journeys.definitions import CODES, Kind

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
        raise click.UsageError(f"{shell} is not known")
    completer = made(click.Group(), {}, "journeys", "_JOURNEYS_COMPLETE")
    return ShellComplete.source(completer)  # bash's own would start bash, to look at its version


def complete_codes(context: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:  # noqa: ARG001 - what click calls
    """The codes of findings."""
    wanted = typed.upper()
    return [CompletionItem(code, help=about) for code, (_, about) in CODES.items() if code.startswith(wanted)]


class IdsOf:
    """The ids of a kind's files in the site in which the person works; none where there is no site."""

    def __init__(self, *kinds: Kind) -> None:
        self.kinds = kinds

    def __call__(
        self,
        context: click.Context,
        parameter: click.Parameter,  # noqa: ARG002 - what click calls
        typed: str,
    ) -> list[CompletionItem]:
        """The ids that begin with what was typed."""
        return [
            CompletionItem(id_) for id_ in ids_in_reach(self.kinds, context.params) if id_.startswith(typed)
        ]


def ids_in_reach(kinds: Sequence[Kind], typed: dict[str, object]) -> list[str]:
    """Ids of the site's files by name alone, sorted: nothing is read, because a person waits for the key."""
    try:
        return sorted(set(_ids(kinds, typed.get("config_file"))))
    except Exception:  # noqa: BLE001 - a site that cannot be read completes nothing; the command says why
        return []


def _ids(kinds: Sequence[Kind], named: object) -> Iterator[str]:
    configuration = find_configuration(named if isinstance(named, Path) else None, Path.cwd())
    for kind in kinds:
        for file in definition_files(configuration.root, kind, configuration.options):
            if not file.name.startswith(("_", ".")) and file.name not in ("README.md", "index.md"):
                yield file.stem
