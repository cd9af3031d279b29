// @ts-check
/** What the facilitator may do for one person of the room. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { ActionButton, mayDo } from "./console-form.js";
import { roleOptions, roleTitle } from "./map-roles.js";

/** @typedef {import("./map-model.js").Room} Room */
/** @typedef {import("./console-people.js").Person} Person */
/** @typedef {import("./console-form.js").Action} Action */

/** @param {{room: Room, person: Person, people: Person[], onHelp: () => void}} props */
export function PersonActions({ room, person, people, onHelp }) {
  const actions = actionsFor(room.store, person, people).filter((action) => mayDo(room, action.do));
  return html`<div class="person-actions">
    ${person.proxy && html`<button type="button" class="button is-strong" onClick=${onHelp}>${t("Spil for {name}", { name: person.name || roleTitle(room.store, person.role) })}</button>`}
    ${actions.map((action) => html`<${ActionButton} key=${action.do} room=${room} action=${action} />`)}
    ${actions.length === 0 && html`<p>${t("Spillet er slut, og pladserne står fast.")}</p>`}
  </div>`;
}

/**
 * @param {Room["store"]} store @param {Person} person @param {Person[]} people
 * @returns {Action[]}
 */
function actionsFor(store, { seat, role, absent, proxy, waiting, name }, people) {
  const roles = roleOptions(store);
  const others = people.filter((one) => one.seat !== seat && !one.absent);
  const who = (/** @type {Person} */ one) => [one.name, roleTitle(store, one.role)].filter(Boolean).join(", ");
  /** @type {(Action | false)[]} */
  const all = [
    Boolean(waiting) && { do: "let_in", text: t("Luk ind"), d: { seat }, isFree: true },
    !absent && !proxy && !waiting && { do: "nudge", text: t("Puf stille"), d: { seat }, isFree: true },
    roles.length > 0 && { do: "set_role", text: t("Ret rolle"), d: { seat }, isFree: true, fields: [{ name: "role", label: t("Rolle"), options: roles, value: role }] },
    others.length > 0 && !absent && {
      do: "merge_seats", text: t("Samme person som …"), isFree: true,
      fields: [{ name: "other", label: t("Denne plads er også"), options: others.map((one) => ({ value: one.seat, text: who(one) })) }],
      make: (values) => ({ seats: [seat, values.other] }),
    },
    { do: "remove_seat", text: t("Tag ud af rummet"), d: { seat }, tone: "danger", isFree: true, sure: t("{who} mister sin plads, men kortene bliver liggende. Personen kan banke på igen, og så bestemmer du.", { who: name || roleTitle(store, role) }) },
  ];
  return /** @type {Action[]} */ (all.filter(Boolean));
}
