"""The facts for the method chapter in words, and what `export` says."""

METHOD: dict[str, tuple[str, str]] = {
    "help_command_export": (
        """intervjuguide export FORMAT [-o FIL] [--json] [--study MAPPE]
intervjuguide export method --fact NØKKEL=TEKST [--participant I1]

FORMAT: method, fakta til metodekapitlet på norsk og engelsk, COREQ og SRQR, hver
setning med hendelsene den bygger på. -o erstatter bare det som er laget her.

--fact legger det loggene ikke vet, i study.jsonl. Den siste gjelder, en tom
tar bort, og flere kan gis på en gang. Om hele studien:
  interviewer credentials occupation gender training relationship knowledge
  characteristics methodology context sampling approach non_participation sample
  ethics project_end processing
Om ett intervju, med --participant I1: setting others_present
  transcript_offered transcript_wanted (ja eller nei)
Informasjonsstyrke, som 4: tekst eller bare tekst:
  aim specificity theory dialogue analysis

  intervjuguide export method -o metode.md""",
        """intervjuguide export FORMAT [-o FILE] [--json] [--study DIR]
intervjuguide export method --fact KEY=TEXT [--participant I1]

FORMAT: method, facts for the method chapter in Norwegian and English, COREQ and
SRQR, each sentence with its events. -o replaces only what was made here.

--fact keeps what no log knows, in study.jsonl. The last one counts, an empty
one takes it back, and several may be given at once. About the study:
  interviewer credentials occupation gender training relationship knowledge
  characteristics methodology context sampling approach non_participation sample
  ethics project_end processing
About one interview, with --participant I1: setting others_present
  transcript_offered transcript_wanted (yes or no)
Information power, as 4: text or text alone:
  aim specificity theory dialogue analysis

  intervjuguide export method -o method.md""",
    ),
    "export_unknown": (
        "eksport kan ikke lage «{name}», bare {formats}; se intervjuguide export --help",
        "export cannot make “{name}”, only {formats}; see intervjuguide export --help",
    ),
    "export_unknown_near": (
        "eksport kan ikke lage «{name}»; mente du {near}? Se intervjuguide export --help",
        "export cannot make “{name}”; did you mean {near}? See intervjuguide export --help",
    ),
    "export_not_ours": (
        "{file} finnes og er ikke laget her, eller er endret siden; velg et annet navn",
        "{file} is there and was not made here, or was changed since; choose another name",
    ),
    "export_written": ("Skrevet: {file}", "Written: {file}"),
    "export_participant": (
        "metodefakta gjelder hele studien; --participant hører til --fact",
        "the method's facts are the whole study's; --participant belongs with --fact",
    ),
    "fact_alone": (
        "--fact skriver en opplysning og lager ingen eksport; ta bort -o og --json",
        "--fact writes a fact and makes no export; leave out -o and --json",
    ),
    "fact_form": (
        "skriv opplysningen som NØKKEL=TEKST, for eksempel sampling=strategisk; se intervjuguide export --help",
        "write the fact as KEY=TEXT, such as sampling=purposeful; see intervjuguide export --help",
    ),
    "fact_unknown": (
        "det er ingen opplysning «{key}»; se intervjuguide export --help",
        "there is no fact “{key}”; see intervjuguide export --help",
    ),
    "fact_unknown_near": (
        "det er ingen opplysning «{key}»; mente du {near}?",
        "there is no fact “{key}”; did you mean {near}?",
    ),
    "fact_needs_interview": (
        "«{key}» gjelder ett intervju: si hvilket med --participant I1",
        "“{key}” is about one interview: say which with --participant I1",
    ),
    "fact_of_study": (
        "«{key}» gjelder hele studien: ta bort --participant",
        "“{key}” is about the whole study: leave out --participant",
    ),
    "fact_yes_or_no": ("«{key}» er ja eller nei", "“{key}” is yes or no"),
    "fact_kept": ("{key} er lagret: {ref}", "{key} is saved: {ref}"),
    "study_unknown_key": (
        "Ukjent nøkkel «{key}»; den brukes ikke.",
        "Unknown key “{key}”; it is not used.",
    ),
    "study_unknown_key_near": (
        "Ukjent nøkkel «{key}»; den brukes ikke. Mente du «{near}»?",
        "Unknown key “{key}”; it is not used. Did you mean “{near}”?",
    ),
    "revision_unreadable": (
        "Kan ikke leses som YAML; revisjonen er ikke med.",
        "Cannot be read as YAML; the revision is left out.",
    ),
    # counted
    "method_one_interview": ("1 intervju", "1 interview"),
    "method_many_interview": ("{n} intervjuer", "{n} interviews"),
    "method_one_participant": ("1 deltaker", "1 participant"),
    "method_many_participant": ("{n} deltakere", "{n} participants"),
    "method_one_pilot": ("1 prøveintervju", "1 pilot interview"),
    "method_many_pilot": ("{n} prøveintervjuer", "{n} pilot interviews"),
    "method_one_file": ("1 lydfil", "1 sound file"),
    "method_many_file": ("{n} lydfiler", "{n} sound files"),
    "method_one_notes": ("1 notat", "1 note"),
    "method_many_notes": ("{n} notater", "{n} notes"),
    "method_one_bookmarks": ("1 bokmerke", "1 bookmark"),
    "method_many_bookmarks": ("{n} bokmerker", "{n} bookmarks"),
    "method_one_reflexive": ("1 refleksjonsnotat", "1 reflexive note"),
    "method_many_reflexive": ("{n} refleksjonsnotater", "{n} reflexive notes"),
    "method_one_question": ("1 spørsmål", "1 question"),
    "method_many_question": ("{n} spørsmål", "{n} questions"),
    "method_one_probe": ("1 planlagt oppfølgingsspørsmål", "1 prepared probe"),
    "method_many_probe": ("{n} planlagte oppfølgingsspørsmål", "{n} prepared probes"),
    "method_one_target": ("1 forskningsspørsmål", "1 research question"),
    "method_many_target": ("{n} forskningsspørsmål", "{n} research questions"),
    "method_seconds": ("{minutes} min {seconds} s", "{minutes} min {seconds} s"),
    # sentences
    "method_interviews": (
        "Det ble holdt {interviews} med {participants}.",
        "There were {interviews}, with {participants}.",
    ),
    "method_no_repeats": (
        "Ingen ble intervjuet mer enn én gang.",
        "Nobody was interviewed more than once.",
    ),
    "method_repeats": (
        "{participants} ble intervjuet mer enn én gang.",
        "More than one interview was held with {participants}.",
    ),
    "method_dates": (
        "Det første intervjuet ble holdt {first}, det siste {last}.",
        "The first interview was held on {first}, the last on {last}.",
    ),
    "method_pilots": (
        "Guiden ble prøvd ut i {pilots} ({names}), ikke regnet med blant intervjuene.",
        "The guide was tried out in {pilots} ({names}), not counted among the interviews.",
    ),
    "method_lengths": (
        "Fra første spørsmål til slutten varte intervjuene i gjennomsnitt {mean} ({shortest} til {longest}; målt: {interviews}), pauser og avbrudd ikke regnet med.",
        "From the first question to the end the interviews lasted {mean} on average ({shortest} to {longest}; measured: {interviews}), pauses and breaks not counted.",
    ),
    "method_briefing": (
        "Innledningen før første spørsmål varte i gjennomsnitt {mean} ({shortest} til {longest}; målt: {interviews}), pauser og avbrudd ikke regnet med.",
        "The briefing before the first question lasted {mean} on average ({shortest} to {longest}; measured: {interviews}), pauses and breaks not counted.",
    ),
    "method_recording": (
        "Lydopptak er markert i {interviews}, {files} i alt.",
        "Audio recording is marked in {interviews}, {files} in all.",
    ),
    "method_field_notes": ("Feltnotater: {parts}.", "Field notes: {parts}."),
    "method_during": ("under intervjuene {counts}", "during the interviews {counts}"),
    "method_after": ("etter dem {counts}", "after them {counts}"),
    "method_filled": ("bokmerker som har fått ord: {n}", "bookmarks that were given words: {n}"),
    "method_consent": (
        "Punkter som skal være på plass før opptak, krysset av: {points}.",
        "Points wanted before recording, ticked: {points}.",
    ),
    "method_in": ("{what} (i {interviews})", "{what} (in {interviews})"),
    "method_clarified": (
        "Avklaringer av begreper, antall ganger: {concepts}.",
        "Clarifications of concepts, number of times: {concepts}.",
    ),
    "method_declined": (
        "Spørsmål som informanten ikke ønsket å svare på: {questions}.",
        "Questions that the informant would rather not answer: {questions}.",
    ),
    "method_both_sides": (
        "Erfaringer talt på begge sider: {questions}.",
        "Experiences counted on both sides: {questions}.",
    ),
    "method_stopped": (
        "{interviews} ble stanset fordi informanten ønsket det.",
        "{interviews} stopped early because the informant wished to.",
    ),
    "method_guide": (
        "Intervjuguiden, slik den var i {source}, har {questions} (valgfrie: {optional}), {probes} og {targets}.",
        "The interview guide, as it was in {source}, has {questions} (optional: {optional}), {probes} and {targets}.",
    ),
    "method_same_guide": (
        "Alle intervjuer og prøveintervjuer ble holdt med samme guide.",
        "All interviews and pilots were held with the same guide.",
    ),
    "method_versions": (
        "Intervjuer og prøveintervjuer ble holdt med {count} utgaver av guiden; spørsmålene var de samme.",
        "Interviews and pilots were held with {count} versions of the guide; the questions were the same.",
    ),
    "method_versions_changed": (
        "Intervjuer og prøveintervjuer ble holdt med {count} utgaver av guiden, med disse endringene: {changes}.",
        "Interviews and pilots were held with {count} versions of the guide, with these changes: {changes}.",
    ),
    "method_change_reworded": (
        "fra og med {since} ble {question} omformulert fra «{before}» til «{after}»",
        "from {since} on {question} was reworded from “{before}” to “{after}”",
    ),
    "method_change_added": (
        "fra og med {since} kom {question} til: «{after}»",
        "from {since} on {question} was added: “{after}”",
    ),
    "method_change_removed": (
        "fra og med {since} var {question} borte: «{before}»",
        "from {since} on {question} was gone: “{before}”",
    ),
    "method_change_reordered": (
        "fra og med {since} sto spørsmålene i en annen rekkefølge",
        "from {since} on the questions stood in another order",
    ),
    "method_revisions": ("Endringer av guiden: {revisions}.", "Changes of the guide: {revisions}."),
    "method_revision_after": ("etter {interview}", "after {interview}"),
    "method_revision_why": ("{what} (fordi: {why})", "{what} (because: {why})"),
    "method_transcript": (
        "Gjennomlesning av transkripsjonen: {parts}.",
        "Transcripts returned for reading: {parts}.",
    ),
    "method_offered": ("tilbudt {n}", "offered to {n}"),
    "method_wanted": ("ønsket {n}", "wanted by {n}"),
    "method_key_interviewer": ("Intervjuer", "Interviewer"),
    "method_key_credentials": ("Utdanning", "Credentials"),
    "method_key_occupation": ("Stilling", "Occupation"),
    "method_key_gender": ("Kjønn", "Gender"),
    "method_key_training": ("Erfaring og opplæring", "Experience and training"),
    "method_key_relationship": ("Forhold til deltakerne", "Relationship with the participants"),
    "method_key_knowledge": ("Hva deltakerne visste om intervjueren", "What the participants knew of the interviewer"),
    "method_key_characteristics": ("Intervjuerens forforståelse", "The interviewer's pre-understanding"),
    "method_key_methodology": ("Metodologi", "Methodology"),
    "method_key_context": ("Kontekst", "Context"),
    "method_key_sampling": ("Utvalg", "Sampling"),
    "method_key_approach": ("Rekruttering", "Method of approach"),
    "method_key_non_participation": ("Frafall", "Non-participation"),
    "method_key_sample": ("Deltakerne", "The participants"),
    "method_key_ethics": ("Etikk", "Ethics"),
    "method_key_project_end": ("Prosjektslutt", "Project end"),
    "method_key_processing": ("Behandling av data", "Data processing"),
    "method_key_setting": ("Sted", "Setting"),
    "method_key_others_present": ("Andre til stede", "Others present"),
}
