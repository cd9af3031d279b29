// @ts-check
/**
 * Where a long Danish word may be parted, and how wide a text is: the same rule as `game/lettering.py`,
 * which has made each card as tall as its title needs.
 */
import { JOINTS, LEAST, LINKS, LONG, ONSETS, OTHER, VOWELS, WIDTHS } from "./map-joints.js";

const SOFT = "\u00ad";

/** How wide a text is, in hundredths of the letters' size; never less than it will be. @param {string} text */
export function widthOf(text) {
  let width = 0;
  for (const letter of text) width += letter === SOFT ? 0 : (WIDTHS[letter] ?? OTHER);
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
