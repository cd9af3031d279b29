// @ts-check
/** What I own and promised, what I gave, and what became of it. */
import { html } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";
import { dateWords } from "../lib/time.js";
import { NodeCard } from "./phone-card.js";
import { Own, metCards } from "./phone-met.js";

/** @typedef {import("./phone-app.js").App} App */

/** @param {{app: App}} props */
export function Mine({ app }) {
  const seat = app.store.slice("me").value?.seat;
  const doing = app.store
    .list("action/")
    .value.filter((/** @type {any} */ one) => one.seat === seat && one.by);
  return html`
    <section class="own">
      <${Owned} app=${app} owned=${ownedBy(app)} />
      ${
        doing.length > 0 &&
        html`
        <h2>${t("Det gør jeg")}</h2>
        <ul class="recap">${doing.map((/** @type {any} */ one) => html`<li
          key=${one.id}>${one.text} <b>${dateWords(one.by)}</b></li>`)}</ul>`
      }
    </section>
    <${Own} app=${app} look="is-compact" />
  `;
}

/**
 * What to read while others go on: what I said about owners just now, else what I promised, else
 * what I gave.
 * @param {{app: App}} props
 */
export function Kept({ app }) {
  const { key, step } = app.store.slice("round").value;
  const isNaming = key === "r4" && step === "open" && metCards(app, key).length > 0;
  const owned = ownedBy(app);
  if (isNaming || owned.length === 0)
    return html`<${Own} app=${app} round=${isNaming ? key : ""} look="is-compact" />`;
  return html`<section class="own"><${Owned} app=${app} owned=${owned} look="is-compact" /></section>`;
}

/** @param {{app: App, owned: any[], look?: string}} props */
function Owned({ app, owned, look = "" }) {
  return html`
    <h2>${t("Det ejer jeg")}</h2>
    ${owned.length === 0 && html`<p class="quiet">${t("Du ejer ikke noget på kortet.")}</p>`}
    <ul class="cards ${look}">
      ${owned.map((one) => html`<li key=${one.node}><${NodeCard} app=${app}
        node=${one.node} foot=${promiseWords(one)} /></li>`)}
    </ul>
  `;
}

/** The promises of this seat. @param {App} app @returns {any[]} */
function ownedBy({ store }) {
  const seat = store.slice("me").value?.seat;
  return store
    .list("assignment/")
    .value.filter((/** @type {any} */ one) => one.seat === seat && one.state === "accepted");
}

/** @param {any} assignment */
function promiseWords({ by, proxy, co_signed: isSigned }) {
  const parts = [
    by && t("senest {day}", { day: dateWords(by) }),
    proxy && t("på dine vegne"),
    isSigned && t("skrevet under af budgetansvarlig"),
  ];
  return parts.filter(Boolean).join(" · ");
}
