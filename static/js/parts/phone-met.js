// @ts-check
/** After the flip: what I gave first, and how it met the others. */
import { t } from "../lib/i18n.js";
import { dateWords } from "../lib/time.js";
import { html } from "../lib/vendor.js";
import { roleTitle } from "./map-roles.js";
import { amountWords, besideWords } from "./map-amounts.js";
import { stateWords } from "./map-words.js";
import { NodeCard } from "./phone-card.js";

/** @typedef {import("./phone-app.js").App} App */
/** @typedef {{id: string, foot: string}} Met a card, and how it met the others */

/** What this seat gave in a round that is more than a card; by the round's key. @type {Record<string, (app: App) => Met[]>} */
const GIVEN = {
  r1: (app) => answered(app, "confirm_goal").map(({ id, first }) => ({ id, foot: goalWords(app, id, first) })),
  r4: (app) =>
    plays(app, /^(claim|nominate)$/).map((play) => ({
      id: play.node ?? play.target,
      foot: [ownWords(app, play), ownerWords(app, play.node ?? play.target)].join(" · "),
    })),
  r5: (app) =>
    answered(app, "estimate").map(({ id, value }) => ({ id, foot: bidWords(app, id, value) })),
  r6: (app) => plays(app, /^premortem$/).map((play) => ({ id: play.node, foot: t("»{text}«", { text: play.text }) })),
};

/**
 * This seat's own part of a round, or of the whole game.
 * @param {{app: App, round?: string, look?: string}} props
 */
export function Own({ app, round = "", look = "" }) {
  const met = metCards(app, round);
  if (met.length === 0) return null;
  return html`
    <section class="own">
      <h2>${round ? t("Dit bidrag") : t("Dine bidrag")}</h2>
      <ul class="cards ${look}">
        ${met.map(({ id, foot }) => html`<li key=${id}><${NodeCard} app=${app} node=${id}
          foot=${foot} /></li>`)}
      </ul>
    </section>
  `;
}

/** The cards that this seat had a part in, each once. @param {App} app @param {string} round */
export function metCards(app, round) {
  const all = [...(GIVEN[round]?.(app) ?? []), ...backed(app, round)];
  return all.filter((one, at) => all.findIndex((other) => other.id === one.id) === at);
}

/** The cards on the map that this seat stood behind. @param {App} app @param {string} round @returns {Met[]} */
function backed({ store }, round) {
  const ids = /** @type {string[]} */ (store.slice("mine").value?.backed ?? []);
  const now = store.slice("round").value;
  const isClosed = store.slice("game").value?.state === "closed";
  const isOver = (/** @type {any} */ node) =>
    isClosed || node.round !== now?.id || now?.step === "resolved";
  return ids
    .map((id) => store.slice(`node/${id}`).value)
    .filter((node) => node?.round.startsWith(round))
    .map((node) => ({ id: node.id, foot: metWords(node, isOver(node)) }));
}

/** @param {App} app @param {RegExp} verbs @returns {any[]} */
const plays = ({ store }, verbs) =>
  (store.slice("plays").value ?? []).filter((/** @type {any} */ play) => verbs.test(play.do));

/** What this seat answered to one kind of question, by what it was about. @param {App} app @param {string} verb */
function answered({ store }, verb) {
  const given = /** @type {Record<string, any>} */ (store.slice("mine").value?.answered ?? {});
  return Object.entries(given)
    .filter(([question]) => question.startsWith(`${verb}:`))
    .map(([question, { first, value }]) => ({ id: question.slice(verb.length + 1), first, value }));
}

/**
 * How a contribution met the others, in one line.
 * @param {any} node
 * @param {boolean} [isOver] nobody can join it any more
 */
export function metWords(node, isOver = false) {
  const others = Math.max(0, (node.support ?? 1) - 1);
  const state = stateWords(node);
  if (others === 0 && isOver) return t("{state} · kun dig", { state });
  if (others === 0) return t("{state} · kun dig indtil nu", { state });
  if (others === 1) return t("{state} · én til sagde det samme", { state });
  return t("{state} · {n} andre sagde det samme", { state, n: others });
}

/** @param {App} app @param {string} id @param {number} fist */
function goalWords({ store }, id, fist) {
  const own = t("Du viste {n} af 5", { n: fist });
  const { low } = store.slice(`goal/${id}`).value ?? {};
  return `${own} · ${low ? t("rummet er i tvivl") : t("rummet står bag")}`;
}

/** @param {App} app @param {any} play */
function ownWords({ store }, play) {
  if (play.do === "claim") return t("Du meldte dig");
  return play.role ? t("Du foreslog {role}", { role: roleTitle(store, play.role) }) : t("Du foreslog en ejer");
}

/** @param {App} app @param {string} id */
function ownerWords({ store }, id) {
  const { name, seat, state, by } = store.slice(`assignment/${id}`).value ?? {};
  const isMine = seat && seat === store.slice("me").value?.seat;
  if (state === "accepted") {
    const who = isMine ? t("den er din") : t("{name} har sagt ja", { name });
    return by ? `${who}, ${t("senest {day}", { day: dateWords(by) })}` : who;
  }
  if (state === "nominated") return isMine ? t("du er spurgt") : t("{name} er spurgt", { name });
  return t("ingen ejer den endnu");
}

/** @param {App} app @param {string} id @param {string | null} value */
function bidWords({ store }, id, value) {
  const { unit = "" } = store.slice(`measure/${id}`).value ?? {};
  const { median, contested } = store.slice(`estimate/${id}`).value ?? {};
  const own = value ? t("Dit skøn: {value}", { value: amountWords(value, unit) }) : t("Du svarede »ved ikke«");
  if (!median) return own;
  const room = t("rummets midte: {value}", { value: value ? besideWords(median, value, unit) : amountWords(median, unit) });
  return [own, room, contested && t("I er uenige")].filter(Boolean).join(" · ");
}
