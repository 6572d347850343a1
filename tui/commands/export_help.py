"""Help of the exports for other programs, a page each: ``export marks --help``."""

from tui.translator import N_

_PAGES: dict[str, str] = {
    "marks": N_("""intervjuguide export marks --participant I3 --as FORM [-o FILE] [--study DIR]

Questions, notes and bookmarks beside the recording, one file a recording, with
times in that file; what is not to be transcribed is a tier of its own.
  express-scribe  text with [hh:mm:ss]        f4         RTF with #hh:mm:ss-d#
  nvivo           rows to import              audacity   labels
  vtt, srt        subtitles                   otr        oTranscribe
  eaf             ELAN                        textgrid   Praat
  chapters        for ffmpeg                  taguette   VTT for Taguette
--rec 2 means the second recording alone. Without -o the file lies in the study.
What was marked while nothing was recorded stands at the nearest moment that
was, with how far off it really was. What a format cannot hold is said.

--into FILE puts chapters into a copy of an .m4a, .mp3, .opus or .mka, with
ffmpeg where it is installed, and reads them back. The recording stays as it is.
Did the file begin otherwise than was marked? align I3 --note 12 --at 12:03.4.
--wav FILE takes along the marks of the recorder's own button.
--with-marks takes what scan found, too; --anyway although a log is unreadable.

  intervjuguide export marks --participant I3 --as vtt
  intervjuguide export marks --participant I3 --into opptak.m4a"""),
    "coded": N_("""intervjuguide export coded --for PROGRAM [--participant I3] [-o FILE OR DIR]

Notes as text that arrives coded with the questions they are about; notes,
quotations, follow-ups and bookmarks each apart. A file an interview.
  nvivo      Word: research question, question, kind as headings 1, 2, 3
  maxqda     one RTF for Import, structured documents (#TEXT, #CODE)
  atlas      @B7: before each paragraph, for focus group coding
  qualcoder  [B7; B; note] before each line, for Mark speakers, [Name]
  taguette   a page an interview, and codebook.csv
Without -o they lie in the study, in coded-PROGRAM/ (maxqda: coded-maxqda.rtf).
Names of codes are the same in every interview and stay when a question gets
another wording. Without --participant every interview that counts is taken.

Where the words themselves would break a rule of the program they stay as they
are, and the line is named. --with-marks takes what scan found, too.

  intervjuguide export coded --for nvivo -o to-nvivo"""),
    "qdpx": N_("""intervjuguide export qdpx [--profile standard|qualcoder] [--participant I3]

The study as a REFI-QDA project: a text an interview, each note coded with its
questions, its kind and its tags, a case a participant. NVivo, MAXQDA, ATLAS.ti
and QualCoder open it as a new project. --profile qualcoder also ties cases to
their texts in the one way that QualCoder reads.
A second export is the same project again. export qdc writes the codebook alone.
--with-marks takes what scan found, too; --anyway although a log is unreadable.

  intervjuguide export qdpx -o study.qdpx
  intervjuguide export qdc -o study.qdc"""),
    "tables": N_("""intervjuguide export tables --as csv|json|parquet|xlsx [--participant I3]

Interviews, questions, notes and events as tables, with the same columns in all
exports. xlsx is one workbook, the others a file a table in a folder (tables/).
docs/queries.md has queries for DuckDB, polars, pandas and Spark: coverage over
all interviews, minutes per research question, open follow-ups.
parquet and xlsx need: pip install 'intervjuguide[tables]'
--with-marks takes what scan found, too; --anyway although a log is unreadable.

  intervjuguide export tables --as csv
  intervjuguide export tables --as xlsx -o study.xlsx"""),
}
EXPORT_HELP = {**_PAGES, "qdc": _PAGES["qdpx"]}
"""By the export's name."""
