"""Guides as people might write them: in words that make sense, and in words with all kinds of signs in them."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from guide.frozen import Value
from guide.ids import automatic_id
from guide.labels import label_of
from guide.model import Concept, Guide, Part, Point, Probe, Question, ResearchQuestion, Section


class Speech(Value):
    """What is said in a guide, by what it is for."""

    languages: tuple[str, ...]
    titles: SearchStrategy[str]
    targets: SearchStrategy[str]
    asked: SearchStrategy[str]
    probes: SearchStrategy[str]
    conditions: SearchStrategy[str]
    points: SearchStrategy[str]
    terms: SearchStrategy[str]


def _of(*texts: str) -> SearchStrategy[str]:
    return st.sampled_from(texts)


NORWEGIAN = Speech(
    ("nb", "nn"),
    titles=_of("Nye lærere", "Oppvarming", "Å bli værende", "Støtte på arbeidsplassen", "Veien videre"),
    targets=_of(
        "Hva overrasker nye lærere i møtet med skolen?",
        "Hvem får nye lærere støtte av, og hvor skjer det?",
        "Hvilke erfaringer har de med veiledning?",
        "… og på hvilke arenaer foregår dette?",
        "Hvordan beskriver lærere det første året?",
        "Hvordan forstår de rollen sin…",
    ),
    asked=_of(
        "Kan du fortelle om den første uka di på skolen?",
        "Hva var annerledes enn du hadde tenkt?",
        "Hvordan ble du tatt imot av kollegene (både de eldre og de yngre)?",
        "Fortell om en time som gikk bra.",
        "Hva slags støtte fikk du i «mentorordningen»?",
        "Hvem gikk du til når noe var vanskelig; hvorfor?",
        "Har synet ditt på yrket endret seg siden du begynte?",
        "På hvilke arenaer møter du foreldre?",
        "Hva [hvis noe] savner du?",
        "Hvordan vil du beskrive rektor/ledelsen?",
    ),
    probes=_of("Hvordan?", "Hvorfor?", "Kan du gi et eksempel?", "Var det andre til stede?", "Hva skjedde da?"),
    conditions=_of("noe var annerledes", "informanten har hatt en mentor", "det er forskjeller"),
    points=_of(
        "Du kan trekke deg når som helst, uten å oppgi grunn",
        "Samtykkeskjemaet er underskrevet",
        "Formålet med studien",
        "Hvordan opplevde du intervjuet?",
        "Du kan få lese gjennom transkripsjonen",
    ),
    terms=_of("mentor", "kollegastøtte", "sosial deltagelse", "kontaktlærer"),
)

ENGLISH = Speech(
    ("en",),
    titles=_of("New teachers", "Warm-up", "Staying on", "Support at work", "Looking ahead"),
    targets=_of(
        "What surprises new teachers about school?",
        "Who supports new teachers, and where?",
        "What experience do they have of mentoring?",
        "… and where does this happen?",
        "How do teachers describe the first year?",
    ),
    asked=_of(
        "Can you tell me about your first week at the school?",
        "What was different from what you had thought?",
        "How did your colleagues receive you (both older and younger ones)?",
        "Tell me about a lesson that went well.",
        "What support did you get from the “buddy scheme”?",
        "Who did you turn to when something was hard; why?",
        "Where do you meet parents?",
        "How would you describe the head/the management?",
    ),
    probes=_of("How?", "Why?", "Can you give an example?", "Were others there?", "What happened then?"),
    conditions=_of("something was different", "the participant has had a mentor", "there are differences"),
    points=_of(
        "You may withdraw at any time, without giving a reason",
        "The consent form is signed",
        "The purpose of the study",
        "How was it to be interviewed?",
        "You may read the transcript",
    ),
    terms=_of("mentor", "peer support", "social participation", "form teacher"),
)

_WORDS = (
    "hvordan hva opplever lærere støtten fra kollegene første året på skolen ble du tatt imot [by] *egentlig* 3/4 "
    "C# «heim» Å-en_a | a|b <b> & 50% `k` 1. 2) - $x$ (evt. begge) tell me about the first day ~ nærmiljø…"
).split(" ")
_SENTENCES = st.lists(st.sampled_from(_WORDS), min_size=2, max_size=9).map(" ".join)
_QUESTIONS = _SENTENCES.map(lambda text: f"{text}?")
ODD = Speech(("nb", "nn", "en"), _SENTENCES, _QUESTIONS, _QUESTIONS, _QUESTIONS, _SENTENCES, _SENTENCES, _SENTENCES)

SENSIBLE: SearchStrategy[Speech] = st.sampled_from((NORWEGIAN, ENGLISH))
WITH_SIGNS: SearchStrategy[Speech] = st.just(ODD)
MINUTES = st.none() | st.sampled_from((1.0, 4.0, 4.5, 12.0))


@st.composite
def plain_guides(draw: DrawFn, speeches: SearchStrategy[Speech] = SENSIBLE) -> Guide:
    """A guide with automatic ids, of up to four research questions, each said once."""
    says = draw(speeches)
    texts = draw(st.lists(says.targets, max_size=5, unique=True))
    owners = _owners(draw, texts)
    targets = [target.id for owner in owners for target in owner.targets]
    counts: dict[str, int] = {}
    sections = tuple(_section(draw, says, owners, targets, counts) for _ in range(draw(st.integers(1, 4))))
    names = draw(st.lists(says.terms, max_size=2, unique_by=str.casefold))
    return Guide(
        title=draw(says.titles),
        language=draw(st.sampled_from(says.languages)),
        minutes=draw(st.none() | st.sampled_from((30.0, 45.0, 60.0, 90.0))),
        problem=draw(st.none() | says.targets),
        research_questions=owners,
        concepts=tuple(Concept(name, draw(says.points), draw(st.none() | says.points)) for name in names),
        opening=_points(draw, says, "opening"),
        sections=sections,
        closing=tuple(_closing(draw, says)),
        after=_points(draw, says, "after"),
    )


def _owners(draw: DrawFn, texts: list[str]) -> tuple[ResearchQuestion, ...]:
    """Research questions of these texts, perhaps one of them with two of the texts as its parts."""
    with_parts = len(texts) > 2 and draw(st.booleans())
    parts = [texts.pop(), texts.pop()] if with_parts else []
    owners = [ResearchQuestion(letter, text, label_of(text)) for letter, text in zip("ABCDE", texts, strict=False)]
    if parts:
        place = draw(st.integers(0, len(owners) - 1))
        owner = owners[place]
        named = zip("ab", parts, strict=True)
        owners[place] = owner.but(parts=tuple(Part(f"{owner.id}{one}", text, label_of(text)) for one, text in named))
    return tuple(owners)


def _section(
    draw: DrawFn, says: Speech, owners: tuple[ResearchQuestion, ...], targets: list[str], counts: dict[str, int]
) -> Section:
    serves = tuple(draw(st.lists(st.sampled_from(targets), max_size=2, unique=True))) if targets else ()
    questions = []
    for _ in range(draw(st.integers(1, 4))):
        own = tuple(draw(st.lists(st.sampled_from(targets), max_size=3, unique=True))) if targets else ()
        served = draw(st.sampled_from((serves, serves, own)))
        series = next((owner.id for owner in owners for target in owner.targets if target.id in served[:1]), "Q")
        counts[series] = counts.get(series, 0) + 1
        id = automatic_id(series, counts[series])
        questions.append(_question(draw, says, id, served, optional=draw(st.booleans())))
    return Section(
        draw(st.just("") | says.titles), serves, tuple(questions), draw(st.none() | st.integers(1, 90).map(float))
    )


def _question(draw: DrawFn, says: Speech, id: str, serves: tuple[str, ...], *, optional: bool) -> Question:
    ask = draw(says.asked)
    probes = draw(st.lists(st.builds(Probe, says.probes, st.none() | says.conditions), max_size=2))
    return Question(id, ask, label_of(ask), serves, tuple(probes), optional, draw(MINUTES))


def _closing(draw: DrawFn, says: Speech) -> list[Question]:
    return [_question(draw, says, f"Z{place}", (), optional=False) for place in range(1, draw(st.integers(1, 3)))]


def _points(draw: DrawFn, says: Speech, card: str) -> tuple[Point, ...]:
    texts = draw(st.lists(says.points, max_size=3))
    gates = [
        draw(st.sampled_from(((), ("recording",), ("start",), ("start", "recording")))) if card == "opening" else ()
        for _ in texts
    ]
    return tuple(Point(f"{card[0]}{place}", *both) for place, both in enumerate(zip(texts, gates, strict=True)))
