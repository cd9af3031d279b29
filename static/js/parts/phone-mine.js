// @ts-check
/** What I own and promised, what I gave, and what became of it. */
import { html } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";
import { dateWords } from "../lib/time.js";
import { NodeCard } from "./phone-card.js";
import { Own } from "./phone-met.js";

/** @typedef {import("./phone-app.js").App} App */

/** @param {{app: App}} props */
export function Mine({ app }) {
  const seat = app.store.slice("me").value?.seat;
  const owned = app.store
    .list("assignment/")
    .value.filter((/** @type {any} */ one) => one.seat === seat && one.state === "accepted");
  const doing = app.store
    .list("action/")
    .value.filter((/** @type {any} */ one) => one.seat === seat && one.by);
  return html`
    <section class="own">
      <h2>${t("Det ejer jeg")}</h2>
      ${owned.length === 0 && html`<p class="quiet">${t("Du ejer ikke noget på kortet.")}</p>`}
      <ul class="cards">
        ${owned.map((/** @type {any} */ one) => html`<li key=${one.node}><${NodeCard} app=${app}
          node=${one.node} foot=${promiseWords(one)} /></li>`)}
      </ul>
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

/** @param {any} assignment */
function promiseWords({ by, proxy, co_signed: isSigned }) {
  const parts = [
    by && t("senest {day}", { day: dateWords(by) }),
    proxy && t("på dine vegne"),
    isSigned && t("skrevet under af budgetansvarlig"),
  ];
  return parts.filter(Boolean).join(" · ");
}
