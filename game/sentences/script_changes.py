"""The facilitator's script: R3, changes, and R4, ownership."""

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "script.r3.briefing.say": (
        "Leverancer giver ikke gevinster. Det gør mennesker, der gør noget anderledes.",
        "Deliverables do not give benefits. People who do something differently do.",
    ),
    "script.r3.briefing.why": (
        "Det er her, de fleste projekter taber deres gevinster.",
        "This is where most projects lose their benefits.",
    ),
    "script.r3.briefing.pitfalls": (
        "Forandring forveksles med kursus. Spørg, hvad man gør dagen efter kurset.",
        "Change is mistaken for training. Ask what people do the day after the course.",
    ),
    "script.r3.briefing.next": ("Åbn runden.", "Open the round."),
    "script.r3.open.say": (
        (
            "Du har fået et par gevinster. Hvem skal gøre hvad anderledes, for at de sker? "
            "Og en fri pil, hvis du ser en sammenhæng."
        ),
        (
            "You have been given a few benefits. Who must do what differently for them to happen? "
            "And one free arrow, if you see a link."
        ),
    ),
    "script.r3.open.why": (
        "To eller tre ser på hver gevinst, så ingen bliver glemt.",
        "Two or three look at each benefit, so that none is forgotten.",
    ),
    "script.r3.open.pitfalls": (
        "»Folk skal bruge systemet.« Spørg: Hvem, og hvad holder de op med?",
        "“People must use the system.” Ask: who, and what do they stop doing?",
    ),
    "script.r3.open.next": ("Vis forandringerne.", "Show the changes."),
    "script.r3.revealed.say": (
        "Nu spørger vi nogle få om hver pil: Fører det ene virkelig til det andet?",
        "Now a few are asked about each arrow: does the one really lead to the other?",
    ),
    "script.r3.revealed.why": (
        "En pil skal holde for andre end den, der tegnede den.",
        "An arrow must hold for others than the one who drew it.",
    ),
    "script.r3.revealed.pitfalls": (
        "De blinkende, tomme forandringer bliver stående. Sæt navn på dem sammen.",
        "The blinking, empty changes are left. Name them together.",
    ),
    "script.r3.revealed.next": (
        "Sæt navn på de tomme forandringer, og tegn kortet.",
        "Name the empty changes and draw the map.",
    ),
    "script.r3.resolved.say": (
        "Her er vejen fra det, vi bygger, til det, vi vil. Stiplede pile er vi ikke sikre på.",
        "Here is the way from what we build to what we want. Dashed arrows are not certain.",
    ),
    "script.r3.resolved.why": (
        "Kan man følge en gevinst tilbage til en leverance, kan man også styre den.",
        "If a benefit can be traced to a deliverable, it can be steered.",
    ),
    "script.r3.resolved.pitfalls": (
        "Man vil tegne flere pile. De vigtigste er nok.",
        "Wanting to draw more arrows. The most important ones are enough.",
    ),
    "script.r3.resolved.next": ("Gå til ejerskab.", "Go to ownership."),
    "script.r4.briefing.say": (
        (
            "En gevinst uden ejer bliver ikke høstet. Nu finder vi den, der bliver stående, "
            "når projektet er slut."
        ),
        (
            "A benefit without an owner is not harvested. Now we find who is still there "
            "when the project is over."
        ),
    ),
    "script.r4.briefing.why": (
        "Ejeren sidder i driften. Projektet kan aldrig eje en gevinst.",
        "The owner sits in operations. The project can never own a benefit.",
    ),
    "script.r4.briefing.pitfalls": (
        "Alle ser på projektlederen. Sig, at projektlederen ikke kan.",
        "Everybody looks at the project manager. Say that the project manager cannot.",
    ),
    "script.r4.briefing.next": ("Åbn runden.", "Open the round."),
    "script.r4.open.say": (
        "Foreslå en rolle til en gevinst, eller tryk »Jeg tager den«.",
        "Nominate a role for a benefit, or press “I'll take it”.",
    ),
    "script.r4.open.why": (
        "Når alle peger på én gang, ser vi både dem, ingen tager, og dem, flere vil have.",
        "When we all point at once, we see those that nobody takes and those that several want.",
    ),
    "script.r4.open.pitfalls": (
        "Stilhed. Det er i orden; nogen skal tænke sig om.",
        "Silence. That is fine; people are thinking.",
    ),
    "script.r4.open.next": ("Vis, hvem der tog hvad.", "Show who took what."),
    "script.r4.revealed.say": (
        (
            "De åbne ringe mangler en ejer. Vi tager dem ét minut ad gangen. "
            "Er du foreslået, så sig ja eller nej på din telefon."
        ),
        (
            "The open rings lack an owner. We take them a minute at a time. "
            "If you are nominated, say yes or no on your phone."
        ),
    ),
    "script.r4.revealed.why": (
        "Et ja tæller først, når man selv har sagt det, med en dato.",
        "A yes counts only when said by the person, with a date.",
    ),
    "script.r4.revealed.pitfalls": (
        "Gruppepres. Et nej er et godt svar. Spørg: Hvem så?",
        "Pressure. A no is a good answer. Ask: who, then?",
    ),
    "script.r4.revealed.next": (
        "Tag de forældreløse først, så de omstridte. Resten bliver handlinger.",
        "Take the orphans first, then the contested. The rest become actions.",
    ),
    "script.r4.talk": (
        "Tal om {nodes}, i den orden og {seconds} sekunder hver. Resten bliver handlinger.",
        "Talk about {nodes}, in that order and {seconds} seconds each. The rest become actions.",
    ),
    "script.r4.resolved.say": (
        "Se på kortet: Her står der navne nu.",
        "Look at the map: these have names now.",
    ),
    "script.r4.resolved.why": (
        "Kun dem, der selv har sagt ja, tæller helt med i måleren for ejerskab.",
        "The ownership meter counts fully only those who said yes themselves.",
    ),
    "script.r4.resolved.pitfalls": (
        "Én person ejer det hele. Flyt et par gevinster.",
        "One person owns it all. Move a couple of benefits.",
    ),
    "script.r4.resolved.next": ("Gå til måling og tal.", "Go to measures and figures."),
}
