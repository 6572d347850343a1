"""``completions``: what a shell needs to complete a line.

Commands, options, study folders and interview codes, made of the tables that the command line itself is read with.
Codes and studies are looked for by the shell in the files' names: a Tab starts no program, and reads nobody's words.
"""

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from guide.frozen import Value
from guide.schema import DATA_LIMITS
from interviews.coding.formats import FORMATS as CODED
from interviews.marks.formats import FORMATS as MARKS
from tui.commands import COMMANDS, PASSPHRASE, STUDY
from tui.commands.command_help import COMMAND_HELP
from tui.commands.export import FORMATS
from tui.console import OK, UsageError, print_out
from tui.exports.tables import FORMS
from tui.settings import Settings
from tui.translator import Translator

_KINDS = {"I3": "code", "I5": "code", "P1": "code", "CODE": "code", "DIR": "folder", "FILE": "file", "GUIDE": "file"}
"""What an argument is, by the word that help has for it."""

_CHOICES: dict[str, tuple[str, ...]] = {
    "FORMAT": FORMATS,
    "KIND": ("peer", "self", "desk", "field"),
    "WHAT": DATA_LIMITS,
    "SHELL": ("bash", "zsh", "fish"),
    "FORM": (*MARKS, *FORMS),
    "PROGRAM": tuple(CODED),
}


class Completed(Value):
    """A command: its options and what each takes, what its arguments are, and its first sentence of help.

    A kind is ``code``, ``folder``, ``file``, words to choose from, ``none`` for what is made up, or empty for an option
    that takes nothing.
    """

    name: str
    options: tuple[tuple[str, str], ...]
    arguments: tuple[str, ...]
    about: str


def run(arguments: Namespace, settings: Settings) -> int:
    """Print the script for a shell.

    Raises:
        UsageError: it is for none of these shells.
    """
    _ = Translator(settings.language or settings.locale)
    if arguments.shell not in _WRITERS:
        raise UsageError(_("for which shell? One of {shells}", shells=", ".join(_WRITERS)))
    commands = [completed(name, [*row[1], STUDY, PASSPHRASE], _) for name, row in COMMANDS.items()]
    print_out(_WRITERS[arguments.shell](commands))
    return OK


def completed(name: str, rows: Sequence[tuple[str, Mapping[str, object]]], _: Translator) -> Completed:
    """What is to be completed of a command, from what its arguments are read by."""
    options, kinds = [("--help", "")], []
    for flag, facts in rows:
        kind = "" if facts.get("action") == "store_true" else _kind(str(facts.get("metavar", "")), facts)
        if flag.startswith("-"):
            options.append((flag, kind))
        else:
            kinds.append(kind)
    told = _(COMMAND_HELP[name]).split("\n\n")[1].replace("\n", " ")
    return Completed(name, tuple(options), tuple(kinds), told.partition(". ")[0].rstrip("."))


def _kind(word: str, facts: Mapping[str, object]) -> str:
    if word in _CHOICES:
        return " ".join(_CHOICES[word])
    kind = _KINDS.get(word, "none")
    return "folder" if kind == "none" and facts.get("type") is Path else kind


def kinds_of_options(commands: Sequence[Completed]) -> dict[str, str]:
    """What each option takes; one name means the same wherever it stands."""
    return {flag: kind for command in commands for flag, kind in command.options if kind}


