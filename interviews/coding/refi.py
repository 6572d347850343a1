"""REFI-QDA: a project (``.qdpx``), or the codebook alone (``.qdc``).

What is written follows the standard's schema and, besides, the rules that real programs have: code names are unique in
the whole project, nothing is coded with a folder, positions count characters, lines end in LF, and no text has a byte
order mark. Identifiers are made from our own, so that a second export is the same project again.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Literal
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from guide.frozen import Value
from interviews.coding.coded_interview import (
    Code,
    Codebook,
    CodedEntry,
    CodedFiles,
    CodedInterview,
    CodingLabels,
    FileCollector,
    stamp,
)
from interviews.marks.mark_writing import fit_text

Profile = Literal["standard", "qualcoder"]

_PROJECT, _CODEBOOK = "urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_PALETTE = (
    "#1F77B4",
    "#FF7F0E",
    "#2CA02C",
    "#D62728",
    "#9467BD",
    "#8C564B",
    "#E377C2",
    "#7F7F7F",
    "#BCBD22",
    "#17BECF",
)


class Passage(Value):
    """A stretch of a source's text, from and to in characters, with the entry it holds and its codes' identifiers."""

    start: int
    end: int
    entry: CodedEntry
    codes: tuple[str, ...]


def write_qdc(codebook: Codebook, interviews: Sequence[CodedInterview], labels: CodingLabels, program: str) -> bytes:
    """The codebook alone."""
    ids = _Ids(codebook.title)
    codes = _codes_xml(codebook, interviews, labels, ids)
    text = f"{_HEAD}<CodeBook xmlns={quoteattr(_CODEBOOK)} origin={quoteattr(program)}>\n<Codes>\n{codes}</Codes>\n"
    return f"{text}</CodeBook>\n".encode()


def write_qdpx(
    interviews: Sequence[CodedInterview],
    codebook: Codebook,
    labels: CodingLabels,
    program: str,
    profile: Profile = "standard",
) -> CodedFiles:
    """The project: a text an interview, its passages coded with questions, kinds and tags, a case a participant.

    In the profile for QualCoder each case is tied to its texts by a code with the case's identifier, which only that
    program knows how to read.
    """
    collector = FileCollector(labels)
    ids = _Ids(codebook.title)
    user = ids.of("user")
    sources: list[str] = []
    files: dict[str, bytes] = {}
    for interview in interviews:
        text, passages = _text_of(interview, codebook, collector, ids)
        if any(sign > "\uffff" for sign in text):
            collector.name("wide_signs", interview.code)
        guid = ids.of("source", interview.code)
        files[f"sources/{guid}.txt"] = text.encode()
        sources.append(_source_xml(interview, guid, text, passages, ids, profile))
    cases = ""
    for name in _participants(interviews):
        guids = (ids.of("source", one.code) for one in interviews if one.participant == name)
        refs = "".join(f'<SourceRef targetGUID="{guid}"/>' for guid in guids)
        cases += f'<Case guid="{ids.of("case", name)}" name="{name}">{refs}</Case>\n'
    codes = _codes_xml(codebook, interviews, labels, ids)
    if profile == "qualcoder":
        codes += "".join(
            f"<Code guid={quoteattr(ids.of('case', name))} name={quoteattr(f'case {name}')} "
            'isCodable="true" color="#7F7F7F"/>\n'
            for name in _participants(interviews)
        )
    variable = ids.of("variable", "participant")
    dates = sorted(date.split('"')[1] for one in interviews if (date := _date(one, 0.0)))
    created = dates[0] if dates else "1970-01-01T00:00:00Z"
    project = (
        f"{_HEAD}<Project xmlns={quoteattr(_PROJECT)} name={quoteattr(_clean(codebook.title) or 'study')} "
        f'origin={quoteattr(program)} creatingUserGUID="{user}" creationDateTime="{created}">\n'
        f'<Users><User guid="{user}" name="intervjuguide"/></Users>\n'
        f"<CodeBook><Codes>\n{codes}</Codes></CodeBook>\n"
        f'<Variables><Variable guid="{variable}" name="Participant" typeOfVariable="Text"/></Variables>\n'
        + (f"<Cases>\n{cases}</Cases>\n<Sources>\n{''.join(sources)}</Sources>\n" if sources else "")
        + "</Project>\n"
    )
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, data in {"project.qde": project.encode(), **files}.items():
            member = ZipInfo(name, _LONG_AGO)
            member.compress_type, member.create_system, member.external_attr = ZIP_DEFLATED, 3, 0o600 << 16
            archive.writestr(member, data)
    collector.files["project.qdpx"] = file.getvalue()
    return collector.finish()


class _Ids:
    """Identifiers made from our own names: the same for the same thing in every export, upper case throughout."""

    def __init__(self, title: str) -> None:
        self._space: UUID = uuid5(NAMESPACE_URL, f"urn:intervjuguide:{title}")

    def of(self, *names: str) -> str:
        return str(uuid5(self._space, "\n".join(names))).upper()


def _text_of(
    interview: CodedInterview, codebook: Codebook, collector: FileCollector, ids: _Ids
) -> tuple[str, list[Passage]]:
    """The source's text, a paragraph an entry, and where each entry's words stand in it."""
    text = ""
    passages: list[Passage] = []
    for entry in interview.entries:
        words = collector.fit(entry, f"{interview.code}:{entry.ref}") or " ".join(collector.kinds(entry))
        text += stamp(entry)
        start = len(text)
        text += words
        codes = [ids.of("code", code.id) for id in entry.about if (code := codebook.code(id)) is not None]
        codes += [ids.of("kind", kind) for kind in _kinds(entry)]
        codes += [ids.of("tag", tag.casefold()) for tag in entry.tags]
        passages.append(Passage(start, len(text), entry, tuple(dict.fromkeys(codes))))
        text += "\n"
    return text, passages


def _kinds(entry: CodedEntry) -> tuple[str, ...]:
    also = ("follow_up",) if entry.follow_up is not None and entry.kind != "follow_up" else ()
    return (entry.kind, *also)


def _source_xml(
    interview: CodedInterview, guid: str, text: str, passages: Sequence[Passage], ids: _Ids, profile: Profile
) -> str:
    user, when = ids.of("user"), _date(interview, 0.0)
    selections = []
    if profile == "qualcoder" and text:
        case = ids.of("case", interview.participant)
        whole = ids.of("selection", interview.code, "case")
        selections.append(
            f'<PlainTextSelection guid="{whole}" name="{interview.participant}" startPosition="0" '
            f'endPosition="{len(text)}" creatingUser="{user}"{when}>'
            f'<Coding guid="{ids.of("coding", interview.code, "case")}" creatingUser="{user}"{when}>'
            f'<CodeRef targetGUID="{case}"/></Coding></PlainTextSelection>\n'
        )
    for one in passages:
        seq = one.entry.ref
        codings = "".join(
            f'<Coding guid="{ids.of("coding", interview.code, seq, code)}" creatingUser="{user}"{when}>'
            f'<CodeRef targetGUID="{code}"/></Coding>'
            for code in one.codes
        )
        selections.append(
            f'<PlainTextSelection guid="{ids.of("selection", interview.code, seq)}" name="{interview.code}:{seq}" '
            f'startPosition="{one.start}" endPosition="{one.end}" creatingUser="{user}"{when}>'
            f"{codings}</PlainTextSelection>\n"
        )
    variable = ids.of("variable", "participant")
    value = (
        f'<VariableValue><VariableRef targetGUID="{variable}"/>'
        f"<TextValue>{escape(interview.participant)}</TextValue></VariableValue>"
    )
    return (
        f'<TextSource guid="{guid}" name="{interview.code}" plainTextPath="internal://{guid}.txt" '
        f'creatingUser="{user}"{when}>\n{"".join(selections)}{value}</TextSource>\n'
    )


def _participants(interviews: Iterable[CodedInterview]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.participant for one in interviews))


def _codes_xml(codebook: Codebook, interviews: Sequence[CodedInterview], labels: CodingLabels, ids: _Ids) -> str:
    """Questions in folders of what they serve, then kinds, then tags; no two have the same name."""
    used: set[str] = set()

    def unique(name: str) -> str:
        found, number = name, 2
        while found.casefold() in used:
            found, number = f"{name} ({number})", number + 1
        used.add(found.casefold())
        return found

    def one(guid: str, name: str, meaning: str, colour: int) -> str:
        inside = f"<Description>{escape(_clean(meaning))}</Description>" if meaning else ""
        head = f'<Code guid="{guid}" name={quoteattr(unique(_clean(name)))} isCodable="true"'
        return f'{head} color="{_PALETTE[colour % len(_PALETTE)]}">{inside}</Code>\n'

    def leaves(codes: Sequence[Code], colour: int) -> str:
        return "".join(one(ids.of("code", code.id), code.name, code.meaning, colour) for code in codes)

    parts = []
    for colour, folder in enumerate(codebook.folders):
        inside = leaves(codebook.under(folder.id), colour)
        meaning = f"<Description>{escape(_clean(folder.meaning))}</Description>" if folder.meaning else ""
        head = f'<Code guid="{ids.of("folder", folder.id)}" name={quoteattr(unique(folder.name))} isCodable="false">'
        parts.append(f"{head}{meaning}\n{inside}</Code>\n")
    parts.append(leaves(codebook.under(""), len(codebook.folders)))
    entries = [entry for interview in interviews for entry in interview.entries]
    kinds = dict.fromkeys(kind for entry in entries for kind in _kinds(entry))
    parts += [one(ids.of("kind", kind), labels.kinds[kind], "", 7) for kind in kinds]
    tags: dict[str, str] = {}
    for entry in entries:
        for tag in entry.tags:
            tags.setdefault(tag.casefold(), tag)
    parts += [one(ids.of("tag", folded), f"{labels.tag} {tag}", "", 8) for folded, tag in tags.items()]
    return "".join(parts)


def _clean(text: str) -> str:
    """Words for a name or a description, on one line where it is a name's."""
    return " ".join(fit_text(text).split())


def _date(interview: CodedInterview, t: float) -> str:
    """When it was, as an attribute; nothing where the log does not tell it to the day and time."""
    try:
        moment = datetime.fromisoformat(interview.started) + timedelta(seconds=t)
        if moment.tzinfo is None:
            return ""
        return f' creationDateTime="{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"'
    except (ValueError, OverflowError):
        return ""
