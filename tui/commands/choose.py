"""A short list to choose from, on a screen."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from guide.frozen import Value
from interviews.core.state import Interview
from interviews.study.folder import LoadedInterview
from tui.base_app import BaseApp
from tui.escape import escape_controls
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


_LOW = 30

AROUND = 4
"""Rows that a low terminal's box needs besides what is told and the choices: its frame, the keys, a blank one."""


class Choice(Value):
    """One line of the list."""

    name: str
    text: str


class ChoiceApp(BaseApp, inherit_bindings=False):
    """Shows a title, a sentence and a list; ends with the name of what was chosen, or None."""

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    Screen { align: center middle; }
    #box { width: 78; max-width: 100%; height: auto; max-height: 100%; border: solid $accent; padding: 1 2; }
    #what { height: auto; margin-bottom: 1; color: $text-muted; }
    #choices { height: auto; border: none; padding: 0; background: $background; }
    #hint { height: 1; margin-top: 1; color: $text-muted; }
    #box.low { padding: 0 2; }
    #box.low #what { margin-bottom: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("escape,ctrl+q,ctrl+c", "leave", "")]

    def __init__(
        self, title: str, what: str, choices: Sequence[Choice], hint: str, theme: str = "dark", at: str | None = None
    ) -> None:
        super().__init__(theme)
        self._at = next((place for place, one in enumerate(choices) if one.name == at), 0)
        self.heading, self.what, self.choices, self.hint = title, what, choices, hint

    def compose(self) -> ComposeResult:
        """The box with its list."""
        with Vertical(id="box") as box:
            box.border_title = escape_controls(self.heading)
            yield Static(Content("\n".join(escape_controls(line) for line in self.what.split("\n"))), id="what")
            yield OptionList(
                *(Option(Content(escape_controls(one.text)), id=one.name) for one in self.choices), id="choices"
            )
            yield Static(Content(self.hint), id="hint")

    def on_mount(self) -> None:
        """The first choice is the one that Enter takes, unless somebody comes back from another."""
        choices = self.query_one("#choices", OptionList)
        choices.highlighted = self._at
        choices.focus()

    def on_resize(self) -> None:
        """On a low terminal the box does without blank rows, before it has to do without words."""
        self.query_one("#box").set_class(self.size.height < _LOW, "low")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Leave with what was chosen."""
        self.exit(event.option.id)

    def action_leave(self) -> None:
        """Leave without choosing."""
        self.exit(None)


def choose(
    title: str, what: str, choices: Sequence[Choice], _: Translator, theme: str, at: str | None = None
) -> str | None:
    """Let a person choose, beginning at the choice named ``at``; the chosen name, or None."""
    app = ChoiceApp(title, what, choices, _("↑ ↓ choose · Enter opens · Esc leaves"), theme, at)
    chosen = app.run()
    app.raise_crash()
    return chosen


def offer_screen(offer: Offer, new_code: str | None, _: Translator, theme: str) -> Literal["resume", "new"] | None:
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
    chosen = choose(title, what, choices, _, theme)
    if chosen == "resume":
        return "resume"
    return "new" if chosen == "new" else None
