// @ts-check
/** Before the game: one's own name tag, a shake that the board sees, and what it is all about. */
import { html, useState } from "../lib/vendor.js";
import { t, tn } from "../lib/i18n.js";
import { Stage } from "./phone-frame.js";

/** @typedef {import("./phone-app.js").App} App */

/** @param {{app: App}} props */
export default function Lobby({ app }) {
  const game = app.store.slice("game").value;
  const here = app.store.slice("count").value?.here ?? 0;
  const isOver = app.store.slice("round").value?.step === "resolved";
  const recap = /** @type {string[]} */ (app.store.slice("recap").value ?? []);
  const { waiting } = app.store.slice("me").value ?? {};
  const toCome = isOver
    ? t("Alle er på plads. Det første spørgsmål kommer om lidt.")
    : t("Spillet begynder, når spilstyreren er klar. Find din plads, og hils på de andre.");
  const [title, sub] = waiting
    ? [t("Du står ved døren"), t("Spilstyreren lukker dig ind om lidt.")]
    : [t("Du er med"), toCome];
  const foot = html`
    <p class="foot-line"><span>${here > 0 && tn("{n} er her", "{n} er her", here)}</span>
      <strong>${game.code}</strong></p>
    ${!isOver && !waiting && html`<${Shake} app=${app} />`}
  `;
  return html`
    <${Stage} title=${title} sub=${sub} foot=${foot} look="is-lobby">
      <${NameTag} app=${app} />
      <section class="about">
        <h2>${game.title}</h2>
        ${game.purpose && html`<p>${game.purpose}</p>`}
        ${game.organisation && html`<p class="quiet">${game.organisation}</p>`}
      </section>
      ${isOver && html`<ul class="recap">${recap.map((one) => html`<li key=${one}>${one}</li>`)}</ul>`}
      ${!isOver && html`<${Practice} />`}
    </${Stage}>
  `;
}

/** How many characters of a name stay together: it parts at spaces and hyphens. @param {string} [name] */
const longest = (name = "") => Math.max(...name.split(/[ -]/).map((part) => part.length), 6);

/** @param {{app: App}} props */
function NameTag({ app }) {
  const { name, role, role_title: title, waiting } = app.store.slice("me").value ?? {};
  const [isOpen, setOpen] = useState(false);
  return html`
    <div class="nametag" data-role=${role}>
      <p class="nametag-hole" aria-hidden="true"></p>
      <p class="nametag-hello">${t("Jeg er")}</p>
      <p class="nametag-name" style=${{ "--longest": longest(name) }}>${name}</p>
      <p class="nametag-role">${title ?? role}</p>
      ${!waiting && html`<button class="link" aria-expanded=${isOpen}
        onClick=${() => setOpen(!isOpen)}>${t("Skift rolle")}</button>`}
      ${isOpen && html`<${Roles} app=${app} onDone=${() => setOpen(false)} />`}
    </div>
  `;
}

/** @param {{app: App, onDone: () => void}} props */
function Roles({ app, onDone }) {
  const { offered = [], titles = {} } = app.store.slice("roles").value ?? {};
  const mine = app.store.slice("me").value?.role;
  /** @param {any} event */
  const choose = (event) => {
    app.wire.send("take_role", { role: event.target.value });
    onDone();
  };
  return html`
    <label class="field"><span class="visually-hidden">${t("Din rolle")}</span>
      <select class="input" onChange=${choose}>
        ${offered.map(
          (/** @type {string} */ role) => html`
          <option value=${role} selected=${role === mine}>${titles[role] ?? role}</option>`,
        )}
      </select>
    </label>
  `;
}

/** The shake button: the tag moves here, and on the board. @param {{app: App}} props */
function Shake({ app }) {
  const [shakes, setShakes] = useState(0);
  const shake = () => {
    setShakes(shakes + 1);
    app.said.value = t("Se på tavlen: Dit skilt ryster.");
    app.wire.send("shake");
    const tag = document.querySelector(".nametag");
    tag?.classList.remove("is-shaken");
    requestAnimationFrame(() => requestAnimationFrame(() => tag?.classList.add("is-shaken")));
  };
  return html`<button class="button is-main" onClick=${shake}>
    ${shakes > 0 ? t("Ryst skiltet igen") : t("Ryst dit skilt")}</button>`;
}

/** A card to try before it counts. */
function Practice() {
  const [isUp, setUp] = useState(false);
  const label = isUp ? t("Vend kortet om igen") : t("Vend øvekortet");
  return html`
    <section class="practice">
      <button class="flip ${isUp ? "is-up" : ""}" aria-pressed=${isUp}
        onClick=${() => setUp(!isUp)}>
        <span class="flip-back" aria-hidden="true"></span>
        <span class="flip-front" aria-hidden=${!isUp}>${t("Kortere vej til kaffen")}</span>
        <span class="visually-hidden">${label}</span>
      </button>
      <p class="quiet">${
        isUp
          ? t("Sådan. Alle kort vendes på samme tid, så ingen bliver påvirket af andre.")
          : t("Prøv: vend kortet. Det tæller ikke.")
      }</p>
    </section>
  `;
}
