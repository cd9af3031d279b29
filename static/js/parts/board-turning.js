// @ts-check
/** A list that is longer than its place: as many entries as stand whole, the rest in turn, and a count of what is where. */
import { t } from "../lib/i18n.js";
import { html, useEffect, useLayoutEffect, useRef, useState } from "../lib/vendor.js";

const TURN_MS = 10_000;

/**
 * @template T
 * @param {{items: T[], name?: string, entry: (item: T, i: number, isTop: boolean) => any}} props
 *   an entry is told whether it stands at the top of a column
 */
export function Turning({ items, name = "", entry }) {
  const ref = useRef(/** @type {HTMLElement | null} */ (null));
  const [start, setStart] = useState(0);
  const [room, setRoom] = useState(items.length);
  const from = start < items.length ? start : 0;
  const [tops, setTops] = useState("");
  const measure = () => {
    setRoom(Math.max(1, wholeIn(ref.current)));
    setTops(topsIn(ref.current).join());
  };
  useLayoutEffect(measure, undefined);
  useEffect(() => {
    addEventListener("resize", measure);
    document.fonts?.ready.then(measure);
    return () => removeEventListener("resize", measure);
  }, []);
  useEffect(() => {
    if (from === 0 && room >= items.length) return undefined;
    const turn = setTimeout(() => setStart(from + room < items.length ? from + room : 0), TURN_MS);
    return () => clearTimeout(turn);
  }, [from, room, items.length]);
  const isTop = (/** @type {number} */ i) => i === 0 || tops.split(",").includes(String(i));
  const isPart = from > 0 || room < items.length;
  return html`<div class="turning">
    <ul class=${name} ref=${ref}>${items.slice(from).map((item, i) => html`<li key=${from + i} class=${i < room ? "turning-entry" : "turning-entry is-later"} aria-hidden=${i < room ? undefined : "true"}>${entry(item, from + i, isTop(i))}</li>`)}</ul>
    ${isPart && html`<p class="turning-count">${t("{a} til {b} af {n}", { a: from + 1, b: Math.min(items.length, from + room), n: items.length })}</p>`}
  </div>`;
}

/** How many of its entries stand whole in this list, from the first. @param {HTMLElement | null} list */
function wholeIn(list) {
  if (!list) return 0;
  const box = list.getBoundingClientRect();
  const children = [...list.children];
  const cut = children.findIndex((one) => {
    const { bottom, right } = one.getBoundingClientRect();
    return bottom > box.bottom + 1 || right > box.right + 1;
  });
  return cut < 0 ? children.length : cut;
}

/** Which of its entries begin a further column. @param {HTMLElement | null} list */
function topsIn(list) {
  const lefts = [...(list?.children ?? [])].map((one) => one.getBoundingClientRect().left);
  return lefts.flatMap((left, i) => (i > 0 && left > (lefts[i - 1] ?? left) + 1 ? [i] : []));
}
