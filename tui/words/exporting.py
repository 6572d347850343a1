"""Words for ``export``."""

EXPORTING: dict[str, tuple[str, str]] = {
    "help_command_export": (
        """intervjuguide export FORMAT [-o FIL] [--study MAPPE]

  guide   guiden som vedlegg, til oppgaven og til meldeskjemaet hos Sikt:
          -o vedlegg.docx eller .md; --ids tar med id-ene
  paper   guiden på ett ark til avkryssing på papir: -o ark.html eller .docx
  method  fakta til metodekapitlet på norsk og engelsk, COREQ og SRQR, hver
          setning med hendelsene den bygger på; --json gir dem som data
  reflexive  refleksjonsnotatene dine etter dato, fra intervjuene og mellom dem
  dataplan  avsnittet til en datahåndteringsplan, på bokmål, nynorsk og engelsk
  marks   merkene ved siden av opptaket; se export marks --help
Uten -o går teksten til standard ut. -o erstatter bare det som er laget her,
--anyway også mens noe ikke kan leses; --with-marks tar med det scan fant.
export method --fact NØKKEL=TEKST legger det loggene ikke vet, i study.jsonl;
den siste gjelder, og en tom tar bort. Skriv @FIL eller - i stedet for TEKST, så
leses den fra en fil eller standard inn, der andre ikke ser den. Om studien:
  interviewer credentials occupation gender training relationship knowledge
  characteristics methodology context sampling approach non_participation
  sample ethics project_end processing
Om ett intervju, med --participant I1: setting others_present
  og ja eller nei til transcript_offered transcript_wanted transcript_sent
  transcript_comments transcript_done
Informasjonsstyrke (4: tekst): aim specificity theory dialogue analysis

  intervjuguide export guide -o vedlegg.docx""",
        """intervjuguide export FORMAT [-o FILE] [--study DIR]

  guide   the guide as an appendix, to a thesis and to Sikt's form:
          -o appendix.docx or .md; --ids adds the ids
  paper   the guide on one sheet to tick off on paper: -o sheet.html or .docx
  method  facts for the method chapter in Norwegian and English, COREQ and SRQR,
          each sentence with its events; --json gives them as data
  reflexive  your reflexive notes by date, from the interviews and between them
  dataplan  the paragraph for a data plan, in bokmål, nynorsk and English
  marks   what was marked, beside the recording; see export marks --help
Without -o the text goes to standard output. -o replaces its own files only,
--anyway also while something cannot be read; --with-marks takes scan's finds.
export method --fact KEY=TEXT keeps what no log knows, in study.jsonl; the last
one counts, an empty one takes it back. @FILE or - instead of TEXT reads it from
a file or standard input, where others do not see it. About the study:
  interviewer credentials occupation gender training relationship knowledge
  characteristics methodology context sampling approach non_participation
  sample ethics project_end processing
About one interview, with --participant I1: setting others_present
  and yes or no to transcript_offered transcript_wanted transcript_sent
  transcript_comments transcript_done
Information power (4: text): aim specificity theory dialogue analysis

  intervjuguide export guide -o appendix.docx""",
    ),
    "dataplan_fill": (
        "Bare det som er sant for denne studien og denne versjonen. Fyll ut det som står i [klammer].",
        "Only what is true of this study and this version. Fill in what stands in [brackets].",
    ),
    "reflexive_title": ("Refleksjonsnotater", "Reflexive notes"),
    "reflexive_own": (
        "Forskerens egne. Ut av programmet går de bare når det sies: export reflexive, --with-reflexive (review, give), backup.",
        "The researcher's own. They leave the program only when that is said: export reflexive, --with-reflexive (review, give), backup.",
    ),
    "reflexive_between": ("mellom intervjuene", "between the interviews"),
    "reflexive_none": ("Det er ingen refleksjonsnotater ennå.", "There are no reflexive notes yet."),
    "reflect_kept": ("Skrevet: {ref}", "Written: {ref}"),
    "reflect_empty": (
        'reflect trenger ord: intervjuguide reflect "…"{in_study}, eller skriv dem på standard inn',
        'reflect needs words: intervjuguide reflect "…"{in_study}, or write them on standard input',
    ),
    "reflect_how": (
        "Skriv notatet; {end} på en tom linje avslutter.",
        "Write the note; {end} on an empty line ends it.",
    ),
    "reflect_not_utf8": (
        "det som kom på standard inn, er ikke tekst i UTF-8; lagre det som UTF-8 og prøv igjen",
        "what came on standard input is no text in UTF-8; save it as UTF-8 and try again",
    ),
    "export_unknown": (
        "export kan ikke lage «{name}», bare {formats}; se intervjuguide export --help",
        "export cannot make “{name}”, only {formats}; see intervjuguide export --help",
    ),
    "export_unknown_near": (
        "export kan ikke lage «{name}»; mente du {near}? Se intervjuguide export --help",
        "export cannot make “{name}”; did you mean {near}? See intervjuguide export --help",
    ),
    "export_not_ours": (
        "{file} finnes fra før og er ikke laget her, eller er endret siden; velg et annet navn",
        "{file} is there and was not made here, or was changed since; choose another name",
    ),
    "export_written": ("Skrevet: {file}", "Written: {file}"),
    "export_participant": (
        "metodefakta gjelder hele studien; --participant hører sammen med --fact",
        "the method's facts are the whole study's; --participant belongs with --fact",
    ),
    "export_not_for": (
        "{option} hører ikke sammen med export {format}; se intervjuguide export --help",
        "{option} does not belong with export {format}; see intervjuguide export --help",
    ),
    "export_suffix": (
        "export {format} kan ikke lage «{file}»; gi -o et navn som slutter på {suffixes}",
        "export {format} cannot make “{file}”; give -o a name that ends in {suffixes}",
    ),
    "export_pages": (
        "Guiden er lang: arket går over omtrent {pages} sider, med tabellens overskrifter på hver.",
        "The guide is long: the sheet takes about {pages} pages, with the table's headings on each.",
    ),
    "export_needs_documents": (
        "Word-filer trenger et bibliotek som ikke er installert her: pip install 'intervjuguide[documents]'",
        "Word files need a library that is not installed here: pip install 'intervjuguide[documents]'",
    ),
}
