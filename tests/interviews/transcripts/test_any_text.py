"""Whatever somebody has in a file: the program does not fall, and no word is lost in silence."""

from hypothesis import given
from hypothesis import strategies as st

from interviews.transcripts.matching import QuestionMatcher
from interviews.transcripts.reading import read_transcript
from interviews.transcripts.turns import Unread, count_words

PIECES = st.sampled_from(
    (
        "WEBVTT", "NOTE x", "00:00:01.000 --> 00:00:02.000", "00:01,5 --> 1:2", "1", "2019", "", "Kari: Hei du.",
        "I3: Ja.", "I: Hva da?", "Kari 0:07", "[00:00:05] Ola: nei", "#00:00:05-0# I: hei", "ja #00:00:09-1#",
        "<v Kari>hei</v>", "<v Ola", "a < b > c", "{S: ler}", "{\\an8}", "&amp;amp;", "Det er to ting: en og to",
        "\tx\ty", "12.5\t13.5\tord", '<p><a name="ts_1_2_S00">S00: u<b>k</b>lart</a></p>', "**I:** hei", "- ja",
        '{"text": "hei", "start": 1}', "\f1/2", "  2  Kari: hei", "<html>", '"', "]]>", "\u2028", "10:15", "I", "D1",
    )
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=14).map("\n".join)


@given(TEXTS)
def test_any_text_is_read_or_refused_and_its_words_are_counted(text: str) -> None:
    try:
        transcript = read_transcript(text.encode("utf-8", "surrogatepass"), "f.txt")
    except Unread:
        return
    if transcript.layout not in ("json", "noscribe", "html"):  # where mark-up is not talk, words are not the file's
        assert transcript.missing == 0, transcript
    assert all(turn.text.strip() for turn in transcript.turns)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read_transcript(data, "f.vtt")
    except Unread:
        return


SPOKEN = st.lists(
    st.text("abcæøå <>&{}.,?!:0123456789-'", min_size=1, max_size=40).filter(lambda text: count_words(text) > 0),
    max_size=8,
)


@given(SPOKEN)
def test_what_is_said_in_captions_comes_out_as_it_went_in(said: list[str]) -> None:
    cues = [
        f"{number}\n00:00:{number:02},000 --> 00:00:{number + 1:02},000\n{' '.join(text.split())}\n"
        for number, text in enumerate(said, 1)
    ]
    try:
        transcript = read_transcript("\n".join(cues).encode(), "f.srt")
    except Unread:
        assert all(text.rstrip().endswith(":") for text in said)  # nothing, or nothing but names
        return
    assert transcript.missing == 0
    assert transcript.words_out + transcript.words_apart == transcript.words_in


@given(st.lists(st.text(max_size=60), max_size=6), st.lists(st.text(max_size=200), max_size=8))
def test_a_matcher_answers_for_any_words(asked: list[str], said: list[str]) -> None:
    matcher = QuestionMatcher({f"A{number}": (text,) for number, text in enumerate(asked)})
    found = matcher.match(said)
    assert len(found) == len(said)
    assert all(0 <= one.score <= 1 and (one.question in {"", *(f"A{n}" for n in range(len(asked)))}) for one in found)
