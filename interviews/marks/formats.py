"""Every format that marks can be written in, a row each."""

from collections.abc import Mapping

from interviews.marks.audacity import AUDACITY
from interviews.marks.chapters import CHAPTERS
from interviews.marks.eaf import EAF
from interviews.marks.express_scribe import EXPRESS_SCRIBE
from interviews.marks.f4 import F4
from interviews.marks.nvivo import NVIVO
from interviews.marks.otr import OTR
from interviews.marks.srt import SRT
from interviews.marks.textgrid import TEXTGRID
from interviews.marks.vtt import TAGUETTE, VTT
from interviews.marks.writing import MarkFormat

FORMATS: Mapping[str, MarkFormat] = {
    one.name: one for one in (EXPRESS_SCRIBE, F4, NVIVO, AUDACITY, VTT, SRT, OTR, EAF, TEXTGRID, CHAPTERS, TAGUETTE)
}
"""The formats by the names that the command has for them."""
