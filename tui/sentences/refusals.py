"""Why something was not done, by the refusal's code."""

from tui.sentences import N_, NN_

REFUSALS: dict[str, str] = {
    # a line that changes nothing
    "stopped_next": N_(
        "The informant wished to stop: no next one is asked. By id or search a question is asked all the same."
    ),
    "nothing_next": N_("No questions left. /end closes."),
    "nothing_in_hand": N_("No question has been asked yet: say which, as in +A1."),
    "ago_afterwards": N_("No clock runs here: write when it was before the note, as in 12:30 words."),
    "time_at_the_table": N_("During the interview every note has its own time."),
    "time_is_a_notes": N_("A time stands before a note, as in 12:30 words."),
    "recorder_afterwards": N_("The interview is entered afterwards: the recorder can't be marked now."),
    "anonymous_unrecorded": N_(
        "The study is anonymous: notes only, for a voice tells who somebody is (anonymous: yes)."
    ),
    "pause_afterwards": N_("The interview is entered afterwards: there is no time to pause."),
    "correct_which": N_("Say which question, as in +A1."),
    "not_later": N_("Afterwards you can correct with + - -x /positive /negative /probes. ? shows all."),
    "unknown_question": N_("There is no question {id}."),
    "research_question_named": N_("{id} is a research question: name interview questions."),
    "empty_reflexive": N_("Write the reflexive note after /{word}, on the same line."),
    "empty_note": N_("The note has no words."),
    "unchanged_note": N_("The note is unchanged."),
    "unchanged_time": N_("The note has that time already."),
    "empty_quote": N_('Write the words after ".'),
    "empty_said": N_("Write the informant's words after !\"."),
    "empty_topic": N_("Write the topic after >."),
    "empty_follow_up": N_("Write what is to be followed up after !."),
    "no_such_note": N_("Number {seq} is no note, and no reason."),
    "not_corrected": N_("Number {seq} is not corrected."),
    "words_before_gone": N_(
        "What stood there before is deleted (the project has ended), so this cannot be undone. Correct it instead."
    ),
    "left_out_already": N_("The words of {seq} were taken out already."),
    "no_note": N_("There is no note yet."),
    "already_follow_up": N_("That is follow-up {number} already."),
    "unknown_follow_up": N_("There is no follow-up {number}."),
    "follow_up_closed": N_("Follow-up {number} is closed already."),
    "which_follow_up": N_("Which follow-up? Write /{word} 1."),
    "how_long_ago": N_("How long ago? Write /ago 20s or /ago 2m."),
    "at_when": N_("When? Write /at 12:30, as the times in the conversation."),
    "not_yet": N_("The interview has not come that far."),
    "which_time": N_("Seconds or minutes? Write -30s, -2m or -1:30."),
    "which_depth": N_("The depth (1, 2 or 3; 0 takes off) comes last, as in +a1 3."),
    "nothing_marked": N_("{id} is neither covered nor skipped: nothing to take off."),
    "refusal_stays": N_("That the informant declined {id} stands. Ctrl+Z undoes."),
    "already_linked": N_("The note is about {id} already."),
    "no_tag": N_("“{word}” is no tag: letters and digits, as in #arena."),
    "already_tagged": N_("The note has #{word} already."),
    "nothing_offered": N_("Nothing is offered now."),
    "not_two_sided": N_("{id} does not ask for both sides."),
    "load_numbers": N_("Write six numbers from 0 to 20, as in 8 2 5 4 10 3."),
    "already_stopped": N_("It is marked already that the informant wishes to stop."),
    "no_recording": N_("No file to go on in: /rec begins one."),
    "unknown_recording": N_("There is no recording {number}."),
    "which_shift": N_("By how much? Write /shift -3s, or /shift 2 +4s."),
    "recorder_runs": N_("Recording {number} runs already: /rec stops it."),
    "nothing_recorded": N_("Nothing has been recorded yet."),
    "already_withheld": N_("It is marked already as not to be transcribed: Ctrl+T ends it."),
    "offrecord_how": N_("/offrecord begins now, 90s behind it: 90 s ago; once more, or /offrecord end, ends it."),
    "nothing_follows": N_("No words follow /{word}: write them as a note."),
    "rec_how": N_("/rec alone, or with stop, same (file) or no (the informant declines)."),
    "nothing_paused": N_("No pause is on, and nothing is off the record."),
    "not_off_record": N_("Nothing is off the record now."),
    "take_back_how": N_("Nothing is deleted here: Ctrl+Z on an empty line (or /undo) takes back the last act."),
    "which_point": N_("Which point? Write /tick 1."),
    "unknown_point": N_("There is no point {point} on the card."),
    "no_card": N_("No card is open."),
    "no_number_here": N_("No note: + and an id marks that question covered. Esc closes the card."),
    "no_probes": N_("{id} has no prepared probes."),
    "no_opening": N_("The guide has no opening."),
    "unknown_concept": N_("Unknown concept “{word}”."),
    "no_such_concept": N_("Unknown concept “{word}”. The guide has: {known}"),
    "which_concept": N_("Which concept? {known}"),
    "empty_concept": N_("The guide has no explanation of {name}."),
    "no_concepts": N_("The guide has no concepts."),
    "gate_first": N_("Not ticked: {points}. Enter once more marks recording all the same"),
    "start_gate": N_("Not ticked: {points}. Enter once more asks all the same"),
    "no_recorder_runs": N_("No recorder is marked as running."),
    "recording_declined_already": N_("It is marked already that the informant declines recording."),
    "nothing_to_clear": N_("All of that has been answered."),
    "nothing_to_undo": N_("Nothing to undo."),
    "already_ended": N_("The interview has ended."),
    "empty_search": N_("Write words or an id after /."),
    "nothing_meant": N_("Found neither a command nor a question for “{words}”."),
    "nothing_found": N_("Found no question for “{words}”."),
    "weak_hits": N_("“{words}” finds nothing for sure: choose with ↓, or write something else."),
    "near_command": N_("Did you mean {line}? Enter writes it."),
    "no_bookmarks": N_("No empty bookmarks."),
    "nothing_to_edit": N_("No note to change."),
    "disk_full": N_("The disk is full."),
    "disk_read_only": N_("{file} cannot be written: the folder is read-only."),
    "file_in_use": N_("{file} is open in another program. Close it there, and try again."),
    "disk_error": N_("{file} cannot be written ({reason})."),
    "log_gone": N_("{file} is gone or has been replaced."),
    "log_changed": N_("Another program has written to {file}."),
    "log_exists": N_("{file} is there already."),
    "log_locked": N_("{file} is open in another window. Close it there, and try again."),
    "lock_in_cloud": N_("{file} lies in the cloud alone. Download it first, or it stays readable there."),
    "lock_stray": N_(
        "{file} is a log under another name, and would stay readable. Take over what it has (merge), or delete it, first."
    ),
    "lock_beside": N_(
        "{file} lies beside {own}, and one of the two would be lost. Take over what it has (merge), or move it elsewhere, first."
    ),
    "locked_differs": N_("{file} could not be read back as it was written."),
    "log_headless_file": N_(
        "{file} has no whole first line; begin the interview again: intervjuguide run --participant CODE{in_study}."
    ),
    "log_newer_file": N_("{file} was written by a newer intervjuguide; update the program."),
    "folder_unread": N_("The folder {file} cannot be looked into ({reason})."),
    "locked_no_key_file": N_(
        "{file} cannot be opened: its key is not in keys/, or it is another study's. Fetch keys/ or {file} from a backup, or move {file} elsewhere."
    ),
    # what is wrong in a log
    "log_unreadable": N_("Cannot read the file ({reason})."),
    "log_odd": N_("{file} is a pipe, a device or a socket, not an ordinary file. Move it away."),
    "log_too_big": N_("The file is too big to be an interview log."),
    "locked_no_key": N_(
        "The file is locked, and its key is not in keys/ or is another study's; nothing of it is read."
    ),
    "locked_damaged": N_("The line was changed or damaged after it was locked, and is passed over; the rest is read."),
    "locked_foreign": N_("The line comes from another locked file, and is passed over; the rest is read."),
    "locked_never_sealed": N_("This was put here by somebody without the passphrase: it is not locked, and not read."),
    "locked_replayed": N_("The line stands here once more (first on line {first}); it counts once."),
    "locked_dropped": N_(
        "Before this line, number {number} when it was locked, lines are missing: they were taken out."
    ),
    "locked_swapped": N_("The line was number {number} when it was locked, and is out of its place."),
    "locked_spliced": N_(
        "The line, number {number}, or the one before it comes from another copy of this file. Compare it with a backup."
    ),
    "locked_cut": N_(
        "When the interview ended, or the file was written whole, it had {lines} lines; here are {there}: its end was cut off."
    ),
    "locked_false_end": N_(
        "The file is not as it was when the interview ended, or when it was written whole. Compare it with a backup."
    ),
    "log_damaged": N_("The line is damaged and passed over; the rest is read."),
    "log_other_code": N_("The file's name is not the participant in it ({code}); was it copied?"),
    "last_word_counts": N_(
        "Now the last judgement of a question counts, not the highest. In interviews from before version 0.2.0 this is told otherwise now: {told}."
    ),
    "reflexive_left_out": N_(
        "Reflexive notes are the researcher's own: in interviews from before version 0.2.0 they are not shown now without --with-reflexive, and not counted. Number: {told}."
    ),
    "told_where_wording_is": N_(
        "Coverage now stands where the wording stands, not where the id does. Questions from before version 0.2.0 that are shown in another cell now: {told}."
    ),
    "log_torn": N_("The last line was cut short (a power cut?) and is passed over."),
    "log_headless": N_(
        "Nothing in it can be read, not even the first line: the next interview with this code begins again."
    ),
    "log_no_start": N_("The line stands before the interview's start and is passed over."),
    "log_missing_seq": N_("Before this line seq {seq} is missing: something is gone from the log."),
    "log_doubled": N_("The line stands here once more (seq {seq}, first on line {first}); it counts once."),
    "log_doubled_seq": N_("The line has the same seq ({seq}) as line {first}, but says something else; both are read."),
    "log_swapped": N_("The line with seq {seq} is out of its place; it is read where it belongs."),
    "log_wrong_seq": N_("The line says seq {seq}, which cannot be right; it is read as {place}."),
    "log_second_start": N_(
        "Here the log of another interview begins. It is not read: events after this line: {count}. Put it in a file of its own."
    ),
    "log_lines_joined": N_("The line break is damaged: several events stand on one line. They are read."),
    "log_start_restored": N_("The first line is damaged. The rest is read, with what is left of it."),
    "log_start_study": N_("The first line is damaged or gone. The rest is read, with the guide in {guide}."),
    "log_start_part": N_("The first line is damaged. The rest is read, with the part of the guide that is left in it."),
    "log_start_ids": N_(
        "The first line is damaged or gone, and there is no guide. The rest is read, with only the ids in the log."
    ),
    "log_guide_study": N_("The log's copy of the guide has no questions. The log is read with the guide in {guide}."),
    "log_guide_ids": N_(
        "The log's copy of the guide has no questions, and there is no guide. The log is read with only the ids in it."
    ),
    "log_guide_rules": N_(
        "The log's copy of the guide does not keep all of today's rules; all that can be used is read."
    ),
    "log_not_an_object": N_("The line is no event and is passed over."),
    "log_unknown_type": N_("Unknown event “{type}”; the line is passed over."),
    "log_missing_field": N_("The line lacks “{field}” and is passed over."),
    "log_wrong_value": N_("“{field}” has the wrong kind of value; the line is passed over."),
    "log_newer": N_("Written in a newer format ({format}); update intervjuguide to read it."),
    "log_guide_unreadable": N_("The log's copy of the guide cannot be read."),
    "wording_changed": N_("{id} is worded differently than in {participant}: “{before}”."),
    "questions_moved": N_("Questions have moved since {participant} ({moved}); coverage follows the wording."),
    "question_unplaced": N_(
        "{id} is another question than in {participant} (“{before}”), so what was covered there does not stand at {id} now. If it is the same one, write “id: {id}” at it."
    ),
    "wording_revised": N_("{id} was reworded in revision {revision}; in {participant} the wording was “{before}”."),
    "wordings_revised": N_("The guide has changed since {participant} (revision {revisions}): {changes}."),
    "questions_changed": N_("The guide has changed since {participant}: {changes}."),
    # pilots
    "keep_unreasoned": N_("What is kept ({id}) needs no reason."),
    # refusals
    "not_a_pilot": N_("The guide is judged in a pilot: run --pilot."),
    "not_practice": N_("What is said to the informant is written in practice alone."),
    "empty_utterance": N_("Write after : what you say to the informant."),
    "judge_which": N_("No question has been asked yet: say which, as in =A1."),
    "which_verdict": N_("The verdict is a digit, 1 to 8, then perhaps a reason, 1 to 7: =b5 2 1."),
    "empty_comment": N_("Write the comment after /comment."),
    "verdict_words": N_("After = comes a digit or an id (=b5 21); words go with /comment."),
    "empty_proposal": N_("The proposal has no words."),
    "itself_proposed": N_("{id} cannot stand before, after or with itself."),
    # files that cannot be read or kept
    "job_under_way": N_("Another window is changing the study; wait until it is done, and try again."),
    "job_folder_foreign": N_(
        "{folder} was not made by the program, which needs that name for a while. Move it, and try again."
    ),
    "job_note_damaged": N_("{file} is damaged."),
    "job_not_cleared": N_("something in the folder {folder} cannot be deleted."),
    # when files are read
    "log_rescued": NN_(
        "The continuation of {log}, read as one with it (1 act is only here).",
        "The continuation of {log}, read as one with it ({count} acts are only here).",
    ),
    "log_rescued_alone": N_("{log} is gone; the interview is read from here."),
    "log_rescued_copy": N_("All of this is in {log} too; the file can be deleted."),
    "log_rescued_unmerged": NN_(
        "1 act, seq {seq}, is only here and not counted; the file that was gone on with last counts.",
        "{count} acts, from seq {seq} on, are only here and not counted; the file that was gone on with last counts.",
    ),
    "log_rescued_otherwise": NN_(
        "1 act, seq {seq}, stands otherwise in the file that was gone on with last, which counts.",
        "{count} acts, from seq {seq} on, stand otherwise in the file that was gone on with last, which counts.",
    ),
    # copies, and merging them
    "copy_same": N_("Looks like a copy of {log} and is not read. All that is in it is in {log} too."),
    "copy_more": N_("Looks like a copy of {log} and is not read. Events in it that {log} lacks: {count}."),
    "copy_other": N_(
        "Looks like a log and is not read; it is of another interview than {own}. Events in it: {count}. Call it {log} to have it read."
    ),
    "copy_alone": N_(
        "Looks like a log and is not read; no log has any of it. Events in it: {count}. Call it {log} to have it read."
    ),
    "copy_empty": N_("Looks like a log, but nothing in it can be read."),
    "copy_unread": N_("Looks like a log, but cannot be read now ({reason})."),
    "log_copy": N_("Is a copy of {log} and does not count by itself. All that is in it is in {log} too."),
    "log_copy_more": N_("Is a copy of {log} and does not count by itself. Events in it that {log} lacks: {count}."),
    "log_combined": N_("Counts in {log}, into which it was combined, and not by itself."),
    "log_combined_more": N_(
        "Counts in {log}, into which it was combined, and not by itself. Events that came after that, and are not there: {count}."
    ),
    "code_twice_at_once": N_("{log} and {other} were held at the same time."),
    "code_twice_by": N_("{log} was held by {by} and {other} by {others}."),
    "log_in_cloud": N_("The log lies in the cloud only and cannot be read now. Download it and try again."),
    "folder_unreadable": N_("The folder cannot be read now ({reason}); no interview in it is counted."),
    "folder_gone": N_(
        "The folder is not here, though interviews were held ({names}). Put it back, or open a backup as a study."
    ),
    "merge_other": N_("{file} is of another interview than {log}. Nothing was done."),
    "merge_unread": N_("{file} cannot be read now. Nothing was done."),
    "merge_no_log": N_("{file} is no log of an interview. Nothing was done."),
    "leave_out_rescued_study": N_(
        "{file} has something that {log} lacks: delete that file first, if it is not needed; nothing was changed"
    ),
    "leave_out_damaged": N_(
        "{file}:{line} cannot be read, and may hold the same words: mend or delete that line first; nothing was changed"
    ),
    "leave_out_rescued": N_(
        "{file} has something that {log} lacks: run intervjuguide merge {participant} {file}{in_study} first; nothing was changed"
    ),
    "merge_left_out": N_(
        "in {file} the words of number {seq} were taken out; first run: intervjuguide correct {participant} --note {seq} --leave-out{in_study}"
    ),
    # revisions
    "study_unknown_key": N_("Unknown key “{key}”; it is not used."),
    "study_unknown_key_near": N_("Unknown key “{key}”; it is not used. Did you mean “{near}”?"),
    "revision_unreadable": N_("Cannot be read as YAML; the revision is left out."),
    # what is wrong with revisions
    "revision_no_guide": N_("The guide is missing here (guide:); the revision cannot be compared with anything."),
    "revision_odd": N_("A pipe, a device or a socket, not an ordinary file. Move it away."),
    "revision_not_read": N_("Cannot be read ({reason})."),
    "revision_guide_changed": N_(
        "{file} was changed while you revised. Nothing is written: begin again, your changes are kept."
    ),
    "revision_history_changed": N_(
        "Something in {file}/ was changed while you revised. Nothing is written: begin again, your changes are kept."
    ),
    "revision_not_kept": N_("{file} cannot be written so that it reads back the same. Nothing is written."),
    "revision_locked": N_("Another window is writing in {file}/ right now. Try again."),
    "revision_half_done": N_(
        "The last revision was interrupted before the guide was in place: intervjuguide revise{in_study} finishes it."
    ),
    "revision_finished": N_("The last revision was interrupted. It is in place now: the guide is that of {revision}."),
    "revision_and_hand": N_(
        "The last revision ({revision}) was interrupted, and the guide was changed by hand since. Take what you want from {revision}, then delete {file}."
    ),
    "ids_guide_changed": N_("{file} was changed meanwhile. Nothing is written; try again."),
    # observers
    "observing_already": N_("That is how it stands already."),
    "observing_empty": N_("A note needs words."),
    "observation_other": N_("The observation is of {interview}, but the file is called otherwise."),
    "observation_headless": N_("No whole first line: the next observe of this interview begins again."),
    "observation_headless_file": N_("{file} has no whole first line; move it aside, and observe begins a new one."),
    "observation_no_start": N_("The line stands before the observation's start and is passed over."),
    "observation_alone": N_("There is no interview {interview} that the observation belongs to."),
    "observation_copy": N_("Looks like a copy of {log} and is not read. Events in it that {log} lacks: {count}."),
    # backups, the end of a study, leaving it
    "finish_unread": N_("{file} cannot be read as an interview; see intervjuguide review{in_study}."),
    "finish_damaged": N_("{file}, line {line}, cannot be read. Mend the line or take it out, and try again."),
    "finish_differs": N_("{file} would not tell the same afterwards. Please report that."),
    "backup_inside": N_("{folder} lies in the study itself. Choose a folder on a stick or on another disk."),
    "folder_unreached": N_(
        "The folder {folder} in the study is a link to what is not here now. Connect the disk it lies on, and try again."
    ),
    "backup_differs": N_("{file} does not read back as it was written. Use another stick or disk."),
    "backup_changed": N_("{file} was changed while it was copied. Try again."),
    "forget_changed": N_("something has changed since it was shown."),
    "log_came_back": N_(
        "{log} was not here when somebody left the study. Has it come back from a backup or the cloud, then run intervjuguide forget {code}{in_study}. Has nobody of that code left: add --stays."
    ),
    # importing a guide
    # why it cannot be a guide
    "import_too_big": N_(
        "the file is larger than {limit}; put the guide alone, without pictures, in a document of its own"
    ),
    "import_too_long": N_("the document has more than {limit} lines; put the guide alone in a document of its own"),
    "import_too_many": N_("the document has more than {limit} questions; put the guide alone in a document of its own"),
    "import_too_deep": N_(
        "the document has lists or quotations inside one another, more than {limit} deep; it is hardly an interview guide"
    ),
    "import_long_line": N_("the document has a line of more than {limit} characters; it is hardly an interview guide"),
    "import_too_large_inside": N_(
        "the file is small but very large when unpacked, and so is not opened; save the guide anew in Word"
    ),
    "import_empty": N_("the file is empty"),
    "import_no_words": N_("the document is empty: there is no text in it"),
    "import_locked": N_("the document is locked with a password; save a copy without one"),
    "import_broken_zip": N_("the Word file is damaged; open it in Word and save it anew"),
    "import_no_word": N_("the file is no Word document, though its name says so; save the guide as .docx, .md or .txt"),
    "import_old_word": N_(
        "the file is an old Word document (.doc), or locked with a password; save it as .docx without one"
    ),
    "import_word_inside": N_(
        "the file is packed (like a Word document), though its name ends in {suffix}; give it the ending .docx"
    ),
    "import_scan": N_(
        "the PDF holds pictures of pages and no text, as a scan does; use the file the guide was made in, or have the text recognised first"
    ),
    "import_broken_package": N_("the file is damaged; open it in the program that made it, and save it anew"),
    "import_no_odt": N_("the file is no text document, though it is packed like one; save the guide as .docx or .odt"),
    "import_broken_pdf": N_("the PDF is damaged; save it anew, or use the file the guide was made in"),
    "import_too_many_pages": N_("the PDF has more than {limit} pages; it is hardly an interview guide"),
    "import_rtf": N_("RTF cannot be read; save the guide as .docx"),
    "import_unknown_kind": N_(
        "files of the kind {suffix} cannot be read; save the guide as .docx, .odt, .pdf, .html, .xlsx, .md, .txt or .yaml"
    ),
    "import_no_text": N_("the file is no text; save the guide as .docx, .md or .txt"),
    "import_lacks_documents": N_("reading documents needs something more: pip install 'intervjuguide[documents]'"),
    "import_no_questions": N_("there are no questions in the document; is it the right file?"),
    "import_placeholders": NN_(
        "the document has room for questions, but no question text: 1 place holds only a placeholder; write the questions first",
        "the document has room for questions, but no question text: {count} places hold only a placeholder; write the questions first",
    ),
    "import_transcript": N_(
        "the document looks like a transcript, with {count} answers; a guide has the questions alone"
    ),
    "import_answered": N_(
        "the document answers its questions ({count} of {of}), as an information sheet does; a guide has the questions alone"
    ),
    "import_questionnaire": N_("the document looks like a questionnaire: {count} lines have boxes or a scale to tick"),
    "import_observation": N_(
        "the document is an observation protocol: what it asks is for whoever watches, and nobody is asked; give the interview guide"
    ),
    "import_prose": N_(
        "the questions in the document stand in running text, as in an essay or article; copy the interview questions into a document of their own"
    ),
    "import_not_a_guide": N_(
        "the document does not look like an interview guide: {share} per cent of its words are in questions, the rest is other text; copy the interview questions into a document of their own"
    ),
    "no_such_turn": N_("A turn has a number from 0 up."),
    # transcripts
    "transcript_too_big": N_(
        "{file} is larger than {limit}. No transcript is as long as that; is it the recording, perhaps?"
    ),
    "transcript_empty": N_("{file} is empty."),
    "transcript_no_text": N_(
        "{file} is no text. Save the transcript as .vtt, .srt, .json, .html, .docx, .rtf, .pdf or .txt."
    ),
    "transcript_no_words": N_("{file} looks like {layout}, but there are no words in it."),
    "transcript_unknown": N_(
        "What can be read:\n{known}\n{file}, line {line}: could not tell who speaks, or when: “{text}”."
    ),
    "transcript_stopped": N_(
        "What can be read:\n{known}\n{file} looks most like “{layout}”, and no more from line {line} on: “{text}”."
    ),
    "transcript_json_cut": N_("{file}: the JSON breaks off at line {line}: “{text}”. Export or copy the file anew."),
    "transcript_json_fault": N_("{file}: the JSON cannot be read from line {line} on: “{text}”. Export it anew."),
    "transcript_json_other": N_(
        "{file} is JSON, but no segments that are known are in it: a list of objects with the words in “text”."
    ),
    "transcript_workbook": N_(
        "{file} is a workbook, no transcript. If the talk is in a sheet of it, save that as text with tabs (.txt)."
    ),
    "transcript_presentation": N_("{file} is a presentation, no transcript."),
    "transcript_packed": N_("{file} is a packed folder, no transcript. Unpack it and name the transcript in it."),
    "transcript_called": N_(
        "{file} is called {ending} but is no such file, and as text it is no transcript. Open it in the program it is from and save it anew."
    ),
    "transcript_kept_already": N_(
        "{file} is there already and says something else; it may have been corrected by hand. Move it away first."
    ),
    "transcript_line": N_("no turn; the line was not read"),
    "transcript_word_broken": N_(
        "{file} cannot be read as a Word document. Open it in Word and save it anew as .docx."
    ),
    "transcript_needs_documents": N_(
        "{file}: Word documents are read with python-docx. Install intervjuguide[documents], or save as text."
    ),
    "transcript_pdf": N_("{file}: the words of this PDF could not be read. Save the transcript as Word or text."),
    "transcript_other_kind": N_(
        "{file}: {kind} is not read. Save the transcript as .docx, .rtf, .pdf, .html, .vtt, .srt, .json or .txt."
    ),
}

