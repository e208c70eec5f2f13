"""The lines that can be typed, as the `?` page shows them."""

from typing import Final

from pilotmap.language import later

KEYWORDS: Final = {"lane": "lane", "system": "system"}
"""Words of the lines that are the same in every language, at their places in the forms."""

FORMS: Final = (
    (later("log the ticket"), later("a step after the selected one, in its lane")),
    (
        later("Agent: log the ticket @Zendesk"),
        later("a step in the lane Agent that touches a system; what is new is made"),
    ),
    (later("? known issue"), later("a decision")),
    (
        later("> yes 60%"),
        later("a branch of the decision above; the next line is its first step"),
    ),
    (later("-> Log the ticket"), later("leads to a step that is there already")),
    (later("<- Known issue?"), later("goes on after a step that is there already")),
    (
        later("& call the customer"),
        later("work at the same time; && brings the branches together again"),
    ),
    (later("~ waits for the vendor 2d"), later("a wait")),
    (later(". resolved"), later("an end")),
    (
        later("! typed twice"),
        later("a pain on the step; # begins a question, : a plain note"),
    ),
    (
        later("->! waits in a mailbox"),
        later("the same on the flow that the line before led along"),
    ),
    (
        later("[5 min] [waits 14 h measured: ticket log]"),
        later("the work, and the wait before it; how it is known, and from where"),
    ),
    (
        later("[gets the ticket] [through @Zendesk]"),
        later("what is handed over to the step, and through which system or otherwise"),
    ),
    (
        later("[returned 10%] [rework]"),
        later("the share that comes back incomplete; a flow that does something again"),
    ),
    (
        later("[AI] [checks AI] [pin 3/1]"),
        later("the AI takes it over; a person checks the AI there; a place of its own"),
    ),
    (
        later("{lane}: Desk (team) [group Service] [3 people]"),
        later("a lane; also (person), (outside), (ai), and [7.5 h a day]"),
    ),
    (later("{system}: Jira [kind tracking] [owner IT]"), later("a system, and more about it")),
    (
        later("# who decides? [owner Ann] [due 2027-01-31]"),
        later("who sees to a note and until when; [settled] where that is done"),
    ),
)
"""Each form, and what it does; the brackets stand anywhere in a line."""
