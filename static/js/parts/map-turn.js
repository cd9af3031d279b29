// @ts-check
/** Many cards at once: their places are there at once, and a few of them are written in each picture that the screen shows. */
import { useLayoutEffect, useState } from "../lib/vendor.js";

/** So many cards are written between two pictures of an old machine. */
const AT_ONCE = 2;
/** @type {Set<() => void>} who waits, in the order in which they came */
const waiting = new Set();

/** Whether it is this part's turn to be drawn: at once where it need not wait. @param {boolean} mustWait */
export function useTurn(mustWait) {
  const [isUp, setUp] = useState(!mustWait);
  useLayoutEffect(() => {
    if (isUp) return undefined;
    const take = () => setUp(true);
    if (!waiting.size) requestAnimationFrame(next);
    waiting.add(take);
    return () => void waiting.delete(take);
  }, []);
  return isUp || !mustWait;
}

function next() {
  for (const take of [...waiting].slice(0, AT_ONCE)) {
    waiting.delete(take);
    take();
  }
  if (waiting.size) requestAnimationFrame(next);
}
