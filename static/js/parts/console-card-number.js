// @ts-check
/**
 * The number of a card as people read it. Printed cards and the map both count from a letter, so that
 * `O11` of the deck and `Ø1` of the map look alike: what is read has a hyphen, `O‑11`, and is called a number.
 */

/** The number as it is printed. @param {string} id */
export const cardNumber = (id) => id.replace(/^([A-Z])(\d+)$/, "$1\u2011$2");

/** The card behind what a helper typed: in any case, with or without the hyphen, Ø or a zero for O. @param {string} typed */
export function readCard(typed) {
  const plain = typed.toUpperCase().replace(/^\s*(KORT)?\s*(NR|NO)?\.?/, "").replace(/[\s\u2010-\u2015-]/g, "");
  return plain.replace(/^[Ø0](?=\d)/, "O");
}
