"""What is wrong in a guide, said so that whoever wrote it knows what to do. The fields are the facts of each code."""

from guide.problems import Fault

_FILE: dict[str, tuple[str, str]] = {
    Fault.NOT_FOUND: (
        "Finner ikke fila. Se etter at navnet og mappa stemmer.",
        "There is no such file. Check its name and folder.",
    ),
    Fault.IS_FOLDER: ("Dette er en mappe. Skriv navnet på guidefila.", "This is a folder. Name the guide file."),
    Fault.UNREADABLE: ("Fila kan ikke leses: {reason}.", "The file cannot be read: {reason}."),
    Fault.TOO_BIG: (
        "Fila er større enn {limit}. En guide er mye mindre: er det riktig fil?",
        "The file is larger than {limit}. A guide is much smaller: is it the right file?",
    ),
    Fault.NOT_UTF8: (
        "Her står et tegn som ikke er UTF-8. Lagre fila på nytt med tegnkoding UTF-8.",
        "A character here is not UTF-8. Save the file again with the encoding UTF-8.",
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
    Fault.TAB: (
        "Linja er rykket inn med tabulator. Bruk mellomrom i stedet.",
        "The line is indented with a tab. Use spaces instead.",
    ),
    Fault.COLON: (
        "Kolon og mellomrom midt i en tekst. Sett teksten i anførselstegn, eller rett innrykket om det er en nøkkel.",
        "A colon and a space inside a text. Put the text in quotation marks, or mend the indentation if it is a key.",
    ),
    Fault.OPEN_QUOTE: (
        "Anførselstegnet som begynner her, blir aldri lukket.",
        "The quotation mark that opens here is never closed.",
    ),
    Fault.AFTER_QUOTE: (
        "Det står mer tekst etter anførselstegnet {quote}. Sett hele teksten i anførselstegn av det andre slaget.",
        "There is more text after the quotation mark {quote}. Put the whole text in quotation marks of the other kind.",
    ),
    Fault.BACKSLASH: (
        "Omvendt skråstrek (\\) har en egen betydning i doble anførselstegn. Bruk enkle (') eller skriv \\\\.",
        "A backslash (\\) has a meaning of its own in double quotation marks. Use single ones (') or write \\\\.",
    ),
    Fault.OPEN_BRACKET: (
        "Lista eller gruppa som begynner her med {bracket}, blir ikke lukket, eller den mangler et komma.",
        "What opens here with {bracket} is not closed, or lacks a comma.",
    ),
    Fault.BAD_START: (
        "En tekst kan ikke begynne med {character}. Sett den i anførselstegn.",
        "A text cannot begin with {character}. Put it in quotation marks.",
    ),
    Fault.INDENTATION: (
        "Linja passer ikke med dem over. Rykk dem like langt inn, og skriv kolon og mellomrom etter en nøkkel.",
        "The line does not fit those above. Indent them alike, and write a colon and a space after a key.",
    ),
    Fault.BROKEN: (
        "Dette kan ikke leses som YAML ({detail}). Se etter innrykk, kolon og anførselstegn her.",
        "This cannot be read as YAML ({detail}). Look at indentation, colons and quotation marks here.",
    ),
    Fault.SECOND_DOCUMENT: (
        "Her begynner et nytt dokument (---). En guide er ett dokument: slett linja.",
        "A second document begins here (---). A guide is one document: delete the line.",
    ),
    Fault.TAG: (
        "{tag} foran en verdi betyr ingenting i en guide. Slett det.",
        "{tag} before a value means nothing in a guide. Delete it.",
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
        "Henvisningene (*) gjør guiden altfor stor. Skriv ut det som skal stå her.",
        "The references (*) make the guide far too large. Write out what belongs here.",
    ),
    Fault.TOO_DEEP: (
        "For mange nivåer inne i hverandre. En guide har bare noen få.",
        "Too many levels inside each other. A guide has only a few.",
    ),
    Fault.KEY_NOT_TEXT: (
        "Nøkkelen foran kolonet må være en tekst.",
        "The key before the colon must be a text.",
    ),
    Fault.DUPLICATE_KEY: (
        "«{key}» står også på linje {first_line}. Behold bare den ene.",
        "“{key}” stands on line {first_line} as well. Keep only one.",
    ),
}

_SHAPES: dict[str, tuple[str, str]] = {
    Fault.NOT_A_GUIDE: (
        "Dette er ikke en guide. En guide begynner med nøkler som title: og sections:.",
        "This is not a guide. A guide begins with keys such as title: and sections:.",
    ),
    Fault.WANTED_TEXT: (
        "«{key}» skal være én tekst, ikke en liste eller flere nøkler.",
        "“{key}” must be one text, not a list or several keys.",
    ),
    Fault.WANTED_TEXT_OR_LIST: (
        "«{key}» skal være en tekst eller en liste av tekster, ikke flere nøkler.",
        "“{key}” must be a text or a list of texts, not several keys.",
    ),
    Fault.WANTED_LIST: (
        "«{key}» skal være en liste: sett hvert punkt på sin egen linje, med - foran.",
        "“{key}” must be a list: put each item on a line of its own, with - before it.",
    ),
    Fault.WANTED_KEYS: (
        "Under «{key}» skal det stå nøkler med kolon etter.",
        "Under “{key}” there must be keys, each with a colon after it.",
    ),
    Fault.WANTED_TEXT_OR_KEYS: (
        "Hvert punkt under «{key}» skal være en tekst eller ha nøkler, ikke være en liste.",
        "Each item under “{key}” must be a text or have keys, not be a list.",
    ),
    Fault.UNKNOWN_KEY: (
        "Ukjent nøkkel «{key}». Her kan det stå: {keys}.",
        "Unknown key “{key}”. These may stand here: {keys}.",
    ),
    Fault.UNKNOWN_KEY_NEAR: (
        "Ukjent nøkkel «{key}». Mente du «{nearest}»?",
        "Unknown key “{key}”. Did you mean “{nearest}”?",
    ),
    Fault.COLON_IN_TEXT: (
        "«{key}:» leses som en nøkkel. Er det en setning med kolon, sett hele setningen i anførselstegn.",
        "“{key}:” is read as a key. If it is a sentence with a colon, put the whole sentence in quotation marks.",
    ),
    Fault.MISSING_KEY: ("Her mangler «{key}:».", "“{key}:” is missing here."),
    Fault.NO_TITLE: (
        "Guiden har ingen tittel. Skriv title: og navnet på studien øverst.",
        "The guide has no title. Write title: and the name of the study at the top.",
    ),
}

_VALUES: dict[str, tuple[str, str]] = {
    Fault.EMPTY_TEXT: (
        "«{key}» er tom. Skriv noe, eller ta bort linja.",
        "“{key}” is empty. Write it, or take the line out.",
    ),
    Fault.EMPTY_WORDING: (
        "Spørsmålet har ingen ordlyd. Skriv hva du vil spørre om, eller ta bort linja.",
        "The question has no wording. Write what to ask, or take the line out.",
    ),
    Fault.EMPTY_ITEM: (
        "Et tomt punkt under «{key}». Skriv noe, eller ta bort linja.",
        "An empty item under “{key}”. Write it, or take the line out.",
    ),
    Fault.LONG_SHORT: (
        "Etiketten har {length} tegn. Det er plass til {limit}.",
        "The label has {length} characters. There is room for {limit}.",
    ),
    Fault.NOT_YES_OR_NO: (
        "«{key}» skal være ja eller nei, ikke «{value}».",
        "“{key}” must be yes or no, not “{value}”.",
    ),
    Fault.NOT_MINUTES: (
        "«{value}» er ikke et antall minutter. Skriv et tall over null, som 4 eller 4,5.",
        "“{value}” is not a number of minutes. Write a number above zero, such as 4 or 4.5.",
    ),
    Fault.UNKNOWN_CHOICE: (
        "«{key}» kan ikke være «{value}». Mulig her: {choices}.",
        "“{key}” cannot be “{value}”. Possible here: {choices}.",
    ),
    Fault.UNKNOWN_LANGUAGE: (
        "Ukjent språk «{value}». Skjermen blir på engelsk. Kjente: nb, nn, no, en.",
        "Unknown language “{value}”. The screen will be in English. Known: nb, nn, no, en.",
    ),
    Fault.COMMA_LIST: (
        "«{value}» er én tekst. Er det flere, skriv {key}: {right}",
        "“{value}” is one text. If they are several, write {key}: {right}",
    ),
    Fault.UNKNOWN_RULE: (
        "Ukjent råd «{rule}». Rådene heter: {rules}.",
        "Unknown advice “{rule}”. The advice there is: {rules}.",
    ),
    Fault.UNKNOWN_RULE_NEAR: (
        "Ukjent råd «{rule}». Mente du «{nearest}»?",
        "Unknown advice “{rule}”. Did you mean “{nearest}”?",
    ),
}

_IDS: dict[str, tuple[str, str]] = {
    Fault.ID_FORM: (
        "«{id}» kan ikke være en id. Bruk 1 til 8 bokstaver, sifre, punktum og _, uten mellomrom.",
        "“{id}” cannot be an id. Use 1 to 8 letters, digits, full stops and _, without spaces.",
    ),
    Fault.ID_START: (
        "«{id}» kan ikke være id for et spørsmål. Begynn med en bokstav, eller bruk punktum, som 1.1.",
        "“{id}” cannot be a question's id. Begin with a letter, or use a full stop, as in 1.1.",
    ),
    Fault.ID_RESERVED: (
        "«{id}» er opptatt: -x betyr at informanten ikke vil svare. Velg en annen id.",
        "“{id}” is reserved: -x means that the informant would rather not answer. Choose another id.",
    ),
    Fault.ID_TAKEN: (
        "Id-en {id} er brukt på linje {first_line}. Store og små bokstaver regnes som like. Velg en annen.",
        "The id {id} is used on line {first_line}. Capitals and small letters count as the same. Choose another.",
    ),
    Fault.ID_TAKEN_BY_AUTOMATIC: (
        "Spørsmålet på linje {first_line} får id-en {id} av seg selv. Velg en annen her, eller gi det en egen id.",
        "The question on line {first_line} gets the id {id} by itself. Choose another here, or give that one its own.",
    ),
    Fault.AUTOMATIC_ID_TAKEN: (
        "Spørsmålet ville fått id-en {id}, men den er brukt på linje {first_line}. Skriv en id: her.",
        "The question would get the id {id}, but that is used on line {first_line}. Write an id: here.",
    ),
    Fault.AUTOMATIC_ID_FORM: (
        "Spørsmålet ville fått id-en {id}, og det kan ikke være en id. Skriv en id: her med høyst 8 tegn.",
        "The question would get the id {id}, which cannot be an id. Write an id: here of at most 8 characters.",
    ),
    Fault.UNKNOWN_TARGET: (
        "Det er ikke noe forskningsspørsmål {id}.",
        "There is no research question {id}.",
    ),
    Fault.UNKNOWN_TARGET_NEAR: (
        "Det er ikke noe forskningsspørsmål {id}. Mente du {nearest}?",
        "There is no research question {id}. Did you mean {nearest}?",
    ),
    Fault.UNKNOWN_LEAN: (
        "Spørsmålet bygger på {id} (leans_on), som ikke finnes i guiden.",
        "The question leans on {id} (leans_on), which is not in the guide.",
    ),
    Fault.UNKNOWN_LEAN_NEAR: (
        "Spørsmålet bygger på {id} (leans_on), som ikke finnes i guiden. Mente du {nearest}?",
        "The question leans on {id} (leans_on), which is not in the guide. Did you mean {nearest}?",
    ),
    Fault.UNKNOWN_CONCEPT: (
        "Begrepet «{name}» står ikke under concepts: øverst i guiden.",
        "The concept “{name}” is not among the guide's concepts:.",
    ),
    Fault.UNKNOWN_CONCEPT_NEAR: (
        "Begrepet «{name}» står ikke under concepts:. Mente du «{nearest}»?",
        "The concept “{name}” is not among the guide's concepts:. Did you mean “{nearest}”?",
    ),
    Fault.CIRCULAR: (
        "Spørsmålene bygger på hverandre i ring: {path}. Ta bort én leans_on.",
        "The questions lean on each other in a circle: {path}. Take out one leans_on.",
    ),
}

_WHOLE: dict[str, tuple[str, str]] = {
    Fault.NO_QUESTIONS: (
        "Guiden har ingen spørsmål. Skriv dem under sections:, i questions:.",
        "The guide has no questions. Write them under sections:, in questions:.",
    ),
    Fault.TOO_MANY_QUESTIONS: (
        "Flere enn {limit} spørsmål. Så mange har ingen guide plass til.",
        "More than {limit} questions. No guide has room for so many.",
    ),
    Fault.UNSERVED: (
        "Ingen spørsmål dekker forskningsspørsmål {id}.",
        "No question serves research question {id}.",
    ),
    Fault.UNSERVED_PART: (
        "Ingen spørsmål dekker {id}, en del av forskningsspørsmål {owner}.",
        "No question serves {id}, a part of research question {owner}.",
    ),
    Fault.CLOSING_IGNORED: (
        "«{key}» gjelder ikke i avslutningen: spørsmålene der stilles alltid og dekker ingen forskningsspørsmål.",
        "“{key}” has no effect in the closing: its questions are always asked and serve no research question.",
    ),
}

PROBLEMS: dict[str, tuple[str, str]] = {**_FILE, **_YAML, **_SHAPES, **_VALUES, **_IDS, **_WHOLE}
"""Each code's sentence in Norwegian (bokmål) and English."""
