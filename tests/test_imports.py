"""Who may import whom, in no circle, and not before it is needed; no state in modules."""

import ast
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.interviewer import thesis_study
from tests.sources import ROOMS, ROOT, SOURCES, name_of, nodes, tree
from tui.catalogue import read_catalogue

BELOW = {"guide": {"guide"}, "interviews": {"guide", "interviews"}, "tui": {"guide", "interviews", "tui"}}
"""Imports go one way: tui, interviews, guide."""

SCREENLESS = [path for path in SOURCES if path.relative_to(ROOT).parts[0] != "tui"]
CHANGING = {
    "add", "append", "appendleft", "clear", "discard", "extend", "insert", "pop", "popitem", "popleft", "remove",
    "setdefault", "sort", "reverse", "update",
}  # fmt: skip
MADE_ONCE = {"Callable", "TypeVar", "compile", "frozenset", "maketrans", "tuple", "field", "Literal", "property"}


def imported(path: Path) -> Iterator[str]:
    """The modules that a file imports, wherever in it; all imports in the rooms are absolute."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, name_of(path)
            yield node.module or ""


TELL = "sys.stderr.write('\\nLOADED ' + ' '.join({name.partition('.')[0] for name in sys.modules}) + '\\n')\n"
GIVE_COMMANDS = f"""
import os, sys
from tui.main import main
os.chdir(sys.argv[1])
for command in sys.argv[2:]:
    main(command.split("|"))
    {TELL}"""


def told_by(program: str, *arguments: str) -> list[set[str]]:
    """The top-level modules that a fresh Python has loaded, as often as the program tells them."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=True,
    )
    return [set(told.split("\n")[0].split()) for told in done.stderr.split("LOADED ")[1:]]


def loaded_by(program: str, *arguments: str) -> set[str]:
    """The top-level modules that a fresh Python has loaded after it ran a program."""
    return told_by(f"{program}\nimport sys; {TELL}", *arguments)[0]


def loaded_after(folder: Path, *commands: Sequence[str]) -> Iterator[tuple[str, set[str]]]:
    """Each command, and the modules that a fresh Python has loaded after it and those before it."""
    told = told_by(GIVE_COMMANDS, str(folder), *map("|".join, commands))
    return zip(map(" ".join, commands), told, strict=True)


def test_the_sources_are_found() -> None:
    assert {"guide/model.py", "interviews/session.py", "tui/live/live_controller.py"} <= {
        name_of(path) for path in SOURCES
    }


def test_imports_go_one_way() -> None:
    for path in SOURCES:
        room = path.relative_to(ROOT).parts[0]
        rooms = {module.partition(".")[0] for module in imported(path)} & {*ROOMS, "tests"}
        assert rooms <= BELOW[room], name_of(path)


def modules_imported(path: Path) -> set[str]:
    """Our own modules that a file needs when it runs, wherever in it; what only types are named by is left out."""
    found: set[str] = set()
    left: list[ast.AST] = [tree(path)]
    while left:
        node = left.pop()
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING":
            left += node.orelse
            continue
        left += ast.iter_child_nodes(node)
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            named = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= named if named <= MODULES.keys() else {*named, node.module or ""}
    return found & MODULES.keys()


def module_of(path: Path) -> str:
    return name_of(path).removesuffix(".py").replace("/", ".").removesuffix(".__init__")


MODULES = {module_of(path): path for path in SOURCES}


def find_circle(leads_to: Mapping[str, set[str]]) -> list[str]:
    """Names that each lead to the next, the first once more at the end; none where there is no circle."""
    done: set[str] = set()

    def look(at: str, way: list[str]) -> list[str]:
        if at in way:
            return [*way[way.index(at) :], at]
        if at not in done:
            for ahead in sorted(leads_to[at]):
                if found := look(ahead, [*way, at]):
                    return found
        done.add(at)
        return []

    return next(filter(None, (look(name, []) for name in sorted(leads_to))), [])


