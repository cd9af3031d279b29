// @ts-check
/** The plain form: it asks for what a question needs, whatever the question. */
import { html } from "../lib/vendor.js";
import { characters } from "../lib/format.js";
import { t } from "../lib/i18n.js";
import { Arg, maxOf, wireValue } from "./phone-args.js";
import { NodeCard } from "./phone-card.js";
import { Stage } from "./phone-frame.js";

/** What may be added to a question without being needed. @type {Record<string, string[]>} */
const OPTIONAL = {
  confirm_goal: ["text"],
  propose_change: ["text"],
  name_disbenefit: ["perspective"],
  minority_note: ["signed"],
};
/** Of these one is enough: a card or own words. @type {Record<string, string[]>} */
const EITHER = { propose_change: ["card", "text"] };

/** The word on the button that answers. @param {string} verb */
export function sendWords(verb) {
  /** @type {Record<string, string>} */
  const words = {
    vote: t("Stem"),
    propose_change: t("Læg forandringen"),
    propose_edge: t("Tegn forbindelsen"),
    second: t("Støt kortet"),
    commit: t("Det gør jeg"),
    sign: t("Skriv under"),
    premortem: t("Læg den i bunken"),
    nominate: t("Foreslå rollen"),
    name_disbenefit: t("Læg ulempen på bordet"),
    accept_disbenefit: t("Den lever vi med"),
    play_challenge: t("Læg kortet"),
    claim: t("Jeg tager den"),
    co_sign: t("Jeg skriver under"),
    decline: t("Nej tak"),
    shake: t("Ryst dit skilt"),
  };
  return words[verb] ?? t("Send svar");
}

/** A person is named by another word than a role. @param {import("./phone-tasks.js").Ask} ask */
const wordsFor = (ask) =>
  ask.do === "nominate" && ask.needs.includes("seat") ? t("Foreslå personen") : sendWords(ask.do);

/**
 * The question without the label and the title of the card that is shown beneath it.
 * @param {import("./phone-app.js").App} app
 * @param {import("./phone-tasks.js").Ask} ask
 */
function headingOf(app, { text, d }) {
  const { title } = app.store.slice(`node/${d.node}`).value ?? {};
  const about = title ? text.indexOf(": ", text.indexOf(title) + title.length) : -1;
  const isPrefix = about >= 0 && about <= title.length + 9;
  return isPrefix ? text.slice(about + 2) : text;
}

/** @param {import("./phone-task.js").FormProps} props */
export function AnyAsk({ app, ask, draft, set, send, isBusy, kicker }) {
  const follows = ask.follows?.(draft) ?? {};
  const all = { ...ask.options, ...follows };
  const names = new Set([
    ...Object.keys(ask.options ?? {}),
    ...ask.needs,
    ...(OPTIONAL[ask.do] ?? []),
  ]);
  const shown = [...names].filter(
    (name) =>
      !(name in ask.d) &&
      (name !== "card" || (all.card?.length ?? 0) > 0) &&
      !(name in follows && follows[name]?.length === 0),
  );
  const args = Object.fromEntries(
    shown
      .map((name) => [name, wireValue(name, draft[name], all[name])])
      .filter(([, value]) => value !== undefined),
  );
  const either = EITHER[ask.do];
  const isShort = characters(String(args.text ?? "")) <= maxOf(ask.do);
  const isFilled = either
    ? either.some((name) => args[name])
    : ask.needs.every((name) => name in args || name in ask.d);
  const foot = html`
    <button class="button is-main" disabled=${!isFilled || !isShort || isBusy}
      onClick=${() => send(args)}>
      ${isBusy ? t("Sender …") : wordsFor(ask)}</button>`;
  return html`
    <${Stage} title=${ask.do === "commit" ? t("Tager du en handling på dig?") : headingOf(app, ask)}
      kicker=${kicker} foot=${foot}>
      <${NodeCard} app=${app} node=${ask.d.node} />
      ${shown.map(
        (
          name,
        ) => html`<${Arg} key=${name} name=${name} verb=${ask.do} options=${all[name]}
        value=${draft[name]} now=${app.clock.now()} onChange=${(/** @type {any} */ value) => set({ [name]: value, ...(name === "node" && ask.follows && { role: undefined }) })} />`,
      )}
    </${Stage}>
  `;
}
