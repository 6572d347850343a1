"""What a person who reads the broken guides in fixtures/broken finds wrong in them, and where, told before running.

A row is line, column, fault, and those facts of its sentence that matter.
"""

from guide.problems import Fault

Row = tuple[int, int, Fault, dict[str, str]]

EXPECTED: dict[str, list[Row]] = {
    "after-quote": [
        (10, 19, Fault.AFTER_QUOTE, {"quote": '"'}),
        (12, 26, Fault.AFTER_QUOTE, {"quote": "'"}),
        (13, 9, Fault.UNKNOWN_KEY_NEAR, {"key": "two-side", "nearest": "two_sided"}),
    ],
    "circle-of-three": [
        (12, 24, Fault.CIRCULAR, {"path": "A2 → B2 → B1 → A2"}),
    ],
    "circle-of-two": [
        (11, 19, Fault.CIRCULAR, {"path": "A2 → A3 → A2"}),
        (16, 20, Fault.CIRCULAR, {"path": "A5 → A5"}),
    ],
    "closing-that-serves": [
        (3, 1, Fault.UNKNOWN_KEY, {"key": "author"}),
        (12, 9, Fault.UNKNOWN_KEY, {"key": "colour"}),
        (17, 5, Fault.CLOSING_IGNORED, {"key": "optional"}),
        (18, 5, Fault.CLOSING_IGNORED, {"key": "serves"}),
        (19, 43, Fault.UNKNOWN_KEY_NEAR, {"key": "minuts", "nearest": "minutes"}),
    ],
    "colon-in-text": [
        (1, 32, Fault.COLON, {}),
        (9, 9, Fault.COLON_IN_TEXT, {"key": "Først litt om deg"}),
        (10, 35, Fault.COLON, {}),
        (11, 9, Fault.UNKNOWN_KEY_NEAR, {"key": "sensitve", "nearest": "sensitive"}),
        (14, 21, Fault.COLON, {}),
    ],
    "dash-too-far-left": [
        (11, 6, Fault.INDENTATION, {}),
    ],
    "dashes-from-word": [
        (9, 7, Fault.WANTED_LIST, {"key": "questions"}),
        (15, 7, Fault.WANTED_LIST, {"key": "questions"}),
    ],
    "empty-sections": [
        (12, 5, Fault.MISSING_KEY, {"key": "questions"}),
        (16, 5, Fault.EMPTY_TEXT, {"key": "questions"}),
    ],
    "empty-wordings": [
        (3, 1, Fault.EMPTY_TEXT, {"key": "problem"}),
        (6, 3, Fault.EMPTY_TEXT, {"key": "B"}),
        (13, 9, Fault.EMPTY_WORDING, {}),
        (15, 9, Fault.MISSING_KEY, {"key": "ask"}),
        (17, 8, Fault.EMPTY_WORDING, {}),
        (19, 42, Fault.EMPTY_WORDING, {}),
        (22, 12, Fault.EMPTY_ITEM, {"key": "listen_for"}),
        (27, 9, Fault.EMPTY_WORDING, {}),
    ],
    "exploding-aliases": [
        (20, 21, Fault.TOO_LARGE, {}),
    ],
    "hard-spaces": [
        (10, 1, Fault.HARD_SPACE, {}),
        (11, 1, Fault.HARD_SPACE, {}),
        (15, 4, Fault.HARD_SPACE, {}),
    ],
    "ids-taken": [
        (6, 3, Fault.ID_TAKEN, {"id": "b", "first_line": "5"}),
        (14, 13, Fault.ID_TAKEN, {"id": "Start", "first_line": "11"}),
        (17, 13, Fault.ID_TAKEN_BY_AUTOMATIC, {"id": "a2", "first_line": "13"}),
        (24, 9, Fault.AUTOMATIC_ID_TAKEN, {"id": "B2", "first_line": "22"}),
        (25, 13, Fault.ID_TAKEN, {"id": "A", "first_line": "4"}),
    ],
    "ids-unfit": [
        (5, 3, Fault.ID_FORM, {"id": "støtte fra andre"}),
        (7, 10, Fault.ID_FORM, {"id": "samtykke-1"}),
        (12, 13, Fault.ID_START, {"id": "1"}),
        (14, 13, Fault.ID_RESERVED, {"id": "x"}),
        (16, 13, Fault.ID_FORM, {"id": "forventninger"}),
        (18, 13, Fault.ID_FORM, {"id": "A-4"}),
        (23, 13, Fault.ID_START, {"id": "2"}),
    ],
    "latin-1": [
        (6, 13, Fault.NOT_UTF8, {}),
    ],
    "lists-with-commas": [
        (11, 13, Fault.COMMA_LIST, {"key": "serves", "value": "A, B", "right": "[A, B]"}),
        (15, 19, Fault.COMMA_LIST, {"key": "leans_on", "value": "A1 og B1", "right": "[A1, B1]"}),
        (16, 19, Fault.COMMA_LIST, {"key": "concepts", "value": "nettbank, hjelper", "right": "[nettbank, hjelper]"}),
        (
            17,
            21,
            Fault.COMMA_LIST,
            {"key": "listen_for", "value": "bank, barn, barnebarn", "right": "[bank, barn, barnebarn]"},
        ),
    ],
    "long-short": [
        (6, 12, Fault.LONG_SHORT, {"length": "38", "limit": "28"}),
        (8, 38, Fault.LONG_SHORT, {"length": "29", "limit": "28"}),
        (17, 16, Fault.LONG_SHORT, {"length": "31", "limit": "28"}),
    ],
    "many-yaml-faults": [
        (1, 20, Fault.COLON, {}),
        (7, 12, Fault.OPEN_QUOTE, {}),
        (11, 16, Fault.BAD_START, {"character": "%"}),
        (12, 14, Fault.OPEN_BRACKET, {"bracket": "["}),
        (13, 9, Fault.UNKNOWN_KEY_NEAR, {"key": "optionel", "nearest": "optional"}),
        (17, 6, Fault.INDENTATION, {}),
        (19, 15, Fault.AFTER_QUOTE, {"quote": '"', "other": "'"}),
        (23, 14, Fault.NOT_MINUTES, {"value": "five"}),
    ],
    "misspelt-keys": [
        (4, 1, Fault.UNKNOWN_KEY_NEAR, {"key": "reserch_questions", "nearest": "research_questions"}),
        (13, 9, Fault.UNKNOWN_KEY_NEAR, {"key": "optinal", "nearest": "optional"}),
        (15, 9, Fault.UNKNOWN_KEY_NEAR, {"key": "probe", "nearest": "probes"}),
        (21, 9, Fault.UNKNOWN_KEY_NEAR, {"key": "leans-on", "nearest": "leans_on"}),
        (21, 24, Fault.UNKNOWN_LEAN, {"id": "A9"}),
        (23, 1, Fault.UNKNOWN_KEY_NEAR, {"key": "Closing", "nearest": "closing"}),
    ],
    "no-questions": [
        (1, 1, Fault.NO_QUESTIONS, {}),
        (6, 3, Fault.UNSERVED, {"id": "A"}),
        (7, 3, Fault.UNSERVED, {"id": "B"}),
    ],
    "no-research-questions": [
        (7, 13, Fault.NO_TARGETS, {"id": "A"}),
        (11, 17, Fault.NO_TARGETS, {"id": "B"}),
        (13, 30, Fault.UNKNOWN_CONCEPT, {"name": "bibliotek"}),
    ],
    "no-space-after-colon": [
        (7, 5, Fault.NO_SPACE, {"key": "serves"}),
        (10, 9, Fault.NO_SPACE, {"key": "ask"}),
    ],
    "norwegian-keys": [
        (1, 1, Fault.UNKNOWN_KEY_NEAR, {"key": "tittel", "nearest": "title"}),
        (2, 1, Fault.UNKNOWN_KEY_NEAR, {"key": "språk", "nearest": "language"}),
        (3, 1, Fault.UNKNOWN_KEY_NEAR, {"key": "forskningsspørsmål", "nearest": "research_questions"}),
        (6, 1, Fault.UNKNOWN_KEY_NEAR, {"key": "bolker", "nearest": "sections"}),
        (9, 5, Fault.UNKNOWN_KEY_NEAR, {"key": "spørsmål", "nearest": "questions"}),
        (11, 9, Fault.UNKNOWN_KEY_NEAR, {"key": "spørsmål", "nearest": "ask"}),
        (12, 9, Fault.UNKNOWN_KEY_NEAR, {"key": "valgfritt", "nearest": "optional"}),
        (14, 9, Fault.UNKNOWN_KEY_NEAR, {"key": "oppfølging", "nearest": "probes"}),
        (16, 5, Fault.UNKNOWN_KEY_NEAR, {"key": "dekker", "nearest": "serves"}),
        (20, 1, Fault.UNKNOWN_KEY_NEAR, {"key": "avslutning", "nearest": "closing"}),
    ],
    "plain-text": [
        (1, 1, Fault.NOT_A_GUIDE, {}),
    ],
    "python-tags": [
        (1, 8, Fault.TAG, {"tag": "!!python/object/apply:os.system"}),
        (1, 8, Fault.WANTED_TEXT, {"key": "title"}),
        (10, 9, Fault.TAG, {"tag": "!!python/object:builtins.dict"}),
        (12, 19, Fault.TAG, {"tag": "!!bool"}),
        (13, 9, Fault.TAG, {"tag": "!Whom"}),
    ],
    "question-without-dash": [
        (9, 7, Fault.WANTED_LIST, {"key": "questions"}),
        (19, 10, Fault.WANTED_LIST, {"key": "closing"}),
    ],
    "repeated-keys": [
        (7, 1, Fault.DUPLICATE_KEY, {"key": "title", "first_line": "1"}),
        (14, 9, Fault.DUPLICATE_KEY, {"key": "ask", "first_line": "12"}),
        (15, 9, Fault.DUPLICATE_KEY, {"key": "short", "first_line": "13"}),
        (25, 1, Fault.DUPLICATE_KEY, {"key": "closing", "first_line": "23"}),
    ],
    "signs-that-mean-something": [
        (10, 9, Fault.BAD_START, {"character": "*"}),
        (12, 14, Fault.BAD_START, {"character": "%"}),
        (14, 14, Fault.BAD_START, {"character": "@"}),
    ],
    "tabs": [
        (11, 1, Fault.TAB, {}),
        (14, 1, Fault.TAB, {}),
        (17, 5, Fault.TAB, {}),
    ],
    "top-level-list": [
        (2, 1, Fault.NOT_A_GUIDE, {}),
    ],
    "two-documents": [
        (11, 19, Fault.NOT_YES_OR_NO, {"key": "optional", "value": "av og til"}),
        (13, 1, Fault.SECOND_DOCUMENT, {}),
    ],
    "unclosed-brace": [
        (11, 9, Fault.OPEN_BRACKET, {"bracket": "{"}),
    ],
    "unclosed-bracket": [
        (3, 10, Fault.NOT_MINUTES, {"value": "45 min"}),
        (9, 13, Fault.OPEN_BRACKET, {"bracket": "["}),
    ],
    "unclosed-last-quote": [
        (7, 5, Fault.UNKNOWN_KEY_NEAR, {"key": "serve", "nearest": "serves"}),
        (14, 10, Fault.OPEN_QUOTE, {}),
    ],
    "unclosed-quote": [
        (10, 14, Fault.OPEN_QUOTE, {}),
        (12, 9, Fault.UNKNOWN_KEY_NEAR, {"key": "optinal", "nearest": "optional"}),
    ],
    "unknown-choices": [
        (3, 16, Fault.UNKNOWN_CHOICE, {"key": "on_withdrawal", "value": "slett", "choices": "anonymise, delete"}),
        (7, 46, Fault.UNKNOWN_CHOICE, {"key": "gate", "value": "opptak", "choices": "start, recording"}),
        (10, 3, Fault.UNKNOWN_RULE_NEAR, {"rule": "double_barreled", "nearest": "double-barrelled"}),
        (11, 3, Fault.UNKNOWN_RULE, {"rule": "vanskelig"}),
        (18, 20, Fault.UNKNOWN_RULE_NEAR, {"rule": "leding", "nearest": "leading"}),
    ],
    "unknown-ids": [
        (20, 20, Fault.UNKNOWN_CONCEPT, {"name": "expectations"}),
        (22, 24, Fault.UNKNOWN_LEAN, {"id": "first day"}),
        (24, 18, Fault.UNKNOWN_TARGET_NEAR, {"id": "BB.", "nearest": "Bb"}),
        (27, 19, Fault.UNKNOWN_CONCEPT_NEAR, {"name": "informal learnng", "nearest": "informal learning"}),
        (29, 19, Fault.UNKNOWN_LEAN_NEAR, {"id": "Ba1", "nearest": "Ba"}),
        (31, 13, Fault.UNKNOWN_TARGET, {"id": "D", "ids": "A, B, Ba, Bb, C"}),
    ],
    "unserved": [
        (5, 3, Fault.UNSERVED, {"id": "B"}),
        (10, 7, Fault.UNSERVED_PART, {"id": "Cb", "owner": "C"}),
    ],
    "utf-16": [
        (1, 1, Fault.UTF16, {}),
    ],
    "value-on-key-line": [
        (7, 7, Fault.INDENTATION, {}),
        (12, 11, Fault.INDENTATION, {}),
        (16, 18, Fault.NOT_MINUTES, {"value": "ti"}),
    ],
    "windows-path": [
        (11, 20, Fault.BACKSLASH, {}),
        (12, 9, Fault.UNKNOWN_KEY_NEAR, {"key": "optonal", "nearest": "optional"}),
    ],
    "wrong-indentation": [
        (11, 9, Fault.UNKNOWN_KEY_NEAR, {"key": "shrt", "nearest": "short"}),
        (12, 8, Fault.INDENTATION, {}),
    ],
    "wrong-types": [
        (1, 8, Fault.WANTED_TEXT, {"key": "title"}),
        (3, 10, Fault.NOT_MINUTES, {"value": "en time"}),
        (6, 6, Fault.WANTED_TEXT_OR_KEYS, {"key": "B"}),
        (7, 11, Fault.WANTED_KEYS, {"key": "concepts"}),
        (8, 10, Fault.WANTED_LIST, {"key": "opening"}),
        (15, 19, Fault.NOT_YES_OR_NO, {"key": "optional", "value": "kanskje"}),
        (16, 14, Fault.WANTED_TEXT, {"key": "ask"}),
        (18, 18, Fault.NOT_MINUTES, {"value": "2-3"}),
        (19, 17, Fault.WANTED_LIST, {"key": "probes"}),
        (20, 9, Fault.WANTED_TEXT_OR_KEYS, {"key": "questions"}),
        (23, 16, Fault.WANTED_LIST, {"key": "questions"}),
        (24, 5, Fault.WANTED_KEYS, {"key": "sections"}),
        (27, 12, Fault.WANTED_TEXT, {"key": "short"}),
    ],
}
