// @ts-check
/** A challenge card against something one owns, and the answer it needs. */
import { html } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";
import { roleOptions } from "./map-roles.js";
import { Arg, maxOf, wireValue } from "./phone-args.js";
import { NodeCard, nodeWords } from "./phone-card.js";
import { Words } from "./phone-fields.js";
import { Stage } from "./phone-frame.js";

const MAX = maxOf("answer_challenge");

/** @param {import("./phone-task.js").FormProps} props */
export function ChallengeAsk({ app, ask, draft, set, send, isBusy, kicker }) {
  const challenge = app.store.slice(`challenge/${ask.d.challenge}`).value;
  const more = ask.needs.filter((name) => name !== "text");
  /** @param {string} name */
  const options = (name) => ask.options?.[name] ?? ownOptions(app, name);
  const args = Object.fromEntries(
    more.map((name) => [name, wireValue(name, draft[name], options(name))]),
  );
  const text = (draft.text ?? "").trim();
  // Counting twice is about two: one alone, or three, is no answer to it.
  const isReady =
    text &&
    more.every((name) =>
      name === "nodes" ? args.nodes?.length === 2 : args[name] !== undefined,
    );
  const foot = html`
    <button class="button is-main" disabled=${!isReady || isBusy}
      onClick=${() => send({ text, ...args })}>
      ${isBusy ? t("Sender …") : t("Svar på modvinden")}</button>`;
  return html`
    <${Stage} title=${challenge?.text ?? ask.text} kicker=${kicker} foot=${foot} look="is-storm">
      <${NodeCard} app=${app} node=${challenge?.node ?? ask.d.node} />
      <${Words} label=${t("Dit svar")} value=${draft.text} max=${MAX}
        onChange=${(/** @type {string} */ words) => set({ text: words })} />
      ${more.map(
        (
          name,
        ) => html`<${Arg} key=${name} name=${name} verb=${ask.do} options=${options(name)}
          value=${draft[name]}
        now=${app.clock.now()} onChange=${(/** @type {any} */ value) => set({ [name]: value })} />`,
      )}
    </${Stage}>
  `;
}

/** @param {import("./phone-app.js").App} app @param {string} name */
function ownOptions(app, name) {
  if (name === "role") return roleOptions(app.store);
  if (name !== "nodes") return undefined;
  const nodes = app.store
    .list("node/")
    .value.filter((/** @type {any} */ node) => !/^(goal|enabler)$/.test(node.type));
  return nodes.map((/** @type {any} */ node) => ({ value: node.id, text: nodeWords(node) }));
}
