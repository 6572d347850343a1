"""Every form of coded text, a row each."""

from collections.abc import Mapping

from interviews.coding.atlas import ATLAS
from interviews.coding.maxqda import MAXQDA
from interviews.coding.nvivo_word import NVIVO_WORD
from interviews.coding.qualcoder import QUALCODER
from interviews.coding.taguette import TAGUETTE
from interviews.coding.writing import CodedFormat

FORMATS: Mapping[str, CodedFormat] = {one.name: one for one in (NVIVO_WORD, MAXQDA, ATLAS, QUALCODER, TAGUETTE)}
"""The forms by the names that the command has for them."""
