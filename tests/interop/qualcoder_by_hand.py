"""QualCoder's own import and its *Mark speakers* on what ``make interop`` has made; run by hand, for QualCoder is on no
package index.

``PYTHON tests/interop/qualcoder_by_hand.py QUALCODER_CHECKOUT .cache/interop/made``, where PYTHON has PyQt6, pymupdf,
Pillow and qtawesome. The results are in README.md beside this.
"""

import ast
import json
import os
import re
import sqlite3
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

CHECKOUT, MADE = Path(sys.argv[1]), Path(sys.argv[2])
os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(CHECKOUT / "src"))

from PyQt6 import QtCore, QtWidgets  # noqa: E402

APPLICATION = QtWidgets.QApplication([])
from qualcoder import refi, speakers  # noqa: E402

SAID = []


class Recorder:
    """A message box that is not shown."""

    def __init__(self, _app: Any, title: str, text: str = "", *_more: Any) -> None:
        SAID.append((str(title), re.sub("<[^>]+>", "", str(text))))

    def exec(self) -> int:
        return 0


refi.Message = speakers.Message = Recorder


def new_project() -> Any:
    """An empty project as QualCoder makes it, by its own statements, and as much of its application as is needed."""
    folder = Path(tempfile.mkdtemp())
    for name in ("images", "audio", "video", "documents"):
        (folder / name).mkdir()
    base = sqlite3.connect(folder / "data.qda")
    tree = ast.parse((CHECKOUT / "src/qualcoder/__main__.py").read_text(encoding="utf-8"))
    made = next(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "new_project")
    for call in ast.walk(made):
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "execute":
            statement = getattr(call.args[0], "value", "")
            if str(statement).startswith("CREATE"):
                base.execute(statement)
    settings = {"directory": str(folder), "codername": "x", "ai_enable": "False", "fontsize": 10, "font": "x"}
    return SimpleNamespace(
        conn=base,
        settings=settings,
        ai=None,
        ai_models=[],
        project_path=str(folder),
        project_name="x",
        project_events=None,
        delete_backup=False,
        version="x",
        write_config_ini=lambda *_: None,
        get_annotations=lambda *_: [],
        get_text_fulltext=lambda id: base.execute("select fulltext from source where id = ?", (id,)).fetchone()[0],
    )


def take_in(path: Path, kind: str) -> Any:
    """What QualCoder makes of a file."""
    app = new_project()
    columns = [row[1] for row in app.conn.execute("pragma table_info(project)")]
    app.conn.execute(f"insert into project values ({', '.join('?' * len(columns))})", ["x"] * len(columns))  # noqa: S608  question marks alone
    QtWidgets.QFileDialog.getOpenFileName = staticmethod(lambda *_, **__: (str(path), "x"))
    refi.RefiImport(app, QtWidgets.QTextEdit(), kind)
    return app.conn


def mark_speakers(path: Path, identifier: str) -> Any:
    """The dialog's codings of a text."""
    app = new_project()
    text = path.read_bytes().decode()
    app.conn.execute("insert into source (id, name, fulltext) values (1, ?, ?)", (path.name, text))
    dialog = speakers.DialogSpeakers(app, 1, path.name)
    model = dialog.ui.comboBox_identifier.model()
    for row in range(model.rowCount()):
        item = model.item(row)
        chosen = item.data(QtCore.Qt.ItemDataRole.UserRole) == identifier
        item.setCheckState(QtCore.Qt.CheckState.Checked if chosen else QtCore.Qt.CheckState.Unchecked)
    dialog.ui.checkBox_filter_timestamps.setChecked(True)
    dialog.collect_names()
    return text, dialog.codings


told = [one for one in json.loads((MADE / "marks.json").read_text()) if one["kind"] != "question"]
for profile in ("standard", "qualcoder"):
    found = take_in(MADE / "coded" / f"{profile}.qdpx", "qde")
    (text,) = found.execute("select fulltext from source").fetchone()
    rows = found.execute("select pos0, pos1, seltext from code_text").fetchall()
    passages = {(start, end) for start, end, _ in rows} - {(0, len(text))}
    counted = {
        table: found.execute(f"select count(*) from {table}").fetchone()[0]  # noqa: S608  a name from here
        for table in ("source", "code_name", "code_cat", "code_text", "cases", "case_text", "attribute")
    }
    lost = found.execute("select count(*) from code_text where cid is null").fetchone()[0]
    right = sum(text[start:end] == words for start, end, words in rows)
    print(
        f"{profile}: {len(passages)} passages of {len(told)}, {right} of {len(rows)} codings on their words,", end=" "
    )
    print(f"{lost} without a code; {counted}")
found = take_in(MADE / "coded" / "codebook.qdc", "qdc")
codes, folders = (found.execute(f"select count(*) from {name}").fetchone()[0] for name in ("code_name", "code_cat"))  # noqa: S608
print(f"codebook: {codes} codes, {folders} folders")
for program, identifier in (("qualcoder", "bracket"), ("atlas", "at")):
    text, codings = mark_speakers(MADE / "coded" / program / "I1.txt", identifier)
    lines = [place for place, line in enumerate(text.split("\n"), 1) if line]
    coded = [text.count("\n", 0, one["pos0"]) + 1 for one in codings]
    twice = sorted({place for place in coded if coded.count(place) > 1})
    print(f"speakers, {program}: {len(set(coded))} of {len(lines)} lines coded; with a code of their own too: {twice}")
for title, text in SAID:
    print("said:", title, "-", text.splitlines()[0])
