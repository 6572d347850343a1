"""Word files in other alphabets, with odd styles and numbers, with links out of the file, and with nothing to read."""

import re

from tests.guide.documents import packages
from tests.guide.documents.packages import added, bodied, changed, paragraph, plain
from tests.guide.documents.word import Sheet
