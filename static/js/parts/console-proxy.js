// @ts-check
/** Playing for a person without a phone: their cards, by number or by tap, and the questions put to them. */
import { t } from "../lib/i18n.js";
import { html, useState } from "../lib/vendor.js";
import { cardNumber, readCard } from "./console-card-number.js";
import { ActionButton } from "./console-form.js";
import { LinkButton } from "./console-link.js";
import { answerOf, fieldsOf, perspectives } from "./console-proxy-fields.js";

/** @typedef {import("./map-model.js").Room} Room */
/** @typedef {import("./console-form.js").Action} Action */
/** @typedef {import("./console-form.js").Field} Field */
/** @typedef {import("./console-proxy-fields.js").Ask} Ask */
/** @typedef {{card: string, title: string, unit?: string, perspective?: string}} Card */

/** @param {{room: Room, seat: string, name: string}} props */
export function PlayFor({ room, seat, name }) {
  const asks = /** @type {Ask[]} */ (room.store.slice(`asks/${seat}`).value ?? []);
  const hand = /** @type {Card[]} */ (room.store.slice(`hand/${seat}`).value ?? []);
  const { step } = room.store.slice("round").value ?? {};
  const isOpen = room.store.slice("game").value?.state === "playing" && /^(open|revealed)$/.test(step ?? "");
  return html`<div class="play-for">
    ${hand.length > 0 && html`<${Hand} room=${room} seat=${seat} hand=${hand} />`}
    ${asks.map((ask) => html`<${Question} key=${ask.ask} room=${room} seat=${seat} ask=${ask} />`)}
    ${!hand.length && !asks.length && html`<p class="empty">${t("Der er ikke noget at svare på for {name} lige nu.", { name })}</p>`}
    ${isOpen && html`<${ActionButton} room=${room} action=${{ do: "play_for", text: t("{name} er færdig med trinnet", { name }), d: { seat, do: "done", d: {} } }} />`}
    <${LinkButton} path=${`/g/${room.page.code}/seats/${seat}/link`} text=${t("Link til at bekræfte")} hint=${t("Det, du lover for {name}, tæller kun halvt, til {name} selv siger ja. Send linket, eller lad {name} scanne det.", { name })} />
  </div>`;
}

/** Cards on paper by their number, the dealt ones by a tap, the blank by words. @param {{room: Room, seat: string, hand: Card[]}} props */
function Hand({ room, seat, hand }) {
  const [card, setCard] = useState("");
  const goals = goalField(room);
  const cards = hand.filter((one) => one.card !== "blank");
  const blank = hand.some((one) => one.card === "blank");
  const play = (/** @type {Record<string, string>} */ { card: id, ...more }) => ({ do: "play_card", d: filled({ ...more, card: id ? readCard(id) : "blank" }) });
  /** @type {Action} */
  const paper = { do: "play_for", text: t("Læg kort nr. …"), d: { seat }, fields: [{ name: "card", label: t("Kortets nummer, fx B-1 eller P-7"), value: card, max: 12 }, ...goals], make: play };
  return html`<ul class="hand-list">${cards.map((one) => html`<li key=${one.card}><button type="button" class=${`hand-card tone-${one.perspective}`} aria-pressed=${card === one.card} onClick=${() => setCard(card === one.card ? "" : one.card)}><b>${t("nr. {number}", { number: cardNumber(one.card) })}</b> ${one.title}</button></li>`)}</ul>
    ${card
      ? html`<${ActionButton} key=${card} room=${room} onDone=${() => setCard("")} action=${{ ...paper, text: t("Læg kort nr. {number}", { number: cardNumber(card) }), fields: goals.length ? goals : undefined, make: (/** @type {Record<string, string>} */ values) => play({ ...values, card }) }} />`
      : html`<${ActionButton} room=${room} action=${paper} />`}
    ${blank && html`<${ActionButton} room=${room} action=${{ do: "play_for", text: t("Læg et blankt kort"), d: { seat }, fields: [{ name: "text", label: t("Hvad bliver mere, mindre eller hurtigere – for hvem?"), max: 60 }, { name: "perspective", label: t("For hvem?"), options: perspectives() }, ...goals], make: play }} />`}`;
}

/** Which goal a card serves is asked only where there is a choice. @param {Room} room @returns {Field[]} */
function goalField({ store }) {
  const goals = /** @type {{id: string, label: string, title: string}[]} */ (store.list("goal/").value);
  if (goals.length < 2) return [];
  return [{ name: "target", label: t("Hvilket formål?"), isOptional: true, options: goals.map((one) => ({ value: one.id, text: `${one.label} ${one.title}` })) }];
}

/** @param {{room: Room, seat: string, ask: Ask}} props */
function Question({ room, seat, ask }) {
  const node = room.store.slice(`node/${ask.d.node}`).value;
  const fields = fieldsOf(ask, node?.class);
  const answer = { do: "play_for", text: t("Svar"), d: { seat }, fields, make: (/** @type {Record<string, string>} */ values) => answerOf(ask, values) };
  return html`<div class="question">
    <p>${ask.text}</p>
    <${ActionButton} room=${room} action=${fields.length ? answer : { ...answer, text: t("Ja"), fields: undefined }} />
    ${ask.do === "accept" && html`<${ActionButton} room=${room} action=${{ do: "play_for", text: t("Nej tak"), d: { seat, do: "decline", d: { node: ask.d.node } } }} />`}
  </div>`;
}

/** @param {Record<string, string>} values */
const filled = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
