// @ts-check
/** What this seat is asked now, and what became of its answers. */

/** @typedef {import("./phone-app.js").App} App */
/** @typedef {{value: any, text: string}} Option */
/**
 * @typedef {object} Ask a question put to this seat, or something a person chose to say
 * @property {string} ask its id
 * @property {string} do
 * @property {Record<string, any>} d
 * @property {string[]} needs
 * @property {Record<string, Option[]>} [options]
 * @property {string} text
 * @property {string | null} [until]
 * @property {boolean} [optional]
 */
/** @typedef {{ask: Ask, args: Record<string, any>, seq: number, step: string}} Answered */

/** Answers that may be changed while the step lasts. */
const CHANGEABLE = new Set([
  "confirm_goal",
  "vote",
  "answer_edge",
  "estimate",
  "judge_measure",
  "judge_answer",
]);

/** The step of this moment; answers belong to one. @param {App} app */
export function stepKey({ store }) {
  const { id, step, stage, wave } = store.slice("round").value ?? {};
  return [id, step, stage, wave].join();
}

/**
 * The open questions, those first that the room waits for. A question just answered is gone at
 * once: its frame is on the way.
 * @param {App} app
 * @returns {Ask[]}
 */
export function openAsks(app) {
  const { store, answered } = app;
  const seq = store.position.seq;
  const gone = new Set(answered.value.filter((one) => one.seq > seq).map((one) => one.ask.ask));
  const asks = /** @type {Ask[]} */ (store.slice("asks").value ?? []);
  const open = asks.filter((ask) => !gone.has(ask.ask));
  return [...open.filter((ask) => !ask.optional), ...open.filter((ask) => ask.optional)];
}

/** What was answered in this step and may still be changed. @param {App} app */
export function changeable(app) {
  const step = stepKey(app);
  const latest = new Map(
    app.answered.value
      .filter((one) => one.step === step && CHANGEABLE.has(one.ask.do))
      .map((one) => [one.ask.ask, one]),
  );
  return [...latest.values()];
}

/**
 * Whether a command of this kind is on its way.
 * @param {App} app
 * @param {string} verb
 * @param {Record<string, any>} [d]
 */
export function isSending({ wire }, verb, d = {}) {
  return wire.unanswered.value.some(
    (command) =>
      command.do === verb && Object.entries(d).every(([name, value]) => command.d[name] === value),
  );
}

/**
 * Sends the answer to a question and remembers it.
 * @param {App} app @param {Ask} ask @param {Record<string, any>} args
 * @returns {Promise<boolean>} whether it was taken
 */
export async function answer(app, ask, args) {
  const step = stepKey(app);
  const ack = await app.wire.send(ask.do, { ...ask.d, ...args });
  if (!ack.ok) return false;
  app.drafts.drop(ask.ask);
  app.answered.value = [...app.answered.value, { ask, args, seq: ack.seq ?? 0, step }];
  return true;
}
