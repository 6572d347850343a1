"""Words for faults in YAML."""

from guide.problems import Fault

_FILE: dict[str, tuple[str, str]] = {
    Fault.NOT_FOUND: (
        "Finner ikke fila. Se etter at navnet og mappa stemmer.",
        "There is no such file. Check its name and folder.",
    ),
    Fault.IS_FOLDER: ("Dette er en mappe. Skriv navnet på guidefila.", "This is a folder. Name the guide file."),
    Fault.IS_ODD: (
        "Dette er et rør, en enhet eller en sokkel, ikke en vanlig fil.",
        "This is a pipe, a device or a socket, not an ordinary file.",
    ),
    Fault.UNREADABLE: ("Fila kan ikke leses: {reason}.", "The file cannot be read: {reason}."),
    Fault.TOO_BIG: (
        "Fila er større enn {limit}. En guide er mye mindre: er det riktig fil?",
        "The file is larger than {limit}. A guide is much smaller: is it the right file?",
    ),
    Fault.NOT_UTF8: (
        "Her står et tegn som ikke er UTF-8. Lagre fila på nytt med tegnkoding UTF-8.",
        "A character here is not UTF-8. Save the file again with the encoding UTF-8.",
    ),
    Fault.UTF16: (
        "Fila er lagret som UTF-16 (noen programmer kaller det «Unicode»). Lagre den på nytt med tegnkoding UTF-8.",
        "The file is saved as UTF-16 (some programs call it “Unicode”). Save it again with the encoding UTF-8.",
    ),
    Fault.NOTHING_WRITTEN: (
        "Fila er tom. Begynn med title: og sections:.",
        "There is nothing in the file. Begin with title: and sections:.",
    ),
}

_YAML: dict[str, tuple[str, str]] = {
    Fault.BAD_CHARACTER: (
        "Her står et usynlig kontrolltegn ({character}). Slett det.",
        "There is an invisible control character here ({character}). Delete it.",
    ),
    Fault.HARD_SPACE: (
        "Her står et hardt mellomrom, slik det kan følge med fra Word. Bytt det ut med et vanlig mellomrom.",
        "There is a non-breaking space here, as may come along from Word. Replace it with an ordinary space.",
    ),
    Fault.TAB: (
        "Linja er rykket inn med tabulator. Bruk mellomrom i stedet.",
        "The line is indented with a tab. Use spaces instead.",
    ),
    Fault.COLON: (
        "Her står kolon og mellomrom midt i en tekst. Sett hele teksten i anførselstegn. Er det ikke en tekst, rett innrykket.",
        "A colon and a space inside a text. Put the whole text in quotation marks. If it is no text, mend the indentation.",
    ),
    Fault.OPEN_QUOTE: (
        "Anførselstegnet som begynner her, blir aldri lukket. Sett et likt tegn der teksten slutter.",
        "The quotation mark that opens here is never closed. Put the same sign where the text ends.",
    ),
    Fault.AFTER_QUOTE: (
        "Teksten slutter ved {quote}, men det står mer etter. Sett {other} rundt hele teksten, også det i anførselstegn.",
        "The text ends at {quote}, but there is more after it. Put {other} around the whole text, what is quoted included.",
    ),
    Fault.BACKSLASH: (
        "Omvendt skråstrek (\\) har en egen betydning i doble anførselstegn. Bruk enkle (') eller skriv \\\\.",
        "A backslash (\\) has a meaning of its own in double quotation marks. Use single ones (') or write \\\\.",
    ),
    Fault.OPEN_BRACKET: (
        "Det som begynner her med {bracket}, mangler {closing} til slutt eller et komma. Er det en tekst, sett den i anførselstegn.",
        "What begins here with {bracket} lacks {closing} at its end, or a comma. If it is a text, put it in quotation marks.",
    ),
    Fault.BAD_START: (
        "En tekst kan ikke begynne med {character}. Sett den i anførselstegn.",
        "A text cannot begin with {character}. Put it in quotation marks.",
    ),
    Fault.NO_SPACE: (
        "«{key}:» må ha et mellomrom etter kolonet.",
        "“{key}:” needs a space after the colon.",
    ),
    Fault.INDENTATION: (
        "Linja passer ikke med dem over. Rykk den like langt inn som dem den hører til, og se etter et glemt kolon.",
        "The line does not fit those above. Indent it like those it belongs with, and look for a forgotten colon.",
    ),
    Fault.BROKEN: (
        "Dette kan ikke leses som YAML ({detail}). Se etter innrykk, kolon og anførselstegn her.",
        "This cannot be read as YAML ({detail}). Look at indentation, colons and quotation marks here.",
    ),
    Fault.SECOND_DOCUMENT: (
        "Her begynner en guide til (---), og det kan bare være én i fila. Slett linja, eller flytt det som følger, til en egen fil.",
        "Another guide begins here (---), and a file holds only one. Delete the line, or move what follows to a file of its own.",
    ),
    Fault.TAG: (
        "«{tag}» kan ikke stå foran noe i en guide. Slett det. Er det tekst, sett hele teksten i anførselstegn.",
        "“{tag}” cannot stand before anything in a guide. Delete it. If it is text, put the whole text in quotation marks.",
    ),
    Fault.UNKNOWN_ALIAS: (
        "*{name} viser til noe som ikke er merket &{name} lenger oppe. Er det tekst, sett den i anførselstegn.",
        "*{name} refers to something that is not marked &{name} further up. If it is text, put it in quotation marks.",
    ),
    Fault.ALIAS_IN_ITSELF: (
        "*{name} står inne i det som heter &{name}. Noe kan ikke inneholde seg selv.",
        "*{name} stands inside what is called &{name}. Nothing can contain itself.",
    ),
    Fault.TOO_LARGE: (
        "Henvisningene (ord med * foran) gjør guiden altfor stor. Skriv rett ut det som skal stå her.",
        "The references (words with * before them) make the guide far too large. Write out what belongs here.",
    ),
    Fault.TOO_DEEP: (
        "For mange nivåer inne i hverandre. En guide har bare noen få: ta bort klammer eller innrykk.",
        "Too many levels inside each other. A guide has only a few: take out brackets or indentation.",
    ),
    Fault.KEY_NOT_TEXT: (
        "Det som står foran kolonet, må være en tekst. Begynner den med [ eller {{, sett den i anførselstegn.",
        "What stands before the colon must be a text. If it begins with [ or {{, put it in quotation marks.",
    ),
    Fault.DUPLICATE_KEY: (
        "«{key}:» står også på linje {first_line}. Behold bare den ene. Et nytt punkt i en liste begynner med -.",
        "“{key}:” stands on line {first_line} as well. Keep only one. A new item of a list begins with -.",
    ),
}

BEFORE_READING: dict[str, tuple[str, str]] = {**_FILE, **_YAML}
"""The sentences of ``tui.words.problems`` for the file and for its YAML."""
