"""The lines that can be typed, as the `?` page shows them."""

from typing import Final

from pilotmap.language import N_

KEYWORDS: Final = {"lane": "lane", "system": "system"}
"""Words of the lines that are the same in every language, at their places in the forms."""

FORMS: Final = (
    (N_("log the ticket"), N_("a step after the selected one, in its lane")),
    (
        N_("Agent: log the ticket @Zendesk"),
        N_("a step in the lane Agent that touches a system; what is new is made"),
    ),
    (N_("? known issue"), N_("a decision")),
    (
        N_("> yes 60%"),
        N_("a branch of the decision above; the next line is its first step"),
    ),
    (N_("-> Log the ticket"), N_("leads to a step that is there already")),
    (N_("<- Known issue?"), N_("goes on after a step that is there already")),
    (
        N_("& call the customer"),
        N_("work at the same time; && brings the branches together again"),
    ),
    (N_("~ waits for the vendor 2d"), N_("a wait")),
    (N_(". resolved"), N_("an end")),
    (
        N_("! typed twice"),
        N_("a pain on the step; # begins a question, : a plain note"),
    ),
    (
        N_("->! waits in a mailbox"),
        N_("the same on the flow that the line before led along"),
    ),
    (
        N_("[5 min] [waits 14 h measured: ticket log]"),
        N_("the work, and the wait before it; how it is known, and from where"),
    ),
    (
        N_("[gets the ticket] [through @Zendesk]"),
        N_("what is handed over to the step, and through which system or otherwise"),
    ),
    (
        N_("[returned 10%] [rework]"),
        N_("the share that comes back incomplete; a flow that does something again"),
    ),
    (
        N_("[AI] [checks AI] [pin 3/1]"),
        N_("the AI takes it over; a person checks the AI there; a place of its own"),
    ),
    (
        N_("{lane}: Desk (team) [group Service] [3 people]"),
        N_("a lane; also (person), (outside), (ai), and [7.5 h a day]"),
    ),
    (N_("{system}: Jira [kind tracking] [owner IT]"), N_("a system, and more about it")),
    (
        N_("# who decides? [owner Ann] [due 2027-01-31]"),
        N_("who sees to a note and until when; [settled] where that is done"),
    ),
)
"""Each form, and what it does; the brackets stand anywhere in a line."""
