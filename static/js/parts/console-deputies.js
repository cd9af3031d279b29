// @ts-check
/** Who may take over: deputies by name, each with a link of their own, and a code on paper. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { ActionButton } from "./console-form.js";
import { LinkButton } from "./console-link.js";

/** @typedef {import("./map-model.js").Room} Room */

/** @param {{room: Room}} props */
export function Deputies({ room }) {
  const { code } = room.page;
  const desk = room.store.slice("desk").value;
  const here = /** @type {string[]} */ (room.store.slice("network").value?.desks ?? []);
  const deputies = /** @type {{deputy: string, name: string}[]} */ (desk?.deputies ?? []);
  return html`<section aria-labelledby="deputies">
    <h2 id="deputies">${t("Stedfortrædere")}</h2>
    <p>${t("De kan kigge med og tage over, hvis der er stille fra dig i et minut. Du tager spillet tilbage med ét tryk.")}</p>
    ${deputies.length > 0 && html`<ul class="deputies">${deputies.map((one) => html`<li key=${one.deputy}>
      <b>${one.name}</b> <span>${deputyWords(one.deputy, desk.leads, here)}</span>
      <div class="room-actions">
        <${LinkButton} path=${`/g/${code}/deputies/${one.deputy}/link`} text=${t("Vis link")} hint=${t("Linket er personligt. Send det til {name}, eller lad dem scanne koden.", { name: one.name })} />
        <${ActionButton} room=${room} action=${{ do: "remove_deputy", text: t("Fjern"), d: { deputy: one.deputy }, isFree: true, tone: "danger", sure: t("{name} kan ikke længere se konsollen eller tage over.", { name: one.name }) }} />
      </div>
    </li>`)}</ul>`}
    <div class="room-actions">
      <${ActionButton} room=${room} action=${{ do: "add_deputy", text: t("Udnævn en stedfortræder"), isFree: true, fields: [{ name: "name", label: t("Navn"), max: 60 }] }} />
      <a class="button" href=${`/g/${code}/backup`} target="_blank" rel="noopener">${desk?.backup ? t("Ny reservekode på papir") : t("Reservekode på papir")}</a>
    </div>
  </section>`;
}

/** @param {string} deputy @param {string} leads @param {string[]} here */
function deputyWords(deputy, leads, here) {
  if (deputy === leads) return t("styrer nu");
  return here.includes(deputy) ? t("kigger med") : t("ikke her endnu");
}
