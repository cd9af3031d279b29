// @ts-check
/** A round on the phone: one task at a time, and something worth reading when there is none. */
import { openDrafts } from "../lib/drafts.js";
import { html, useState } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";
import { Briefing } from "./phone-briefing.js";
import { Extras } from "./phone-extras.js";
import { Stage } from "./phone-frame.js";
import { Hand } from "./phone-hand.js";
import { Kept } from "./phone-mine.js";
import { Recap } from "./phone-recap.js";
import { Roles } from "./phone-roles.js";
import { Second } from "./phone-second.js";
import { Task } from "./phone-task.js";
import { openAsks, stepKey } from "./phone-tasks.js";
import { Waiting } from "./phone-waiting.js";
import { Welcome } from "./phone-welcome.js";

/** @typedef {import("./phone-app.js").App} App */
/** @typedef {import("./phone-tasks.js").Ask} Ask */

/** @param {{app: App}} props */
export default function Play({ app }) {
  openDrafts(app);
  const round = app.store.slice("round").value;
  const state = app.store.slice("game").value?.state;
  if (app.store.slice("me").value?.waiting) {
    return html`<${Stage} title=${t("Du står ved døren")}
      sub=${t("Spilstyreren lukker dig ind om lidt.")} look="is-calm"><${Kept} app=${app} /></${Stage}>`;
  }
  if (state === "paused") {
    return html`<${Stage} title=${t("Pause")}
      sub=${t("Tiden står stille. Det, du har lagt, er gemt.")} look="is-still" />`;
  }
  const step = round.step === "briefing" ? Briefing : Turn;
  return html`<${Welcome} app=${app} /><${step} key=${stepKey(app)} app=${app} />`;
}

/** One step of a round. @param {{app: App}} props */
function Turn({ app }) {
  const [later, setLater] = useState(/** @type {string[]} */ ([]));
  const [own, setOwn] = useState(/** @type {Ask | null} */ (null));
  const [isResting, setResting] = useState(false);
  const { step, stage } = app.store.slice("round").value;
  const table = step === "open" && !isResting ? tableFor(app) : null;
  const asks = openAsks(app).filter((ask) => table !== Roles || ask.do !== "claim");
  const due = [
    ...asks.filter((ask) => !later.includes(ask.ask)),
    ...asks.filter((ask) => later.includes(ask.ask)),
  ];
  const task = own ?? (isResting ? null : table && later.length > 0 ? null : due[0]);
  const rest = () => {
    if (!app.store.slice("me").value?.ready) app.wire.send("done");
    setResting(true);
  };

  if (task) {
    const skip = () => setLater([...later.filter((id) => id !== task.ask), task.ask]);
    const isLast = !table && due.every((ask) => ask === task || later.includes(ask.ask));
    const notNow = SIGNED.has(task.do) ? (isLast ? rest : skip) : null;
    const later_ = !notNow && (due.length > 1 || table) ? { words: t("Senere"), go: skip } : null;
    // Where nothing is left that the room waits for, nobody is held at a question.
    const leave = !notNow && mayLeave(due) && !table ? { words: t("Jeg er færdig"), go: rest } : null;
    const back = { words: t("Tilbage"), go: () => setOwn(null) };
    return html`<${Task} key=${task.ask} app=${app} ask=${task} left=${own ? 1 : due.length}
      onDone=${() => setOwn(null)} later=${own ? back : later_} leave=${own ? null : leave}
      notNow=${notNow} />`;
  }
  const extras = html`<${Extras} app=${app} onChoose=${setOwn} />`;
  if (table)
    return html`<${table} app=${app} onRest=${rest} waiting=${asks.length}
    onAsks=${() => setLater([])} extras=${extras} />`;
  if (stage === "second") return html`<${Second} app=${app} />`;
  if (step === "resolved") return html`<${Recap} app=${app} />`;
  const back = isResting ? () => setResting(false) : later.length > 0 ? () => setLater([]) : null;
  return html`<${Waiting} app=${app} onChange=${setOwn} onBack=${back} waiting=${asks.length}
    extras=${extras} />`;
}

/** Questions that silence answers too: the rules count who says done as ready. */
const SILENT = new Set(["name_disbenefit", "premortem"]);

/** Names under a promise: put off, they hold nobody up, and stay to be given. */
const SIGNED = new Set(["co_sign", "sign"]);

/** Whether nothing here must be answered. @param {Ask[]} due */
const mayLeave = (due) => due.every((ask) => ask.optional || SILENT.has(ask.do));

/** The table where cards are played now, if this seat has any left to play. @param {App} app */
function tableFor({ store }) {
  if (store.slice("round").value.key === "r4") return Roles;
  const hand = store.slice("hand").value ?? [];
  const left = store.slice("me").value?.plays_left ?? 0;
  if (hand.length === 0 || left === 0) return null;
  return Hand;
}
