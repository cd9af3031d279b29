// @ts-check
/**
 * The own menu: language, more time, done, the screen kept awake, what I have, the map as a list.
 */
import { html, useEffect, useRef, useState } from "../lib/vendor.js";
import { language, t } from "../lib/i18n.js";
import { awake } from "./phone-awake.js";
import { Mine } from "./phone-mine.js";
import { Outline } from "./phone-outline.js";

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
    </dialog>
  `;
}

/** @param {{app: App, onPage: (page: string) => void, onClose: () => void}} props */
function Choices({ app, onPage, onClose }) {
  const isOpen = /^(open|revealed)$/.test(app.store.slice("round").value?.step ?? "");
  /** @param {string} verb */
  const say = (verb) => () => {
    app.wire.send(verb);
    onClose();
  };
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
    ${
      isOpen &&
      html`
      <button class="row" onClick=${say("more_time")}>${t("Jeg har brug for mere tid")}
        <span class="quiet">${t("Kun spilstyreren ser det")}</span></button>
      <button class="row" onClick=${say("done")}>${t("Jeg er færdig med denne runde")}
        <span class="quiet">${t("Du kan stadig rette, til tiden er gået")}</span></button>`
    }
    <button class="row"
      onClick=${() => onPage("mine")}>${t("Mine bidrag og det, jeg har lovet")}</button>
    <button class="row" onClick=${() => onPage("map")}>${t("Kortet som liste")}</button>
    ${
      awake.isOffered &&
      html`
      <button class="row" aria-pressed=${awake.isOn}
        onClick=${awake.toggle}>${t("Hold skærmen tændt")}
        <span class="quiet">${awake.isOn ? t("Slået til") : t("Slået fra")}</span></button>`
    }
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
  if (ack.ok) location.assign(`${location.pathname}?language=${chosen}`);
}
