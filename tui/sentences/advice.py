"""Advice on wording, as a sentence, by its name.

The sources are those of the method literature that the rules were taken from; where a rule is a convention or rests on
judgement, the brackets say so.
"""

from tui.sentences import N_

ADVICE: dict[str, str] = {
    "double-barrelled": N_(
        "“{evidence}” asks about two things at once, and often only one of them is answered. Ask about the one, and make the other a question of its own or a probe. (IASA, Ten interviewing sins)"
    ),
    "stacked": N_(
        "Several questions come in one breath (“{evidence}”), and the informant has to choose or to remember. Ask the first alone, and write the others under probes. (Interviewer training intensive tool: one at a time; IASA, Ten interviewing sins)"
    ),
    "closed": N_(
        "“{evidence} …” can be answered with yes or no. Open it: “What …?”, “How …?” or “Can you tell me about …?” (IASA, Ten interviewing sins)"
    ),
    "leading": N_(
        "“{evidence}” shows which answer is expected. Ask without the answer in it: “What do you think about …?” (qualitativemind.com, a secondary source)"
    ),
    "degree": N_(
        "“{evidence} …” takes the quality for granted and asks only how much, which invites a flattering answer. Ask for what happens: “What do you do when …?” (judgement, not a rule; on presuppositions: bandcdesigns.com, a secondary source)"
    ),
    "why": N_(
        "“{evidence}” asks for justification and can stop the telling. Try “What made …?” or “Tell me about the last time …”. (Roller 2017; a convention on which sources disagree)"
    ),
    "jargon": N_(
        "“{evidence}” is a term that the informant may not share. Say it in everyday words, or ask first: “What comes to mind when I say {evidence}?” (Patton 2015)"
    ),
    "leans": N_(
        "“{evidence}” points at something said before, and the order of an interview shifts. Write under alone how it sounds by itself, with what it points at said outright: “When you think of …, …?” (judgement, after the experience of a master's thesis, UiB 2017)"
    ),
    "long": N_(
        "{evidence} words are much to keep in mind for someone who hears them once. Divide it: first “Can you tell me about …?”, and the rest under probes. (IASA, Ten interviewing sins; the limit of 20 words is a convention)"
    ),
    "two-sided": N_(
        "“{evidence}” asks for both sides. If that is on purpose, write two_sided: true, and the review counts both; else: “How do you experience …?” (a convention, not a fault; from a master's thesis, UiB 2017)"
    ),
    "no-example": N_(
        "No question for {evidence} ({about}) asks for anything concrete, so answers may stay general. Add a probe under probes, for instance “Can you give an example of …?” or “Tell me about the last time …”. (IASA, Ten interviewing sins)"
    ),
    "abstract-first": N_(
        "The guide opens with “{evidence} …”, which wants a position before anything has been told. Begin with what happens, as in {about}, and let this come after. (Patton 1996, the sequence of questions; a convention)"
    ),
    "double-barrelled_sides": N_(
        "“{evidence}” asks about two sides at once, and one may stay unanswered. If that is on purpose, accept it with a reason; else ask about the one first: “What …?”, and then about the other. (IASA, Ten interviewing sins; asking for both sides can be a choice)"
    ),
    "double-barrelled_sides_marked": N_(
        "“{evidence}” asks about both sides at once, as the guide wants it; one may stay unanswered all the same. You can ask about the one first, “What …?”, and then about the other, or accept the wording with a reason. (IASA, Ten interviewing sins; asking for both sides can be a choice)"
    ),
    "stacked_probe": N_(
        "A bare “{evidence}” is easily hung on the main question in the same breath. Wait for the answer, and make it a whole question: “What made …?” (Interviewer training intensive tool: one at a time; counting bare tails is judgement)"
    ),
    "why_probe": N_(
        "The probe “{evidence}” asks for justification; after a description that is common practice. Alternatives: “What made …?” or “Tell me about the last time …”. (Roller 2017; a convention on which sources disagree)"
    ),
    "jargon_concept": N_(
        "“{evidence}” is one of the guide's concepts, and the informant may take it otherwise. Say it in everyday words, or clarify it first: “By {evidence} I mean …” (Patton 2015)"
    ),
    "jargon_research": N_(
        "“{evidence}” recurs in the research questions, and may be the researcher's term, not the informant's. Say it in everyday words, or ask first: “What comes to mind when I say {evidence}?” (Patton 2015; counting what recurs as a term is judgement)"
    ),
    "leans_alone": N_(
        "“{evidence}” points at something said before. The wording under alone is shown while that has not come up; see that it says outright what is pointed at. (judgement, after the experience of a master's thesis, UiB 2017)"
    ),
    "leans_listed": N_(
        "The question builds on {evidence}, and the order of an interview shifts. Write under alone how it sounds by itself: “When you think of …, …?” (judgement, after the experience of a master's thesis, UiB 2017)"
    ),
    "leans_alone_listed": N_(
        "The question builds on {evidence}. The wording under alone is shown while that has not come up; see that it can be understood without. (judgement, after the experience of a master's thesis, UiB 2017)"
    ),
    "two-sided_marked": N_(
        "“{evidence}” asks for both sides, and the guide says that this is on purpose: the review counts both. If only one comes, ask “And the other side, …?” (a convention, not a fault; from a master's thesis, UiB 2017)"
    ),
    "two-sided_only_marked": N_(
        "The guide says two_sided, but the wording names no two sides. Make it heard, for instance with a probe: “And the other side, …?” (a convention, not a fault; from a master's thesis, UiB 2017)"
    ),
    "missing-role_warm-up": N_(
        "The guide has no warm-up, an easy question that gets the telling under way. Begin for instance with “Can you tell me a little about …?” (a convention; the phases in Tolkeportalen's template)"
    ),
    "missing-role_transition": N_(
        "The guide has no transition that leads from one topic to the next. Say it where the topic changes: “We have talked about …; now I would like to hear about …” (a convention; the phases in Tolkeportalen's template)"
    ),
    "missing-role_closing": N_(
        "The guide has no closing where the informant can say what you did not ask. Write it under closing: “What would you like to add?” (Tracy on closing questions; a convention)"
    ),
}
