"""The manual page of the command line, made of its own help: ``make docs`` writes it, the wheel brings it along."""

from tui import VERSION
from tui.commands import COMMANDS
from tui.commands.command_help import COMMAND_HELP, OVERVIEW
from tui.translator import Language, Translator

_HEADS = {
    "en": ("NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "EXIT STATUS", "FILES", "ENVIRONMENT"),
    "nb": ("NAVN", "SAMMENDRAG", "BESKRIVELSE", "KOMMANDOER", "SLUTTKODE", "FILER", "MILJØ"),
}
_TEXTS = {
    "en": {
        "what": "semi-structured research interviews from a terminal",
        "line": "command",
        "exit": (
            ("0", "Done."),
            ("1", "The guide or the data has errors, or nothing was done."),
            ("2", "The command was wrong."),
        ),
        "files": (
            ("guide.yaml", "The guide, in the study's folder."),
            ("interviews/I1.jsonl", "An interview, readable by you alone."),
            ("~/.config/intervjuguide/settings.yaml", "Your settings for all studies."),
        ),
        "environment": (
            ("INTERVJUGUIDE_LANGUAGE", "Language of the interface (nb, en), before the settings and the guide."),
            ("INTERVJUGUIDE_THEME", "dark, light, contrast or terminal."),
            ("INTERVJUGUIDE_SIGNS", "ascii, where the terminal gives two cells to some signs."),
            ("NO_COLOR", "No colours."),
        ),
    },
    "nb": {
        "what": "semistrukturerte forskningsintervjuer fra en terminal",
        "line": "kommando",
        "exit": (
            ("0", "Gjort."),
            ("1", "Guiden eller dataene har feil, eller ingenting ble gjort."),
            ("2", "Kommandoen var gal."),
        ),
        "files": (
            ("guide.yaml", "Guiden, i mappa til studien."),
            ("interviews/I1.jsonl", "Et intervju, som bare du kan lese."),
            ("~/.config/intervjuguide/settings.yaml", "Innstillingene dine for alle studier."),
        ),
        "environment": (
            ("INTERVJUGUIDE_LANGUAGE", "Språket i grensesnittet (nb, en), foran innstillingene og guiden."),
            ("INTERVJUGUIDE_THEME", "dark, light, contrast eller terminal."),
            ("INTERVJUGUIDE_SIGNS", "ascii, der terminalen gir to ruter til noen tegn."),
            ("NO_COLOR", "Ingen farger."),
        ),
    },
}  # fmt: skip


def man_page(language: Language) -> str:
    """The page in roff, as man reads it."""
    _ = Translator(language)
    heads, texts = _HEADS[language], _TEXTS[language]
    overview = _(OVERVIEW).split("\n\n")
    parts = [
        f'.TH INTERVJUGUIDE 1 "" "intervjuguide {VERSION}"\n.nh\n.ad l',
        f".SH {heads[0]}\nintervjuguide \\- {texts['what']}",
        f".SH {heads[1]}\n.B intervjuguide\n[{texts['line']}] [\\-\\-study DIR]",
        f".SH {heads[2]}\n{_as_it_stands(overview[1])}\n.PP\n{_escaped(overview[-1])}",
        f".SH {heads[3]}",
        *(f".SS {name}\n{_as_it_stands(_(COMMAND_HELP[name]))}" for name in COMMANDS),
        *(
            f".SH {head}\n" + "\n".join(f".TP\n.B {_escaped(name)}\n{_escaped(told)}" for name, told in texts[key])
            for head, key in zip(heads[4:], ("exit", "files", "environment"), strict=True)
        ),
    ]
    return "\n".join(parts) + "\n"


def _as_it_stands(text: str) -> str:
    """A text whose lines and columns stay what they are."""
    return f".nf\n{_escaped(text)}\n.fi"


def _escaped(text: str) -> str:
    lines = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").split("\n")
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in lines)
