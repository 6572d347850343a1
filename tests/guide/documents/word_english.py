"""Guides as lists in Word, English: levels of one list, list styles, typed numbers, scripts in prose."""

from tests.guide.documents.word import Sheet

DOT = "\N{MIDDLE DOT}"
HARD = "\N{NO-BREAK SPACE}"


def startup_pivots() -> bytes:
    """One list with levels, minutes in the headings, "If yes" branches, questions for when there is time."""
    sheet = Sheet()
    levels = sheet.list(("decimal", "%1."), ("lowerLetter", "%2."), ("lowerRoman", "%3."))
    sheet.heading("Interview Guide – Founders and Pivots", 0)
    sheet.say("Version 3, 14 February 2024")
    sheet.say(
        "Research question: How do first-time founders in health tech decide that it is time to pivot, and who takes "
        "part in that decision?"
    )
    sheet.heading("Introduction (5 min)", 2)
    sheet.say("Introduce myself and the project.", "List Bullet")
    sheet.say("Go through the consent form; ask for permission to record.", "List Bullet")
    sheet.say("Explain that company names will be changed.", "List Bullet")
    sheet.heading("Warm-up (5 min)", 2)
    sheet.item("Could you tell me, in your own words, what your company does today?", levels)
    sheet.item("How did you come to start it?", levels)
    sheet.heading("The pivot (20 min)", 2)
    sheet.item("Take me back to the time before the change. What were you working on?", levels)
    sheet.item("What did a typical week look like?", levels, 1)
    sheet.item("What was the first sign that something had to change?", levels)
    sheet.item("Who noticed it first?", levels, 1)
    sheet.item("How did you talk about it in the team?", levels, 1)
    sheet.item("Did anyone disagree with the change?", levels)
    sheet.item("If yes, how did you deal with that?", levels, 1)
    sheet.item("If no, why do you think that was?", levels, 1)
    sheet.item("Walk me through the day you decided.", levels)
    sheet.heading("Investors and advisors (15 min)", 2)
    sheet.item("What part did your investors play?", levels)
    sheet.item("formally, e.g. in board meetings", levels, 1)
    sheet.item("informally", levels, 1)
    sheet.item("Whose advice did you listen to, and whose did you ignore?", levels)
    sheet.item("(if time) How did you tell your customers?", levels)
    sheet.heading("Looking back (10 min)", 2)
    sheet.item("What would you do differently today?", levels)
    sheet.item("How has the pivot changed you as a founder?", levels)
    sheet.heading("Wrap-up (5 min)", 2)
    sheet.item("Is there anything I should have asked but didn’t?", levels)
    sheet.item("Who else should I talk to?", levels)
    return sheet.bytes()


def nurse_handover() -> bytes:
    """Typed numbers and letters, notes in italics and brackets, line breaks in a paragraph, tabs after numbers."""
    sheet = Sheet()
    sheet.header("PhD project: Bedside handover", "Page 1")
    sheet.say("**Interview guide: Bedside handover in medical wards**")
    sheet.say("Duration:\t60 minutes")
    sheet.say("**Opening**")
    sheet.say(
        "Thank you for taking part in this study. The interview will take about an hour and will be audio recorded. "
        "What you say will be treated confidentially.\nDo you have any questions before we start?"
    )
    sheet.say("**1. Background**")
    sheet.say("1.1\tHow long have you worked as a nurse, and how long on this ward?")
    sheet.say("1.2\tWhat does handover mean to you?")
    sheet.say("**2. Handover today**")
    sheet.say(
        "2.1\tCan you describe the last handover you took part in?\na) Where did it take place?\nb) Who was present?"
    )
    sheet.say("2.2\tWhat information do you always pass on? __[Interviewer: let the nurse finish before you probe]__")
    sheet.say("a)\tHow do you decide what to leave out?")
    sheet.say("2.3\tHow do you experience handing over at the bedside, compared with in the office?")
    sheet.say("a)\tWhat is gained?")
    sheet.say("b)\tWhat is lost?")
    sheet.say("**3. The patient’s part**")
    sheet.say("3.1\t“Nothing about me without me” is a slogan on this ward. What does it mean in practice?")
    sheet.say("3.2\tTell me about a time when a patient corrected you during handover.")
    sheet.say("__Note: if she can’t think of one, ask about a colleague.__")
    sheet.say("3.3\tHow do you protect privacy in a room with four beds?")
    sheet.say("**4. Safety**")
    sheet.say("4.1\tHave you experienced that something important was lost in a handover?")
    sheet.say("If yes: What happened next?")
    sheet.say("4.2\tWhat would make handover safer here?")
    sheet.say("**5. Closing**")
    sheet.say("5.1\tIs there anything else you would like to tell me about handover?")
    sheet.say("Thank the participant and stop the recording.")
    return sheet.bytes()


def school_evaluation() -> bytes:
    """An evaluator's guide in the built-in list styles; no research questions; background as a list of words."""
    sheet = Sheet()
    sheet.heading("Evaluation of the Breakfast Club: Interview schedule for school staff", 1)
    sheet.heading("Background information", 2)
    for line in ("Role at the school", "Years at the school", "Role in the breakfast club, if any"):
        sheet.say(line, "List Bullet")
    sheet.heading("Setting up", 2)
    sheet.say("How did the breakfast club come about at your school?", "List Number")
    sheet.say("Whose idea was it?", "List Bullet 2")
    sheet.say("What was in place before?", "List Bullet 2")
    sheet.say("What did you hope it would do for the pupils?", "List Number")
    sheet.heading("Running it", 2)
    sheet.say("Describe an ordinary morning in the breakfast club.", "List Number")
    sheet.say("Which children come, and which children don’t?", "List Number")
    sheet.say("Prompt: families the club was meant for", "List Bullet 2")
    sheet.say("What has been harder than you expected?", "List Number")
    sheet.say("staffing", "List Bullet 2")
    sheet.say("food and money", "List Bullet 2")
    sheet.say("space", "List Bullet 2")
    sheet.heading("What has come of it", 2)
    sheet.say("What changes, if any, have you seen in the children?", "List Number")
    sheet.say("Can you give me an example?", "List Bullet 2")
    sheet.say("Has the club had effects that nobody planned?", "List Number")
    sheet.say("What would happen if the club closed tomorrow?", "List Number")
    sheet.heading("Close", 2)
    sheet.say("Anything else that we ought to know?", "List Number")
    return sheet.bytes()
