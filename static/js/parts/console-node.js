// @ts-check
/** One card in full: what is known about it, and what the facilitator may do with it. */
import { t } from "../lib/i18n.js";
import { dateWords } from "../lib/time.js";
import { html } from "../lib/vendor.js";
import { answerWords } from "./board-storm.js";
import { ActionButton } from "./console-form.js";
import { actionsOn } from "./console-node-actions.js";
import { mapOf, wantsOwner } from "./map-model.js";
import { roleTitle } from "./map-roles.js";
import { amountWords, besideWords } from "./map-amounts.js";
import { classWords, ownerWords, rowWords, stateWords, typeWords } from "./map-words.js";

/** @typedef {import("./map-model.js").Room} Room */
/** @typedef {import("./map-model.js").BenefitMap} BenefitMap */
/** @typedef {import("./map-model.js").MapNode} MapNode */

/** @param {{room: Room, id: string, onClose: () => void}} props */
export function NodePanel({ room, id, onClose }) {
  const map = mapOf(room.store);
  const node = map.nodes.get(id);
  if (!node) return null;
  const tone = node.type === "benefit" ? node.perspective : node.type;
  return html`<section class=${`node-panel tone-${tone}`} aria-label=${t("Kort {label}", { label: node.label })}>
    <header>
      <h2><b>${node.label}</b> ${node.title || t("Mangler navn")}</h2>
      <button type="button" class="button" onClick=${onClose}>${t("Luk")}</button>
    </header>
    <dl>${factsOf(node, map, room.store).map(([name, words]) => html`<div key=${name}><dt>${name}</dt><dd>${words}</dd></div>`)}</dl>
    ${(map.findings.get(id) ?? []).map((one) => html`<p key=${one.rule} class=${`finding is-${one.level}`}><b>${one.rule}</b> ${one.text} ${one.next && html`<span>${one.next}</span>`}</p>`)}
    <${Why} lines=${room.store.slice(`why/${id}`).value ?? []} />
    <div class="node-actions">${actionsOn(node, map, room.store).map((action) => html`<${ActionButton} key=${`${id}${action.text}`} room=${room} action=${action} />`)}</div>
  </section>`;
}

/**
 * Hvorfor? The rules that made the card what it is.
 * @param {{lines: {rule: string, text: string, why?: string | null}[]}} props
 */
function Why({ lines }) {
  if (!lines.length) return null;
  return html`<details class="node-why">
    <summary>${t("Hvorfor?")}</summary>
    <ul>${lines.map((one) => html`<li key=${one.rule + one.text}>${/^[A-Z]/.test(one.rule) && html`<b>${one.rule}</b> `}${one.text} ${one.why && html`<span>${one.why}</span>`}</li>`)}</ul>
  </details>`;
}

/** @param {MapNode} node @param {BenefitMap} map @param {Room["store"]} store @returns {[string, string][]} */
function factsOf(node, map, store) {
  const owner = map.owners.get(node.id);
  const measure = map.measures.get(node.id);
  const estimate = map.estimates.get(node.id);
  const challenges = map.challenges.get(node.id) ?? [];
  /** @type {[string, string | undefined | false | null][]} */
  const facts = [
    [t("Slags"), node.type === "benefit" ? [typeWords(node.type), rowWords(node.perspective ?? ""), node.class && classWords(node.class)].filter(Boolean).join(" · ") : typeWords(node.type)],
    [t("Tilstand"), stateWords(node)],
    [t("Ejer"), wantsOwner(node) && ownerOf(owner, store)],
    [t("Måling"), measure && [measure.indicator, amountOf(measure)].filter(Boolean).join(": ")],
    [t("Rummets skøn"), estimate?.median && t("midt {median}, halvdelen mellem {q1} og {q3}", { median: amountWords(estimate.median), q1: amountWords(estimate.q1), q3: amountWords(estimate.q3) })],
    [t("Modvind"), challenges.map((one) => `${one.text} (${answerWords(one.state).toLowerCase()})`).join("; ")],
  ];
  return facts.flatMap(([name, words]) => (words ? [/** @type {[string, string]} */ ([name, words])] : []));
}

/** @param {import("./map-model.js").Assignment | undefined} owner @param {Room["store"]} store */
function ownerOf(owner, store) {
  if (!owner) return t("Ingen ejer");
  const who = owner.name || owner.role_title || roleTitle(store, owner.role);
  return `${who}, ${ownerWords(owner.state)}${owner.by ? ` · ${dateWords(owner.by)}` : ""}`;
}

/** @param {import("./map-model.js").Measure} measure */
function amountOf({ baseline, target, unit }) {
  return target ? `${besideWords(baseline, target, unit) || "?"} → ${amountWords(target, unit)}` : "";
}
