"""Recorded changes in the language of whoever reads them.

A revision's file has its sentences in the language that the guide had. One that the program worded is told anew, whole;
whatever else stands there somebody wrote, and it stays as it is.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from guide.schema import LANGUAGES
from tui.changes.describe_change import KEY_NAMES, PART_NAMES
from tui.sentences.code_names import RULE_NAMES
from tui.translator import N_, Translator

if TYPE_CHECKING:
    from interviews.method.facts import RevisionChange
    from interviews.revisions import RecordedChange


def retell_change(change: "RecordedChange | RevisionChange", _: Translator) -> str:
    """A recorded change in this language, with what it brought along."""
    what = change.what
    for code in dict.fromkeys((_.language, *LANGUAGES.values())):
        other = Translator(code)
        for recorded, told in _sentences(change, other, _):
            if what == recorded:
                return told
            if what.startswith(f"{recorded}; "):
                along = _parts(what.removeprefix(f"{recorded}; "), change.question, other, _)
                return "; ".join((told, *(retold or one for one, retold in along)))
        parts = _parts(what, change.question, other, _)
        if all(retold for _one, retold in parts):
            return "; ".join(retold for _one, retold in parts)
    return what


def _parts(said: str, id: str, other: Translator, _: Translator) -> list[tuple[str, str]]:
    """The sentences that stand in one, each with how it is worded here; words with a semicolon in them stay together."""
    parts: list[str] = []
    for piece in said.split("; "):
        if parts and not _retell(piece, id, other, _):
            parts[-1] += f"; {piece}"
        else:
            parts.append(piece)
    return [(one, _retell(one, id, other, _)) for one in parts]


def _sentences(
    change: "RecordedChange | RevisionChange", other: Translator, _: Translator
) -> Iterator[tuple[str, str]]:
    """How a change with wordings in it may have been recorded in another language, and how it is told in this one."""
    id, kind, before, after = change.question, change.kind, change.before, change.after
    if kind == "moved":
        key = N_("{id} was moved and now stands {place}")
        yield other(key, id=id, place=after), _(key, id=id, place=_retell_place(after, other, _))
    elif kind == "split":
        key, new = N_("{id} was split: “{before}” → {after}"), (id, *change.others)
        was, now = (
            one(key, id=id, before=before, after=", ".join(f"{id} {one('“{said}”', said=ask)}" for id, ask in parts))
            for one, parts in ((one, list(zip(new, after.split("\n"), strict=False))) for one in (other, _))
        )
        yield was, now
    elif kind == "merged" and change.others:
        key = N_("{other} was merged into {id}: “{before}” and “{too}” → “{after}”")
        first, _break, too = before.partition("\n")
        was, now = (one(key, other=change.others[0], id=id, before=first, too=too, after=after) for one in (other, _))
        yield was, now
    elif kind in _WORDED:
        fields = {"id": id, "before": before, "after": after, "text": before or after}
        told = _(_WORDED[kind], **fields)
        yield other(_WORDED[kind], **fields), told
        yield from ((former.format(**fields), told) for former in _FORMER.get(kind, ()))


def _retell(said: str, id: str, other: Translator, _: Translator) -> str:
    """A sentence about a key, a part or advice as it is worded here; empty where it is in no words of ours."""
    whole, yes, no = other("The guide"), other("yes"), other("no")
    values = {yes: _("yes"), no: _("no")}
    parts = {other(name): _(name) for name in PART_NAMES.values()}
    keys = {other(name): key for key, name in KEY_NAMES.items()}
    rules = {other("“{said}”", said=other(name)): _("“{said}”", said=_(name)) for name in RULE_NAMES.values()}
    for key in (N_("{id} now leans on {on}"), N_("{id} no longer leans on {on}")):
        if found := _read_back(key, said, other):
            return _(key, **found)
    for key in (N_("{of}: {key} ({before}) was taken away"), N_("{of}: {key} is now {after}")):
        found = _read_back(key, said, other, key=keys)
        of = _retell_owner(found["of"], id, parts, other, _) if found else ""
        if found and of:
            name, value = keys[found["key"]], next(name for name in ("before", "after") if name in found)
            text = _read_back("“{said}”", found[value], other)
            told = found[value] if text is None else _("“{said}”", **text)
            told = values.get(told, told) if name in _YES_OR_NO else told
            return _(key, **{"of": of, "key": _(KEY_NAMES[name]), value: told})
    for key in (
        N_("New in the guide, {part}: “{text}”"),
        N_("Taken out of the guide, {part}: “{text}”"),
        N_("Moved in the guide, {part}: “{text}”"),
    ):
        found = _read_back(key, said, other)
        if found and found["part"] in parts:
            return _(key, part=parts[found["part"]], text=found["text"])
    key = N_("{id} was left as it is despite advice on {rule}")
    found = _read_back(key, said, other)
    given = found["rule"].split(", ") if found else []
    if found and all(rule in rules for rule in given):
        of = _("The guide") if found["id"] == whole else found["id"]
        return _(key, id=of, rule=", ".join(rules[rule] for rule in given))
    return ""


def _retell_owner(of: str, id: str, parts: Mapping[str, str], other: Translator, _: Translator) -> str:
    """What has the key: the question, the guide, or a part of the guide by its name; empty for anything else."""
    if of == other("The guide"):
        return _("The guide")
    if id:
        return id if of == id else ""
    part = next((name for name in parts if of == name or of.startswith(f"{name} ")), "")
    named = _read_back("“{said}”", of.removeprefix(part).strip(), other)
    if not part or (named is None and of != part):
        return ""
    return " ".join((parts[part], *(() if named is None else (_("“{said}”", **named),))))


def _retell_place(place: str, other: Translator, _: Translator) -> str:
    """Where a question stands, as it is worded here; as it was recorded where it is in no words of ours."""
    if place == other("in the closing"):
        return _("in the closing")
    within = N_("{place} (in “{title}”)")
    if found := _read_back(within, place, other):
        return _(within, title=found["title"], place=_retell_place(found["place"], other, _))
    for key in (N_("after {id}"), N_("before {id}"), N_("in “{title}”")):
        if found := _read_back(key, place, other):
            return _(key, **found)
    return place


def _read_back(key: str, said: str, other: Translator, /, **among: Collection[str]) -> dict[str, str] | None:
    """What stands in a sentence's gaps, where ``said`` is that sentence in a language; None where it is not.

    A gap that is named holds one of these.
    """
    held = {gap: "|".join(map(re.escape, sorted(words, key=len, reverse=True))) for gap, words in among.items()}
    gaps = {name: f"\0{name}\0" for name in re.findall(r"\{(\w+)\}", key)}
    pieces = other(key, **gaps).split("\0")
    pattern = "".join(
        f"(?P<{piece}>{held.get(piece, '.+?')})" if place % 2 else re.escape(piece)
        for place, piece in enumerate(pieces)
    )
    found = re.fullmatch(pattern, said, re.DOTALL)
    return None if found is None else found.groupdict()


_WORDED = {
    "reworded": N_("{id} was reworded: “{before}” → “{after}”"),
    "probe_reworded": N_("A probe of {id} was reworded: “{before}” → “{after}”"),
    "added": N_("New question, {id}: “{text}”"),
    "dropped": N_("{id} was dropped: “{text}”"),
    "probe_added": N_("{id} got the probe “{text}”"),
    "probe_dropped": N_("The probe “{text}” of {id} was dropped"),
    "probe_moved": N_("The probe “{text}” of {id} stands in another place"),
}
"""Changes of which the record has all that their sentence says, by their kind."""

_YES_OR_NO = ("anonymous", "optional", "two_sided", "sensitive")
"""Keys of which the program said yes or no itself; in any other these are the researcher's words."""

_FORMER = {
    "reworded": ("{id} fikk ny ordlyd: «{before}» → «{after}»", "{id} fekk ny ordlyd: «{before}» → «{after}»"),
    "probe_reworded": (
        "Et oppfølgingsspørsmål til {id} fikk ny ordlyd: «{before}» → «{after}»",
        "Eit oppfølgingsspørsmål til {id} fekk ny ordlyd: «{before}» → «{after}»",
    ),
}
"""How changes were recorded in other words than today's."""
