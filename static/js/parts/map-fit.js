// @ts-check
/** Fitting: how large a box is on this screen, and how large a title may be on its card. */
import { useLayoutEffect, useRef, useState } from "../lib/vendor.js";

/** The size of a title's letters in layout units: 28 pixels of a 1080p projector. */
export const TEXT = 28;

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

/**
 * A ref for an element whose `--fit` becomes the largest at which nothing in it overflows.
 * @param {number} [least] what can still be read from the back row
 */
export function useShrink(least = 0.5) {
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
    if (element) FITS.filter((fit) => fit >= least).some((fit) => tryFit(element, fit));
  }, undefined);
  return { ref };
}

/** Whether everything stands whole at this size. @param {HTMLElement} element @param {number} fit */
function tryFit(element, fit) {
  element.style.setProperty("--fit", String(fit));
  return [element, ...element.querySelectorAll("[data-whole]")].every((box) => box.scrollHeight <= box.clientHeight + 1);
}
