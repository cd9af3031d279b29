// @ts-check
/** What the room has just turned face up, so that a phone far from the board can follow the talk. */
import { html } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";
import { dateWords } from "../lib/time.js";
import { amountWords, besideWords } from "./map-amounts.js";
import { ownerWords } from "./map-words.js";
import { NodeCard } from "./phone-card.js";
import { metCards } from "./phone-met.js";

/** @typedef {import("./phone-app.js").App} App */
/** @typedef {{id: string, foot?: any}} Shown */

/** @type {Record<string, (app: App) => Shown[]>} what each round turns up, by its key */
const SHOWN = {
  r1: ({ store }) => store.list("goal/").value,
  r3: ({ store }) => counted(store, "change"),
  r4: ({ store }) =>
    counted(store, "benefit").map(({ id }) => ({
      id,
      foot: ownerLine(store.slice(`assignment/${id}`).value),
    })),
  r5: ({ store }) =>
    store.list("estimate/").value.map((estimate) => ({
      id: estimate.node,
      foot: estimateLine(estimate, store.slice(`measure/${estimate.node}`).value?.unit ?? ""),
    })),
  r6: ({ store }) =>
    store.list("challenge/").value.map((one) => ({ id: one.node, foot: one.answer ?? one.text })),
};

/** @param {import("../lib/store.js").Store} store @param {string} type @returns {any[]} */
function counted(store, type) {
  return store
    .list("node/")
    .value.filter((node) => node.type === type && /^(accepted|contested)$/.test(node.state));
}

/** Who owns it, or that nobody does. @param {any} assignment */
function ownerLine(assignment) {
  const { name, state, by } = assignment ?? {};
  const day = by && t("senest {day}", { day: dateWords(by) });
  return [name, ownerWords(state), day].filter(Boolean).join(" · ");
}

/** The middle and the spread, or that the room does not agree. @param {any} estimate @param {string} unit */
function estimateLine({ median, q1, q3, contested }, unit) {
  if (!median) return t("For få skøn endnu");
  const middle = t("Midt i: {middle}", { middle: amountWords(median, unit) });
  if (!contested) return middle;
  const spread = t("uenighed, {low}–{high}", { low: besideWords(q1, median, unit), high: besideWords(q3, median, unit) });
  return `${middle} · ${spread}`;
}

/** @param {{app: App}} props */
export function Shown({ app }) {
  const { key } = app.store.slice("round").value ?? {};
  const own = new Set(metCards(app, key).map(({ id }) => id));
  const shown = (SHOWN[key]?.(app) ?? []).filter(({ id }) => !own.has(id));
  if (shown.length === 0) return null;
  return html`
    <section class="own">
      <h2>${t("På tavlen nu")}</h2>
      <ul class="cards">
        ${shown.map(
          ({ id, foot }, at) => html`
            <li key=${`${id}.${at}`}><${NodeCard} app=${app} node=${id} foot=${foot} /></li>`,
        )}
      </ul>
    </section>
  `;
}
