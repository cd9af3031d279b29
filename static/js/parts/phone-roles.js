// @ts-check
/** R4: play a role on a benefit, or take it oneself. Secret until the reveal. */
import { html, useState } from "../lib/vendor.js";
import { t, tn } from "../lib/i18n.js";
import { Card, bandOf, nodeWords, toneOf } from "./phone-card.js";
import { Choice } from "./phone-fields.js";
import { Stage } from "./phone-frame.js";
import { mayOwn, ownerOptions } from "./phone-owners.js";
import { Table } from "./phone-table.js";
import { roundWords } from "./phone-rounds.js";
import { isSending } from "./phone-tasks.js";

/** @typedef {import("./phone-app.js").App} App */

/** What can be owned now: what the room believes in, the most important first. @param {App} app */
function ownable({ store }) {
  const weight = (/** @type {any} */ node) => Number(node.importance ?? 0);
  return store
    .list("node/")
    .value.filter(
      (/** @type {any} */ node) =>
        node.type === "benefit" && /^(accepted|contested)$/.test(node.state)
        && store.slice(`assignment/${node.id}`).value?.state !== "accepted",
    )
    .sort((/** @type {any} */ a, /** @type {any} */ b) => weight(b) - weight(a));
}

/**
 * @param {{app: App, onRest: () => void, waiting: number, onAsks: () => void, extras: any}} props
 */
export function Roles({ app, onRest, waiting, onAsks, extras }) {
  const [node, setNode] = useState("");
  const [role, setRole] = useState("");
  const { title, sub } = roundWords(app.store.slice("round").value);
  const nodes = ownable(app);
  const chosen = nodes.find((/** @type {any} */ one) => one.id === node);
  const isBusy = isSending(app, "nominate") || isSending(app, "claim");
  const clear = (/** @type {{ok: boolean}} */ ack) => {
    if (!ack.ok) return;
    setRole("");
    setNode("");
  };
  const claim = async () => clear(await app.wire.send("claim", { node }));
  const point = async () => clear(await app.wire.send("nominate", { node, role }));
  const foot = html`
    <p class="foot-line"><span>${chosen ? nodeWords(chosen) : t("Vælg en gevinst")}</span>
      ${waiting > 0 && html`<button class="link"
        onClick=${onAsks}>${tn("Ét spørgsmål", "{n} spørgsmål", waiting)}</button>`}</p>
    <div class="pair">
      ${
        (!chosen || mayOwn(app.store, chosen)) &&
        html`<button class="button is-main is-good" disabled=${!chosen || isBusy}
          onClick=${claim}>${t("Jeg tager den")}</button>`
      }
      <button class="button is-main" disabled=${!chosen || !role || isBusy}
        onClick=${point}>${t("Foreslå rollen")}</button>
    </div>
    <button class="button" onClick=${onRest}>${t("Jeg er færdig")}</button>`;
  return html`
    <${Stage} title=${title} sub=${sub} foot=${foot} look="is-hand is-roles">
      <ul class=${chosen ? "fan is-short" : "fan"} aria-label=${t("Gevinster")}>
        ${nodes.map(
          (/** @type {any} */ one) => html`
          <li key=${one.id}><button class="pick" aria-pressed=${node === one.id}
            onClick=${() => {
              setNode(one.id);
              setRole("");
            }}>
            <${Card} title=${one.title} tone=${toneOf(one)} band=${bandOf(one)} label=${one.label}
              look="is-tall" />
          </button></li>`,
        )}
      </ul>
      ${
        chosen &&
        html`<${Choice} label=${t("Hvilken rolle skal høste den?")} value=${role}
          options=${ownerOptions(app.store, chosen)}
          onChange=${(/** @type {string} */ one) => setRole(role === one ? "" : one)} />`
      }
      <${Table} app=${app} />
      ${extras}
    </${Stage}>
  `;
}
