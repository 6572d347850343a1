"""Help on the command line: every command, each in detail."""

from tui.translator import N_

OVERVIEW = N_(
    "intervjuguide: semi-structured interviews with the guide in sight.\n"
    "\n"
    "  intervjuguide                             open the study in this folder\n"
    "  intervjuguide demo [DIR]                  try the guide of a master's thesis\n"
    "  intervjuguide new DIR [--from FILE]       make a new study, from a Word guide\n"
    "  intervjuguide check [GUIDE] [--json]      find errors in a guide\n"
    "  intervjuguide practice                    train alone\n"
    "  intervjuguide run [--participant I3] [--pilot] [--resume]   hold an interview\n"
    "  intervjuguide review [--participant I3] [--json | --word FILE]  see coverage\n"
    "  intervjuguide find WORDS · touches · transcript FILE   questions in words\n"
    "  intervjuguide observe · replay I3         watch an interview, now or later\n"
    "  intervjuguide revise [--after P1] · diff  revise the guide; what changed\n"
    "  intervjuguide merge I1 FILE · combine I3 I3-2 · rename I3 I5   several logs\n"
    "  intervjuguide give I3 · correct I3 · forget I3  copy; corrections; withdrawal\n"
    "  intervjuguide export FORMAT · align I3    appendix, method, other programs\n"
    "  intervjuguide scan [I3] · reflect         names in notes; a note on yourself\n"
    "  intervjuguide where · backup DIR · lock · unlock  copies; a passphrase\n"
    "  intervjuguide finish · doctor · completions  end of the project; what is wrong\n"
    "\n"
    "All take --study DIR, and --help says more about each. Example:\n"
    "\n"
    "  intervjuguide run --study my-study\n"
    "\n"
    "During an interview ? shows every key. Nothing leaves the machine."
)

