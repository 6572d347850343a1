"""Words for what is wrong in a guide."""

from guide.problems import Fault
from tui.words.yaml_problems import BEFORE_READING

_SHAPES: dict[str, tuple[str, str]] = {
    Fault.NOT_A_GUIDE: (
        "Dette er ikke en guide. Begynn med title: og sections:, og sett spørsmålene under questions:.",
        "This is not a guide. Begin with title: and sections:, and put the questions under questions:.",
    ),
    Fault.WANTED_TEXT: (
        "«{key}» skal være én tekst, ikke en liste eller flere nøkler. Begynner den med [ eller {{, sett den i anførselstegn.",
        "“{key}” must be one text, not a list or several keys. If it begins with [ or {{, put it in quotation marks.",
    ),
    Fault.WANTED_TEXT_OR_LIST: (
        "«{key}» skal være en tekst eller en liste av tekster, ikke flere nøkler.",
        "“{key}” must be a text or a list of texts, not several keys.",
    ),
    Fault.WANTED_LIST: (
        "«{key}» skal være en liste. Sett hvert punkt på sin egen linje, med bindestrek og mellomrom («- ») foran.",
        "“{key}” must be a list. Put each item on a line of its own, with a hyphen and a space (“- ”) before it.",
    ),
    Fault.WANTED_KEYS: (
        "Under «{key}» holder det ikke med en ren tekst eller liste. Skriv et ord med kolon etter, som «{example}».",
        "Under “{key}” a bare text or list is not enough. Write a word with a colon after it, such as “{example}”.",
    ),
    Fault.WANTED_TEXT_OR_KEYS: (
        "Under «{key}» kan det ikke stå en liste her. Skriv én tekst. Begynner den med [, sett den i anførselstegn.",
        "Under “{key}” there cannot be a list here. Write one text. If it begins with [, put it in quotation marks.",
    ),
    Fault.UNKNOWN_KEY: (
        "Guiden kjenner ikke «{key}:». Ta det bort, eller skriv et av disse: {keys}.",
        "A guide knows no “{key}:” here. Take it out, or write one of these: {keys}.",
    ),
    Fault.UNKNOWN_KEY_NEAR: (
        "Guiden kjenner ikke «{key}:». Mente du «{nearest}:»?",
        "A guide knows no “{key}:” here. Did you mean “{nearest}:”?",
    ),
    Fault.COLON_IN_TEXT: (
        "«{key}:» leses som en nøkkel. Er det en setning med kolon, sett hele setningen i anførselstegn.",
        "“{key}:” is read as a key. If it is a sentence with a colon, put the whole sentence in quotation marks.",
    ),
    Fault.MISSING_KEY: (
        "Her mangler «{key}:». Skriv det til, eller ta bort hele punktet.",
        "“{key}:” is missing here. Add it, or take the whole item out.",
    ),
    Fault.NO_TITLE: (
        "Guiden har ingen tittel. Skriv title: og navnet på studien øverst.",
        "The guide has no title. Write title: and the name of the study at the top.",
    ),
}