CHANGES = {
    "ids": NN_("reworded {ids}", "reworded {ids}"),
    "added": NN_("new {ids}", "new {ids}"),
    "dropped": NN_("dropped {ids}", "dropped {ids}"),
    "moved": NN_("moved {ids}", "moved {ids}"),
}
"""What became of a question, or of several, by the fact that names them; other languages inflect what English does not."""

COMMANDS = {
    "log_rescued_unmerged": NN_(
        "Take it over: intervjuguide merge {code} {file}{in_study}",
        "Take them over: intervjuguide merge {code} {file}{in_study}",
    ),
    "copy_more": N_("Take them over: intervjuguide merge {code} {file}{in_study}"),
    "log_copy_more": N_("Take them over: intervjuguide merge {code} {file}{in_study}"),
    "log_combined_more": N_("Combine anew: intervjuguide combine {code} --undo{in_study}"),
    "code_twice_at_once": N_(
        "If it was one interview with two note-takers: intervjuguide combine {log} {other}{in_study}. If it was two participants, one has the wrong code: intervjuguide rename {other} CODE{in_study}"
    ),
    "code_twice_by": N_(
        "If it was two participants, one has the wrong code: intervjuguide rename {other} CODE{in_study}"
    ),
    "copy_other": N_("If it is another participant's: intervjuguide rename {file} CODE{in_study}"),
    "questions_moved": N_("“intervjuguide check --write-ids{in_study}” writes the ids out."),
    "wordings_revised": N_("See “intervjuguide diff {participant}{in_study}”."),
    "questions_changed": N_("See “intervjuguide diff {participant}{in_study}”."),
}
"""Which command does something about what is told of a file, or tells more: it follows the sentence, in no document."""
