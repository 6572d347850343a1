"""The command line: help, refusals, farewells."""

COMMANDS: dict[str, tuple[str, str]] = {
    "crashed": (
        "intervjuguide: en feil i programmet ({kind}, {where}). Kjør kommandoen igjen.",
        "intervjuguide: a fault in the program ({kind}, {where}). Run the command again.",
    ),
    "unknown_command": (
        "det er ingen kommando «{name}»; se intervjuguide --help",
        "there is no command “{name}”; see intervjuguide --help",
    ),
    "unknown_command_near": (
        "det er ingen kommando «{name}»; mente du {near}? Se intervjuguide --help",
        "there is no command “{name}”; did you mean {near}? See intervjuguide --help",
    ),
    "unknown_command_meant": (
        "det er ingen kommando «{name}»; bruk intervjuguide {meant}",
        "there is no command “{name}”; use intervjuguide {meant}",
    ),
    "wrong_arguments": (
        "{problem}; se intervjuguide {name}--help",
        "{problem}; see intervjuguide {name}--help",
    ),
    "argument_unknown": ("«{what}» hører ikke hjemme her", "“{what}” does not belong here"),
    "argument_missing": ("her mangler {what}", "{what} is missing"),
    "argument_lacks_value": ("{what} mangler en verdi", "{what} lacks a value"),
    "argument_wrong": ("kommandoen kan ikke forstås", "the command cannot be understood"),
    "no_terminal": (
        "intervjuguide: denne kommandoen åpner en skjerm og trenger en terminal; review, check og find klarer seg uten.",
        "intervjuguide: this command opens a screen and needs a terminal; review, check and find do without.",
    ),
    "no_code": (
        "«{given}» er ikke en deltakerkode: bruk en som I3, aldri et navn",
        "“{given}” is no participant code: use one like I3, never a name",
    ),
    "no_study": (
        "det er ingen studie i {folder}: gå til mappa der studien ligger, eller lag en med intervjuguide new MAPPE",
        "there is no study in {folder}: go to the study's folder, or make one with intervjuguide new FOLDER",
    ),
    "nothing_to_resume": (
        "det er ikke noe uavsluttet intervju å fortsette med her",
        "there is no unended interview to go on with here",
    ),
    "nothing_to_resume_with": (
        "det er ikke noe intervju med {code} å fortsette med; begynn et med run --participant {code}",
        "there is no interview with {code} to go on with; begin one with run --participant {code}",
    ),
    "new_not_folder": ("{folder} er ikke en mappe; velg et annet navn", "{folder} is no folder; choose another name"),
    "cannot_write": (
        "intervjuguide: kan ikke skrive i {file} ({reason}).",
        "intervjuguide: cannot write to {file} ({reason}).",
    ),
    "cannot_read": ("intervjuguide: kan ikke lese {file} ({reason}).", "intervjuguide: cannot read {file} ({reason})."),
    "odd_file": (
        "et rør, en enhet eller en sokkel, ikke en vanlig fil",
        "a pipe, a device or a socket, not an ordinary file",
    ),
    "check_ok": (
        "Guiden er i orden. Forskningsspørsmål: {research_questions}, spørsmål: {questions}, oppfølgingsspørsmål: {probes}.",
        "The guide is in order. Research questions: {research_questions}, questions: {questions}, probes: {probes}.",
    ),
    "check_warned_one": (
        "Guiden kan brukes, men har {warnings} advarsel (over). Forskningsspørsmål: {research_questions}, spørsmål: {questions}, oppfølgingsspørsmål: {probes}.",
        "The guide can be used, but has {warnings} warning (above). Research questions: {research_questions}, questions: {questions}, probes: {probes}.",
    ),
    "check_warned": (
        "Guiden kan brukes, men har {warnings} advarsler (over). Forskningsspørsmål: {research_questions}, spørsmål: {questions}, oppfølgingsspørsmål: {probes}.",
        "The guide can be used, but has {warnings} warnings (above). Research questions: {research_questions}, questions: {questions}, probes: {probes}.",
    ),
    "ids_there": (
        "Alle spørsmål har allerede id-en sin; ingenting er skrevet.",
        "Every question has its id already; nothing is written.",
    ),
    "ids_written": (
        "Id-ene er skrevet inn i {file}: nå kan spørsmål flyttes uten at noe forskyves.",
        "The ids are written into {file}: questions can be moved now, and nothing shifts.",
    ),
    "ids_written_changed": (
        "Id-ene er skrevet inn i {file}, de samme som intervjuene har ({changed}).",
        "The ids are written into {file}, the same as the interviews have ({changed}).",
    ),
    "ids_guide_changed": (
        "{file} er endret i mellomtida. Ingenting er skrevet; prøv igjen.",
        "{file} was changed meanwhile. Nothing is written; try again.",
    ),
    "ids_title": ("Spørsmål er flyttet", "Questions have moved"),
    "ids_choose": (
        "Skriv id-ene inn i guide.yaml, de som intervjuene har",
        "Write the ids into guide.yaml, those that the interviews have",
    ),
    "questions_moved_short": (
        "Flyttet siden {participant}: {moved}. Dekningen følger ordlyden.",
        "Moved since {participant}: {moved}. Coverage follows the wording.",
    ),
    "find_none": ("Fant ingen spørsmål.", "Found no question."),
    "new_exists": (
        "det er allerede en studie i {folder}; velg en annen mappe",
        "there is a study in {folder} already; choose another folder",
    ),
    "settings_unread": (
        "intervjuguide: innstillingene i {file} kan ikke leses og gjelder derfor ikke.",
        "intervjuguide: the settings in {file} cannot be read, and do not count.",
    ),
    "code_gone_title": ("{code} er brukt før", "{code} was used before"),
    "code_gone": (
        "Det er holdt et intervju som ikke lenger har noen logg: {names}. Den samme koden brukes aldri to ganger.",
        "An interview was held that has no log any more: {names}. No code is given twice.",
    ),
    "code_there": (
        "Det er allerede et intervju med denne koden: {names}. Ordene i det røres ikke.",
        "There is an interview with this code already: {names}. Its words are left alone.",
    ),
    "code_gone_same": ("Et nytt intervju med {code}, som {name}", "A new interview with {code}, called {name}"),
    "code_gone_other": ("En annen deltaker: {code}", "Another participant: {code}"),
    "new_again": (
        "guide.yaml var tom, som når noe stopper midtveis; den er skrevet på nytt.",
        "guide.yaml was empty, as when something stopped half-way; it is written anew.",
    ),
    "half_made": (
        "Studien i {folder} ble bare halvveis laget: guide.yaml er tom. Begynn på nytt: {program} new {folder}",
        "The study in {folder} was only half made: guide.yaml is empty. Begin again: {program} new {folder}",
    ),
    "demo_lies": ("Demoen ligger i {folder}.", "The demo is in {folder}."),
    "new_preview_alone": (
        "--preview viser hva et dokument ble til; si hvilket med --from FIL",
        "--preview shows what a document became; say which with --from FILE",
    ),
    "new_made": (
        "Studien ligger i {folder}. Rediger guide.yaml, så:\n  {program} run --study {folder}",
        "The study is in {folder}. Edit guide.yaml, then:\n  {program} run --study {folder}",
    ),
    "demo_where": (
        "Studien ligger i {folder}. Fortsett med:\n  {program} --study {folder}",
        "The study is in {folder}. Go on:\n  {program} --study {folder}",
    ),
    "farewell_nothing": (
        "Intervjuet ble ikke begynt; ingenting er lagret.",
        "The interview was not begun; nothing was saved.",
    ),
    "farewell_ended": (
        "{code} er lagret i {file}. Se dekningen:\n  {program} review --participant {participant} --study {folder}",
        "{code} is saved in {file}. See its coverage:\n  {program} review --participant {participant} --study {folder}",
    ),
    "farewell_pilot": (
        "Ta det prøveintervjuet viste, med inn i guiden:\n  {program} revise --study {folder}",
        "Take what the pilot showed into the guide:\n  {program} revise --study {folder}",
    ),
    "farewell_open_afterwards": (
        "{code} er lagret i {file}, men ikke ført inn ferdig. Fortsett med:\n  {program} run --afterwards {participant} --study {folder}",
        "{code} is saved in {file}, but not all entered. Go on:\n  {program} run --afterwards {participant} --study {folder}",
    ),
    "date_alone": (
        "--date hører sammen med --afterwards: et intervju som holdes med programmet, har sin egen dato",
        "--date belongs with --afterwards: an interview held with the program has its own date",
    ),
    "afterwards_no_pilot": (
        "--afterwards fører inn intervjuer, ikke prøveintervjuer: ta bort --pilot",
        "--afterwards enters interviews, not pilots: leave out --pilot",
    ),
    "afterwards_two_codes": ("to koder: {codes}. Nevn én", "two codes: {codes}. Name one"),
    "afterwards_no_date": (
        "«{given}» er ikke en dato: skriv den som 2026-11-20, eller 2026-11 eller 2026",
        "“{given}” is no date: write it as 2026-11-20, or 2026-11 or 2026",
    ),
    "afterwards_begun": (
        "{code} er begynt i programmet og ikke avsluttet: fortsett med run --resume --participant {code}, eller nevn en annen kode",
        "{code} was begun in the program and not ended: go on with run --resume --participant {code}, or name another code",
    ),
    "afterwards_other_date": (
        "{code} føres inn med datoen {date}: ta bort --date for å fortsette",
        "{code} is being entered with the date {date}: leave out --date to go on",
    ),
    "farewell_open": (
        "{code} er lagret i {file}, men ikke avsluttet. Fortsett med:\n  {program} run --resume --participant {participant} --study {folder}",
        "{code} is saved in {file}, but not ended. Go on:\n  {program} run --resume --participant {participant} --study {folder}",
    ),
    "home_summary": (
        "Intervjuer: {interviews} · prøveintervjuer: {pilots}",
        "Interviews: {interviews} · pilots: {pilots}",
    ),
    "help": (
        """intervjuguide: semistrukturerte intervjuer med guiden foran deg.

  intervjuguide                             åpne studien i denne mappa
  intervjuguide demo [MAPPE]                prøv guiden fra en masteroppgave
  intervjuguide new MAPPE [--from FIL]      lag en ny studie, av en guide i Word
  intervjuguide check [GUIDE] [--json]      finn feil i en guide
  intervjuguide practice                    øv alene med en oppdiktet informant
  intervjuguide run [--participant I3] [--pilot] [--resume]   hold et intervju
  intervjuguide review [--participant I3] [--json | --html FIL]  se dekningen
  intervjuguide find ORD · touches · transcript FIL   hvilket spørsmål er det
  intervjuguide observe · replay I3         se på et intervju, mens og etterpå
  intervjuguide revise [--after P1] · diff  ny versjon av guiden; hva er nytt
  intervjuguide merge I1 FIL                ta med det bare en kopi av I1 har
  intervjuguide give I3 · correct I3 · trekk I3   kopi; rettelser; trekke seg
  intervjuguide export FORMAT [-o FIL]      vedlegg, papirark, fakta til metoden
  intervjuguide scan [I3] · reflect         navn i notatene; notat om deg selv
  intervjuguide where · backup MAPPE        hvor alt ligger; en kontrollert kopi
  intervjuguide finish [--done HVA]         frister; slutten på prosjektet

Alle tar --study MAPPE, og --help sier mer om hver. Eksempel:

  intervjuguide run --study studien

Under intervjuet viser ? alle taster. Ingenting forlater maskinen.""",
        """intervjuguide: semi-structured interviews with the guide in sight.

  intervjuguide                             open the study in this folder
  intervjuguide demo [DIR]                  try the guide of a master's thesis
  intervjuguide new DIR [--from FILE]       make a new study, from a Word guide
  intervjuguide check [GUIDE] [--json]      find errors in a guide
  intervjuguide practice                    train alone
  intervjuguide run [--participant I3] [--pilot] [--resume]   hold an interview
  intervjuguide review [--participant I3] [--json | --html FILE]  see coverage
  intervjuguide find WORDS · touches · transcript FILE   questions in words
  intervjuguide observe · replay I3         watch an interview, now or later
  intervjuguide revise [--after P1] · diff  revise the guide; what changed
  intervjuguide merge I1 FILE               take what only a copy of I1 has
  intervjuguide give I3 · correct I3 · forget I3  copy; corrections; withdrawal
  intervjuguide export FORMAT [-o FILE]     appendix, paper sheet, method facts
  intervjuguide scan [I3] · reflect         names in notes; a note on yourself
  intervjuguide where · backup DIR          where it all lies; a verified copy
  intervjuguide finish [--done WHAT]        time limits; the end of the project

All take --study DIR, and --help says more about each. Example:

  intervjuguide run --study my-study

During an interview ? shows every key. Nothing leaves the machine.""",
    ),
    "help_command_forget": (
        """intervjuguide trekk I3 [--yes | --stays] [--study MAPPE]   (eller: forget I3)

Informanten trekker seg. Alt om deltakeren slettes eller anonymiseres, slik
guiden lovet (on_withdrawal): intervju, kopier, observasjon, filer som bare
heter koden (I3.txt), det som er notert i study.jsonl, rapporter herfra som
ingen har endret. Andre filer med koden i navnet nevnes, og røres ikke.
Først vises alt, så spør programmet én gang; --yes svarer ja. Spor i filer om
andre nevnes med sted, og du avgjør. Koden gis ikke igjen; oversikter viser 3 av
4. Feiler noe, eller blir det avbrutt, er alt gjort eller ingenting endret.
--stays: ingen med koden har trukket seg, den er en medstudents eller ubrukt.

  intervjuguide trekk I3""",
        """intervjuguide forget I3 [--yes | --stays] [--study DIR]   (or: trekk I3)

The informant withdraws. Everything about the participant is deleted or made
anonymous, as the guide promised (on_withdrawal): interview, copies,
observation, files called by the code alone (I3.txt), what study.jsonl has,
reports from here that nobody changed. Other files with the code in their name
are told of, and left alone. First all is shown, then you are asked once; --yes
answers yes. Traces in files about others are named with their place, for you.
The code is not given again; every overview says 3 of 4. If anything fails or is
cut short, all is done or nothing is changed. --stays: nobody with that code has
left; it is a fellow student's, or was never used.

  intervjuguide forget I3""",
    ),
    "help_command_demo": (
        "intervjuguide demo [MAPPE]\n\nÅpner masteroppgavens guide, klar til intervju, i MAPPE eller i en ny mappe\nsom nevnes til slutt.\n\n  intervjuguide demo prøve",
        "intervjuguide demo [DIR]\n\nOpens the thesis's guide, ready for an interview, in DIR or in a fresh folder\nthat is named at the end.\n\n  intervjuguide demo trial",
    ),
    "help_command_new": (
        "intervjuguide new MAPPE [--from FIL] [--preview]\n\nLager en ny studie: med en guide å fylle ut, eller med guiden i FIL (.docx, .md,\n.txt eller .yaml). Et dokument blir lest, og du ser hva programmet gjorde av det\nfør noe skrives; alt som ikke ble med, står der. --preview viser det bare.\n\n  intervjuguide new studien --from intervjuguide.docx",
        "intervjuguide new DIR [--from FILE] [--preview]\n\nMakes a new study: with a guide to fill in, or with the guide in FILE (.docx,\n.md, .txt or .yaml). A document is read, and you see what the program made of it\nbefore anything is written, with all that it left out. --preview only shows it.\n\n  intervjuguide new my-study --from interview-guide.docx",
    ),
    "help_command_check": (
        "intervjuguide check [GUIDE] [--json] [--write-ids] [--study MAPPE]\n\nFinner feil i en guide, hver med fil:linje:kolonne, og gir råd om ordlyden.\nSlutter med 1 ved feil; råd kan godtas med en grunn (accepted). --write-ids\nskriver hver id inn i guide.yaml, den som intervjuene kjenner spørsmålet med.\n\n  intervjuguide check guide.yaml",
        "intervjuguide check [GUIDE] [--json] [--write-ids] [--study DIR]\n\nFinds errors in a guide, each with file:line:column, and gives advice on its\nwording. Exits 1 for errors; advice can be accepted with a reason (accepted).\n--write-ids writes every id into guide.yaml, the one that interviews know.\n\n  intervjuguide check guide.yaml",
    ),
    "help_command_run": (
        "intervjuguide run [--participant I3] [--pilot [TYPE]] [--resume]\n                  [--afterwards [I5] [--date 2026-11-20]] [--study MAPPE]\n\nHolder et intervju. Uten kode brukes den neste ledige. --pilot er et\nprøveintervju, som ikke regnes med: medstudent (det vanlige), selv, lesing eller\nfelt. --resume fortsetter der et intervju stoppet, med en kode også etter\nslutten, for å sette ord på bokmerker. --afterwards fører inn et\nintervju som ble holdt uten programmet, fra papirarket (export paper):\nuten klokke, og ikke med i noen varighet.\n\n  intervjuguide run --pilot lesing",
        "intervjuguide run [--participant I3] [--pilot [KIND]] [--resume]\n                  [--afterwards [I5] [--date 2026-11-20]] [--study DIR]\n\nHolds an interview. Without a code the next free one is used. --pilot is a\npilot, which is not counted: peer (the usual one), self, desk or field. --resume\ngoes on where an interview stopped, with a code also after its end, to put words\nto bookmarks. --afterwards enters an interview held without the program, from\nthe paper sheet (export paper): without a clock, and in no duration.\n\n  intervjuguide run --pilot desk",
    ),
    "help_command_reflect": (
        "intervjuguide reflect [TEKST] [--study MAPPE]\n\nSkriver et refleksjonsnotat som ikke hører til noe intervju, med dato, i\nstudy.jsonl. Uten tekst leses det fra standard inn (Ctrl+D avslutter); bruk det på\nen maskin du deler, for ord på kommandolinja kan andre se. Notatet er ditt eget:\nbare export reflexive har det med.\n\n  intervjuguide reflect < notat.txt",
        "intervjuguide reflect [TEXT] [--study DIR]\n\nWrites a reflexive note that belongs to no interview, with its date, in\nstudy.jsonl. Without text it is read from standard input (Ctrl+D ends it); do so\non a machine that you share, for others can see a command's words. The note is\nyour own: export reflexive alone has it.\n\n  intervjuguide reflect < note.txt",
    ),
    "help_command_observe": (
        "intervjuguide observe [--participant P1] [--study MAPPE]\n\nObservatørens plass, i en annen terminal: én tast for hvem som snakker, for hvert\ngrep og det du legger merke til. Følger intervjuet som er i gang, eller det som\nnevnes, og skriver bare i observations/P1.jsonl. Etterpå viser review\nbetenkningstid, taletid og grep.\n\n  intervjuguide observe --study studien",
        "intervjuguide observe [--participant P1] [--study DIR]\n\nThe observer's seat, in another terminal: one key for who speaks, for each move\nand for what you notice. It follows the interview that is under way, or the one\nnamed, and writes to observations/P1.jsonl alone. Afterwards review shows wait\ntimes, talk share and moves.\n\n  intervjuguide observe --study my-study",
    ),
    "help_command_revise": (
        "intervjuguide revise [--after P1] [--study MAPPE]\n\nGår gjennom det prøveintervjuene og ordlyden gir grunn til å endre, ett forslag\nom gangen. Enter tar et forslag, - lar det stå, sifre velger noe annet. Til\nslutt vises guiden før og etter, og først da skrives den, med grunnene, i\nrevisions/. --after: bare det som kom fram i ett intervju.\n\n  intervjuguide revise --after P1",
        "intervjuguide revise [--after P1] [--study DIR]\n\nGoes through what pilots and wording give reason to change, one proposal at a\ntime. Enter takes a proposal, - leaves it, digits choose something else. At the\nend the guide is shown before and after, and only then is it written, with the\nreasons, in revisions/. --after: only what one interview gave.\n\n  intervjuguide revise --after P1",
    ),
    "help_command_diff": (
        "intervjuguide diff [A] [B] [--markdown | --json] [--study MAPPE]\n\nHva som er endret fra A til B: versjoner (1, 2 …), now, eller guiden i et\nintervju (P1). Uten A og B: fra siste versjon til guide.yaml nå. --markdown:\nhele historien som en tabell til et vedlegg, med dato, grunn og grunnlag.\n\n  intervjuguide diff 1 2",
        "intervjuguide diff [A] [B] [--markdown | --json] [--study DIR]\n\nWhat changed from A to B: revisions (1, 2 …), now, or the guide of an interview\n(P1). Without A and B: from the last revision to guide.yaml now. --markdown:\nthe whole history as a table for an appendix, with date, reason and evidence.\n\n  intervjuguide diff 1 2",
    ),
    "help_command_practice": (
        "intervjuguide practice [--informant FIL] [--pace N] [--study MAPPE]\n\nEt øvingsintervju: informanten svarer fra en tekstfil, N ord i sekundet (2,5;\n0 er alt på en gang). Uten studie her øver du med eksempelguiden; en studies egen\ninformant står i informant.txt. Ingenting regnes med.\n\n  intervjuguide practice --pace 4",
        "intervjuguide practice [--informant FILE] [--pace N] [--study DIR]\n\nA practice interview: the informant answers from a text file, N words a second\n(2.5; 0 is all at once). Where there is no study you train with the sample\nguide; a study's own informant stands in informant.txt. Nothing of it counts.\n\n  intervjuguide practice --pace 4",
    ),
    "help_command_review": (
        "intervjuguide review [--participant I3] [--study MAPPE]\n                     [--json | --html FIL | --markdown FIL]\n                     [--without-notes | --with-reflexive] [--anyway]\n\nViser dekningen i studien, eller ett intervju med notater og tider. --html lager\nen rapport for nettleser og papir, --markdown den samme som tekst; FIL kan være -\nfor standard ut. --without-notes tar med guidens ord og ingen andres.\nRefleksjonsnotater er dine egne, og er med bare med --with-reflexive. En rapport\nskrives ikke over mens noe ikke kan leses, uten --anyway.\n\n  intervjuguide review --html rapport.html --without-notes",
        "intervjuguide review [--participant I3] [--study DIR]\n                     [--json | --html FILE | --markdown FILE]\n                     [--without-notes | --with-reflexive] [--anyway]\n\nShows the coverage across the study, or one interview with its notes and times.\n--html makes a report for a browser and for paper, --markdown the same as text;\nFILE may be - for standard output. --without-notes holds the guide's words and\nnobody else's. Reflexive notes are your own, and told only with\n--with-reflexive. A report is not written over while something cannot be read,\nunless --anyway is said.\n\n  intervjuguide review --html report.html --without-notes",
    ),
    "help_command_find": (
        "intervjuguide find ORD [--guide FIL] [--json] [--study MAPPE]\n\nFinner spørsmål med ord, id eller forskningsspørsmål; skrivefeil, og æ ø å\nskrevet som ae oe aa, går bra.\n\n  intervjuguide find arenaer deltagelse",
        "intervjuguide find WORDS [--guide FILE] [--json] [--study DIR]\n\nFinds questions by words, id or research question; typos, and æ ø å written\nas ae oe aa, are forgiven.\n\n  intervjuguide find arenas",
    ),
    "help_command_touches": (
        "intervjuguide touches [--guide FIL] [--json] [--study MAPPE]\n\nSier for hver linje på standard inn hvilket spørsmål den ville blitt tilbudt\nfor, eller - når det ikke er sikkert nok. Studiens tidligere notater regnes med;\nmed --guide teller bare guiden.\n\n  intervjuguide touches < notater.txt",
        "intervjuguide touches [--guide FILE] [--json] [--study DIR]\n\nSays for each line of standard input the question that it would be offered for,\nor - where that is not sure enough. The study's earlier notes count too; with\n--guide the guide alone does.\n\n  intervjuguide touches < notes.txt",
    ),
    "help_command_transcript": (
        """intervjuguide transcript FIL [--participant I3 [--keep] | --guide FIL]
                         [--interviewer NAVN] [--json] [--study MAPPE]

Leser en transkripsjon: WebVTT (Zoom, Teams, Whisper, noScribe), SRT, JSON,
noScribes HTML, Word, f4 eller tekst med navn eller tider. Viser hvilket
spørsmål i guiden hver replikk fra intervjueren stiller, og teller ordene inn og
ut. Med --participant spør den i terminalen om hvert funn, og skriver svarene
i intervjuets logg; et intervju holdt uten programmet får en. --keep tar vare
på den som transcripts/I3.jsonl, lesbar bare for deg. Uten FIL: den som er tatt
vare på. --interviewer sier hvem som spør, der det ikke framgår.

  intervjuguide transcript samtale.vtt --participant I3 --keep""",
        """intervjuguide transcript FILE [--participant I3 [--keep] | --guide FILE]
                         [--interviewer NAME] [--json] [--study DIR]

Reads a transcript: WebVTT (Zoom, Teams, Whisper, noScribe), SRT, JSON,
noScribe's HTML, Word, f4, or text with names or times. Shows the question of
the guide that each turn of the interviewer's asks, words counted in and out.
With --participant it asks at the terminal about each find, and writes the
answers to the interview's log; one held without the program gets a log.
--keep keeps it as transcripts/I3.jsonl, readable by you alone. Without FILE:
the one that is kept. --interviewer says who asks, where it can't be known.

  intervjuguide transcript talk.vtt --participant I3 --keep""",
    ),
    "help_command_replay": (
        "intervjuguide replay I3 [--speed N] [--study MAPPE]\n\nSpiller av et intervju slik det gikk, til undervisning eller for å gå gjennom et\nprøveintervju: deltakerens siste, eller det som I3-2 nevner. N er 1, 2, 5, 10\n(det vanlige), 30, 60 eller 120 ganger så fort. Lange stillheter hoppes over,\nog ingenting skrives.\n\n  intervjuguide replay P1 --speed 30",
        "intervjuguide replay I3 [--speed N] [--study DIR]\n\nPlays an interview as it went, for teaching or to go through a pilot: the\nparticipant's last one, or the one that I3-2 names. N is 1, 2, 5, 10\n(the usual), 30, 60 or 120 times as fast. Long silences are skipped, and nothing\nis written.\n\n  intervjuguide replay P1 --speed 30",
    ),
}