def test_no_module_needs_one_that_needs_it() -> None:
    """Not even by an import inside a function: whoever reads one file of a circle must know all of them."""
    circle = find_circle({name: modules_imported(path) for name, path in MODULES.items()})
    assert not circle, " imports ".join(circle)


def room_of(module: str) -> str:
    """The folder, or at the top of a tree the file, that a module belongs to: ``tui.live``, ``tui.console``."""
    return ".".join(module.split(".")[:2])


def test_no_room_needs_one_that_needs_it() -> None:
    """A room is a folder with all below it; what lies at the top of a tree is a room of its own."""
    leads_to: dict[str, set[str]] = {room_of(name): set() for name in MODULES}
    for name, path in MODULES.items():
        leads_to[room_of(name)] |= {room_of(other) for other in modules_imported(path)} - {room_of(name)}
    circle = find_circle(leads_to)
    assert not circle, " imports ".join(circle)


def test_a_circle_is_found() -> None:
    assert find_circle({"a": {"b"}, "b": {"c", "d"}, "c": set(), "d": {"b"}}) == ["b", "d", "b"]
    assert find_circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_guide_and_interviews_name_no_screen() -> None:
    for path in SCREENLESS:
        assert not {module.partition(".")[0] for module in imported(path)} & {"textual", "rich"}, name_of(path)


def test_guide_and_interviews_import_without_textual() -> None:
    other = "posix" if sys.platform == "win32" else "windows"  # which cannot be imported here
    here = [path for path in SCREENLESS if other not in path.name]
    names = [module_of(path) for path in here]
    loaded = loaded_by("".join(f"import {name}\n" for name in names))
    assert {"guide", "interviews"} <= loaded
    assert not loaded & {"textual", "rich", "tui"}


def test_small_commands_do_not_pay_for_textual(tmp_path: Path) -> None:
    """Nor does one that refuses because there is no terminal."""
    thesis_study(tmp_path)
    given = (
        ["check"],
        ["check", "--json"],
        ["find", "arenaer"],
        ["review"],
        ["review", "--json"],
        ["run"],
        ["nothing"],
    )
    for command, loaded in loaded_after(ROOT, *([*words, "--study", str(tmp_path)] for words in given)):
        assert "tui" in loaded
        assert not loaded & {"textual", "asyncio"}, command


def test_neither_the_live_screen_nor_what_leads_to_it_loads_the_search_for_third_persons() -> None:
    program = "import tui.live.live_screen, tui.commands.run, tui.commands.home, tui.commands.review\n"
    program += "import interviews.data_management.name_lists, sys\n"
    program += "assert not [name for name in sys.modules if name.startswith('interviews.third_persons')]"
    assert "tui" in loaded_by(program)


def test_help_loads_next_to_nothing() -> None:
    for command, loaded in loaded_after(ROOT, ["--help"], ["--version"], ["check", "--help"], ["nothing"]):
        assert not loaded & {"textual", "rich", "asyncio", "yaml"}, command


SYSTEMS = {"fcntl", "resource", "ctypes", "_ctypes", "termios", "tty", "pwd", "grp", "msvcrt", "winreg"}
"""Modules that one operating system has and another lacks."""

ABOUT_GUIDES = [
    ["check"],
    ["check", "--json"],
    ["find", "arenaer"],
    ["diff", "1", "now"],
    ["export", "guide"],
    ["export", "paper"],
    ["new", "another", "--from", "guide.yaml", "--preview"],
    ["new", "."],
]


def test_what_only_reads_a_guide_asks_nothing_of_the_operating_system(tmp_path: Path) -> None:
    """No lock, no clock, no limit; the system's module is loaded by the first who asks, such as who saves a file."""
    thesis_study(tmp_path)
    read_catalogue(
        "nn"
    )  # and bokmål's: what is compiled of a text that changed since is saved by whoever reads it first
    for command, loaded in loaded_after(tmp_path, *ABOUT_GUIDES):
        assert "interviews" in loaded
        assert not loaded & SYSTEMS, command


