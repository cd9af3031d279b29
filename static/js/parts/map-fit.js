// @ts-check
/** Fitting: how large a box is on this screen, and how large a title may be on its card. */
import { useLayoutEffect, useRef, useState } from "../lib/vendor.js";

/** What a card's height is divided by to give its text size; head, two lines of title and air. */
export const LINES = 4.6;

/** A ref to hang on an element, and its inner size, kept up to date. */
export function useSize() {
  const ref = useRef(/** @type {HTMLElement | null} */ (null));
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const read = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    const watch = new ResizeObserver(read);
    watch.observe(element);
    read();
    return () => watch.disconnect();
  }, []);
  return { ref, ...size };
}

/** Sizes tried, from the largest; the board's own text is 1. */
const FITS = [1.2, 1.1, 1, 0.92, 0.84, 0.76, 0.69, 0.62, 0.56, 0.5];

/** A ref for an element whose `--fit` becomes the largest at which nothing in it overflows. */
export function useShrink() {
  const ref = useRef(/** @type {HTMLElement | null} */ (null));
  const [, setDrawn] = useState(0);
  useLayoutEffect(() => {
    const again = () => setDrawn((times) => times + 1);
    addEventListener("resize", again);
    document.fonts?.ready.then(again);
    return () => removeEventListener("resize", again);
  }, []);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element) FITS.some((fit) => tryFit(element, fit));
  }, undefined);
  return { ref };
}

/** Whether everything stands whole at this size. @param {HTMLElement} element @param {number} fit */
function tryFit(element, fit) {
  element.style.setProperty("--fit", String(fit));
  return [element, ...element.querySelectorAll("[data-whole]")].every((box) => box.scrollHeight <= box.clientHeight + 1);
}

/**
 * The largest title size in pixels with which every word of the title stands on the card.
 * @param {string | null | undefined} title @param {number} width @param {number} height
 */
export function titleSize(title, width, height) {
  const full = height / LINES;
  const words = (title ?? "").split(/\s+/).filter(Boolean);
  for (const share of [1, 0.9, 0.8, 0.7]) {
    const size = full * share;
    const room = Math.floor((height - full * 1.85) / (size * 1.14));
    if (linesOf(words, (width - full * 1.6) / (size * 0.53)) <= room) return size;
  }
  return full * 0.6;
}

/** How many lines the words need with this many characters a line. @param {string[]} words @param {number} perLine */
export function linesOf(words, perLine) {
  let [lines, used] = [1, 0];
  for (const word of words) {
    const wanted = used ? used + 1 + word.length : word.length;
    if (wanted <= perLine) used = wanted;
    else {
      lines += used ? 1 : 0;
      lines += Math.ceil(word.length / perLine) - 1;
      used = word.length % Math.max(1, Math.floor(perLine)) || word.length;
    }
  }
  return lines;
}
