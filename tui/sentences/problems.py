"""What is wrong in a file, by its problem's code.

And why the system did not do something, in our own words: its own are in its own language.
"""

from guide.files import Cause
from guide.problems import Fault
from tui.sentences import N_, NN_

PROBLEMS: dict[str, str] = {
    # keys that the settings give
    "key_near_action": N_("{file}: keys: there is no action {action}. Did you mean {other}?"),
    "key_no_action": N_("{file}: keys: there is no action {action}. The manual lists them where it tells of settings."),
    "key_form": N_("{file}: keys: {action}: write an action, a colon and a key, as undo: ctrl+g."),
    "key_none": N_("{file}: keys: {action} has no key. Write one behind its colon, as ctrl+g, or take the line out."),
    "key_sent_alike": N_(
        "{file}: keys: {action}: a terminal sends {key} as {other}. Take F2 to F12, or Ctrl with another letter."
    ),
    "key_unsent": N_(
        "{file}: keys: {action}: not every terminal sends {key}. Take F2 to F12, or Ctrl with a letter, as ctrl+g."
    ),
    "key_is_text": N_("{file}: keys: {action}: {key} is text there. Take F2 to F12, or Ctrl with a letter, as ctrl+g."),
    "key_of_the_line": N_(
        "{file}: keys: {action}: {key} has a meaning of its own wherever one writes. Take F2 to F12, or Ctrl with another letter."
    ),
    "key_of_the_screen": N_(
        "{file}: keys: {action}: {key} has a meaning of its own on that screen. Take F2 to F12, or Ctrl with another letter."
    ),
    "key_taken": N_("{file}: keys: {action}: {other} has {key}. Take another key, or give {other} another one."),
    # the file itself, and its YAML
    Fault.NOT_FOUND: N_("There is no such file. Check its name and folder."),
    Fault.IS_FOLDER: N_("This is a folder. Name the guide file."),
    Fault.IS_ODD: N_("This is a pipe, a device or a socket, not an ordinary file."),
    Fault.UNREADABLE: N_("The file cannot be read: {reason}."),
    Fault.TOO_BIG: N_("The file is larger than {limit}. A guide is much smaller: is it the right file?"),
    Fault.NOT_UTF8: N_("A character here is not UTF-8. Save the file again with the encoding UTF-8."),
    Fault.UTF16: N_(
        "The file is saved as UTF-16 (some programs call it “Unicode”). Save it again with the encoding UTF-8."
    ),
    Fault.NOTHING_WRITTEN: N_("There is nothing in the file. Begin with title: and sections:."),
    Fault.BAD_CHARACTER: N_("There is an invisible control character here ({character}). Delete it."),
    Fault.HARD_SPACE: N_(
        "There is a non-breaking space here, as may come along from Word. Replace it with an ordinary space."
    ),
    Fault.TAB: N_("The line is indented with a tab. Use spaces instead."),
    Fault.COLON: N_(
        "A colon and a space inside a text. Put the whole text in quotation marks. If it is no text, mend the indentation."
    ),
    Fault.OPEN_QUOTE: N_("The quotation mark that opens here is never closed. Put the same sign where the text ends."),
    Fault.AFTER_QUOTE: N_(
        "The text ends at {quote}, but there is more after it. Put {other} around the whole text, what is quoted included."
    ),
    Fault.BACKSLASH: N_(
        "A backslash (\\) has a meaning of its own in double quotation marks. Use single ones (') or write \\\\."
    ),
    Fault.OPEN_BRACKET: N_(
        "What begins here with {bracket} lacks {closing} at its end, or a comma. If it is a text, put it in quotation marks."
    ),
    Fault.BAD_START: N_("A text cannot begin with {character}. Put it in quotation marks."),
    Fault.NO_SPACE: N_("“{key}:” needs a space after the colon."),
    Fault.INDENTATION: N_(
        "The line does not fit those above. Indent it like those it belongs with, and look for a forgotten colon."
    ),
    Fault.BROKEN: N_("This cannot be read as YAML ({detail}). Look at indentation, colons and quotation marks here."),
    Fault.SECOND_DOCUMENT: N_(
        "Another guide begins here (---), and a file holds only one. Delete the line, or move what follows to a file of its own."
    ),
    Fault.TAG: N_(
        "“{tag}” cannot stand before anything in a guide. Delete it. If it is text, put the whole text in quotation marks."
    ),
    Fault.UNKNOWN_ALIAS: N_(
        "*{name} refers to something that is not marked &{name} further up. If it is text, put it in quotation marks."
    ),
    Fault.ALIAS_IN_ITSELF: N_("*{name} stands inside what is called &{name}. Nothing can contain itself."),
    Fault.TOO_LARGE: N_(
        "The references (words with * before them) make the guide far too large. Write out what belongs here."
    ),
    Fault.TOO_DEEP: N_("Too many levels inside each other. A guide has only a few: take out brackets or indentation."),
    Fault.KEY_NOT_TEXT: N_(
        "What stands before the colon must be a text. If it begins with [ or {{, put it in quotation marks."
    ),
    Fault.DUPLICATE_KEY: N_(
        "“{key}:” stands on line {first_line} as well. Keep only one. A new item of a list begins with -."
    ),
    # the guide
    Fault.NOT_A_GUIDE: N_(
        "This is not a guide. Begin with title: and sections:, and put the questions under questions:."
    ),
    Fault.WANTED_TEXT: N_(
        "“{key}” must be one text, not a list or several keys. If it begins with [ or {{, put it in quotation marks."
    ),
    Fault.WANTED_TEXT_OR_LIST: N_("“{key}” must be a text or a list of texts, not several keys."),
    Fault.WANTED_LIST: N_(
        "“{key}” must be a list. Put each item on a line of its own, with a hyphen and a space (“- ”) before it."
    ),
    Fault.WANTED_KEYS: N_(
        "Under “{key}” a bare text or list is not enough. Write a word with a colon after it, such as “{example}”."
    ),
    Fault.WANTED_TEXT_OR_KEYS: N_(
        "Under “{key}” there cannot be a list here. Write one text. If it begins with [, put it in quotation marks."
    ),
    Fault.UNKNOWN_KEY: N_("A guide knows no “{key}:” here. Take it out, or write one of these: {keys}."),
    Fault.UNKNOWN_KEY_NEAR: N_("A guide knows no “{key}:” here. Did you mean “{nearest}:”?"),
    Fault.COLON_IN_TEXT: N_(
        "“{key}:” is read as a key. If it is a sentence with a colon, put the whole sentence in quotation marks."
    ),
    Fault.MISSING_KEY: N_("“{key}:” is missing here. Add it, or take the whole item out."),
    Fault.NO_TITLE: N_("The guide has no title. Write title: and the name of the study at the top."),
    Fault.EMPTY_TEXT: N_("There is nothing after “{key}:”. Write something there, or take it out."),
    Fault.EMPTY_CONCEPT: N_("The concept “{name}” has no explanation. Write a short:, or take it out."),
    Fault.EMPTY_WORDING: N_("The question has no wording. Write what to ask, or take the line out."),
    Fault.EMPTY_ITEM: N_("An empty item under “{key}”. Write it, or take the line out."),
    Fault.LONG_SHORT: N_("The label (short) has {length} characters, and there is room for {limit}. Shorten it."),
    Fault.NOT_YES_OR_NO: N_("“{key}” cannot be “{value}”. Write yes or no."),
    Fault.NOT_MINUTES: N_("“{value}” is not a number of minutes. Write a number above zero, such as 4 or 4.5."),
    Fault.NOT_A_DATE: N_("“{key}” cannot be “{value}”. Write a date, such as 2027-01-31 or 31.1.2027."),
    Fault.NOT_A_COUNT: N_(
        "“{key}” cannot be “{value}”. Write a whole number from 1, such as 1 or 2, or take the line away."
    ),
    Fault.UNKNOWN_CHOICE: N_("“{key}” cannot be “{value}”. Write {choices}."),
    Fault.NOT_ANONYMOUS: N_(
        "“{key}” and anonymous: yes cannot stand together: an anonymous study has notes alone, no recording and no key that links codes to names. Take one of them out."
    ),
    Fault.UNKNOWN_LANGUAGE: N_(
        "Unknown language “{value}”. The screen will be in English. Known: nb, nn, no, en; in part: sv, da, de."
    ),
    Fault.COMMA_LIST: N_("“{value}” is one text. If they are several, write {key}: {right}"),
    Fault.UNKNOWN_RULE: N_("There is no advice called “{rule}”. Write one of these: {rules}."),
    Fault.UNKNOWN_RULE_NEAR: N_("There is no advice called “{rule}”. Did you mean “{nearest}”?"),
    Fault.ID_FORM: N_("“{id}” cannot be an id. Use 1 to 8 letters, digits, full stops and _, without spaces."),
    Fault.ID_START: N_("“{id}” cannot be a question's id. Begin with a letter, or use a full stop, as in 1.1."),
    Fault.ID_RESERVED: N_(
        "“{id}” is reserved: -x means that the informant would rather not answer. Choose another id."
    ),
    Fault.NO_TARGETS: N_(
        "The guide has no research questions, so there is no “{id}”. Write them under research_questions:, or take serves: out."
    ),
    Fault.ID_TAKEN: N_(
        "The id {id} is used on line {first_line}. Capitals and small letters count as the same. Choose another."
    ),
    Fault.ID_TAKEN_BY_AUTOMATIC: N_(
        "The question on line {first_line} gets the id {id} by itself. Choose another here, or give that one its own."
    ),
    Fault.AUTOMATIC_ID_TAKEN: N_(
        "The question would get the id {id}, but that is used on line {first_line}. Write an id: here."
    ),
    Fault.AUTOMATIC_ID_FORM: N_(
        "The question would get the id {id}, which cannot be an id. Write an id: here of at most 8 characters."
    ),
    Fault.UNKNOWN_TARGET: N_("There is no research question “{id}”. Those there are: {ids}."),
    Fault.UNKNOWN_TARGET_NEAR: N_("There is no research question “{id}”. Did you mean “{nearest}”?"),
    Fault.UNKNOWN_LEAN: N_(
        "The question leans on “{id}” (leans_on), which does not exist. Write the id of a question or research question, such as A1."
    ),
    Fault.UNKNOWN_LEAN_NEAR: N_(
        "The question leans on “{id}” (leans_on), which does not exist. Did you mean “{nearest}”?"
    ),
    Fault.UNKNOWN_CONCEPT: N_(
        "The concept “{name}” is not among the guide's concepts:. Add it there, or take it out here."
    ),
    Fault.UNKNOWN_CONCEPT_NEAR: N_(
        "The concept “{name}” is not among the guide's concepts:. Did you mean “{nearest}”?"
    ),
    Fault.CIRCULAR: N_(
        "The questions lean on each other in a circle: {path}. Take out one of the ids under leans_on:."
    ),
    Fault.NO_QUESTIONS: N_("The guide has no questions. Write them under sections:, in questions:."),
    Fault.TOO_MANY_QUESTIONS: N_(
        "There are more than {limit} questions, and no guide has room for so many: take out those from here on."
    ),
    Fault.UNSERVED: N_("No question serves research question {id}. Write serves: {id} where it belongs."),
    Fault.UNSERVED_PART: N_(
        "No question serves {id}, a part of research question {owner}. Write serves: {id} where it belongs."
    ),
    Fault.CLOSING_IGNORED: N_(
        "“{key}” has no effect in the closing: all there is asked and serves no research question. Take it out."
    ),
    Fault.MORE: NN_(
        "And 1 more fault from here on. Mend those above first: it may then be gone.",
        "And {count} more faults from here on. Mend those above first: many of these will then be gone.",
    ),
    "guide_id_is_command": N_(
        "The id “{id}” is also a command: /{word} does what the command does. Give it another id, or find it with “/ {word}”."
    ),
    # what an informant to practise on says
    "informant_too_big": N_("The file is larger than {limit}; that is no informant."),
    "informant_unknown_heading": N_(
        "“[{heading}]” is no heading here. Write a question's id, opening, concept, follow-up, closing or otherwise."
    ),
    "informant_unknown_heading_near": N_("“[{heading}]” is no heading here. Did you mean “{nearest}”?"),
    "informant_unknown_when_near": N_("“{word}” cannot stand after {id}. Did you mean “{nearest}”?"),
    "informant_unknown_concept_near": N_("“{name}” is no concept of the guide. Did you mean “{nearest}”?"),
    "informant_unknown_covers_near": N_("“{id}” is no question of the guide. Did you mean “{nearest}”?"),
    "informant_unknown_when": N_("“{word}” cannot stand after {id}; again, clarified, probe and covers can."),
    "informant_no_probes": N_("{id} has no probes in the guide."),
    "informant_unknown_probe": N_("{id} has no probe “{probe}”; the guide has {count}."),
    "informant_unknown_concept": N_("“{name}” is no concept of the guide. Its concepts: {names}."),
    "informant_unknown_covers": N_("“{id}” is no question of the guide. Its questions: {ids}."),
    "informant_covers_nothing": N_("After covers in “[{heading}]” there must be at least one question."),
    "informant_open_bracket": N_("The heading lacks its “]” on the same line."),
    "informant_words_after_heading": N_("The words must stand on the line below “[{heading}]”."),
    "informant_words_before_heading": N_(
        "The words here stand before the first heading, so nobody knows when to say them."
    ),
    "informant_heading_again": N_("“[{heading}]” stands on line {first_line} already."),
    "informant_no_answers": N_(
        "There is no answer in the file: write for instance [A1] and the answer on the line below."
    ),
    "informant_unknown_key": N_("An informant knows no “{key}:” here. Take it out, or write one of these: {keys}."),
    "informant_without_answers": N_(
        "There is no answer in the file: write for instance A1: and what is said under answers:."
    ),
    "informant_nothing_to_say": N_(
        "The informant has nothing to say to {ids}. Write answers, or otherwise: for all that is missing."
    ),
    "informant_not_one": N_(
        "This is no informant. Begin with answers:, and below it a question's id and what is said."
    ),
    "informant_opening_not_said": N_(
        "“{words}” does not stand in the answer. An opening is words of the answer itself, as they are written there."
    ),
    "informant_more": N_("… and {count} more."),
    "informant_no_words": N_("There are no words below “[{heading}]”."),
    "informant_silent": N_(
        "The informant has nothing to say to {ids}. Write answers, or [otherwise] for all that is missing."
    ),
}


