#!/usr/bin/env bash
# Taguette 1.5.2 (PyPI), which codes transcripts with tags, "a hierarchy of tags" as its welcome says. The passages of
# one tag, in the list of its highlights and in what is exported of it, are those of every tag whose name begins with
# the same letters, hierarchy or not: "music" has the passages of "musicians" and "music therapy" too, a tag "1" those
# of "10" and "12". In tables each row tells its own tag; documents (HTML, PDF, Word) stand under one heading, "Taguette
# highlights: music", with the tags below each passage.
#
# Expected: the passages that were given the tag, and those below it ("music.childhood"). What is asked by one theme is
# answered with the passages of others as well, and they are counted with it.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check taguette==1.5.2
cd "$here"
HOME="$here" "$here/venv/bin/python" -W ignore - <<'PY'
import csv
import io
import logging
import sys
from importlib.metadata import version

logging.disable()
from taguette import database, export

print("taguette", version("taguette"))
connect = database.connect("sqlite:///study.sqlite3")
db = connect()
project = database.Project(name="Study", description="")
db.add(project)
words = "I began to sing. They played well. It healed me."
document = database.Document(
    name="I1",
    description="",
    filename="I1.html",
    project=project,
    text_direction=database.TextDirection.LEFT_TO_RIGHT,
    contents=f"<p>{words}</p>",
)
db.add(document)
tagged = {"I began to sing.": "music", "They played well.": "musicians", "It healed me.": "music therapy"}
for passage, name in tagged.items():
    begin = words.index(passage)
    db.add(
        database.Highlight(
            document=document,
            start_offset=begin,
            end_offset=begin + len(passage),
            snippet=f"<p>{passage}</p>",
            tags=[database.Tag(project=project, path=name, description="")],
        )
    )
db.commit()


def exported(name):
    table = io.StringIO()
    export.highlights_csv(db, project.id, name, table)
    return [(row["tag"], row["content"].strip()) for row in csv.DictReader(io.StringIO(table.getvalue()))]


seen = {name: exported(name) for name in tagged.values()}
own = {name: [(name, passage)] for passage, name in tagged.items()}
wanted = {**own, "music": [*own["music"], *own["musicians"], *own["music therapy"]]}
for name, value in seen.items():
    print(f"{name}: {value}" + ("" if value == wanted[name] else f"   CHANGED, was {wanted[name]}"))
sys.exit(seen != wanted)
PY
