// @ts-check
/** What a person may say without being asked, by step, each as a question put to oneself. */
import { t } from "../lib/i18n.js";
import { nodeOptions as nodes } from "./phone-card.js";
import { mayOwn, ownerOptions } from "./phone-owners.js";

/** @typedef {import("./phone-app.js").App} App */
/** @typedef {import("./phone-tasks.js").Ask} Ask */
/** @typedef {{when: string[], title: () => string, ask: (app: App) => Ask | null}} Extra */

/**
 * A question to oneself; none when there is nothing to choose from.
 * @param {string} verb
 * @param {string} text
 * @param {string[]} needs
 * @param {Record<string, any[]>} options
 * @param {Ask["follows"]} [follows] options that another answer decides
 * @returns {Ask | null}
 */
function own(verb, text, needs, options, follows) {
  if (Object.values(options).some((choices) => choices.length === 0)) return null;
  return { ask: `own:${verb}`, do: verb, d: {}, needs, options, text, follows };
}

const isBenefit = (/** @type {any} */ node) => node.type === "benefit";
const isOwnable = (/** @type {any} */ node) => /^(benefit|disbenefit|change)$/.test(node.type);
/** In R4 the benefits lie on the table itself while claims are secret; the extras hold the rest. */
const isOnTable = (/** @type {App} */ app, /** @type {any} */ node) =>
  isBenefit(node) && app.store.slice("round").value?.step === "open";
const isContested = (/** @type {any} */ node) => node.state === "contested";

/** Which extra belongs to which step; `later` means every later step too. @type {Extra[]} */
export const EXTRAS = [
  {
    when: ["r3.open", "r6.revealed"],
    title: () => t("Tegn en forbindelse"),
    ask: (app) =>
      own("propose_edge", t("Hvad fører til hvad?"), ["from", "to", "kind"], {
        from: nodes(app, () => true),
        to: nodes(app, () => true),
      }),
  },
  {
    when: ["r3.open", "r6.revealed"],
    title: () => t("Foreslå en forandring"),
    ask: (app) =>
      own("propose_change", t("Hvem skal gøre hvad anderledes?"), ["node"], {
        node: nodes(app, () => true),
      }),
  },
  {
    when: ["r4.open", "r4.revealed", "r6.revealed"],
    title: () => t("Jeg tager en"),
    ask: (app) =>
      own("claim", t("Hvilken tager du?"), ["node"], {
        node: nodes(app, (one) => isOwnable(one) && !isOnTable(app, one) && mayOwn(app.store, one)),
      }),
  },
  {
    when: ["r4.open", "r4.revealed", "r6.revealed"],
    title: () => t("Foreslå en rolle"),
    ask: (app) =>
      own(
        "nominate",
        t("Hvem bør have den?"),
        ["node", "role"],
        { node: nodes(app, (one) => isOwnable(one) && !isOnTable(app, one)) },
        ({ node }) => ({ role: ownerOptions(app.store, app.store.slice(`node/${node}`).value) }),
      ),
  },
  {
    when: ["r6.open"],
    title: () => t("Nævn en ulempe"),
    ask: () =>
      own(
        "name_disbenefit",
        t("Hvem mister noget, når alt det her lykkes?"),
        ["text", "perspective"],
        {},
      ),
  },
  {
    when: ["r6.open"],
    title: () => t("Skriv, hvad der gik galt"),
    ask: (app) =>
      own("premortem", t("Det er to år senere, og den kom ikke. Hvorfor?"), ["node", "text"], {
        node: nodes(app, isBenefit),
      }),
  },
  {
    when: ["r2.resolved", "r3", "r4", "r5", "r6", "r7", "closed"],
    title: () => t("Skriv en mindretalsnote"),
    ask: (app) =>
      own("minority_note", t("Hvad skal de andre huske, at du mente?"), ["node", "text"], {
        node: nodes(app, isContested),
      }),
  },
  {
    when: ["r6.revealed", "r6.resolved", "r7", "closed"],
    title: () => t("Acceptér en ulempe"),
    ask: (app) =>
      own("accept_disbenefit", t("Hvilken ulempe kan vi leve med?"), ["node"], {
        node: ownDisbenefits(app),
      }),
  },
  {
    when: ["r7.open", "closed"],
    title: () => t("Tag en handling"),
    ask: (app) =>
      own("commit", t("Hvad gør du – og hvornår?"), ["action", "by"], { action: actions(app) }),
  },
  {
    when: ["r5.open", "closed"],
    title: () => t("Ret en måling"),
    ask: (app) => own("choose_measure", t("Hvilken måling?"), ["node"], { node: ownBenefits(app) }),
  },
];

/** Dis-benefits that this seat owns, or that a director may live with. @param {App} app */
function ownDisbenefits(app) {
  const isTop = /^(director|chair)$/.test(app.store.slice("me").value?.role ?? "");
  return nodes(
    app,
    (one) => one.type === "disbenefit" && !one.accepted_as_is && (isTop || isOwn(app, one.id)),
  );
}

/** @param {App} app */
const ownBenefits = (app) => nodes(app, (one) => isBenefit(one) && isOwn(app, one.id));

/** @param {App} app @param {string} id */
const isOwn = (app, id) => (app.store.slice("mine").value?.owned ?? []).includes(id);

/** @param {App} app */
function actions({ store }) {
  const free = store.list("action/").value.filter((/** @type {any} */ one) => !one.done && !one.by);
  return free.map((/** @type {any} */ one) => ({ value: one.id, text: one.text }));
}
