"""The command line: help, refusals, farewells."""

COMMANDS: dict[str, tuple[str, str]] = {
    "usage": ("intervjuguide: {problem}", "intervjuguide: {problem}"),
    "crashed": (
        "intervjuguide: en feil i programmet ({kind}, {where}). Det som er lagret, er trygt: kjør kommandoen igjen.",
        "intervjuguide: a fault in the program ({kind}, {where}). What was saved is safe: run the command again.",
    ),
    "unknown_command": (
        "det er ingen kommando «{name}»; se intervjuguide --help",
        "there is no command “{name}”; see intervjuguide --help",
    ),
    "unknown_command_near": (
        "det er ingen kommando «{name}»; mente du {near}? Se intervjuguide --help",
        "there is no command “{name}”; did you mean {near}? See intervjuguide --help",
    ),
    "wrong_arguments": (
        "{problem}; se intervjuguide {name} --help",
        "{problem}; see intervjuguide {name} --help",
    ),
    "no_terminal": (
        "intervjuguide: denne kommandoen åpner en skjerm og trenger en terminal; review, check og find klarer seg uten.",
        "intervjuguide: this command opens a screen and needs a terminal; review, check and find do without.",
    ),
    "no_code": (
        "«{given}» er ingen deltakerkode: bruk en som I3, aldri et navn",
        "“{given}” is no participant code: use one like I3, never a name",
    ),
    "no_study": (
        "det er ingen studie i {folder}: gå til studiens mappe, eller lag en med intervjuguide new MAPPE",
        "there is no study in {folder}: go to the study's folder, or make one with intervjuguide new FOLDER",
    ),
    "nothing_to_resume": (
        "ingen uavsluttet intervju å gå videre med {code}",
        "no unended interview to go on with {code}",
    ),
    "cannot_write": (
        "intervjuguide: kan ikke skrive i {file} ({reason}).",
        "intervjuguide: cannot write to {file} ({reason}).",
    ),
    "cannot_read": ("intervjuguide: kan ikke lese {file} ({reason}).", "intervjuguide: cannot read {file} ({reason})."),
    "check_ok": (
        "Guiden er i orden: {research_questions} forskningsspørsmål, {questions} spørsmål, {probes} oppfølgingsspørsmål.",
        "The guide is in order: {research_questions} research questions, {questions} questions, {probes} probes.",
    ),
    "find_none": ("Fant ingen spørsmål.", "Found no question."),
    "new_exists": (
        "det er alt en studie i {folder}; velg en annen mappe",
        "there is a study in {folder} already; choose another folder",
    ),
    "new_only_yaml": (
        "{file} er ingen .yaml; andre slags dokumenter kan ikke hentes inn ennå",
        "{file} is no .yaml; other kinds of documents cannot be brought in yet",
    ),
    "new_made": (
        "Studien ligger i {folder}. Rediger guide.yaml, så: intervjuguide run --study {folder}",
        "The study is in {folder}. Edit guide.yaml, then: intervjuguide run --study {folder}",
    ),
    "demo_where": (
        "Studien ligger i {folder}. Gå videre: intervjuguide --study {folder}",
        "The study is in {folder}. Go on: intervjuguide --study {folder}",
    ),
    "farewell_nothing": (
        "Intervjuet ble ikke begynt; ingenting er lagret.",
        "The interview was not begun; nothing was saved.",
    ),
    "farewell_ended": (
        "{code} er lagret i {file}. Se dekningen: intervjuguide review --participant {code} --study {folder}",
        "{code} is saved in {file}. See its coverage: intervjuguide review --participant {code} --study {folder}",
    ),
    "farewell_open": (
        "{code} er lagret i {file}, men ikke avsluttet. Gå videre: intervjuguide run --resume --study {folder}",
        "{code} is saved in {file}, but not ended. Go on: intervjuguide run --resume --study {folder}",
    ),
    "home_summary": ("{interviews} intervjuer, {pilots} prøveintervjuer", "{interviews} interviews, {pilots} pilots"),
    "help": (
        """intervjuguide: hold et semistrukturert intervju med guiden, tiden og notatene foran deg.

  intervjuguide                       åpne studien i denne mappa
  intervjuguide demo [MAPPE]          prøv med guiden fra en ekte masteroppgave
  intervjuguide new MAPPE [--from FIL.yaml]        lag en ny studie
  intervjuguide check [GUIDE] [--json]             finn feil i en guide
  intervjuguide run [--participant I3] [--pilot] [--resume]    hold et intervju
  intervjuguide review [--participant I3] [--json]             se dekningen
  intervjuguide find ORD [--guide FIL] [--json]    finn spørsmål

Alle tar --study MAPPE. Eksempel:

  intervjuguide new studien --from guide.yaml && intervjuguide run --study studien

Mens et intervju pågår: ? på tom linje viser alle taster. Ingenting forlater maskinen.""",
        """intervjuguide: hold a semi-structured interview with guide, time and notes before you.

  intervjuguide                       open the study in this folder
  intervjuguide demo [DIR]            try it with the guide of a real master's thesis
  intervjuguide new DIR [--from FILE.yaml]         make a new study
  intervjuguide check [GUIDE] [--json]             find errors in a guide
  intervjuguide run [--participant I3] [--pilot] [--resume]    hold an interview
  intervjuguide review [--participant I3] [--json]             see the coverage
  intervjuguide find WORDS [--guide FILE] [--json]             find questions

All take --study DIR. Example:

  intervjuguide new my-study --from guide.yaml && intervjuguide run --study my-study

During an interview, ? on an empty line shows every key. Nothing leaves the machine.""",
    ),
    "help_command_demo": (
        "intervjuguide demo [MAPPE]\n\nÅpner masteroppgavens guide, klar til intervju, i MAPPE eller en ny mappe som nevnes til slutt.\n\n  intervjuguide demo prøve",
        "intervjuguide demo [DIR]\n\nOpens the thesis's guide, ready for an interview, in DIR or a fresh folder that is named at the end.\n\n  intervjuguide demo trial",
    ),
    "help_command_new": (
        "intervjuguide new MAPPE [--from FIL.yaml]\n\nLager en ny studie med en tom guide, eller med en kopi av FIL.\n\n  intervjuguide new studien --from guide.yaml",
        "intervjuguide new DIR [--from FILE.yaml]\n\nMakes a new study with an empty guide, or with a copy of FILE.\n\n  intervjuguide new my-study --from guide.yaml",
    ),
    "help_command_check": (
        "intervjuguide check [GUIDE] [--json] [--study MAPPE]\n\nFinner feil i en guide, hver med fil:linje:kolonne. Slutter med 1 når det er feil.\n\n  intervjuguide check guide.yaml",
        "intervjuguide check [GUIDE] [--json] [--study DIR]\n\nFinds errors in a guide, each with file:line:column. Exits 1 when there are any.\n\n  intervjuguide check guide.yaml",
    ),
    "help_command_run": (
        "intervjuguide run [--participant I3] [--pilot] [--resume] [--study MAPPE]\n\nHolder et intervju. Uten kode brukes den neste ledige; --pilot er et prøveintervju, som ikke telles med;\n--resume går videre der et intervju stanset.\n\n  intervjuguide run --participant I3",
        "intervjuguide run [--participant I3] [--pilot] [--resume] [--study DIR]\n\nHolds an interview. Without a code the next free one is used; --pilot is a pilot, which is not counted;\n--resume goes on where an interview stopped.\n\n  intervjuguide run --participant I3",
    ),
    "help_command_review": (
        "intervjuguide review [--participant I3] [--json] [--study MAPPE]\n\nViser dekningen i studien, eller ett intervju med notater og tider.\n\n  intervjuguide review --participant I3",
        "intervjuguide review [--participant I3] [--json] [--study DIR]\n\nShows the coverage across the study, or one interview with its notes and times.\n\n  intervjuguide review --participant I3",
    ),
    "help_command_find": (
        "intervjuguide find ORD [--guide FIL] [--json] [--study MAPPE]\n\nFinner spørsmål med ord, id eller forskningsspørsmål; skrivefeil og æ ø å som ae oe aa går bra.\n\n  intervjuguide find arenaer deltagelse",
        "intervjuguide find WORDS [--guide FILE] [--json] [--study DIR]\n\nFinds questions by words, id or research question; typos and æ ø å as ae oe aa are forgiven.\n\n  intervjuguide find arenas",
    ),
}
