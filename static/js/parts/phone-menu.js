// @ts-check
/**
 * The own menu: language, more time, done, what I have, the map as a list, another phone, this phone.
 */
import { html, useEffect, useRef, useState } from "../lib/vendor.js";
import { language, t } from "../lib/i18n.js";
import { Mine } from "./phone-mine.js";
import { AnotherPhone } from "./phone-move.js";
import { Outline } from "./phone-outline.js";
import { metKey } from "./phone-tasks.js";
import { Settings } from "./phone-settings.js";

/** @typedef {import("./phone-app.js").App} App */

/** @param {{app: App, onClose: () => void}} props */
export function Menu({ app, onClose }) {
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const [page, setPage] = useState("menu");
  useEffect(() => dialog.current?.showModal(), []);
  const { name, role_title: role } = app.store.slice("me").value ?? {};
  return html`
    <dialog class="menu" ref=${dialog} onClose=${onClose} aria-labelledby="menu-title">
      <header class="menu-head">
        <div><h2 id="menu-title">${name}</h2>${role && html`<p class="quiet">${role}</p>`}</div>
        <button class="button is-small"
          onClick=${() => dialog.current?.close()}>${t("Luk")}</button>
      </header>
      ${page === "menu" && html`<${Choices} app=${app} onPage=${setPage}
        onClose=${() => dialog.current?.close()} />`}
      ${page !== "menu" && html`<button class="link"
        onClick=${() => setPage("menu")}>← ${t("Menu")}</button>`}
      ${page === "mine" && html`<${Mine} app=${app} />`}
      ${page === "map" && html`<${Outline} app=${app} />`}
      ${page === "phone" && html`<${AnotherPhone} app=${app} />`}
    </dialog>
  `;
}

/** @param {{app: App, onPage: (page: string) => void, onClose: () => void}} props */
export function Choices({ app, onPage, onClose }) {
  const isIn = app.wire.link.value !== "ended";
  return html`
    ${isIn && html`<${Spoken} app=${app} /><${Moves} app=${app} onClose=${onClose} />`}
    <button class="row"
      onClick=${() => onPage("mine")}>${t("Mine bidrag og det, jeg har lovet")}</button>
    <button class="row" onClick=${() => onPage("map")}>${t("Kortet som liste")}</button>
    ${
      isIn &&
      html`
      <button class="row" onClick=${() => onPage("phone")}>${t("Fortsæt på en anden telefon")}
        <span class="quiet">${t("Med en QR-kode, hvis batteriet er ved at slippe op")}</span></button>`
    }
    <${Settings} app=${app} />
  `;
}

/** @param {{app: App}} props */
function Spoken({ app }) {
  return html`
    <fieldset class="field">
      <legend>${t("Sprog")}</legend>
      <div class="chips">
        ${[
          ["da", "Dansk"],
          ["en", "English"],
        ].map(
          ([value, words]) => html`
          <button class="chip" lang=${value} aria-pressed=${language() === value}
            onClick=${() => speak(app, /** @type {string} */ (value))}>${words}</button>`,
        )}
      </div>
    </fieldset>
  `;
}

/** What can be said while a step is open and the clock is not paused. @param {{app: App, onClose: () => void}} props */
function Moves({ app, onClose }) {
  const isPlaying = app.store.slice("game").value?.state === "playing";
  const isOpen = isPlaying && /^(open|revealed)$/.test(app.store.slice("round").value?.step ?? "");
  const { more_time: hasAsked, waiting } = app.store.slice("me").value ?? {};
  /** @param {string} verb */
  const say = (verb) => () => {
    app.wire.send(verb);
    onClose();
  };
  if (!isOpen || waiting) return null;
  return html`
    <button class="row" disabled=${hasAsked} onClick=${say("more_time")}>
      ${hasAsked ? t("Du har bedt om mere tid") : t("Jeg har brug for mere tid")}
      <span class="quiet">${t("Rummet venter et minut ekstra. Ingen får at vide, at det er dig")}</span></button>
    <button class="row" onClick=${say("done")}>${t("Jeg er færdig med denne runde")}
      <span class="quiet">${t("Du kan stadig rette, til tiden er gået")}</span></button>
  `;
}

/**
 * The server words the game in the seat's language, the page is fetched in it.
 * @param {App} app
 * @param {string} chosen
 */
async function speak(app, chosen) {
  if (chosen === language()) return;
  const ack = await app.wire.send("set_language", { language: chosen });
  if (!ack.ok) return;
  app.shelf?.removeItem(metKey(app)); // whose page comes back in another language was not away
  location.assign(`${location.pathname}?language=${chosen}`);
}
