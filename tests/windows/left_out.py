"""What is not run on Windows, with its reason: folders, files, or tests by how their names begin.

A test that needs a pseudo-terminal says so itself (``tests/terminal.py``).
"""

MODES = "modes are POSIX's; the lists that Windows has instead: tests/windows/test_system.py"
OPEN = "Windows lets nobody replace or delete an open log: tests/windows/test_log.py"
PIPES = "a pipe or a socket cannot have the name of a file there"
LINKS = "links are an administrator's there"
RESCUED = "tests/interviews/test_rescued.py::"
SAVE = "tests/interviews/test_save.py::"
LIMITS = "Linux's own limits put the fault in"
LIBRARY = "cryptography asks for bcryptprimitives.dll, which wine 8 lacks"
SHELL = "a POSIX shell closes the ends of a pipe"

LEFT_OUT = {
    "tests/bench": "measures with Linux's own clocks and limits",
    "tests/browser": "a browser is tried on Linux",
    "tests/faults": "mounts, limits and signals are Linux's; the kills: tests/windows/test_log.py",
    "tests/hour": "is held in a pseudo-terminal",
    "tests/interviews/locked": LIBRARY,
    "tests/tui/test_lock.py": LIBRARY,
    "tests/tui/test_locked_alike.py": LIBRARY,
    "tests/test_locked_hour.py": LIBRARY,
    "tests/test_imports.py::test_guide_and_interviews_import_without_textual": LIBRARY,
    "tests/test_odd_files.py": PIPES,
    "tests/test_terminal.py": "is about pseudo-terminals",
    "tests/test_imports.py::test_what_only_reads_a_guide_asks_nothing": "a reader opens files as Windows wants it",
    "tests/test_imports.py::test_what_reads_an_interview_keeps_its_memory": "the module that it looks for is POSIX's",
    "tests/test_no_network.py::test_no_socket_in_what_is_started": "this Python is told of no sitecustomize",
    "tests/test_promises.py::test_the_owner_alone_can_read": MODES,
    "tests/interviews/test_whereabouts.py": "is about how Linux tells of disks",
    "tests/interviews/test_codes.py::test_no_interview_is_held_up[pipe]": PIPES,
    "tests/interviews/test_copies.py::test_every_copy_is_named": "in a case-blind folder one of them is the log itself",
    "tests/interviews/test_copies.py::test_a_name_with_odd_signs": "its shells quote otherwise: tests/windows",
    "tests/interviews/test_copies.py::test_odd_files_hinder_nothing": PIPES,
    "tests/interviews/test_revisions.py::test_a_link_to_a_guide_elsewhere_stays_a_link": LINKS,
    "tests/interviews/test_rewrite.py::test_a_link_stays_one": LINKS,
    "tests/interviews/test_rewrite.py::test_who_waited_for_the_lock_goes_on_in_the_new_file": OPEN,
    "tests/interviews/test_backup.py::test_a_copy_whose_folder_was_made_a_link": LINKS,
    "tests/interviews/test_traces.py::test_folders_of_the_study_that_are_links": LINKS,
    "tests/interviews/test_unfinished.py::test_a_folder_of_that_name_that_no_job_made_is_left_alone[link]": LINKS,
    "tests/tui/test_cli.py::test_new_leaves_the_permissions_of_a_folder": MODES,
    "tests/tui/test_copies_told.py::test_no_report_is_written_over_while_a_log_cannot_be_read[_pipe]": PIPES,
    "tests/tui/test_export_dataplan.py::test_files_that_others_may_read": MODES,
    "tests/tui/test_export_method.py::test_nobodys_own_work_is_overwritten[link]": LINKS,
    "tests/tui/test_forget.py::test_what_lies_elsewhere_goes_too": LINKS,
    "tests/tui/test_forget.py::test_what_may_be_somebody_s_own": LINKS,
    "tests/tui/test_half_made.py::test_what_somebody_wrote_is_never_begun_again": LINKS,
    "tests/tui/test_report_html.py::test_an_empty_file_is_nothing_and_a_link": LINKS,
    "tests/tui/test_report_html.py::test_where_it_cannot_be_written": PIPES,
    "tests/tui/test_where.py::test_programs_get_the_same": MODES,
    "tests/tui/test_driver.py::test_the_end_of_standard_input_ends_the_program": "a console has no end",
    "tests/tui/test_new_from.py::test_a_reader_who_goes_away": SHELL,
    "tests/tui/test_stdin_closed.py": SHELL,
    "tests/interviews/test_disk_trouble.py::test_a_write_that_the_kernel_stops_is_cut_back": LIMITS,
    "tests/interviews/test_log.py::test_file_and_folder_are_their_owners_alone_whatever_the_umask": MODES,
    "tests/interviews/test_log.py::test_a_log_that_was_copied_in_openly_is_closed_to_others": MODES,
    f"{RESCUED}test_what_is_another_is_left_alone_and_all_is_written_beside_it[put_a_link": LINKS,
    "tests/interviews/test_save.py::test_every_folder_that_is_made_is_made_durable": MODES,
    "tests/interviews/test_save.py::test_what_version_0_1_left": "version 0.1 did not run there",
    f"{SAVE}test_what_another_window_is_writing_and_what_is_not_ours_stays": LINKS,
    "tests/interviews/test_save.py::test_no_picture_of_the_memory_reaches_a_disk": LIMITS,
    f"{SAVE}test_what_a_kill_left_is_gone_with_the_next_file_in_that_folder[nameless-link]": "no link is made there",
}
