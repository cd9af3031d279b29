// @ts-check
/**
 * Where a long Danish word may be parted, and how wide a text is: the same rule as `game/lettering.py`,
 * which has made each card as tall as its title needs.
 */
import { JOINTS } from "./map-joints.js";

const SOFT = "\u00ad";
/** Shorter words are never parted; so many letters stay together at either end. */
const [LONG, LEAST] = [12, 4];
const VOWELS = "aeiouyæøåé";
/** What a Danish syllable may begin with. */
const ONSETS = new Set(
  "b bl br d dr dv f fj fl fr g gl gn gr h hj hv j k kl kn kr kv l m n p pl pr r s sk skr sl sm sn sp spr st str sv t tr tv v w x z c q".split(" "),
);
/** Endings whose s belongs to them and not to the word that follows. */
const LINKS = ["ings", "ions", "heds", "doms", "skabs", "tets", "ments", "arbejds", "dags"];
/** @type {Record<string, number>} in hundredths of the letters' size, as the board's own letters are */
const WIDTHS = {};
for (const [letters, width] of /** @type {const} */ ([
  [" ij", 27], ["l.,!:;", 32], ["()f", 35], ["tr-", 40], ["I/?szc", 51], ["vyLgxJ", 54], ["aekoåøF", 58],
  ["ThnuSbdpqEZ–0123456789", 61], ["YCPVXBR", 66], ["AÅKDUGOQØ&→", 71], ["HNwM", 82], ["mæWÆ%", 96],
])) for (const letter of letters) WIDTHS[letter] = width;

/** How wide a text is, in hundredths of the letters' size; never less than it will be. @param {string} text */
export function widthOf(text) {
  let width = 0;
  for (const letter of text) width += letter === SOFT ? 0 : (WIDTHS[letter] ?? 70);
  return width;
}

/** The text with soft hyphens in its long words. @param {string | null | undefined} text */
export const softened = (text) => (text ?? "").split(" ").map((word) => partsOf(word).join(SOFT)).join(" ").replaceAll(`-${SOFT}`, "-");

/** A word in the parts that may stand on lines of their own; a short one is one part. @param {string} word */
export function partsOf(word) {
  const known = JOINTS.get(word.toLowerCase());
  if (!known && word.length < LONG) return [word];
  let at = 0;
  const inner = known ? known.slice(0, -1).map((part) => (at += part.length)) : cutsOf(word.toLowerCase());
  const cuts = [0, ...inner, word.length];
  return cuts.slice(1).map((end, i) => word.slice(cuts[i], end));
}

/** Before each syllable that begins far enough from both ends, and from the last cut. @param {string} word */
function cutsOf(word) {
  /** @type {number[]} */
  const cuts = [];
  const isVowel = (/** @type {number} */ i) => i < word.length && VOWELS.includes(word[i] ?? "");
  const isLetter = (/** @type {number} */ i) => /\p{L}/u.test(word[i] ?? "");
  let [last, at] = [0, 0];
  while (at < word.length) {
    let end = at;
    while (isLetter(end) && !isVowel(end)) end += 1;
    const cut = onsetOf(word, at, end);
    if (end > at && isLetter(at - 1) && isVowel(end) && cut - last >= LEAST && word.length - cut >= LEAST) cuts.push((last = cut));
    if ("-/".includes(word[at] ?? "") && at + 1 - last >= LEAST && at + 1 < word.length) cuts.push((last = at + 1));
    at = Math.max(end, at + 1);
  }
  return cuts;
}

/** Where the next syllable begins, in a run of consonants. @param {string} word @param {number} at @param {number} end */
function onsetOf(word, at, end) {
  for (let cut = at; cut < end; cut += 1) {
    const before = word.slice(0, cut + 1);
    if (ONSETS.has(word.slice(cut, end)) && !LINKS.some((link) => before.endsWith(link))) return cut;
  }
  return end;
}
