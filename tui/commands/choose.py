"""A short list to choose from, shown or by number."""

from collections.abc import Sequence
from shutil import get_terminal_size
from typing import Literal

from guide.frozen import Value
from interviews.core.state import Interview
from interviews.study.folder import LoadedInterview
from tui.commands.common import Choice, Told
from tui.console import ask_anyone, print_out
from tui.settings import Settings
from tui.time_format import format_time
from tui.translator import N_, Translator


class Offer(Value):
    """What can be gone on with: its file's name without suffix, its seconds so far, when its last act was.

    ``whole`` is false where something in its log could not be read. ``undecided`` are the questions without a verdict
    of a pilot that has ended; they are empty where an interview never ended.
    """

    code: str
    seconds: float
    when: str
    whole: bool
    undecided: tuple[str, ...] = ()
    afterwards: bool = False

    @classmethod
    def of(cls, told: LoadedInterview) -> "Offer":
        """What there is to say of an interview to be taken up again."""
        whole = not any(problem.severity == "error" for problem in told.problems)
        if told.interview is None:
            return cls(told.file.path.stem, 0.0, "", whole)
        here, code = told.interview, told.file.path.stem
        return cls(code, here.t, here.last_wall, whole, _questions_undecided(here), here.started.afterwards)


def _questions_undecided(interview: Interview) -> tuple[str, ...]:
    if interview.started.mode != "pilot" or interview.ended is None:
        return ()
    from interviews.core.verdicts import questions_to_judge  # interviews do without

    return questions_to_judge(interview)


def resume_line(told: LoadedInterview, _: Translator) -> str:
    """What is gone on with: the interview, or a pilot's verdicts."""
    offer = Offer.of(told)
    return _(_resume_key(offer), code=offer.code)


def _resume_key(offer: Offer) -> str:
    if offer.afterwards:
        return N_("Go on entering {code}")
    return N_("Go on with the verdicts of {code}") if offer.undecided else N_("Go on with {code}")


def choose(
    title: str, what: Told, choices: Sequence[Choice], _: Translator, settings: Settings, at: str | None = None
) -> str | None:
    """Let a person choose, beginning at the choice named ``at``; the chosen name, or None."""
    if settings.plain:
        told = what if isinstance(what, str) else what(get_terminal_size().lines)
        return _choose_by_number(title, told, choices, _)
    from tui.commands.choice_screen import ChoiceApp  # plain lines do without

    app = ChoiceApp(title, what, choices, _("↑ ↓ choose · Enter opens · Esc leaves"), settings.theme, at)
    return app.run_to_end(_)


def _choose_by_number(title: str, what: str, choices: Sequence[Choice], _: Translator) -> str | None:
    """The choices a line each, and one of their numbers as the answer; nothing is chosen by an empty line."""
    print_out(title)
    if what:
        print_out(what)
    for place, choice in enumerate(choices, 1):
        print_out(f"  {place} {choice.text}")
    while True:
        said = ask_anyone(_("Which number? (Enter alone leaves)"))
        if not said:
            return None
        if said.isdecimal() and 1 <= int(said) <= len(choices):
            return choices[int(said) - 1].name
        print_out(_("1 to {count}, not “{given}”.", count=len(choices), given=said))


def offer_screen(
    offer: Offer, new_code: str | None, _: Translator, settings: Settings
) -> Literal["resume", "new"] | None:
    """Offer to go on with what is not done, or to begin the next."""
    choices = [Choice("resume", _(_resume_key(offer), code=offer.code))]
    if new_code is not None:
        choices.append(
            Choice(
                "new",
                _(N_("New pilot {code}") if new_code.startswith("P") else N_("New interview {code}"), code=new_code),
            )
        )
    what = _(
        N_("{minutes}, last act {when}. All that was shown as saved is here.")
        if offer.whole
        else N_("{minutes}, last act {when}. Something in its log cannot be read: see intervjuguide review{in_study}."),
        when=_.date(offer.when),
        minutes=format_time(offer.seconds),
    )
    if offer.afterwards and offer.whole:
        what = _("Entered afterwards, last act {when}. All that was shown as saved is here.", when=_.date(offer.when))
    if not offer.when and offer.whole:
        what = _("{minutes}. All that was shown as saved is here.", minutes=format_time(offer.seconds))
    title = _(
        N_("{code}: the verdicts are not finished") if offer.undecided else N_("{code} was not ended"), code=offer.code
    )
    if offer.undecided:
        what = f"{_('Undecided: {ids}', ids=' '.join(offer.undecided))}\n{what}"
    chosen = choose(title, what, choices, _, settings)
    if chosen == "resume":
        return "resume"
    return "new" if chosen == "new" else None
