// @ts-check
/** The people without a phone: a helper's own place to play their cards and give their answers. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { PlayFor } from "./console-proxy.js";
import { roleTitle } from "./map-roles.js";

/** @typedef {import("./map-model.js").Room} Room */
/** @typedef {import("./console-people.js").Person & {isAsked: boolean}} Helped */

/** Who is played for, and whether they have something to say now. @param {Room["store"]} store @returns {Helped[]} */
export function helpedIn(store) {
  const people = /** @type {import("./console-people.js").Person[]} */ (store.slice("roster").value ?? []);
  return people
    .filter((one) => one.proxy && !one.waiting)
    .map((one) => ({ ...one, isAsked: [`hand/${one.seat}`, `asks/${one.seat}`].some((name) => (store.slice(name).value ?? []).length > 0) }));
}

/** @param {{room: Room}} props */
export function Helpers({ room }) {
  const { store } = room;
  return html`<p>${t("Personen svarer højt, og du trykker. Stemmer og skøn er stadig hemmelige for alle andre.")}</p>
    ${helpedIn(store).map((one) => html`<section key=${one.seat} class="helped" aria-label=${one.name}>
      <h2>${one.name || roleTitle(store, one.role)} <span>${one.name && roleTitle(store, one.role)}</span></h2>
      <${PlayFor} room=${room} seat=${one.seat} name=${one.name || roleTitle(store, one.role)} />
    </section>`)}`;
}
