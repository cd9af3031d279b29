// @ts-check
/** Who leads: a line at the top when it is not this console, with the way to take over or back. */
import { t } from "../lib/i18n.js";
import { html, useState } from "../lib/vendor.js";
import { ActionButton } from "./console-form.js";
import { Icon } from "./map-icons.js";

/** @typedef {import("./map-model.js").Room} Room */

/** Whether this console leads the game. @param {Room} room */
export function isLeading({ page, store }) {
  const desk = store.slice("desk").value;
  return !desk || desk.leads === (page.desk ?? "");
}

/** @param {{room: Room}} props */
export function DeskLine({ room }) {
  const { page, store } = room;
  const desk = store.slice("desk").value;
  if (isLeading(room)) return null;
  const who = desk.name || t("Ejeren");
  const isHere = (store.slice("network").value?.desks ?? []).includes(desk.leads);
  const isOwner = !page.desk;
  return html`<section class="desk-line" aria-label=${t("Hvem styrer spillet")}>
    <${Icon} name="role" />
    <p><b>${t("{who} styrer spillet.", { who })}</b> ${deskWords(isOwner, isHere)}</p>
    ${(isOwner || !isHere) && html`<${TakeOver} room=${room} isOwner=${isOwner} />`}
  </section>`;
}

/** @param {boolean} isOwner @param {boolean} isHere */
function deskWords(isOwner, isHere) {
  if (isOwner) return t("Du kan tage det tilbage, når du vil.");
  return isHere
    ? t("Du kigger med. Du kan tage over, hvis der bliver stille i et minut.")
    : t("Der er ingen forbindelse dertil lige nu. Efter et minut kan du tage over.");
}

/** One tap; somebody who is not on the list types the code from the paper. @param {{room: Room, isOwner: boolean}} props */
function TakeOver({ room, isOwner }) {
  const [isAsked, setAsked] = useState(false);
  const known = (room.store.slice("desk").value?.deputies ?? []).some((/** @type {{deputy: string}} */ one) => one.deputy === room.page.desk);
  const text = isOwner ? t("Tag spillet tilbage") : t("Tag over");
  if (!isOwner && !known) {
    return html`<${ActionButton} room=${room} action=${{ do: "take_over", text, isFree: true, fields: [{ name: "code", label: t("Reservekoden fra papiret"), max: 40 }] }} />`;
  }
  const take = async () => {
    setAsked(true);
    await room.wire.send("take_over", {}, null);
    setAsked(false);
  };
  return html`<button type="button" class="button is-strong" aria-disabled=${isAsked} onClick=${() => !isAsked && take()}>${text}</button>`;
}
