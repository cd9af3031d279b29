// @ts-check
/** A strip of estimates as positions in per cent: pure figures, so that a test can check the drawing. */

/** @typedef {{at: number, level: number}} Dot */

/**
 * Dots from the smallest to the largest estimate; equal and near ones are stacked.
 * @param {string[]} values decimal strings @param {number} [near] how close dots touch, in per cent
 * @returns {{dots: Dot[], highest: number, place: (value: string) => number, low: string, high: string}}
 */
export function stripOf(values, near = 2.2) {
  const sorted = [...values].sort((a, b) => Number(a) - Number(b));
  const [low, high] = [sorted[0] ?? "0", sorted.at(-1) ?? "0"];
  const width = Number(high) - Number(low);
  const place = (/** @type {string} */ value) => (width ? 6 + (88 * (Number(value) - Number(low))) / width : 50);
  /** @type {Dot[]} */
  const dots = [];
  for (const at of sorted.map(place)) {
    const taken = dots.filter((dot) => Math.abs(dot.at - at) < near).map((dot) => dot.level);
    let level = 0;
    while (taken.includes(level)) level += 1;
    dots.push({ at, level });
  }
  return { dots, highest: Math.max(0, ...dots.map((dot) => dot.level)), place, low, high };
}
