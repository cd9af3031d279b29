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
 * @property {(draft: Record<string, any>) => Record<string, Option[]>} [follows] options that follow from what was chosen
 */
/** @typedef {{ask: string, seq: number}} Answered */
/** @typedef {{first: number | null, second: number | null, value: string | null}} Given */

/**
 * Answers that may be changed while their step lasts: what they are about, and how the answer reads.
 * @type {Record<string, {at: string[], about: string, needs: string[], args: (given: Given) => Record<string, any>}>}
 */
const CHANGEABLE = {
  confirm_goal: { at: ["r1.open"], about: "goal", needs: ["fist"], args: (it) => ({ fist: it.first }) },
  vote: {
    at: ["r2.revealed"],
    about: "node",
    needs: ["belief", "importance"],
    args: (it) => ({ belief: it.first, importance: it.second }),
  },
  answer_edge: {
    at: ["r3.revealed", "r6.revealed"],
    about: "edge",
    needs: ["yes"],
    args: (it) => ({ yes: it.first === 1 }),
  },
  estimate: { at: ["r5.open"], about: "node", needs: ["value"], args: (it) => ({ value: it.value }) },
  judge_measure: {
    at: ["r5.open"],
    about: "node",
    needs: ["countable"],
    args: (it) => ({ countable: it.first === 1 }),
  },
  judge_answer: {
    at: ["r6.revealed"],
    about: "challenge",
    needs: ["enough"],
    args: (it) => ({ enough: it.first === 1 }),
  },
};

/** Where the phone keeps the step it was left in. @param {App} app */
export const metKey = ({ code }) => `gevinstspillet.${code}.met`;

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
  const gone = new Set(answered.value.filter((one) => one.seq > seq).map((one) => one.ask));
  const asks = /** @type {Ask[]} */ (store.slice("asks").value ?? []);
  const open = asks.filter((ask) => !gone.has(ask.ask));
  return [...open.filter((ask) => !ask.optional), ...open.filter((ask) => ask.optional)];
}

/**
 * What this seat has answered and may still change, as the server remembers it: on this phone or on
 * another one of the same seat.
 * @param {App} app
 * @returns {{ask: Ask, args: Record<string, any>}[]}
 */
export function changeable({ store }) {
  const { key, step } = store.slice("round").value ?? {};
  const answered = /** @type {Record<string, Given>} */ (store.slice("mine").value?.answered ?? {});
  return Object.entries(answered).flatMap(([id, given]) => {
    const verb = id.slice(0, id.indexOf(":"));
    const form = CHANGEABLE[verb];
    if (!form?.at.includes(`${key}.${step}`)) return [];
    const d = { [form.about]: id.slice(verb.length + 1) };
    const ask = { ask: id, do: verb, d, needs: form.needs, text: "" };
    return [{ ask, args: form.args(given) }];
  });
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
  const ack = await app.wire.send(ask.do, { ...ask.d, ...args });
  if (!ack.ok) return false;
  app.drafts.drop(ask.ask);
  app.answered.value = [...app.answered.value, { ask: ask.ask, seq: ack.seq ?? 0 }];
  return true;
}
