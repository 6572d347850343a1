"""The commands, one a file, and what each is given.

Each has ``run(arguments, settings)``, which returns the exit code.
"""

from pathlib import Path

STUDY = ("--study", {"metavar": "DIR", "type": Path, "default": Path()})
PASSPHRASE = ("--passphrase-fd", {"metavar": "N", "type": int})
PLAIN: tuple[str, dict[str, object]] = ("--plain", {"action": "store_true"})
COMMANDS: dict[str, tuple[str, list[tuple[str, dict[str, object]]]]] = {
    "demo": ("tui.commands.demo", [("folder", {"nargs": "?", "type": Path, "metavar": "DIR"}), PLAIN]),
    "new": (
        "tui.commands.new",
        [
            ("folder", {"type": Path, "metavar": "DIR"}),
            ("--from", {"dest": "source", "type": Path, "metavar": "FILE"}),
            ("--preview", {"action": "store_true"}),
        ],
    ),
    "check": (
        "tui.commands.check",
        [
            ("guide", {"nargs": "?", "type": Path, "metavar": "GUIDE"}),
            ("--json", {"action": "store_true"}),
            ("--write-ids", {"action": "store_true"}),
        ],
    ),
    "run": (
        "tui.commands.run",
        [
            ("--participant", {"metavar": "I3"}),
            ("--pilot", {"nargs": "?", "const": "", "metavar": "KIND"}),
            ("--resume", {"action": "store_true"}),
            ("--afterwards", {"nargs": "?", "const": "", "metavar": "I5"}),
            ("--date", {"metavar": "DATE"}),
            PLAIN,
        ],
    ),
    "practice": (
        "tui.commands.practice",
        [
            ("--informant", {"metavar": "NAME"}),
            ("--informants", {"action": "store_true"}),
            ("--pace", {"metavar": "N"}),
            ("--again", {"nargs": "?", "const": "", "metavar": "T1"}),
            ("--show", {"nargs": "?", "const": "", "metavar": "T1"}),
            PLAIN,
        ],
    ),
    "review": (
        "tui.commands.review",
        [
            ("--participant", {"metavar": "I3"}),
            ("--json", {"action": "store_true"}),
            ("--html", {"metavar": "FILE"}),
            ("--markdown", {"metavar": "FILE"}),
            ("--word", {"metavar": "FILE"}),
            ("--without-notes", {"action": "store_true"}),
            ("--with-reflexive", {"action": "store_true"}),
            ("--anyway", {"action": "store_true"}),
            PLAIN,
        ],
    ),
    "find": (
        "tui.commands.find",
        [
            ("words", {"nargs": "+", "metavar": "WORDS"}),
            ("--guide", {"type": Path, "metavar": "FILE"}),
            ("--notes", {"action": "store_true"}),
            ("--json", {"action": "store_true"}),
        ],
    ),
    "transcript": (
        "tui.commands.transcript",
        [
            ("file", {"nargs": "?", "type": Path, "metavar": "FILE"}),
            ("--participant", {"metavar": "I3"}),
            ("--guide", {"type": Path, "metavar": "FILE"}),
            ("--interviewer", {"action": "append", "metavar": "NAME"}),
            ("--keep", {"action": "store_true"}),
            ("--json", {"action": "store_true"}),
        ],
    ),
    "touches": (
        "tui.commands.touches",
        [("--guide", {"type": Path, "metavar": "FILE"}), ("--json", {"action": "store_true"})],
    ),
    "export": (
        "tui.commands.export",
        [
            ("format", {"metavar": "FORMAT"}),
            ("--participant", {"metavar": "I3"}),
            ("-o", {"dest": "output", "metavar": "FILE"}),
            ("--fact", {"action": "append", "metavar": "KEY=TEXT"}),
            ("--json", {"action": "store_true"}),
            ("--ids", {"action": "store_true"}),
            ("--anyway", {"action": "store_true"}),
            ("--with-marks", {"action": "store_true"}),
            ("--as", {"metavar": "FORM"}),
            ("--rec", {"type": int, "metavar": "N"}),
            ("--into", {"type": Path, "metavar": "FILE"}),
            ("--wav", {"type": Path, "metavar": "FILE"}),
            ("--for", {"metavar": "PROGRAM"}),
            ("--profile", {"metavar": "NAME"}),
        ],
    ),
    "align": (
        "tui.commands.align",
        [
            ("code", {"metavar": "I3"}),
            ("--rec", {"type": int, "metavar": "N"}),
            ("--note", {"type": int, "metavar": "NUMBER"}),
            ("--at", {"metavar": "TIME"}),
            ("--wav", {"type": Path, "metavar": "FILE"}),
            ("--yes", {"action": "store_true"}),
        ],
    ),
    "reflect": ("tui.commands.reflect", [("words", {"nargs": "*", "metavar": "TEXT"})]),
    "combine": (
        "tui.commands.combine",
        [
            ("code", {"metavar": "I3"}),
            ("other", {"nargs": "?", "metavar": "I3-2"}),
            ("--offset", {"metavar": "SECONDS"}),
            ("--by", {"metavar": "AB,CD"}),
            ("--undo", {"action": "store_true"}),
            ("--yes", {"action": "store_true"}),
        ],
    ),
    "rename": ("tui.commands.rename", [("code", {"metavar": "I3"}), ("new", {"metavar": "I5"})]),
    "merge": ("tui.commands.merge", [("code", {"metavar": "CODE"}), ("file", {"type": Path, "metavar": "FILE"})]),
    "correct": (
        "tui.commands.correct",
        [
            ("code", {"metavar": "I3"}),
            ("--note", {"type": int, "metavar": "NUMBER"}),
            ("--text-file", {"metavar": "FILE"}),
            ("--drop-tags", {"action": "store_true"}),
            ("--undo", {"action": "store_true"}),
            ("--leave-out", {"action": "store_true"}),
        ],
    ),
    "give": (
        "tui.commands.give",
        [
            ("code", {"metavar": "I3"}),
            ("-o", {"dest": "output", "metavar": "FILE"}),
            ("--with-reflexive", {"action": "store_true"}),
            ("--with-held-back", {"action": "store_true"}),
            ("--anyway", {"action": "store_true"}),
        ],
    ),
    "forget": (
        "tui.commands.forget",
        [("code", {"metavar": "I3"}), ("--yes", {"action": "store_true"}), ("--stays", {"action": "store_true"})],
    ),
    "observe": ("tui.commands.observe", [("--participant", {"metavar": "P1"}), PLAIN]),
    "revise": ("tui.commands.revise", [("--after", {"metavar": "P1"})]),
    "diff": (
        "tui.commands.diff",
        [
            ("a", {"nargs": "?", "metavar": "A"}),
            ("b", {"nargs": "?", "metavar": "B"}),
            ("-o", {"dest": "output", "metavar": "FILE"}),
            ("--anyway", {"action": "store_true"}),
            ("--markdown", {"action": "store_true"}),
            ("--json", {"action": "store_true"}),
        ],
    ),
    "finish": (
        "tui.commands.finish",
        [
            ("--done", {"metavar": "WHAT"}),
            ("--not-done", {"metavar": "WHAT"}),
            ("--yes", {"action": "store_true"}),
        ],
    ),
    "where": ("tui.commands.where", [("--json", {"action": "store_true"})]),
    "doctor": ("tui.commands.doctor", [("--json", {"action": "store_true"})]),
    "completions": ("tui.commands.completions", [("shell", {"metavar": "SHELL"})]),
    "backup": ("tui.commands.backup", [("target", {"type": Path, "metavar": "DIR"})]),
    "scan": (
        "tui.commands.scan",
        [
            ("participant", {"nargs": "?", "metavar": "I3"}),
            ("--all", {"action": "store_true"}),
            ("--json", {"action": "store_true"}),
            ("--no-person", {"action": "append", "metavar": "WORD"}),
            ("--person", {"action": "append", "metavar": "WORD"}),
        ],
    ),
    "lock": ("tui.commands.lock", [("--change", {"action": "store_true"})]),
    "unlock": ("tui.commands.unlock", []),
    "replay": ("tui.commands.replay", [("code", {"metavar": "CODE"}), ("--speed", {"metavar": "N"})]),
}
"""A command's module and its arguments, as ``add_argument`` takes them, by its name."""
