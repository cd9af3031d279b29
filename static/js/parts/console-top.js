// @ts-check
/** The console's top line: the project, the line to the server, and the clock with its controls. */
import { t } from "../lib/i18n.js";
import { clockWords } from "../lib/time.js";
import { html } from "../lib/vendor.js";
import { Timer, restWords } from "./board-timer.js";
import { Icon } from "./map-icons.js";

/** @typedef {import("./map-model.js").Room} Room */

/** @param {{room: Room}} props */
export function ConsoleTop({ room }) {
  const game = room.store.slice("game").value;
  return html`<header class="console-top">
    <div class="console-title">
      <h1>${game?.title}</h1>
      <p><b>${room.page.code}</b> · ${game?.organisation && `${game.organisation} · `}<${Line} room=${room} /></p>
    </div>
    ${room.page.board_url && html`<a class="button" href=${room.page.board_url} target="_blank" rel="noopener">${t("Åbn tavlen")}</a>`}
    <${Clock} room=${room} />
  </header>`;
}

/** How the line to the server stands, always there. @param {{room: Room}} props */
function Line({ room: { wire } }) {
  const link = wire.link.value;
  const waiting = wire.unanswered.value.length;
  const isUp = link === "open" || link === "polling";
  return html`<span class=${isUp ? "line" : "line is-down"} role="status">${!isUp && html`<${Icon} name="offline" /> `}${lineWords(isUp, waiting, wire.savedAt.value)}</span>`;
}

/** @param {boolean} isUp @param {number} waiting @param {number | null} savedAt */
function lineWords(isUp, waiting, savedAt) {
  if (!isUp) return waiting ? t("Ingen forbindelse, sender når den er tilbage") : t("Ingen forbindelse lige nu");
  if (waiting) return t("Sender …");
  return savedAt ? t("Gemt {time}", { time: clockWords(savedAt) }) : t("Forbundet");
}

/** @param {{room: Room}} props */
function Clock({ room }) {
  const { store, wire } = room;
  const state = store.slice("game").value?.state;
  if (state === "closed") return null;
  const isPaused = state === "paused";
  const hasTime = Boolean(store.slice("round").value?.ends);
  const { step } = store.slice("round").value ?? {};
  const isOff = !hasTime && !isPaused && (step === "open" || step === "revealed");
  const extend = (/** @type {number} */ seconds) => () => void wire.send("extend", { seconds });
  return html`<div class="clock" role="group" aria-label=${t("Ur")}>
    <${Timer} room=${room} /><span class="rest" role="status">${isPaused && restWords(room)}</span>
    ${hasTime && html`
      <button type="button" class="button" onClick=${extend(-60)} aria-label=${t("Et minut mindre")}>−1</button>
      <button type="button" class="button" onClick=${extend(60)} aria-label=${t("Et minut mere")}>+1</button>
      <button type="button" class="button" onClick=${extend(120)} aria-label=${t("To minutter mere")}>+2</button>`}
    ${hasTime && !isPaused && html`<button type="button" class="button" onClick=${() => void wire.send("stop_clock")} aria-label=${t("Sluk uret for dette trin")}>${t("Uden ur")}</button>`}
    ${isOff && html`<button type="button" class="button" onClick=${extend(120)}>${t("Giv to minutter")}</button>`}
    ${(hasTime || isPaused) && html`<button type="button" class=${isPaused ? "button is-strong" : "button"} onClick=${() => void wire.send(isPaused ? "resume" : "pause")}>${isPaused ? t("Fortsæt") : t("Pause")}</button>`}
  </div>`;
}