COMMAND_HELP = {
    "demo": N_(
        "intervjuguide demo [DIR] [--plain]\n"
        "\n"
        "Opens the thesis's guide, ready for an interview, in DIR or in a fresh folder\n"
        "that is named at the end.\n"
        "\n"
        "  intervjuguide demo trial"
    ),
    "new": N_(
        "intervjuguide new DIR [--from FILE] [--preview]\n"
        "\n"
        "Makes a new study: with a guide to fill in, or with the guide in FILE (.docx,\n"
        ".odt, .pdf, .html, .xlsx, .md, .txt or .yaml). A document is read, and you see\n"
        "what the program made of it before anything is written, with all that it left\n"
        "out. --preview only shows it.\n"
        "\n"
        "  intervjuguide new my-study --from interview-guide.docx"
    ),
    "check": N_(
        "intervjuguide check [GUIDE] [--json] [--write-ids] [--study DIR]\n"
        "\n"
        "Finds errors in a guide, each with file:line:column, and gives advice on its\n"
        "wording. Exits 1 for errors; advice can be accepted with a reason (accepted).\n"
        "--write-ids writes every id into guide.yaml, the one that interviews know.\n"
        "\n"
        "  intervjuguide check guide.yaml"
    ),
    "run": N_(
        "intervjuguide run [--participant I3] [--pilot [KIND]] [--resume]\n"
        "                  [--afterwards [I5] [--date 2026-11-20]] [--plain]\n"
        "                  [--study DIR]\n"
        "\n"
        "Holds an interview. Without a code the next free one is used. --pilot is a\n"
        "pilot, which is not counted: peer (the usual one), self, desk or field. --resume\n"
        "goes on where an interview stopped, with a code also after its end, to put words\n"
        "to bookmarks. --afterwards enters an interview held without the program, from\n"
        "the paper sheet (export paper): without a clock, and in no duration.\n"
        "--plain: lines, no screen, for screen readers, braille, logs and pipes;\n"
        "ACCESSIBLE=1 and TERM=dumb ask for them too.\n"
        "\n"
        "  intervjuguide run --pilot desk"
    ),
    "practice": N_(
        "intervjuguide practice [--informant NAME|FILE] [--pace N] [--again [T1]]\n"
        "                       [--informants | --show [T1]] [--plain] [--study DIR]\n"
        "\n"
        "A practice interview: an informant answers, N words a second (2.5; 0 is all at\n"
        "once). A line that begins with a colon is what you say; afterwards it is told\n"
        "how you asked, as facts. --informants lists those that come with the program;\n"
        "they answer the sample guide, with which you train where there is no study. A\n"
        "study's own stands in informant.yaml. --again is a second go, told beside the\n"
        "first; --show tells one again. Nothing of it counts.\n"
        "\n"
        "  intervjuguide practice --informant monosyllabic"
    ),
    "review": N_(
        "intervjuguide review [--participant I3] [--plain] [--study DIR]\n"
        "                     [--json | --html FILE | --markdown FILE | --word FILE]\n"
        "                     [--without-notes | --with-reflexive] [--anyway]\n"
        "\n"
        "Shows the coverage across the study, or one interview with its notes and times.\n"
        "--plain says it in words, a line a question, for screen readers.\n"
        "--html makes a report for a browser and for paper, --markdown the same as text;\n"
        "FILE may be - for standard output. --without-notes holds the guide's words and\n"
        "nobody else's. Reflexive notes are your own, and told only with\n"
        "--with-reflexive. A report is not written over while something cannot be read,\n"
        "unless --anyway is said.\n"
        "\n"
        "  intervjuguide review --html report.html --without-notes"
    ),
    "find": N_(
        "intervjuguide find WORDS [--guide FILE] [--notes] [--json] [--study DIR]\n"
        "\n"
        "Finds questions by words, id or research question; typos, and æ ø å written\n"
        "as ae oe aa, are forgiven. --notes finds your own notes instead, in every\n"
        "interview: those that have all the words, or words that begin so. With --json\n"
        "reflexive notes and those that may not be used are left out, and counted.\n"
        "\n"
        "  intervjuguide find arenas"
    ),
    "touches": N_(
        "intervjuguide touches [--guide FILE] [--json] [--study DIR]\n"
        "\n"
        "Says for each line of standard input the question that it would be offered for,\n"
        "or - where that is not sure enough. The study's earlier notes count too; with\n"
        "--guide the guide alone does.\n"
        "\n"
        "  intervjuguide touches < notes.txt"
    ),
    "export": N_(
        "intervjuguide export FORMAT [-o FILE] [--study DIR]\n"
        "\n"
        "  guide   the guide as an appendix, to a thesis and to Sikt's form:\n"
        "          -o appendix.docx or .md; --ids adds the ids\n"
        "  paper   the guide on one sheet to tick off on paper: -o sheet.html or .docx\n"
        "  method  facts for the method chapter in Norwegian and English, COREQ and SRQR,\n"
        "          each sentence with its events: .docx or .md; --json gives them as data\n"
        "  reflexive  your reflexive notes by date: .docx or .md\n"
        "  dataplan  the paragraph for a data plan, in bokmål, nynorsk and English\n"
        "  marks coded qdpx qdc tables  for other programs: export marks --help and so on\n"
        "Without -o the text goes to standard output. -o replaces its own files only,\n"
        "--anyway also while something cannot be read; --with-marks takes scan's finds.\n"
        "export method --fact KEY=TEXT keeps what no log knows, in study.jsonl; the last\n"
        "one counts, an empty one takes it back. @FILE or - instead of TEXT reads it from\n"
        "a file or standard input, where others do not see it. About the study:\n"
        "  interviewer credentials occupation gender training relationship knowledge\n"
        "  characteristics methodology context sampling approach non_participation\n"
        "  sample ethics project_end processing\n"
        "About one interview, with --participant I1: setting others_present\n"
        "  and yes or no to transcript_offered transcript_wanted transcript_sent\n"
        "  transcript_comments transcript_done\n"
        "Information power (4: text): aim specificity theory dialogue analysis\n"
        "\n"
        "  intervjuguide export guide -o appendix.docx"
    ),
    "align": N_(
        "intervjuguide align I3 [--rec N] --note NUMBER --at TIME [--study DIR]\n"
        "\n"
        "The recording's file may have begun before or after you marked it. Find one note\n"
        "again in the recording and say where it is: then every mark in that recording\n"
        "lies right. It becomes an event of its own; the last one counts, and the marks\n"
        "themselves do not change. The numbers are listed by intervjuguide correct I3.\n"
        "A time far outside the recording is asked about; --yes says that it is so.\n"
        "\n"
        "intervjuguide align I3 [--rec N] --wav FILE lists the recorder's own marks with\n"
        "the nearest of yours beside each. They are in the file as it came from the\n"
        "recorder alone: any copy loses them. export marks --wav FILE takes them along.\n"
        "\n"
        "  intervjuguide align I3 --rec 1 --note 12 --at 12:03.4"
    ),
    "transcript": N_(
        "intervjuguide transcript FILE [--participant I3 [--keep] | --guide FILE]\n"
        "                         [--interviewer NAME] [--json] [--study DIR]\n"
        "\n"
        "Reads a transcript: WebVTT (Zoom, Teams, Whisper, noScribe), SRT, JSON,\n"
        "noScribe's HTML, Word, PDF, f4, or text with names or times. Shows the question\n"
        "of the guide that each turn of the interviewer's asks; counts words in and out.\n"
        "With --participant it asks at the terminal about each find, and writes the\n"
        "answers to the interview's log; one held without the program gets a log.\n"
        "--keep keeps it as transcripts/I3.jsonl, readable by you alone. Without FILE:\n"
        "the one that is kept. --interviewer says who asks, where it can't be known.\n"
        "\n"
        "  intervjuguide transcript talk.vtt --participant I3 --keep"
    ),
    "reflect": N_(
        "intervjuguide reflect [TEXT] [--study DIR]\n"
        "\n"
        "Writes a reflexive note that belongs to no interview, with its date, in\n"
        "study.jsonl. Without text it is read from standard input (Ctrl+D ends it); do so\n"
        "on a machine that you share, for others can see a command's words. The note is\n"
        "your own: export reflexive alone has it.\n"
        "\n"
        "  intervjuguide reflect < note.txt"
    ),
    "combine": N_(
        "intervjuguide combine I3 I3-2 [--offset SECONDS] [--by AB,CD] [--study DIR]\n"
        "intervjuguide combine I3-3 --undo [--yes] [--study DIR]\n"
        "\n"
        "Makes one log of two note-takers' logs of one interview, each act with its\n"
        "hand.\n"
        "How the second lies beside the first is found by the recorder, if both marked\n"
        "it, else by the computers' clocks; --offset 12 says that it lies 12 seconds\n"
        "later. The hands are called by the initials in the settings (interviewer: AB),\n"
        "or as --by says. The first log tells of pauses and the recorder. Both stay as\n"
        "they are, and count no more; --undo takes the new log away, and they count\n"
        "again.\n"
        "Copies of one log are put together with merge.\n"
        "\n"
        "  intervjuguide combine I3 I3-2 --by AB,CD"
    ),
    "rename": N_(
        "intervjuguide rename I3 I5 [--study DIR]\n"
        "\n"
        "Gives a participant another code, everywhere: logs, observations, transcripts,\n"
        "facts, revisions. For where two computers gave the same code to two people.\n"
        "I3-2 instead of I3 means that one interview alone, I3-1 the first; the name of a\n"
        "file in interviews/ that is not read means that file. What somebody wrote is\n"
        "left alone; where the old code stands in words is told. All or nothing.\n"
        "\n"
        "  intervjuguide rename I3-2 I5"
    ),
    "merge": N_(
        "intervjuguide merge CODE FILE [--study DIR]\n"
        "\n"
        "Take over into the log what only a copy of it has: a conflicted copy made by a\n"
        "cloud, a download, a file from another machine. It is added to the log; the copy\n"
        "stays as it is. Once more does nothing.\n"
        "\n"
        "  intervjuguide merge I1 'interviews/I1 (1).jsonl'"
    ),
    "correct": N_(
        "intervjuguide correct I3 [--note NUMBER] [--text-file FILE] [--drop-tags]\n"
        "                       [--undo] [--leave-out] [--study DIR]\n"
        "intervjuguide correct study [--note NUMBER] [--text-file FILE] [--leave-out]\n"
        "\n"
        "Take in what the informant wants changed after reading. Without --note all that\n"
        "has words is listed, with its number. The words are read from standard input, or\n"
        "from FILE, so that nobody sees them among the processes. The words before are\n"
        "shown and exported no more. In the review c corrects the note that is chosen,\n"
        'and u undoes. "study" is what stands in study.jsonl: reflexive notes between\n'
        "interviews, facts.\n"
        "\n"
        "  --drop-tags   no tags but those in the words\n"
        "  --undo        take the note's last correction back\n"
        "  --leave-out   take the words out of the log, for good; an empty place is left\n"
        "\n"
        "  intervjuguide correct I3 --note 12 --text-file corrected.txt"
    ),
    "give": N_(
        "intervjuguide give I3 [-o FILE] [--with-reflexive] [--with-held-back]\n"
        "                    [--anyway] [--study DIR]\n"
        "\n"
        "The copy that a participant has a right to: everything about I3 in one file that\n"
        "any browser opens, several interviews with the same person too. Notes have\n"
        "numbers, so that it can be said which is to be corrected (correct) or left out.\n"
        "Other participants' codes are not in it. FILE is .html or .md; else I3-copy.html\n"
        "in the study's folder.\n"
        "\n"
        "  --with-reflexive   your own reflexive notes about I3 too\n"
        "  --with-held-back   also what nobody has said may be used\n"
        "\n"
        "  intervjuguide give I3 -o copy.html"
    ),
    "forget": N_(
        "intervjuguide forget I3 [--yes | --stays] [--study DIR]   (or: trekk I3)\n"
        "\n"
        "The informant withdraws. Everything about the participant is deleted or made\n"
        "anonymous, as the guide promised (on_withdrawal): interview, copies,\n"
        "observation, files called by the code alone (I3.txt), what study.jsonl has,\n"
        "reports from here that nobody changed. Other files with the code in their name\n"
        "are told of, and left alone. First all is shown, then you are asked once; --yes\n"
        "answers yes. Traces in files about others are named with their place, for you.\n"
        "The code is not given again; every overview says 3 of 4. If anything fails or is\n"
        "cut short, all is done or nothing is changed. --stays: nobody with that code has\n"
        "left; it is a fellow student's, or was never used.\n"
        "\n"
        "  intervjuguide forget I3"
    ),
    "lock": N_(
        "intervjuguide lock [--change] [--passphrase-fd N] [--study DIR]\n"
        "\n"
        "Puts a passphrase on the study: interviews, observations, transcripts that are\n"
        "kept, study.jsonl and revisions with their reasons can be read by nobody without\n"
        "it. The guide stays open. It is asked for once whenever you sit down. A recovery\n"
        "key is shown once: keep it on paper, elsewhere. Without both nobody can help.\n"
        "\n"
        "  --change            another passphrase; no interview is rewritten\n"
        "  --passphrase-fd N   read it from descriptor N; with --change the old one and\n"
        "                      the new one, a line each. Every command takes it.\n"
        "\n"
        "It answers the lost laptop and the lost stick, not your storage guide.\n"
        "\n"
        "  intervjuguide lock"
    ),
    "unlock": N_(
        "intervjuguide unlock [--passphrase-fd N] [--study DIR]\n"
        "\n"
        "Takes the passphrase off again: every file is what it was, and the keys are\n"
        "destroyed.\n"
        "\n"
        "  intervjuguide unlock"
    ),
    "observe": N_(
        "intervjuguide observe [--participant P1] [--plain] [--study DIR]\n"
        "\n"
        "The observer's seat, in another terminal: one key for who speaks, for each move\n"
        "and for what you notice. It follows the interview that is under way, or the one\n"
        "named, and writes to observations/P1.jsonl alone. Afterwards review shows wait\n"
        "times, talk share and moves.\n"
        "\n"
        "  intervjuguide observe --study my-study"
    ),
    "revise": N_(
        "intervjuguide revise [--after P1] [--study DIR]\n"
        "\n"
        "Goes through what pilots and wording give reason to change, one proposal at a\n"
        "time. Enter takes a proposal, - leaves it, digits choose something else. At the\n"
        "end the guide is shown before and after, and only then is it written, with the\n"
        "reasons, in revisions/. --after: only what one interview gave.\n"
        "\n"
        "  intervjuguide revise --after P1"
    ),
    "diff": N_(
        "intervjuguide diff [A] [B] [--markdown | --json] [-o FILE] [--anyway]\n"
        "                   [--study DIR]\n"
        "\n"
        "What changed from A to B: revisions (1, 2 …), now, or the guide of an interview\n"
        "(P1). Without A and B: from the last revision to guide.yaml now. --markdown:\n"
        "the whole history as a table for an appendix, with date, reason and evidence.\n"
        "-o writes either of them as a document: .docx, .html or .md.\n"
        "\n"
        "  intervjuguide diff 1 2"
    ),
    "finish": N_(
        "intervjuguide finish [--done WHAT | --not-done WHAT] [--yes] [--study DIR]\n"
        "\n"
        "Time limits and the end. --done ticks off that something was done: recording\n"
        "(deleted), transcripts (deleted or made anonymous), key (destroyed), end. What\n"
        "and when is noted, not by whom; --not-done takes it back. The dates stand in the\n"
        "guide (data:). Without either the project is ended: you see first what is done.\n"
        "\n"
        "  intervjuguide finish --done recording"
    ),
    "doctor": N_(
        "intervjuguide doctor [--json] [--study DIR]\n"
        "\n"
        "Looks at what an interview needs: the terminal, its size, letters, signs and\n"
        "colours; versions, extras, language and settings; the study's folder, whether it\n"
        "can be written, whether the disk confirms it, locks, room, who else can read it,\n"
        "copies; the clock. Each thing that is wrong says what to do. Exits 1 when\n"
        "something is wrong. Nobody's words, codes or folders are in it, so that it can\n"
        "be pasted into a mail; run it in the window in which you hold interviews.\n"
        "\n"
        "  intervjuguide doctor --study my-study"
    ),
    "completions": N_(
        "intervjuguide completions bash | zsh | fish\n"
        "\n"
        "Prints what a shell needs so that Tab completes commands, options, study folders\n"
        "and interview codes. Put it where the shell looks for it, and open a new window:\n"
        "\n"
        "  bash  ~/.local/share/bash-completion/completions/intervjuguide\n"
        "  zsh   _intervjuguide, in a folder of $fpath\n"
        "  fish  ~/.config/fish/completions/intervjuguide.fish\n"
        "\n"
        "  intervjuguide completions fish > ~/.config/fish/completions/intervjuguide.fish"
    ),
    "where": N_(
        "intervjuguide where [--json] [--study DIR]\n"
        "\n"
        "Says where the study lies: whether the folder seems to be synchronised\n"
        "(OneDrive, Dropbox, Google Drive, iCloud, Nextcloud, Syncthing …), lies on a\n"
        "stick or on a network, whether the disk is encrypted as far as the system tells,\n"
        "and whether others on the machine can read anything. What is allowed, the\n"
        "storage guide of your institution says.\n"
        "\n"
        "  intervjuguide where --study my-study"
    ),
    "backup": N_(
        "intervjuguide backup DIR [--study DIR]\n"
        "\n"
        "Copies the study into a folder of its own in DIR, on a stick or on another disk,\n"
        "reads the copy back and compares. The former copy is deleted only once the new\n"
        "one was verified, and kept where it has something that the study lacks. Left out\n"
        "are recordings and other files of your own, and reports and exports, which can\n"
        "be made again. Do it after each interview.\n"
        "\n"
        "  intervjuguide backup /media/kari/STICK --study my-study"
    ),
    "scan": N_(
        "intervjuguide scan [I3] [--all] [--json] [--study DIR]\n"
        "intervjuguide scan --no-person WORD | --person WORD\n"
        "\n"
        "Looks for what may tell who somebody is: names, places, workplaces, ages, dates,\n"
        "numbers. In a terminal you go through what was found one by one: fine here,\n"
        "something in brackets instead ([town]), no person anywhere, or later. Else it is\n"
        "listed; exits 1 when something is left. --all has what was looked at too.\n"
        "--no-person is for names that nobody has (Nordoff), --person takes it back.\n"
        "The scan does not find everything: read through it yourself too.\n"
        "\n"
        "  intervjuguide scan I3"
    ),
    "replay": N_(
        "intervjuguide replay I3 [--speed N] [--study DIR]\n"
        "\n"
        "Plays an interview as it went, for teaching or to go through a pilot: the\n"
        "participant's last one, or the one that I3-2 names. N is 1, 2, 5, 10\n"
        "(the usual), 30, 60 or 120 times as fast. Long silences are skipped, and nothing\n"
        "is written.\n"
        "\n"
        "  intervjuguide replay P1 --speed 30"
    ),
}


