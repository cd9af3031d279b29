// @ts-check
/** Round 6: the challenge cards and what was answered; the unanswered come first. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { Turning } from "./board-turning.js";
import { softened } from "./map-break.js";
import { Icon } from "./map-icons.js";
import { mapOf } from "./map-model.js";

/** @typedef {import("./map-model.js").Challenge} Challenge */

const ORDER = ["open", "not_enough", "action", "answered", "enough"];

/** @param {{room: import("./map-model.js").Room}} props */
export function Storm({ room }) {
  const { nodes } = mapOf(room.store);
  const all = /** @type {Challenge[]} */ (room.store.list("challenge/").value);
  const sorted = [...all].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return html`<section class=${sorted.length > 4 ? "storm" : "storm is-few"} aria-label=${t("Modvind")}>
    <${Turning} items=${sorted} entry=${(/** @type {Challenge} */ one) => html`<${StormCard} key=${one.id} challenge=${one} node=${nodes.get(one.node)} />`} />
  </section>`;
}

/** @param {{challenge: Challenge, node?: import("./map-model.js").MapNode}} props */
function StormCard({ challenge, node }) {
  return html`<div class=${`storm-card is-${challenge.state}`}>
    <p class="storm-about"><${Icon} name="storm" /> <b>${node?.label}</b> <span class="storm-title">${softened(node?.title)}</span></p>
    <p class="storm-text">${softened(challenge.text)}</p>
    <p class="storm-foot"><b class="storm-state">${answerWords(challenge.state)}</b> ${challenge.answer && html`<span class="storm-answer">${softened(challenge.answer)}</span>`}</p>
  </div>`;
}

/** How an answer stands. @param {string} state */
export function answerWords(state) {
  if (state === "answered") return t("Besvaret");
  if (state === "enough") return t("Godt nok svar");
  if (state === "not_enough") return t("Ikke nok endnu");
  if (state === "action") return t("Følges op efter i dag");
  return t("Venter på svar");
}
