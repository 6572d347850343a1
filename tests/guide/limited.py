"""``check`` with a gigabyte of memory and no more, as a program: ``python -m tests.guide.limited FILE…``.

One line of JSON for each file: how ``check`` ended, and what it said.
"""

import contextlib
import io
import json
import sys

from tests.guide.sizes import limit_memory
from tui.main import main

if __name__ == "__main__":
    limit_memory()
    for file in sys.argv[1:]:
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(["check", file])
        print(json.dumps([file, code, out.getvalue(), err.getvalue()]), flush=True)
