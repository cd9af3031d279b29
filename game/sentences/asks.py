"""The questions put to one seat (`ask.<command>`): one plain question, answered in one go.

`{node}` is a node by label and title.
"""

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "ask.shake": (
        "Ryst din telefon, eller tryk her, så vi kan se dig på tavlen.",
        "Shake your phone, or tap here, so that we can see you on the board.",
    ),
    "ask.confirm_goal": (
        "Er det her, vi vil hen: »{goal}«? Vis 0 til 5 fingre, eller skriv det bedre.",
        "Is this where we want to go: “{goal}”? Show 0 to 5 fingers, or word it better.",
    ),
    "ask.vote": (
        "{node}: Tror du på den? Er den vigtig?",
        "{node}: Do you believe in it? Is it important?",
    ),
    "ask.vote.again": (
        "{node}: I har talt om den. Hvad stemmer du nu?",
        "{node}: You have talked about it. How do you vote now?",
    ),
    "ask.propose_change": (
        "{node}: Hvem skal gøre hvad anderledes, for at den sker?",
        "{node}: Who must do what differently for it to happen?",
    ),
    "ask.propose_change_enabler": (
        "{node}: Hvad skal ændres, for at den bliver brugt?",
        "{node}: What must change for it to be used?",
    ),
    "ask.propose_change_disbenefit": (
        "{node}: Hvad kan vi gøre, så færre mister noget?",
        "{node}: What can we do so that fewer lose something?",
    ),
    "ask.answer_edge": (
        "Fører {source} til {target}?",
        "Does {source} lead to {target}?",
    ),
    "ask.answer_edge.mitigates": (
        "Afbøder {source} ulempen {target}?",
        "Does {source} mitigate {target}?",
    ),
    "ask.claim": (
        "Tag en gevinst, du selv kan høste i dit arbejde.",
        "Take a benefit that you can harvest in your own work.",
    ),
    "ask.nominate": (
        "{node} mangler en ejer. Hvem kan høste den i driften?",
        "{node} has no owner. Who can harvest it in operations?",
    ),
    "ask.accept": (
        "Du er foreslået som ejer af {node}. Siger du ja til at høste den, og hvornår senest?",
        "You are nominated as owner of {node}. Will you harvest it, and by when at the latest?",
    ),
    "ask.lead_change": (
        "Leder du også {node}? Hvornår er den på plads?",
        "Will you also lead {node}? When will it be in place?",
    ),
    "ask.co_sign": (
        "{node} gør dit budget mindre. Skriver du under?",
        "{node} makes your budget smaller. Will you sign?",
    ),
    "ask.choose_measure": (
        "{node}: Hvad måler du? Hvor står vi i dag, hvor skal vi hen, og hvornår?",
        "{node}: What do you measure? Where are we today, where are we going, and by when?",
    ),
    "ask.choose_measure.first": (
        "{node} har ingen ejer endnu. Vil du foreslå en måling?",
        "{node} has no owner yet. Will you suggest a measure?",
    ),
    "ask.judge_measure": (
        "{node}: Kan det her tælles? {indicator} ({unit}).",
        "{node}: Can this be counted? {indicator} ({unit}).",
    ),
    "ask.estimate": (
        "{node}: Hvor stor bliver ændringen ({unit})?",
        "{node}: How large will the change be ({unit})?",
    ),
    "ask.estimate.again": (
        "{node}: Skøn en gang til ({unit}). De andre lå mellem {low} og {high}.",
        "{node}: Estimate once more ({unit}). The others were between {low} and {high}.",
    ),
    "ask.premortem": (
        "Det er to år senere, og {node} kom ikke. Hvorfor?",
        "Two years on, {node} never came. Why?",
    ),
    "ask.name_disbenefit": (
        "Hvem mister noget, når alt det her lykkes?",
        "Who loses something when all this succeeds?",
    ),
    "ask.answer_challenge": (
        "{node} har fået modvind. {card}",
        "{node} has met a headwind. {card}",
    ),
    "ask.judge_answer": (
        "{card} Svaret om {node}: »{answer}«. Er det godt nok?",
        "{card} The answer about {node}: “{answer}”. Is it good enough?",
    ),
    "ask.accept_disbenefit": (
        "{node}: Kan vi leve med den?",
        "{node}: Can we live with it?",
    ),
    "ask.disbenefit_owner": (
        "{node} kommer af en forandring, du leder. Tager du også ansvaret for ulempen?",
        "{node} comes from a change you lead. Will you answer for the dis-benefit too?",
    ),
    "ask.commit": (
        "Tager du denne handling på dig, med en dato? {action}",
        "Will you take on this action, with a date? {action}",
    ),
    "ask.sign": (
        "Du ejer {nodes}. Skriver du under på dine løfter?",
        "You own {nodes}. Will you sign your promises?",
    ),
    # What a challenge card asks of the owner.
    "challenge.U1": (
        "To år senere kom gevinsten ikke. Hvad er den sandsynligste grund, og hvad gør du ved den?",
        "Two years on, the benefit never came. What is the likeliest reason, and what will you do?",
    ),
    "challenge.U2": (
        "Hvem mister noget, hvis det lykkes? Skriv hvem og hvad.",
        "Who loses something if it succeeds? Write who and what.",
    ),
    "challenge.U3": (
        "Tæller vi det samme to gange? Vælg to gevinster, og sig, hvad forskellen er.",
        "Are we counting one thing twice? Choose two benefits and say how they differ.",
    ),
    "challenge.U4": (
        "Er det noget, vi gør, eller noget, der bliver bedre? Skriv, hvad der er bedre bagefter.",
        "Is it something we do, or something that gets better? Write what is better afterwards.",
    ),
    "challenge.U5": (
        "Hvem slukker det gamle, og hvornår?",
        "Who switches off the old way, and when?",
    ),
    "challenge.U6": (
        "Hvad bruges de frigjorte timer til?",
        "What are the freed hours used for?",
    ),
    "challenge.U7": (
        "Er målingen prisen værd? Findes der et billigere tal, der viser det samme?",
        "Is the measure worth its price? Is there a cheaper figure that shows the same?",
    ),
    "challenge.U8": (
        "Hvad skete der sidst, nogen prøvede? Nævn et projekt og et tal.",
        "What happened the last time somebody tried? Name a project and a figure.",
    ),
    "challenge.U9": (
        "Hvor kom nulpunktet fra? Nævn kilden og datoen.",
        "Where is the baseline from? Name the source and the date.",
    ),
    "challenge.U10": (
        "Ejeren skifter job. Hvilken rolle tager over?",
        "The owner changes jobs. Which role takes over?",
    ),
    "challenge.U11": (
        "Kun halvdelen bruger det. Er gevinsten stadig umagen værd?",
        "Only half of them use it. Is the benefit still worth it?",
    ),
    "challenge.U11.half": (
        (
            "Kun halvdelen bruger det. Er gevinsten stadig umagen værd, "
            "når den forsigtige værdi er {value} {unit}?"
        ),
        (
            "Only half of them use it. Is the benefit still worth it, "
            "when the cautious value is {value} {unit}?"
        ),
    ),
    "challenge.U12": (
        "Vil borgeren mærke det? Hvis ja: Hvor kan vi se det?",
        "Will the citizen notice? If so: where can we see it?",
    ),
}
