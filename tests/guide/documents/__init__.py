"""Interview guides as people write them, and what a careful reader makes of each.

Every expectation was written down before the importer had seen its document, most of them before there was one.

The studies and the people are invented; the layouts are not. ``.md`` and ``.txt`` lie here as files, ``.docx`` is built
by the ``word_*`` modules, so that a reviewer can read what is in them. ``expected/NAME.yaml`` says how the document is
read by somebody who knows interviews, and nothing of how a program could read it:

- ``title``, ``problem``, ``minutes``, ``language``; ``…_or`` lists other right readings, null where none is right too.
- ``research_questions``: ``text`` verbatim, ``id`` where the document has one. ``single`` says that there is only one,
  which may be the problem statement, the research question, or both.
- ``sections`` with ``title`` (any will do when it is missing), ``serves`` (ids or texts of research questions; missing
  when nobody can say), ``questions``. ``closing`` holds the questions that end the interview.
- a question is its wording, verbatim without number, bullet, quotation marks and notes in brackets. ``ask_or`` are
  other right wordings; ``split`` the questions that it may be divided into; ``or_main`` and ``or_probe`` other right
  levels; ``if`` when a probe applies; ``keywords`` reminders that may become probes, things to listen for or a remark;
  ``note`` what is said to the interviewer and never to the informant.
- ``opening`` and ``after``: sentences that must stand in the opening or the debriefing, divided in whatever way.
- ``maybe``: lines that one careful reader takes for questions and another for headings. ``left_out``: lines which must
  not be said to anybody, such as page numbers, names and dates.

``scoring.score`` holds a guide against such an expectation and counts what is right, facet by facet.
"""
