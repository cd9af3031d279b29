// @ts-check
/** Before the start: the three things to do, each with its button, and who waits at the door. */
import { t, tn } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { addressWords, codeWords } from "./board-foot.js";
import { ActionButton } from "./console-form.js";
import { roleOptions, roleTitle } from "./map-roles.js";

/** @typedef {import("./map-model.js").Room} Room */

/** @param {{room: Room}} props */
export function Lobby({ room }) {
  const { store, page } = room;
  if (store.slice("game").value?.state !== "lobby") return null;
  const count = store.slice("count").value;
  const missing = /** @type {string[]} */ (store.slice("roles").value?.missing ?? []);
  const role = { name: "role", label: t("Rolle"), options: roleOptions(store) };
  return html`<ol class="lobby-steps">
    <li><h3>${t("Vis tavlen på den store skærm")}</h3>
      <p>${t("Åbn den, og træk vinduet over. Til en anden maskine er der et link på projektets side.")}</p>
      ${page.board_url && html`<a class="button" href=${page.board_url} target="_blank" rel="noopener">${t("Åbn tavlen")}</a>`}</li>
    <li><h3>${count?.seats ? tn("{n} er med", "{n} er med", count.seats) : t("Lad folk gå med")}</h3>
      <p>${t("De går til {address} og skriver", { address: addressWords(page.join_url) })} <b class="room-code">${codeWords(page.code)}</b></p>
      <${ActionButton} room=${room} action=${{ do: "add_proxy", text: t("Tilføj en uden telefon"), isFree: true, fields: [role, { name: "name", label: t("Navn"), max: 60 }] }} /></li>
    <li><h3>${missing.length ? t("Hvem mangler?") : t("Alle slags roller er her")}</h3>
      <p>${missing.length ? missing.map((id) => roleTitle(store, id)).join(", ") : t("Så er der nogen til at eje, betale og mærke det.")}</p>
      <${ActionButton} room=${room} action=${{ do: "add_absent", text: t("Tilføj en fraværende"), isFree: true, fields: [role, { name: "name", label: t("Navn"), isOptional: true, max: 60 }] }} /></li>
  </ol>`;
}
