#!/usr/bin/env bash
# pypdfium2 5.15.2 (PyPI), PDFium's FPDFText_GetFontWeight, "the font weight of a particular character", by which one
# would tell a bold heading from a question: it is worked out from a number that each producer writes as it likes. A
# question once regular and once bold gives 0 and 0 (reportlab 5.1.0, the standard fonts), 400 and 400 (weasyprint
# 70.0), 435 and 800 (reportlab and fpdf2 2.8.9, a font's file), 475 and 812 (typst 0.15.2). FPDFText_GetFontInfo gives
# the font's name, which says Bold in all of them. (weasyprint needs Pango, in Debian libpangoft2-1.0-0.)
#
# Expected: two weights that differ, as on the page, and 400 for regular, 700 for bold, the scale of fonts.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    pypdfium2==5.15.2 reportlab==5.1.0 fpdf2==2.8.9 weasyprint==70.0 typst==0.15.2
cd "$here"
"$here/venv/bin/python" - <<'PY'
import ctypes
import sys
from importlib.metadata import version
from pathlib import Path

import fpdf
import pypdfium2
import pypdfium2.raw as pdfium
import reportlab
import typst
import weasyprint
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

for name in ("pypdfium2", "reportlab", "weasyprint", "fpdf2", "typst"):
    print(name, version(name))
QUESTION = "How did you begin?"
FILES = [Path(reportlab.__file__).parent / "fonts" / name for name in ("Vera.ttf", "VeraBd.ttf")]


def with_reportlab(fonts):
    page = canvas.Canvas("a.pdf")
    for height, font in zip((800, 780), fonts):
        page.setFont(font, 12)
        page.drawString(50, height, QUESTION)
    page.save()


def with_fpdf2():
    page = fpdf.FPDF()
    page.add_page()
    for style, file in zip(("", "B"), FILES):
        page.add_font("Vera", style, str(file))
        page.set_font("Vera", style, 12)
        page.cell(0, 10, QUESTION, new_x="LMARGIN", new_y="NEXT")
    page.output("a.pdf")


def with_weasyprint():
    faces = "".join(
        f"@font-face {{ font-family: Vera; src: url({file.as_uri()}); font-weight: {weight} }}"
        for file, weight in zip(FILES, (400, 700))
    )
    text = f"<style>{faces} p {{ font-family: Vera }}</style><p>{QUESTION}</p><p><b>{QUESTION}</b></p>"
    weasyprint.HTML(string=text).write_pdf("a.pdf")


def with_typst():
    Path("a.typ").write_text(f'#set text(font: "New Computer Modern")\n{QUESTION}\n\n*{QUESTION}*\n')
    typst.compile("a.typ", output="a.pdf")


def weights():
    """What is said of the first letter of each line, with whether the font's name says Bold."""
    text = pypdfium2.PdfDocument("a.pdf")[0].get_textpage()
    words, found = text.get_text_range(), []
    for place in (words.index("H"), words.rindex("H")):
        name, flags = ctypes.create_string_buffer(100), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(text.raw, place, name, 100, flags)
        found.append((pdfium.FPDFText_GetFontWeight(text.raw, place), b"Bold" in name.value))
    return found


pdfmetrics.registerFont(TTFont("Vera", str(FILES[0])))
pdfmetrics.registerFont(TTFont("Vera-Bold", str(FILES[1])))
seen = {}
for name, make in {
    "reportlab, standard fonts": lambda: with_reportlab(("Helvetica", "Helvetica-Bold")),
    "reportlab, a font's file": lambda: with_reportlab(("Vera", "Vera-Bold")),
    "fpdf2, the same file": with_fpdf2,
    "weasyprint, the same file": with_weasyprint,
    "typst": with_typst,
}.items():
    make()
    (regular, is_bold), (bold, too) = weights()
    seen[name] = regular, bold
    print(f"{name}: regular {regular}, bold {bold}; the name says Bold: {is_bold}, {too}")
sys.exit(list(seen.values()) != [(0, 0), (435, 800), (435, 800), (400, 400), (475, 812)])
PY
