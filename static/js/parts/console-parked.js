// @ts-check
/** The parking lot: what is set aside with its words kept, and comes back by one tap. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { ActionButton } from "./console-form.js";
import { mapOf } from "./map-model.js";
import { rowWords, typeWords } from "./map-words.js";

/** @typedef {import("./map-model.js").Room} Room */
/** @typedef {import("./map-model.js").MapNode} MapNode */

/** What is parked now. @param {Room["store"]} store @returns {MapNode[]} */
export const parkedIn = (store) => [...mapOf(store).nodes.values()].filter((node) => node.state === "parked");

/** @param {{room: Room}} props */
export function Parked({ room }) {
  const nodes = parkedIn(room.store);
  if (!nodes.length) return html`<p class="empty">${t("Intet er parkeret. Kort, der ikke kom med, venter her med deres ord.")}</p>`;
  return html`<p>${t("Det, der ikke kom med på kortet. Ordene er gemt, og intet tæller med, før du henter det.")}</p>
    <ul class="suggestions">${nodes.map((node) => html`<li key=${node.id} class=${`suggestion tone-${node.type === "benefit" ? node.perspective : node.type}`}>
      <p><b>${node.label} ${node.title}</b><span>${node.type === "benefit" ? rowWords(node.perspective ?? "") : typeWords(node.type)}</span></p>
      <${ActionButton} room=${room} action=${{ do: "unpark", text: t("Hent tilbage"), d: { node: node.id }, isFree: true }} />
    </li>`)}</ul>`;
}
