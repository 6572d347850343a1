"""Guides as people wrote them, and guides in every odd form that YAML has; each odd one has a comment, ``# c``."""

from pathlib import Path

from guide.samples import thesis_guide_text

FIXTURES = Path(__file__).parent / "fixtures"
THESIS = thesis_guide_text()
TEACHERS = (FIXTURES / "nye-laerere.yaml").read_text(encoding="utf-8")
COMMUTING = (FIXTURES / "short.yaml").read_text(encoding="utf-8")

PLAIN = (THESIS, TEACHERS, COMMUTING)
"""A real guide, one with every key, and one in short forms."""

ANCHORS = """\
# to begreper
concepts: {a: x, b: y}
closing:
- ask: En?      # først
  concepts: &c [a, b]
- ask: To?
  concepts: *c    # de samme
- Tre?
"""

ODD = (
    "  title: t\n  closing:\n    - x   # c\n    - y\n",
    "--- {title: t, closing: [x, y]}   # c\n",
    "? title\n: t\nclosing:\n  - x\n  - y # c\n",
    "title: t\nclosing:\n  - ? ask\n    : x   # c\n  - y\n",
    "title: t\nclosing: &q\n  - &a x   # c\n  - y\n",
    "title: t\n? closing\n: - x # c\n  - y\n",
    "title: t\nclosing: [x, ask: y]   # c\n",
    "title: t\nclosing: [x, {ask: y, # c\n probes: [a,\n b]}]\n",
    "title: t\nclosing: !!seq\n - !!str x # c\n - y\n",
    "%YAML 1.2\n---\ntitle: t\nclosing:\n- x # c\n- y\n...\n# after\n",
    "title: t\rclosing:\r- x # c\r- y\r",
    "title: t\nclosing:\n-   ask:\n      # c\n      x\n-     y\n",
    'title: t\nclosing:\n- "x\n\n  z" # c\n- y',
)