def _by_kind(commands: Sequence[Completed]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for flag, kind in sorted(kinds_of_options(commands).items()):
        found.setdefault(kind, []).append(flag)
    return found


def _bash(commands: Sequence[Completed]) -> str:
    names = " ".join(command.name for command in commands)
    values = "\n".join(
        f"        {'|'.join(flags)}) {_in_bash(kind)}; return ;;" for kind, flags in _by_kind(commands).items()
    )
    each = "\n".join(
        f"        {command.name})\n"
        f'            case $word in -*) _intervjuguide_words "{" ".join(flag for flag, _ in command.options)}"; return ;; esac\n'
        f"            {'; '.join(map(_in_bash, command.arguments)) or ':'} ;;"
        for command in commands
    )
    return f"""# Completions of intervjuguide for bash 3.2 and newer: source this file.
_intervjuguide_words() {{
    local one
    for one in $1; do case $one in "$word"*) COMPREPLY+=("$one") ;; esac; done
}}
_intervjuguide_paths() {{
    local one
    compopt -o filenames 2>/dev/null
    while IFS= read -r one; do COMPREPLY+=("$one"); done < <(compgen "$1" -- "$word")
}}
_intervjuguide_studies() {{
    local one studies=()
    _intervjuguide_paths -d
    for one in "${{COMPREPLY[@]}}"; do [ -e "$one/guide.yaml" ] && studies+=("$one"); done
    [ "${{#studies[@]}}" = 0 ] || COMPREPLY=("${{studies[@]}}")
}}
_intervjuguide_codes() {{
    local one
    for one in "$study"/interviews/*.jsonl "$study"/interviews/*.locked; do
        one=${{one##*/}}; one=${{one%.*}}
        case $one in *[!A-Z0-9-]*) ;; "$word"*) COMPREPLY+=("$one") ;; esac
    done
}}
_intervjuguide() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command="" study="." i
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${{COMP_WORDS[i]}} in
        --study) study=${{COMP_WORDS[i + 1]}}; [ "$study" != "=" ] || study=${{COMP_WORDS[i + 2]}} ;;
        -*|=) ;;
        *) [ -n "$command" ] || case ${{COMP_WORDS[i - 1]}} in -*|=) ;; *) command=${{COMP_WORDS[i]}} ;; esac ;;
        esac
    done
    study=${{study/#\\~/$HOME}}; study=${{study//\\\\/}}; study=${{study//[\\"\\']/}}
    [ "${{word#-}}" != "$word" ] || case $before in
{values}
    esac
    case $command in
        "") case $word in -*) _intervjuguide_words "--help --version --study" ;; *) _intervjuguide_words "{names}" ;; esac ;;
{each}
    esac
}}
complete -F _intervjuguide intervjuguide"""


def _in_bash(kind: str) -> str:
    own = {
        "code": "_intervjuguide_codes",
        "folder": "_intervjuguide_studies",
        "file": "_intervjuguide_paths -f",
        "none": ":",
    }
    return own.get(kind) or f'_intervjuguide_words "{kind}"'


def _zsh(commands: Sequence[Completed]) -> str:
    names = "\n".join(f"        {_quoted(f'{command.name}:{command.about}')}" for command in commands)
    values = "\n".join(
        f"        {'|'.join(flags)}) {_in_zsh(kind)}; return ;;" for kind, flags in _by_kind(commands).items()
    )
    each = "\n".join(
        f"        {command.name})\n"
        f"            case $word in -*) compadd -- {' '.join(flag for flag, _ in command.options)}; return ;; esac\n"
        f"            {'; '.join(map(_in_zsh, command.arguments)) or ':'} ;;"
        for command in commands
    )
    return f"""#compdef intervjuguide
# Completions of intervjuguide for zsh: a file called _intervjuguide in a folder of $fpath.
_intervjuguide_studies() {{
    local -a studies
    studies=(*/guide.yaml(N:h))
    if [[ -n $studies && $word != */* ]]; then compadd -f -- $studies; else _files -/; fi
}}
_intervjuguide_codes() {{
    local -a codes
    codes=($study/interviews/*.(jsonl|locked)(N:t:r))
    compadd -- ${{(M)codes:#[A-Z0-9-]##}}
}}
_intervjuguide() {{
    setopt localoptions extendedglob
    local word=$words[CURRENT] before=$words[CURRENT-1] command="" study="." i
    local -a names
    names=(
{names}
    )
    for ((i = 2; i < CURRENT; i++)); do
        case $words[i] in
        --study) study=$words[i+1] ;;
        --study=*) study=${{words[i]#--study=}} ;;
        -*) ;;
        *) [[ -n $command || $words[i-1] == -* ]] || command=$words[i] ;;
        esac
    done
    study=${{~${{(Q)study}}}}
    [[ $word == -* ]] || case $before in
{values}
    esac
    case $command in
        "") case $word in -*) compadd -- --help --version --study ;; *) _describe command names ;; esac ;;
{each}
    esac
}}
if [[ $funcstack[1] == _intervjuguide ]]; then _intervjuguide "$@"; elif (( $+functions[compdef] )); then compdef _intervjuguide intervjuguide; fi"""


def _in_zsh(kind: str) -> str:
    own = {"code": "_intervjuguide_codes", "folder": "_intervjuguide_studies", "file": "_files", "none": ":"}
    return own.get(kind) or f"compadd -- {kind}"


def _fish(commands: Sequence[Completed]) -> str:
    lines = []
    for command in commands:
        seen = f"-n '__fish_seen_subcommand_from {command.name}'"
        lines.append(
            f"complete -c intervjuguide -n __fish_use_subcommand -a {command.name} -d {_quoted(command.about)}"
        )
        for flag, kind in command.options:
            how = f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}"
            lines.append(f"complete -c intervjuguide {seen} {how}{_in_fish(kind)}")
        lines += [
            f"complete -c intervjuguide {seen}{_in_fish(kind, argument=True)}"
            for kind in command.arguments
            if kind != "none"
        ]
    made = "\n".join(lines)
    return f"""# Completions of intervjuguide for fish: ~/.config/fish/completions/intervjuguide.fish
function __intervjuguide_study
    set -l words (commandline -opc)
    set -l place (contains -i -- --study $words)
    and test (count $words) -gt $place
    and echo (string replace -r '^~' $HOME -- $words[(math $place + 1)])
    or string replace -f -- --study= '' $words
    or echo .
end
function __intervjuguide_codes
    set -l study (__intervjuguide_study)
    for file in $study[1]/interviews/*.jsonl $study[1]/interviews/*.locked
        string match -r '^[A-Z0-9-]+$' -- (string replace -r '.*/(.*)\\.[a-z]+$' '$1' -- $file)
    end
end
function __intervjuguide_studies
    set -l studies */guide.yaml
    if test (count $studies) -gt 0
        string replace -r '/guide.yaml$' '' -- $studies
    else
        __fish_complete_directories
    end
end
complete -c intervjuguide -f
{made}"""


def _in_fish(kind: str, *, argument: bool = False) -> str:
    if not kind:
        return ""
    need = "" if argument else " -r"
    if kind == "none":
        return " -x"
    if kind == "file":
        return f"{need} -F"
    words = {"code": "(__intervjuguide_codes)", "folder": "(__intervjuguide_studies)"}.get(kind, kind)
    return f"{'' if argument else ' -x'} -a {_quoted(words)}"


def _quoted(text: str) -> str:
    """A text between single quotes, as zsh and fish both read it; what would end it is left out."""
    return "'" + text.replace("'", "’").replace("\\", "") + "'"


_WRITERS: dict[str, Callable[[Sequence[Completed]], str]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
