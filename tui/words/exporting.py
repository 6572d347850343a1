"""Words for ``export``."""

EXPORTING: dict[str, tuple[str, str]] = {
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
    "reflect_how": (
        "Skriv notatet; {end} på en tom linje avslutter.",
        "Write the note; {end} on an empty line ends it.",
    ),
    "export_unknown": (
        "export kan ikke lage «{name}», bare {formats}; se intervjuguide export --help",
        "export cannot make “{name}”, only {formats}; see intervjuguide export --help",
    ),
    "export_unknown_near": (
        "export kan ikke lage «{name}»; mente du {near}? Se intervjuguide export --help",
        "export cannot make “{name}”; did you mean {near}? See intervjuguide export --help",
    ),
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