CAUSES = {
    "odd": N_("it is no ordinary file"),
    "no_key": N_("there is no key in it"),
    "ENOENT": N_("there is no such file"),
    "EACCES": N_("you have no right to"),
    "EPERM": N_("you have no right to"),
    "EISDIR": N_("it is a folder"),
    "ENOTDIR": N_("a file stands where a folder should be"),
    "EEXIST": N_("there is something of that name already"),
    "ENOTEMPTY": N_("the folder is not empty"),
    "ENOSPC": N_("the disk is full"),
    "EDQUOT": N_("there is no room left for you on this disk"),
    "EFBIG": N_("it would be too large for this disk"),
    "EROFS": N_("nothing can be written on this disk"),
    "EIO": N_("the disk does not answer as it should"),
    "ENODEV": N_("the drive is gone"),
    "ENXIO": N_("the drive is gone"),
    "ESTALE": N_("the drive is gone"),
    "ENOTCONN": N_("the drive is gone"),
    "ESHUTDOWN": N_("the drive is gone"),
    "EHOSTDOWN": N_("the drive does not answer"),
    "ETIMEDOUT": N_("the drive does not answer"),
    "EBUSY": N_("it is in use"),
    "ETXTBSY": N_("it is in use"),
    "ENAMETOOLONG": N_("the name is too long"),
    "EINVAL": N_("the disk does not take that"),
    "ELOOP": N_("its links lead in a circle"),
    "EMFILE": N_("too many files are open"),
    "ENFILE": N_("too many files are open"),
    "ENOMEM": N_("there is not enough memory"),
    "EXDEV": N_("it lies on another disk"),
}
"""By the name of the system's error; what is not here is said in the system's words."""


def sentence_of_cause(cause: Cause) -> str:
    """The English sentence for why something failed."""
    return CAUSES.get(cause.name, str(cause))
