"""Help of the exports for other programs, a page each: ``export marks --help``."""

from tui.translator import N_

EXPORT_HELP: dict[str, str] = {
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
align finds the shift where the file began otherwise than was marked.
--with-marks takes what scan found, too; --anyway also while a log is unreadable.

  intervjuguide export marks --participant I3 --as vtt
  intervjuguide export marks --participant I3 --into opptak.m4a"""),
}
"""By the export's name."""
