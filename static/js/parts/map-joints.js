// @ts-check
/**
 * How long Danish words are parted. Made by `gevinstspil schema` from game/lettering.py and
 * game/decks/joints.py. Do not edit.
 */

/** Shorter words are never parted; so many letters stay together at either end. */
export const [LONG, LEAST] = [12, 4];
export const VOWELS = "aeiouyåæéø";
/** What a Danish syllable may begin with. */
export const ONSETS = new Set("b bl br d dr dv f fj fl fr g gl gn gr h hj hv j k kl kn kr kv l m n p pl pr r s sk skr sl sm sn sp spr st str sv t tr tv v w x z c q".split(" "));
/** Endings whose s belongs to them and not to the word that follows. */
export const LINKS = ["ings", "ions", "heds", "doms", "skabs", "tets", "ments", "arbejds", "dags", "tids"];
/** How wide a letter is, in hundredths of the letters' size. @type {Record<string, number>} */
export const WIDTHS = {" ": 27, "i": 27, "j": 27, "l": 32, ".": 32, ",": 32, "!": 32, ":": 32, ";": 32, "(": 35, ")": 35, "f": 35, "t": 40, "r": 40, "-": 40, "I": 51, "/": 51, "?": 51, "s": 51, "z": 51, "c": 51, "v": 54, "y": 54, "L": 54, "g": 54, "x": 54, "J": 54, "a": 58, "e": 58, "k": 58, "o": 58, "å": 58, "ø": 58, "F": 58, "T": 61, "h": 61, "n": 61, "u": 61, "S": 61, "b": 61, "d": 61, "p": 61, "q": 61, "E": 61, "Z": 61, "–": 61, "0": 61, "1": 61, "2": 61, "3": 61, "4": 61, "5": 61, "6": 61, "7": 61, "8": 61, "9": 61, "Y": 66, "C": 66, "P": 66, "V": 66, "X": 66, "B": 66, "R": 66, "A": 71, "Å": 71, "K": 71, "D": 71, "U": 71, "G": 71, "O": 71, "Q": 71, "Ø": 71, "&": 71, "→": 71, "H": 82, "N": 82, "w": 82, "M": 82, "m": 96, "æ": 96, "W": 96, "Æ": 96, "%": 96};
/** The width of a letter that is not in the list. */
export const OTHER = 70;
/** Our own long words in their parts. @type {Map<string, string[]>} */
export const JOINTS = new Map(
  [
    "befolknings|vækst",
    "bemandings|plan",
    "beslut|ninger",
    "borger|repræsen|tant",
    "borger|service|center",
    "borger|service|centre",
    "budget|ansvarlig",
    "budget|ansvarlige",
    "data|kvalitet",
    "energi|udgift",
    "erstat|ninger",
    "fag|specialist",
    "fast|holdelse",
    "fejl|rettelser",
    "forandrings|ejer",
    "forud|sigelig",
    "gebyr|indtægt",
    "gen|indtast|ninger",
    "gennem|løbstid",
    "gevinst|controller",
    "henven|delser",
    "ikke-|digitale",
    "it-system|ejer",
    "kerne|opgaven",
    "konsulent|timer",
    "kvadrat|meter",
    "licens|udgift",
    "med|arbejder",
    "med|arbejdere",
    "medarbejder|repræsen|tant",
    "med|bestemmelse",
    "over|leveringer",
    "projekt|leder",
    "samarbejds|partner",
    "sikkerheds|hændelser",
    "styregruppe|formand",
    "vedligeholds|udgift",
  ].map((word) => [word.replaceAll("|", ""), word.split("|")]),
);