_PAGES: dict[str, str] = {
    "marks": N_("""intervjuguide export marks --participant I3 --as FORM [-o FILE] [--study DIR]

Questions, notes and bookmarks beside the recording, one file a recording, with
times in that file; what is not to be transcribed is a tier of its own.
  express-scribe  text with [hh:mm:ss]        f4         RTF with #hh:mm:ss-d#
  nvivo           rows to import              audacity   labels
  vtt, srt        subtitles                   otr        oTranscribe
  eaf             ELAN                        textgrid   Praat
  chapters        for ffmpeg                  taguette   VTT for Taguette
--rec 2 means the second recording alone. Without -o the file lies in the study.
What was marked while nothing was recorded stands at the nearest moment that
was, with how far off it really was. What a format cannot hold is said.

--into FILE puts chapters into a copy of an .m4a, .mp3, .opus or .mka, with
ffmpeg where it is installed, and reads them back. The recording stays as it is.
Did the file begin otherwise than was marked? align I3 --note 12 --at 12:03.4.
--wav FILE takes along the marks of the recorder's own button.
--with-marks takes what scan found, too; --anyway although a log is unreadable.

  intervjuguide export marks --participant I3 --as vtt
  intervjuguide export marks --participant I3 --into opptak.m4a"""),
    "coded": N_("""intervjuguide export coded --for PROGRAM [--participant I3] [-o FILE OR DIR]

Notes as text that arrives coded with the questions they are about; notes,
quotations, follow-ups and bookmarks each apart. A file an interview.
  nvivo      Word: research question, question, kind as headings 1, 2, 3
  maxqda     one RTF for Import, structured documents (#TEXT, #CODE)
  atlas      @B7: before each paragraph, for focus group coding
  qualcoder  [B7; B; note] before each line, for Mark speakers, [Name]
  taguette   a page an interview, and codebook.csv
Without -o they lie in the study, in coded-PROGRAM/ (maxqda: coded-maxqda.rtf).
Names of codes are the same in every interview and stay when a question gets
another wording. Without --participant every interview that counts is taken.

Where the words themselves would break a rule of the program they stay as they
are, and the line is named. --with-marks takes what scan found, too.

  intervjuguide export coded --for nvivo -o to-nvivo"""),
    "qdpx": N_("""intervjuguide export qdpx [--profile standard|qualcoder] [--participant I3]

The study as a REFI-QDA project: a text an interview, each note coded with its
questions, its kind and its tags, a case a participant. NVivo, MAXQDA, ATLAS.ti
and QualCoder open it as a new project. --profile qualcoder also ties cases to
their texts in the one way that QualCoder reads.
A second export is the same project again. export qdc writes the codebook alone.
--with-marks takes what scan found, too; --anyway although a log is unreadable.

  intervjuguide export qdpx -o study.qdpx
  intervjuguide export qdc -o study.qdc"""),
    "tables": N_("""intervjuguide export tables --as csv|json|parquet|xlsx [--participant I3]

Interviews, questions, notes and events as tables, with the same columns in all
exports. xlsx is one workbook, the others a file a table in a folder (tables/).
docs/queries.md has queries for DuckDB, polars, pandas and Spark: coverage over
all interviews, minutes per research question, open follow-ups.
parquet and xlsx need: pip install 'intervjuguide[tables]'
--with-marks takes what scan found, too; --anyway although a log is unreadable.

  intervjuguide export tables --as csv
  intervjuguide export tables --as xlsx -o study.xlsx"""),
}
EXPORT_HELP = {**_PAGES, "qdc": _PAGES["qdpx"]}
"""By the export's name."""
