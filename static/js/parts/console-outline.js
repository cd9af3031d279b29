// @ts-check
/** The map as an outline: the same cards in the same order with the same actions, and what is set aside. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { LANES, ROWS, laneOf, rowOf } from "./map-geometry.js";
import { Icon } from "./map-icons.js";
import { mapOf, wantsOwner, worst } from "./map-model.js";
import { laneWords, ownerWords, rowWords, stateWords } from "./map-words.js";

/** @typedef {import("./map-model.js").MapNode} MapNode */
/** @typedef {import("./map-model.js").BenefitMap} BenefitMap */

/** @param {{room: import("./map-model.js").Room, selected: string, onPick: (id: string) => void}} props */
export function Outline({ room, selected, onPick }) {
  const map = mapOf(room.store);
  const all = [...map.nodes.values()];
  const shown = all.filter((node) => node.state !== "parked" && node.state !== "rejected");
  const aside = all.filter((node) => node.state === "parked");
  const rank = (/** @type {MapNode} */ node) => ROWS.indexOf(rowOf(node));
  if (!all.length) return html`<p class="empty">${t("Kortet er tomt endnu.")}</p>`;
  const row = (/** @type {MapNode} */ node) => html`<${OutlineRow} key=${node.id} node=${node} map=${map} isSelected=${selected === node.id} onPick=${onPick} />`;
  return html`<div class="outline">
    ${LANES.map((lane) => {
      const nodes = shown.filter((node) => laneOf(node.type) === lane).sort((a, b) => rank(a) - rank(b));
      return nodes.length > 0 && html`<section key=${lane}><h2>${laneWords(lane)}</h2><ul>${nodes.map(row)}</ul></section>`;
    })}
    ${aside.length > 0 && html`<section><h2>${t("Parkeret")}</h2><ul>${aside.map(row)}</ul></section>`}
  </div>`;
}

/** @param {{node: MapNode, map: BenefitMap, isSelected: boolean, onPick: (id: string) => void}} props */
function OutlineRow({ node, map, isSelected, onPick }) {
  const findings = map.findings.get(node.id);
  const tone = node.type === "benefit" ? node.perspective : node.type;
  const leads = [...map.edges.values()].filter((edge) => edge.from === node.id).map((edge) => map.nodes.get(edge.to)?.label).filter(Boolean);
  return html`<li>
    <button type="button" class=${`outline-row tone-${tone}${isSelected ? " is-selected" : ""}`} aria-pressed=${isSelected} onClick=${() => onPick(node.id)}>
      <b>${node.label}</b>
      <span class="outline-title">${node.title || stateWords(node)}${leads.length > 0 && html`<small>${t("fører til {labels}", { labels: leads.join(", ") })}</small>`}</span>
      <span class="outline-words">${node.type === "benefit" && html`<span class="visually-hidden">${rowWords(node.perspective ?? "")}</span>`}
        ${node.state === "accepted" ? wantsOwner(node) && node.type !== "goal" && ownerWords(map.owners.get(node.id)?.state) : stateWords(node)}
      </span>
      ${worst(findings) && html`<span class=${`outline-flag is-${worst(findings)}`}><${Icon} name="flag" />${findings?.[0]?.rule}</span>`}
    </button>
  </li>`;
}
