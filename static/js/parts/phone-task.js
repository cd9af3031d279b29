// @ts-check
/** One question: the form that fits it, or the plain one that fits any. */
import { html, useEffect } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";
import { AnyAsk } from "./phone-ask.js";
import { ChallengeAsk } from "./phone-challenge.js";
import { EdgeAsk } from "./phone-edge.js";
import { EstimateAsk } from "./phone-estimate.js";
import { GoalAsk } from "./phone-goal.js";
import { JudgeAsk } from "./phone-judge.js";
import { MeasureAsk } from "./phone-measure.js";
import { AcceptAsk, CoSignAsk } from "./phone-owner.js";
import { SignAsk } from "./phone-sign.js";
import { answer, isSending } from "./phone-tasks.js";
import { VoteAsk } from "./phone-vote.js";

/** @typedef {import("./phone-app.js").App} App */
/** @typedef {import("./phone-tasks.js").Ask} Ask */
/**
 * @typedef {object} FormProps what every form of a question gets
 * @property {App} app
 * @property {Ask} ask
 * @property {Record<string, any>} draft what has been chosen so far
 * @property {(part: Record<string, any>) => void} set changes the draft
 * @property {(args: Record<string, any>) => void} send answers
 * @property {boolean} isBusy an answer is on its way
 * @property {import("./phone-frame.js").Kicker} kicker how many questions are left, and the ways past this one
 */

/** @type {Record<string, any>} */
const FORMS = {
  accept: AcceptAsk,
  answer_challenge: ChallengeAsk,
  answer_edge: EdgeAsk,
  choose_measure: MeasureAsk,
  co_sign: CoSignAsk,
  confirm_goal: GoalAsk,
  estimate: EstimateAsk,
  judge_answer: JudgeAsk,
  judge_measure: JudgeAsk,
  sign: SignAsk,
  vote: VoteAsk,
};

/** @typedef {{words: string, go: () => void}} Way */

/**
 * @param {{app: App, ask: Ask, left: number, onDone: () => void, later?: Way | null, leave?: Way | null,
 *   notNow?: (() => void) | null}} props
 *   `later` goes to another question, `leave` says that this one need not be answered, `notNow`
 *   puts a signature off
 */
export function Task({ app, ask, left, onDone, later, leave, notNow }) {
  const form = FORMS[ask.do] ?? AnyAsk;
  const draft = app.drafts.of(ask.ask);
  useEffect(() => void (app.said.value = ask.text), [ask.ask]);
  const kicker = { words: countWords(left, Boolean(ask.optional)), later, leave, notNow };
  return html`<${form} app=${app} ask=${ask} draft=${draft} kicker=${kicker}
    isBusy=${isSending(app, ask.do, ask.d.node ? { node: ask.d.node } : ask.d)}
    set=${(/** @type {Record<string, any>} */ part) => app.drafts.set(ask.ask, part)}
    send=${async (/** @type {Record<string, any>} */ args) => (await answer(app, ask, args)) && onDone()} />`;
}

/** @param {number} left @param {boolean} isOptional */
function countWords(left, isOptional) {
  if (isOptional) return left > 1 ? t("{n} frivillige spørgsmål", { n: left }) : t("Frivilligt");
  return left > 1 ? t("{n} spørgsmål tilbage", { n: left }) : "";
}
