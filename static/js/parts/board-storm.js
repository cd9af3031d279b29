// @ts-check
/** Round 6: the challenge cards and what was answered; the unanswered come first. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { useShrink } from "./map-fit.js";
import { Icon } from "./map-icons.js";
import { mapOf } from "./map-model.js";

/** @typedef {import("./map-model.js").Challenge} Challenge */

const SHOWN = 9;
const ORDER = ["open", "not_enough", "action", "answered", "enough"];

/** @param {{room: import("./map-model.js").Room}} props */
export function Storm({ room }) {
  const { nodes } = mapOf(room.store);
  const all = /** @type {Challenge[]} */ (room.store.list("challenge/").value);
  const shown = [...all].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)).slice(0, SHOWN);
  const { ref } = useShrink();
  return html`<ul class=${shown.length > 6 ? "storm is-many" : "storm"} ref=${ref}>
    ${shown.map((one) => html`<${StormCard} key=${one.id} challenge=${one} node=${nodes.get(one.node)} />`)}
  </ul>`;
}

/** @param {{challenge: Challenge, node?: import("./map-model.js").MapNode}} props */
function StormCard({ challenge, node }) {
  return html`<li data-whole class=${`storm-card is-${challenge.state}`}>
    <p class="storm-about"><${Icon} name="storm" /> <b>${node?.label}</b> <span class="storm-state">${answerWords(challenge.state)}</span></p>
    <p class="storm-text">${challenge.text}</p>
    ${challenge.answer && html`<p class="storm-answer">${challenge.answer}</p>`}
    <p class="storm-title">${node?.title}</p>
  </li>`;
}

/** How an answer stands. @param {string} state */
export function answerWords(state) {
  if (state === "answered") return t("Besvaret");
  if (state === "enough") return t("Godt nok svar");
  if (state === "not_enough") return t("Ikke nok endnu");
  if (state === "action") return t("Følges op efter i dag");
  return t("Venter på svar");
}
