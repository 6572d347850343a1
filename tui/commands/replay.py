"""``replay``: an interview played as it went.

Logs are read, and nothing is written anywhere.
"""

from argparse import Namespace
from time import monotonic

from interviews.core.clock import moment_of
from interviews.core.replaying import SPEEDS, USUAL_SPEED, Player, Tape
from interviews.core.state import Interview
from interviews.study.folder import LogFile, Study
from interviews.study.placement import Placements
from interviews.study.previous_interviews import PreviousInterviews, earlier
from tui.commands.common import find_study, interview_code, need_terminal, tell_that_it_is_a_screen
from tui.console import DATA, OK, UsageError, complain_of
from tui.live.options import LiveOptions
from tui.settings import Settings
from tui.translator import Translator


def run(arguments: Namespace, settings: Settings) -> int:
    """Play one interview; exit 1 when its log has errors."""
    study, _ = find_study(arguments, settings)
    speed = _speed(arguments.speed, _)
    file = _log(study, arguments.code, _)
    refused = need_terminal(_)
    if refused is not None:
        return refused
    tell_that_it_is_a_screen("replay", settings, _)
    told = study.load(file)
    complain_of(told.problems, _)
    if told.interview is None:
        return DATA
    player = Player(Tape(told.reading.events, told.interview.guide, file.code), speed)
    helps = LiveOptions(earlier=_until_then(study, told.interview), think=0)
    from tui.base_app import FirstScreenApp
    from tui.review.replay_screen import ReplayScreen

    app = FirstScreenApp(lambda: ReplayScreen(player, file.path.stem, _, monotonic, helps), settings.theme)
    app.run_to_end(_)
    return DATA if any(problem.severity == "error" for problem in told.problems) else OK


def _speed(given: str | None, _: Translator) -> int:
    """How many times faster than it went.

    Raises:
        UsageError: it is none of the speeds there are.
    """
    if given is None:
        return USUAL_SPEED
    speed = next((speed for speed in SPEEDS if given == str(speed)), None)
    if speed is None:
        raise UsageError(
            _("“{given}” is no speed here; choose one of {speeds}", given=given, speeds=", ".join(map(str, SPEEDS)))
        )
    return speed


def _log(study: Study, given: str, _: Translator) -> LogFile:
    """The log that is meant: a participant's last one, or the one with the number that follows the code.

    Raises:
        UsageError: there is none.
    """
    code = interview_code(given, _)
    participant, _dash, number = code.partition("-")
    found = [file for file in study.logs() if file.participant == participant and number in ("", str(file.number))]
    if not found:
        raise UsageError(_("there is no interview with {code}", code=code))
    return found[-1]


def _until_then(study: Study, interview: Interview) -> PreviousInterviews:
    """The courses that earlier interviews had taken by then: what comes next was suggested from them."""
    began = moment_of(interview.started.wall)
    others = (one.interview for one in study.load_interviews() if one.interview is not None)
    placements = Placements.of_study(study.folder, study.guide())
    then = (other for other in others if moment_of(other.started.wall) < began)
    return PreviousInterviews(courses=earlier(placements.as_in(other, interview.guide) for other in then).courses)
