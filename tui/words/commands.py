"""The command line: help, refusals, farewells."""

COMMANDS: dict[str, tuple[str, str]] = {
    "check_warned_one": (
        "Guiden kan brukes, men har {warnings} advarsel (over). Forskningsspørsmål: {research_questions}, spørsmål: {questions}, oppfølgingsspørsmål: {probes}.",
        "The guide can be used, but has {warnings} warning (above). Research questions: {research_questions}, questions: {questions}, probes: {probes}.",
    ),
    "home_summary": (
        "Intervjuer: {interviews} · prøveintervjuer: {pilots}",
        "Interviews: {interviews} · pilots: {pilots}",
    ),
}
