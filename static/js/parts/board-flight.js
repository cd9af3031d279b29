// @ts-check
/** The movements themselves: each short, each once, none of them asked for by a style sheet. */

/** @typedef {import("./board-motion.js").Rect} Rect */

const EASE = "cubic-bezier(0.3, 0, 0.2, 1)";
const [TRAVEL_MS, FLIP_MS, GATHER_MS, LEAVE_MS, NEW_MS, WAIT_MS, DRAW_MS] = [900, 900, 1400, 2600, 3500, 500, 1900];

/** Whether this reader asked for less motion. */
export const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** A mark that stands still, for readers without motion. @param {Element} element */
const mark = (element) =>
  element.animate([{ outline: "0.25em solid currentColor", outlineOffset: "0.1em" }, { outline: "0.25em solid currentColor", outlineOffset: "0.1em" }], NEW_MS);

/** The transform that puts an element at `to` back where `from` is. @param {Rect} from @param {Rect} to */
const shift = (from, to) =>
  `translate(${from.left + from.width / 2 - to.left - to.width / 2}px, ${from.top + from.height / 2 - to.top - to.height / 2}px) scale(${from.width / (to.width || 1)}, ${from.height / (to.height || 1)})`;

/**
 * From where it stood to where it stands; what is new fades in on its way.
 * @param {Element} element @param {Rect} from @param {Rect} to @param {{isNew?: boolean}} [how]
 */
export function travel(element, from, to, { isNew = false } = {}) {
  if (isCalm()) return void (isNew && mark(element));
  const rest = () => element.classList.remove("is-travelling");
  element.classList.add("is-travelling");
  element.animate([{ transform: shift(from, to), ...(isNew && { opacity: 0 }) }, { transform: "none", ...(isNew && { opacity: 1 }) }], { duration: TRAVEL_MS, easing: EASE, fill: "backwards" }).finished.then(rest, rest);
}

/**
 * Arrows that were not there before are drawn from their beginning, lane by lane: a pane with their doubles opens
 * from the left, which neither script nor style has to follow, and they themselves stand there when it is open.
 * @param {Element} root @param {Set<string>} known
 */
export function drawEdges(root, known) {
  const pane = /** @type {HTMLElement | null} */ (root.querySelector(".map-drawing"));
  const all = /** @type {SVGPathElement[]} */ ([...root.querySelectorAll("[data-edge]")]);
  const lines = all.filter((one) => !known.has(one.dataset.edge ?? ""));
  if (!pane || isCalm()) return;
  const ways = new Set(all.map((one) => one.getAttribute("d")));
  const isStale = [...pane.querySelectorAll("path")].some((one) => !ways.has(one.getAttribute("d")));
  if (lines.length || isStale) for (const one of pane.getAnimations()) one.finish();
  if (lines.length) openPane(pane, lines);
}

/** @param {HTMLElement} pane @param {SVGPathElement[]} lines */
function openPane(pane, lines) {
  const sheet = /** @type {SVGSVGElement} */ (/** @type {Element} */ (pane.previousElementSibling).cloneNode(false));
  sheet.append(...lines.map(doubleOf));
  pane.replaceChildren(sheet);
  const first = Math.min(...lines.map((one) => Number.parseFloat(one.getAttribute("d")?.slice(1) ?? "")));
  const shut = 100 - (100 * first) / sheet.viewBox.baseVal.width;
  const how = /** @type {const} */ ({ duration: DRAW_MS, delay: WAIT_MS, easing: "ease-in-out", fill: "backwards" });
  const drawn = pane.animate([{ transform: `translateX(${-shut}%)` }, { transform: "none" }], how);
  sheet.animate([{ transform: `translateX(${shut}%)` }, { transform: "none" }], how);
  for (const line of lines) line.classList.add("is-coming");
  const stand = () => {
    if (pane.firstChild === sheet) pane.replaceChildren();
    for (const line of lines) line.classList.remove("is-coming");
  };
  drawn.finished.then(stand, stand);
}

/** The same arrow once more, which is nobody's. @param {SVGPathElement} line */
function doubleOf(line) {
  const double = /** @type {SVGPathElement} */ (line.cloneNode());
  double.dataset.drawing = line.dataset.edge;
  delete double.dataset.edge;
  return double;
}

/** The back of a card, over everything, for as long as it flies. @param {Rect} rect */
export function backAt(rect) {
  const back = document.createElement("div");
  back.className = "back is-down is-flying";
  back.setAttribute("aria-hidden", "true");
  Object.assign(back.style, { left: `${rect.left}px`, top: `${rect.top}px`, width: `${rect.width}px`, height: `${rect.height}px` });
  document.querySelector(".board")?.append(back);
  return back;
}

/**
 * All backs turn over together, and gather at the cards they became; as many to a card as have laid it.
 * @param {Element} root @param {Rect[]} backs @param {Map<string, Rect>} cards @param {Map<string, {support?: number}>} nodes
 */
export function turnOver(root, backs, cards, nodes) {
  const faces = [...cards].flatMap(([id, rect]) => Array.from({ length: Math.max(1, nodes.get(id)?.support ?? 1) }, (_, i) => ({ id, rect, isFirst: i === 0 })));
  faces.forEach(({ id, rect, isFirst }, i) => {
    const from = /** @type {Rect} */ (backs[i % backs.length]);
    const card = root.querySelector(`[data-node="${CSS.escape(id)}"]`);
    if (isCalm()) return void (isFirst && card && mark(card));
    const at = shift(from, rect);
    const [delay, duration] = [FLIP_MS / 2, FLIP_MS / 2 + GATHER_MS];
    if (isFirst) card?.animate([{ transform: `${at} rotateY(90deg)`, offset: 0 }, { transform: at, offset: 0.25 }, { transform: at, offset: 0.4 }, { transform: "none", offset: 1 }], { duration, delay, easing: EASE, fill: "backwards" });
    const back = backAt(from);
    const away = `${shift(rect, from).split(" scale")[0]} scale(0.55)`;
    const turned = [{ transform: "none" }, { transform: "rotateY(90deg)" }];
    const joined = [...turned, { transform: "none", opacity: 0.9, offset: 0.5 }, { transform: away, opacity: 0.9, offset: 0.95 }, { transform: away, opacity: 0 }];
    back.animate(isFirst ? turned : joined, { duration: isFirst ? FLIP_MS / 2 : FLIP_MS + GATHER_MS, easing: isFirst ? "ease-in" : EASE, fill: "both" }).finished.then(
      () => back.remove(),
      () => back.remove(),
    );
  });
}

/** A card that leaves: its shape without its words, and one word why. @param {Rect} rect @param {string} word */
export function farewell(rect, word) {
  const last = document.createElement("div");
  last.className = "leaving";
  last.setAttribute("role", "status");
  last.textContent = word;
  Object.assign(last.style, { left: `${rect.left}px`, top: `${rect.top}px`, width: `${rect.width}px`, height: `${rect.height}px` });
  document.querySelector(".board")?.append(last);
  const out = isCalm() ? [{ opacity: 1 }, { opacity: 1 }] : [{ opacity: 1 }, { opacity: 1, offset: 0.75 }, { opacity: 0, transform: "scale(0.92)" }];
  last.animate(out, { duration: LEAVE_MS, fill: "both" }).finished.then(
    () => last.remove(),
    () => last.remove(),
  );
}
