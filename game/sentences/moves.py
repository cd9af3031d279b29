"""What the console's one large button does (`next.*`) and what it suggests (`suggest.*`).

Also the actions that a round leaves without a finding (`action.*`).
"""

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "next.start": ("Start spillet", "Start the game"),
    "next.open.r0": ("Byd velkommen", "Welcome the room"),
    "next.open.r1": ("Spørg til formålet", "Ask about the goals"),
    "next.open.r2": ("Del kortene ud", "Deal the cards"),
    "next.open.r3": ("Spørg efter forandringer", "Ask for changes"),
    "next.open.r4": ("Spørg, hvem der tager den", "Ask who takes it"),
    "next.open.r5": ("Spørg efter tallene", "Ask for the figures"),
    "next.open.r6": ("Slip modvinden løs", "Let the headwind in"),
    "next.open.r7": ("Bed om løfterne", "Ask for the promises"),
    "next.reveal.r0": ("Alle er på plads", "Everybody is in place"),
    "next.reveal.r1": ("Vis hænderne", "Show the fists"),
    "next.reveal.r2": ("Vis kortene", "Turn the cards"),
    "next.reveal.r3": ("Vis forandringerne", "Show the changes"),
    "next.reveal.r4": ("Vis, hvem der tog hvad", "Show who took what"),
    "next.reveal.r5": ("Vis skønnene", "Show the estimates"),
    "next.reveal.r6": ("Vis modvinden", "Show the headwind"),
    "next.reveal.r7": ("Saml løfterne", "Gather the promises"),
    "next.vote": ("Gå til afstemning", "Go to the vote"),
    "next.wave.r2": ("Del ud igen", "Deal again"),
    "next.wave.r5": ("Skøn igen i stilhed", "Estimate again in silence"),
    "next.resolve.r1": ("Slå formålet fast", "Settle the goals"),
    "next.resolve.r2": ("Tæl stemmerne", "Count the votes"),
    "next.resolve.r3": ("Tegn kortet", "Draw the map"),
    "next.resolve.r4": ("Sæt ejerne på kortet", "Put the owners on the map"),
    "next.resolve.r5": ("Skriv tallene ind", "Write the figures in"),
    "next.resolve.r6": ("Saml svarene", "Gather the answers"),
    "next.resolve.r7": ("Afsig dommen", "Give the verdict"),
    "next.round": ("Videre til {round}", "On to {round}"),
    "next.close": ("Afslut spillet", "Close the game"),
    "next.resume": ("Gå videre", "Go on"),
    "next.blocked.waiting": (
        "{ready} af {of} er klar. Du kan godt gå videre alligevel.",
        "{ready} of {of} are ready. You may go on all the same.",
    ),
    "next.blocked.empty": (
        "Vent, til den første er kommet med.",
        "Wait until the first person has joined.",
    ),
    "action.ghost": ("Sæt navn på forandringen {node}.", "Name the change {node}."),
    "action.challenge": (
        "Svar på modvinden mod {node}: {card}",
        "Answer the challenge to {node}: {card}",
    ),
    "suggest.let_in": ("Luk {name} ind", "Let {name} in"),
    "suggest.let_in.why": (
        "Der er en, der venter ved døren.",
        "Somebody is waiting at the door.",
    ),
    "suggest.merge": (
        "Slå {nodes} sammen",
        "Merge {nodes}",
    ),
    "suggest.merge.why": (
        "De bruger næsten de samme ord.",
        "They use nearly the same words.",
    ),
    "suggest.call_revote": (
        "Stem igen om {nodes}",
        "Vote again on {nodes}",
    ),
    "suggest.call_revote.why": (
        "Rummet er delt i to lejre. Tal først om de vigtigste.",
        "The room is split into two camps. Talk about the most important first.",
    ),
    "suggest.extend": ("Giv et minut mere", "Give one more minute"),
    "suggest.extend.why": (
        "En i rummet har bedt om mere tid. Trinnet venter også af sig selv et minut.",
        "Somebody in the room asked for more time. The step also waits a minute by itself.",
    ),
    "suggest.rename": ("Skriv {node} som »{text}«", "Word {node} as “{text}”"),
    "suggest.rename.why": (
        "Nogen i rummet har skrevet det sådan.",
        "Somebody in the room worded it like this.",
    ),
    "suggest.retype": ("Gør {node} til en leverance", "Turn {node} into a deliverable"),
    "suggest.retype.why": (
        "Den begynder med noget, man gør, eller fører kun til en forandring.",
        "It begins with something people do, or leads only to a change.",
    ),
    "suggest.name_ghost": ("Sæt navn på {node}", "Name {node}"),
    "suggest.name_ghost.why": (
        "Der mangler en forandring mellem leverance og gevinst.",
        "A change is missing between deliverable and benefit.",
    ),
}
