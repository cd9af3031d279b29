// @ts-check
/** Playing for a person without a phone: the questions put to that seat, answered through `play_for`. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { ActionButton } from "./console-form.js";

/** @typedef {import("./map-model.js").Room} Room */
/** @typedef {{ask: string, do: string, d: Record<string, unknown>, needs: string[], options?: Record<string, {value: unknown, text: string}[]>, text: string}} Ask */
/** @typedef {{card: string, title: string}} Card */

/** @param {{room: Room, seat: string}} props */
export function PlayFor({ room, seat }) {
  const asks = /** @type {Ask[]} */ (room.store.slice(`asks/${seat}`).value ?? []);
  const hand = /** @type {Card[]} */ (room.store.slice(`hand/${seat}`).value ?? []);
  const cards = hand.filter((one) => one.card !== "blank").map((one) => ({ value: one.card, text: one.title }));
  return html`
    ${cards.length > 0 && html`<${ActionButton} room=${room} action=${{ do: "play_for", text: t("Læg et kort for personen"), d: { seat }, fields: [{ name: "card", label: t("Kort"), options: cards }], make: (/** @type {Record<string, string>} */ values) => ({ do: "play_card", d: { card: values.card } }) }} />`}
    ${asks.map((ask) => html`<${ActionButton} key=${ask.ask} room=${room} action=${actionOf(seat, ask)} />`)}
    <${ActionButton} room=${room} action=${{ do: "play_for", text: t("Meld personen klar"), d: { seat, do: "done", d: {} } }} />`;
}

/**
 * A question as an action; what it needs becomes fields.
 * @param {string} seat @param {Ask} ask @returns {import("./console-form.js").Action}
 */
function actionOf(seat, ask) {
  const fields = ask.needs.map((name) => ({
    name,
    label: ask.needs.length > 1 ? name : ask.text,
    type: /** @type {"text" | "date"} */ (name === "by" || name.endsWith("date") ? "date" : "text"),
    options: ask.options?.[name]?.map((one) => ({ value: String(one.value), text: one.text })),
  }));
  const make = (/** @type {Record<string, string>} */ values) => ({
    do: ask.do,
    d: { ...ask.d, ...Object.fromEntries(ask.needs.map((name) => [name, given(ask, name, values[name] ?? "")])) },
  });
  return { do: "play_for", text: ask.text, d: { seat }, fields, make };
}

/** The value behind what was chosen, of the type the question offered. @param {Ask} ask @param {string} name @param {string} text */
const given = (ask, name, text) => ask.options?.[name]?.find((one) => String(one.value) === text)?.value ?? text;