_VALUES: dict[str, tuple[str, str]] = {
    Fault.EMPTY_TEXT: (
        "Det står ingenting etter «{key}:». Skriv noe der, eller ta det bort.",
        "There is nothing after “{key}:”. Write something there, or take it out.",
    ),
    Fault.EMPTY_CONCEPT: (
        "Begrepet «{name}» har ingen forklaring. Skriv en short:, eller ta det bort.",
        "The concept “{name}” has no explanation. Write a short:, or take it out.",
    ),
    Fault.EMPTY_WORDING: (
        "Spørsmålet har ingen ordlyd. Skriv hva du vil spørre om, eller ta bort linja.",
        "The question has no wording. Write what to ask, or take the line out.",
    ),
    Fault.EMPTY_ITEM: (
        "Her er et tomt punkt under «{key}». Skriv noe, eller ta bort linja.",
        "An empty item under “{key}”. Write it, or take the line out.",
    ),
    Fault.LONG_SHORT: (
        "Etiketten (short) har {length} tegn, og det er plass til {limit}. Gjør den kortere.",
        "The label (short) has {length} characters, and there is room for {limit}. Shorten it.",
    ),
    Fault.NOT_YES_OR_NO: (
        "«{key}» kan ikke være «{value}». Skriv ja eller nei.",
        "“{key}” cannot be “{value}”. Write yes or no.",
    ),
    Fault.NOT_MINUTES: (
        "«{value}» er ikke et antall minutter. Skriv et tall over null, som 4 eller 4,5.",
        "“{value}” is not a number of minutes. Write a number above zero, such as 4 or 4.5.",
    ),
    Fault.NOT_A_DATE: (
        "«{key}» kan ikke være «{value}». Skriv en dato, som 2027-01-31 eller 31.1.2027.",
        "“{key}” cannot be “{value}”. Write a date, such as 2027-01-31 or 31.1.2027.",
    ),
    Fault.NOT_A_COUNT: (
        "«{key}» kan ikke være «{value}». Skriv et helt tall fra 1, som 1 eller 2, eller ta bort linja.",
        "“{key}” cannot be “{value}”. Write a whole number from 1, such as 1 or 2, or take the line away.",
    ),
    Fault.UNKNOWN_CHOICE: (
        "«{key}» kan ikke være «{value}». Skriv {choices}.",
        "“{key}” cannot be “{value}”. Write {choices}.",
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
        "Det finnes ikke noe råd som heter «{rule}». Skriv et av disse: {rules}.",
        "There is no advice called “{rule}”. Write one of these: {rules}.",
    ),
    Fault.UNKNOWN_RULE_NEAR: (
        "Det finnes ikke noe råd som heter «{rule}». Mente du «{nearest}»?",
        "There is no advice called “{rule}”. Did you mean “{nearest}”?",
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
    Fault.NO_TARGETS: (
        "Guiden har ingen forskningsspørsmål, så «{id}» finnes ikke. Skriv dem under research_questions:, eller ta bort serves:.",
        "The guide has no research questions, so there is no “{id}”. Write them under research_questions:, or take serves: out.",
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
        "Det er ikke noe forskningsspørsmål «{id}». De som finnes, heter: {ids}.",
        "There is no research question “{id}”. Those there are: {ids}.",
    ),
    Fault.UNKNOWN_TARGET_NEAR: (
        "Det er ikke noe forskningsspørsmål «{id}». Mente du «{nearest}»?",
        "There is no research question “{id}”. Did you mean “{nearest}”?",
    ),
    Fault.UNKNOWN_LEAN: (
        "Spørsmålet bygger på «{id}» (leans_on), som ikke finnes. Skriv id-en til et spørsmål eller forskningsspørsmål, som A1.",
        "The question leans on “{id}” (leans_on), which does not exist. Write the id of a question or research question, such as A1.",
    ),
    Fault.UNKNOWN_LEAN_NEAR: (
        "Spørsmålet bygger på «{id}» (leans_on), som ikke finnes. Mente du «{nearest}»?",
        "The question leans on “{id}” (leans_on), which does not exist. Did you mean “{nearest}”?",
    ),
    Fault.UNKNOWN_CONCEPT: (
        "Begrepet «{name}» står ikke under concepts: øverst i guiden. Skriv det inn der, eller ta det bort her.",
        "The concept “{name}” is not among the guide's concepts:. Add it there, or take it out here.",
    ),
    Fault.UNKNOWN_CONCEPT_NEAR: (
        "Begrepet «{name}» står ikke under concepts:. Mente du «{nearest}»?",
        "The concept “{name}” is not among the guide's concepts:. Did you mean “{nearest}”?",
    ),
    Fault.CIRCULAR: (
        "Spørsmålene bygger på hverandre i ring: {path}. Ta bort en av id-ene under leans_on:.",
        "The questions lean on each other in a circle: {path}. Take out one of the ids under leans_on:.",
    ),
}

_WHOLE: dict[str, tuple[str, str]] = {
    Fault.NO_QUESTIONS: (
        "Guiden har ingen spørsmål. Skriv dem under sections:, i questions:.",
        "The guide has no questions. Write them under sections:, in questions:.",
    ),
    Fault.TOO_MANY_QUESTIONS: (
        "Guiden har flere enn {limit} spørsmål, og så mange er det ikke plass til: ta bort dem fra og med dette.",
        "There are more than {limit} questions, and no guide has room for so many: take out those from here on.",
    ),
    Fault.UNSERVED: (
        "Ingen spørsmål hører til forskningsspørsmål {id}. Skriv serves: {id} der det passer.",
        "No question serves research question {id}. Write serves: {id} where it belongs.",
    ),
    Fault.UNSERVED_PART: (
        "Ingen spørsmål hører til {id}, en del av forskningsspørsmål {owner}. Skriv serves: {id} der det passer.",
        "No question serves {id}, a part of research question {owner}. Write serves: {id} where it belongs.",
    ),
    Fault.CLOSING_IGNORED: (
        "«{key}» gjelder ikke i avslutningen: alt der skal stilles, og hører ikke til noe forskningsspørsmål. Ta det bort.",
        "“{key}” has no effect in the closing: all there is asked and serves no research question. Take it out.",
    ),
    Fault.MORE: (
        "Og {count} feil til, herfra og nedover. Rett dem over først: mange av disse blir borte da.",
        "And {count} more faults from here on. Mend those above first: many of these will then be gone.",
    ),
}

_COMMANDS: dict[str, tuple[str, str]] = {
    "guide_id_is_command": (
        "Id-en «{id}» er også en kommando: /{word} gjør det kommandoen gjør. Gi spørsmålet en annen id, eller finn det med «/ {word}».",
        "The id “{id}” is also a command: /{word} does what the command does. Give it another id, or find it with “/ {word}”.",
    ),
}

PROBLEMS: dict[str, tuple[str, str]] = {**BEFORE_READING, **_SHAPES, **_VALUES, **_IDS, **_WHOLE, **_COMMANDS}
"""Each code's sentence in Norwegian (bokmål) and English."""