def test_what_reads_an_interview_keeps_its_memory_private(tmp_path: Path) -> None:
    """A command about guides too, once it reads a log."""
    (thesis_study(tmp_path) / "interviews").mkdir()
    (tmp_path / "interviews" / "I1.jsonl").write_text("{}\n", encoding="utf-8")
    ((_, loaded),) = loaded_after(ROOT, ["diff", "I1", "now", "--study", str(tmp_path)])
    assert "resource" in loaded


ASKED_OF_A_SYSTEM = {
    "chmod", "chown", "fchmod", "fdatasync", "fork", "fsync", "geteuid", "getuid", "pread", "pwrite", "umask",
    "CLOCK_BOOTTIME", "CLOCK_MONOTONIC", "O_CLOEXEC", "O_CREAT", "O_NOCTTY", "O_NONBLOCK", "O_RDWR", "O_TMPFILE",
    "SIGHUP", "SIGTERM", "XDG_DATA_HOME",
}  # fmt: skip


def test_one_module_knows_the_operating_system() -> None:
    """But for the terminal's drivers, and the openers of files."""
    knowing = set()
    for path in SOURCES:
        names = {node.attr for node in nodes(path) if isinstance(node, ast.Attribute)}
        texts = {node.value for node in nodes(path) if isinstance(node, ast.Constant)}
        proc = any(isinstance(text, str) and text.startswith("/proc/") for text in texts)
        if {*imported(path)} & {*SYSTEMS, "signal", "subprocess"} or (names | texts) & ASKED_OF_A_SYSTEM or proc:
            knowing.add(name_of(path))
    rooms = ("__init__", "folders", "linux_disks", "posix", "programs", "windows")
    here = {f"interviews/os_support/{name}.py" for name in rooms}
    openers, drivers = (
        {"guide/files.py", "guide/windows_files.py"},
        {f"tui/terminal/{system}_driver.py" for system in ("posix", "windows")},
    )
    drivers |= {"tui/linear/posix_source.py"}
    assert knowing == {*here, *openers, *drivers}


def assigned(statement: ast.stmt) -> tuple[str, ast.expr] | None:
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            return name, value
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
            return name, value
        case _:
            return None


def module_names(path: Path) -> dict[str, ast.expr]:
    """What a module's own assignments name."""
    return dict(found for statement in tree(path).body if (found := assigned(statement)) is not None)


def is_constant_name(name: str) -> bool:
    return name.isupper() or (name.startswith("__") and name.endswith("__"))


def test_a_module_holds_constants_only() -> None:
    """A collection or an object made when a module is loaded has the name of a constant."""
    for path, name, value in ((source, *pair) for source in SOURCES for pair in module_names(source).items()):
        if isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp):
            assert is_constant_name(name), f"{name_of(path)}: {name}"
        if isinstance(value, ast.Call):
            made = value.func.attr if isinstance(value.func, ast.Attribute) else getattr(value.func, "id", "")
            assert is_constant_name(name) or made in MADE_ONCE, f"{name_of(path)}: {name} = {made}(…)"


def test_nothing_changes_what_a_module_holds() -> None:
    constants = {name for module in SOURCES for name in module_names(module) if name.isupper()}
    for path in SOURCES:
        held = set(module_names(path)) | constants
        for node in nodes(path):
            assert not isinstance(node, ast.Global), f"{name_of(path)}:{node.lineno}"
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=attr)) if attr in CHANGING:
                    assert name not in held, f"{name_of(path)}:{node.lineno}"
                case ast.Subscript(value=ast.Name(id=name), ctx=ast.Store() | ast.Del()):
                    assert name not in held, f"{name_of(path)}:{node.lineno}"
                case _:
                    pass
