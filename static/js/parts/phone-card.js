// @ts-check
/** Cards: a band that says for whom, large words, the unit at the foot. */
import { html } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";
import { Icon } from "./map-icons.js";
import { rowWords, typeWords } from "./map-words.js";

/** @typedef {import("./phone-app.js").App} App */

/**
 * @param {{title: any, tone?: string, band?: string, label?: string, foot?: any, look?: string}} props
 *   `tone` is a perspective or a type of node: it gives colour, icon and pattern
 */
export function Card({ title, tone = "goal", band, label, foot, look = "" }) {
  return html`
    <article class="card ${look}" data-tone=${tone}>
      <header class="card-band"><${Icon} name=${tone} /><span>${band}</span>${label && html`<b
        class="card-label">${label}</b>`}</header>
      <p class="card-title">${title}</p>
      ${/is-(tall|grow)/.test(look) && html`<span class="card-mark"><${Icon}
        name=${tone} /></span>`}
      ${foot && html`<p class="card-foot">${foot}</p>`}
    </article>
  `;
}

/**
 * Which colour a node has: a benefit its perspective's, the rest their type's.
 * @param {any} node
 */
export const toneOf = (node) =>
  node.type === "benefit" ? (node.perspective ?? "citizens") : node.type;

/** What stands on the band of a node's card. @param {any} node */
export const bandOf = (node) =>
  node.type === "benefit" && node.perspective ? rowWords(node.perspective) : typeWords(node.type);

/**
 * How an effect is counted: unit and class in words.
 * @param {{unit?: string, class?: string}} card
 */
export function countWords({ unit, class: code }) {
  const parts = [unit && t("enhed: {unit}", { unit }), kindWords(code)];
  return parts.filter(Boolean).join(" · ");
}

/** A benefit's class in a few words; what is merely counted needs none. @param {string} [code] */
function kindWords(code) {
  if (code === "C") return t("et budget falder");
  if (code === "A") return t("udgift undgås");
  if (code === "T") return t("frigjort tid");
  if (code === "Q") return t("vurderes 0–4");
  return "";
}

/**
 * The card of a node on the map; nothing where there is none.
 * @param {{app: App, node?: string, foot?: any, look?: string}} props
 */
export function NodeCard({ app, node: id, foot, look = "is-low" }) {
  const node = id
    ? (app.store.slice(`node/${id}`).value ?? app.store.slice(`goal/${id}`).value)
    : null;
  if (!node) return null;
  const isGoal = !("type" in node);
  const tone = isGoal ? "goal" : toneOf(node);
  const band = isGoal ? t("Formål") : bandOf(node);
  return html`<${Card} title=${node.title} tone=${tone} band=${band} label=${node.label}
    look=${look} foot=${foot} />`;
}

/** A node by its label and title, on one line. @param {any} node */
export const nodeWords = (node) => [node.label, node.title].filter(Boolean).join(" · ");

/**
 * What one may choose among: the cards on the map that are neither parked nor hidden, and that fit.
 * @param {App} app
 * @param {(node: any) => boolean} fits
 * @returns {{value: string, text: string}[]}
 */
export function nodeOptions({ store }, fits) {
  const isThere = (/** @type {any} */ node) => !/^(parked|rejected)$/.test(node.state);
  const found = store.list("node/").value.filter((/** @type {any} */ node) => isThere(node) && fits(node));
  return found.map((/** @type {any} */ node) => ({ value: node.id, text: nodeWords(node) }));
}
