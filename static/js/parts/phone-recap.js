// @ts-check
/** After a round: one's own contribution first, how it met the others, then what the room made. */
import { html } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";
import { stateWords } from "./map-words.js";
import { NodeCard } from "./phone-card.js";
import { Stage } from "./phone-frame.js";
import { Meters } from "./phone-meters.js";

/** @typedef {import("./phone-app.js").App} App */

/** @param {{app: App}} props */
export function Recap({ app }) {
  const recap = /** @type {string[]} */ (app.store.slice("recap").value ?? []);
  const round = app.store.slice("round").value;
  const foot = html`<p
    class="foot-line"><span>${t("Kig op. Spilstyreren går videre om lidt.")}</span></p>`;
  return html`
    <${Stage} title=${t("Det kom der ud af det")} foot=${foot}>
      ${recap.length > 0 && html`<ul class="recap">${recap.map((words) => html`<li
        key=${words}>${words}</li>`)}</ul>`}
      <${OwnNodes} app=${app} round=${round.key} />
      ${round.n >= 4 && html`<${Meters} app=${app} />`}
    </${Stage}>
  `;
}

/**
 * The cards that this seat stood behind, and what became of each.
 * @param {{app: App, round?: string}} props of one round, or of the whole game
 */
export function OwnNodes({ app, round = "" }) {
  const { backed = [] } = app.store.slice("mine").value ?? {};
  const nodes = backed
    .map((/** @type {string} */ id) => app.store.slice(`node/${id}`).value)
    .filter((/** @type {any} */ node) => node?.round.startsWith(round));
  if (nodes.length === 0) return null;
  return html`
    <section class="own">
      <h2>${t("Dit aftryk")}</h2>
      <ul class="cards">
        ${nodes.map((/** @type {any} */ node) => html`<li key=${node.id}><${NodeCard} app=${app}
          node=${node.id} foot=${metWords(node)} /></li>`)}
      </ul>
    </section>
  `;
}

/** How a contribution met the others, in one line. @param {any} node */
export function metWords(node) {
  const others = Math.max(0, (node.support ?? 1) - 1);
  const state = stateWords(node);
  if (others === 0) return t("{state} · kun dig indtil nu", { state });
  if (others === 1) return t("{state} · én til sagde det samme", { state });
  return t("{state} · {n} andre sagde det samme", { state, n: others });
}
