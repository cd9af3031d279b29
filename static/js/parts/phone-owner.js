// @ts-check
/** Being asked to own something: yes with a date, somebody else, or no. Never yes by itself. */
import { html, useState } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";
import { dateWords } from "../lib/time.js";
import { NodeCard, nodeWords, toneOf } from "./phone-card.js";
import { Choice, Day } from "./phone-fields.js";
import { Stage } from "./phone-frame.js";
import { ownerOptions } from "./phone-owners.js";
import { Signature } from "./phone-sign.js";

/** @typedef {import("./phone-app.js").App} App */

/** The promise, with `{node}` and `{by}` where they belong. @param {string} type */
function promise(type) {
  if (type === "change") return t("Jeg leder {node}, på plads senest {by}.");
  if (type === "disbenefit") return t("Jeg holder øje med {node} indtil {by}.");
  return t("Jeg høster {node} senest {by}.");
}

/** A title inside a sentence: `Mere ro` becomes `mere ro`, `MitID` stays. @param {string} title */
const inSentence = (title) =>
  /^\p{Lu}\p{Ll}/u.test(title) && !/^\S*\p{Lu}\S*\p{Lu}/u.test(title)
    ? title[0]?.toLowerCase() + title.slice(1)
    : title;

/** @param {import("./phone-task.js").FormProps} props */
export function AcceptAsk({ app, ask, draft, set, send, isBusy, kicker }) {
  const [isPassing, setPassing] = useState(false);
  const node = app.store.slice(`node/${ask.d.node}`).value;
  if (isPassing)
    return html`<${PassOn} app=${app} node=${node} onBack=${() => setPassing(false)} />`;
  const decline = () => app.wire.send("decline", { node: ask.d.node });
  const foot = html`
    <button class="button is-main is-good" disabled=${!draft.by || isBusy}
      onClick=${() => send({ by: draft.by })}>
      ${isBusy ? t("Sender …") : draft.by ? t("Ja, den tager jeg") : t("Sæt en dato, hvis du siger ja")}</button>
    <div class="pair">
      ${mayName(app) && node?.type !== "goal" && html`<button class="button" onClick=${() => setPassing(true)}>${t("Foreslå en anden")}</button>`}
      <button class="button" onClick=${decline}>${t("Nej tak")}</button>
    </div>`;
  const title = node?.type === "change" ? t("Leder du også den her?") : t("Du er foreslået som ejer");
  return html`
    <${Stage} title=${title} kicker=${kicker} foot=${foot}
      sub=${t("Siger du ja, står dit navn på kortet. Du kan give den videre senere.")}>
      <${Promise} app=${app} node=${node} by=${draft.by} />
      <${Day} label=${t("Senest")} value=${draft.by} now=${app.clock.now()} months=${[6, 12, 18]}
        onChange=${(/** @type {string} */ by) => set({ by })} />
    </${Stage}>
  `;
}

/** Whether owners are named now: the question stays on the phone longer than that. @param {App} app */
function mayName({ store }) {
  const { key, step } = store.slice("round").value ?? {};
  return store.slice("game").value?.state === "playing" && step === "revealed" && /^r[46]$/.test(key);
}

/** The promise as it will stand on the board. @param {{app: App, node: any, by?: string}} props */
function Promise({ app, node, by }) {
  if (!node) return null;
  /** @type {Record<string, string>} */
  const parts = { "{node}": inSentence(node.title), "{by}": by ? dateWords(by) : t("en dato") };
  return html`
    <blockquote class="promise" data-tone=${toneOf(node)}>
      <p>${promise(node.type)
        .split(/(\{\w+\})/)
        .map((part) => (parts[part] ? html`<b>${parts[part]}</b>` : part))}</p>
      <${Needs} app=${app} node=${node.id} />
    </blockquote>
  `;
}

/**
 * What has to happen first: the changes behind a benefit.
 * @param {{app: App, node: string}} props
 */
function Needs({ app, node }) {
  const causes = app.store
    .list("edge/")
    .value.filter((/** @type {any} */ edge) => edge.to === node)
    .map((/** @type {any} */ edge) => app.store.slice(`node/${edge.from}`).value)
    .filter((/** @type {any} */ cause) => cause?.type === "change");
  if (causes.length === 0) return null;
  return html`
    <dl class="needs">
      <dt>${t("Kræver")}</dt>
      ${causes.map((/** @type {any} */ cause) => html`<dd
        key=${cause.id}>${nodeWords(cause)}</dd>`)}
    </dl>
  `;
}

/**
 * Somebody else is named, and this seat says no.
 * @param {{app: App, node: any, onBack: () => void}} props
 */
function PassOn({ app, node, onBack }) {
  const [role, setRole] = useState("");
  const own = app.store.slice("me").value?.role;
  const pass = async () => {
    const ack = await app.wire.send("decline", { node: node.id });
    if (ack.ok) app.wire.send("nominate", { node: node.id, role });
  };
  const foot = html`
    <button class="button is-main" disabled=${!role}
      onClick=${pass}>${t("Foreslå rollen, og sig nej tak")}</button>
    <button class="button" onClick=${onBack}>${t("Tilbage")}</button>`;
  return html`
    <${Stage} title=${t("Hvem bør det være i stedet?")} foot=${foot}>
      <${NodeCard} app=${app} node=${node.id} />
      <${Choice} label=${t("Hvilken rolle?")} options=${ownerOptions(app.store, node).filter(({ value }) => value !== own)} value=${role}
        onChange=${setRole} />
    </${Stage}>
  `;
}

/**
 * The budget holder's signature on what makes a budget smaller.
 * @param {import("./phone-task.js").FormProps} props
 */
export function CoSignAsk({ app, ask, send, isBusy, kicker }) {
  const measure = app.store.slice(`measure/${ask.d.node}`).value;
  const foot = html`<${Signature} send=${send} isBusy=${isBusy} kicker=${kicker} />`;
  return html`
    <${Stage} title=${t("Skriver du under?")} sub=${ask.text} kicker=${kicker} foot=${foot}>
      <${NodeCard} app=${app} node=${ask.d.node} look="is-tall" />
      ${
        measure &&
        html`
        <dl class="facts">
          ${[
            [t("Budgetkonto"), measure.budget_line],
            [t("Budgetår"), measure.budget_year],
            [t("Sådan er det regnet ud"), measure.calculation],
          ]
            .filter(([, value]) => value)
            .map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
        </dl>`
      }
    </${Stage}>
  `;
}
