// @ts-check
/** How the lines stand: who is on the slow road, how slow the slowest is, and when it was last saved. */
import { t, tn } from "../lib/i18n.js";
import { clockWords } from "../lib/time.js";
import { html, useEffect, useRef, useState } from "../lib/vendor.js";

/** @typedef {import("./map-model.js").Room} Room */
/** @typedef {{http: string[], slow: {seat: string, ms: number} | null, never: string[]}} Lines */

/** When the game was last saved: the server stores before it tells, so news is a save. @param {Room} room */
export function useSaved({ store, clock }) {
  const { seq } = store.position;
  const [saved, setSaved] = useState(/** @type {number | null} */ (null));
  const before = useRef(seq);
  useEffect(() => {
    if (before.current !== seq) setSaved(clock.now());
    before.current = seq;
  }, [seq]);
  return saved;
}

/** @param {{room: Room}} props */
export function Network({ room }) {
  const lines = /** @type {Lines | undefined} */ (room.store.slice("network").value);
  const saved = useSaved(room);
  if (!lines) return null;
  const name = nameOf(room);
  return html`<section aria-labelledby="network">
    <h2 id="network">${t("Nettet")}</h2>
    <dl class="lines">
      <div><dt>${t("Sidst gemt")}</dt><dd>${saved ? clockWords(saved) : t("alt er gemt")}</dd></div>
      <div><dt>${t("Langsomste telefon")}</dt><dd>${lines.slow ? t("{name}, over {seconds} s", { name: name(lines.slow.seat), seconds: secondsWords(lines.slow.ms) }) : t("alle er hurtige")}</dd></div>
      <div><dt>${t("Uden fast forbindelse")}</dt><dd>${lines.http.length ? lines.http.map(name).join(", ") : t("ingen")}</dd></div>
      <div><dt>${t("Aldrig set")}</dt><dd>${lines.never.length ? lines.never.map(name).join(", ") : t("ingen")}</dd></div>
    </dl>
    ${lines.http.length > 0 && html`<p>${tn("Én telefon henter selv nyt, fordi nettet spærrer for den hurtige vej. Alt virker, bare lidt langsommere.", "{n} telefoner henter selv nyt, fordi nettet spærrer for den hurtige vej. Alt virker, bare lidt langsommere.", lines.http.length)}</p>`}
  </section>`;
}

/** What a seat is called. @param {Room} room @returns {(seat: string) => string} */
function nameOf({ store }) {
  const people = /** @type {{seat: string, name: string}[]} */ (store.slice("roster").value ?? []);
  const names = new Map(people.map((one) => [one.seat, one.name]));
  return (seat) => names.get(seat) ?? seat;
}

/** @param {number} ms */
const secondsWords = (ms) => String(ms / 1000).replace(".", ",");
