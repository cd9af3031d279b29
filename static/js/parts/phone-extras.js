// @ts-check
/** What a person may do beside what is asked. */
import { html } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";
import { EXTRAS } from "./phone-own-asks.js";

/** @typedef {import("./phone-app.js").App} App */
/** @typedef {import("./phone-tasks.js").Ask} Ask */

/** @param {{app: App, onChoose: (ask: Ask) => void}} props */
export function Extras({ app, onChoose }) {
  const round = app.store.slice("round").value;
  const isClosed = app.store.slice("game").value?.state === "closed";
  const now = isClosed ? ["closed"] : [round?.key, `${round?.key}.${round?.stage || round?.step}`];
  const offered = EXTRAS.filter(({ when }) => when.some((one) => now.includes(one)))
    .map(({ title, ask }) => ({ title: title(), ask: ask(app) }))
    .filter(({ ask }) => ask !== null);
  if (offered.length === 0) return null;
  return html`
    <section class="extras">
      <h2>${t("Du kan også")}</h2>
      <div class="chips">
        ${offered.map(({ title, ask }) => html`<button class="chip" key=${title}
          onClick=${() => onChoose(/** @type {Ask} */ (ask))}>${title}</button>`)}
      </div>
    </section>
  `;
}
