// @ts-check
/** What a helper's fields become: exactly what the person's own phone would send. */
import assert from "node:assert/strict";
import test from "node:test";
import { restWords } from "../../static/js/parts/board-timer.js";
import { answerOf, fieldsOf } from "../../static/js/parts/console-proxy-fields.js";
import { cardNumber, readCard } from "../../static/js/parts/console-card-number.js";
import { lossWords, overWords } from "../../static/js/parts/console-next.js";
import { actionsOn } from "../../static/js/parts/console-node-actions.js";
import { RunSheet } from "../../static/js/parts/console-sheet.js";
import { ActionButton } from "../../static/js/parts/console-form.js";
import { noneWords } from "../../static/js/parts/console-suggestions.js";
import { ConsoleTop } from "../../static/js/parts/console-top.js";
import { mapOf } from "../../static/js/parts/map-model.js";
import { roomOf, wordsOf } from "./support.js";

/** @param {string} verb @param {string[]} needs @param {Record<string, any>} [more] */
const ask = (verb, needs, more = {}) => ({ ask: "1", do: verb, d: { node: "n1" }, needs, text: "?", ...more });

test("a vote is two numbers, or nothing for don't know", () => {
  const vote = ask("vote", ["belief", "importance"]);
  assert.deepEqual(
    fieldsOf(vote).map((one) => one.options?.length),
    [7, 7],
  );
  const said = answerOf(vote, { belief: "4", importance: "unknown" });
  assert.deepEqual(said, { do: "vote", d: { node: "n1", belief: 4, importance: null } });
});

test("an estimate left empty is don't know, and a Danish number travels as the wire wants it", () => {
  const estimate = ask("estimate", ["value"]);
  assert.equal(fieldsOf(estimate)[0]?.isOptional, true);
  assert.equal(answerOf(estimate, { value: "" }).d.value, null);
  assert.equal(answerOf(estimate, { value: "1.500,25" }).d.value, "1500.25");
});

test("yes and no are booleans", () => {
  const countable = ask("judge_measure", ["countable"]);
  assert.equal(answerOf(countable, { countable: "false" }).d.countable, false);
  assert.equal(answerOf(countable, { countable: "true" }).d.countable, true);
});

test("a change is words, or the number of a printed card", () => {
  const change = ask("propose_change", ["text"]);
  assert.deepEqual(
    fieldsOf(change).map((one) => one.name),
    ["card", "text"],
  );
  assert.deepEqual(answerOf(change, { card: "c3", text: "" }).d, { node: "n1", card: "C3" });
  assert.deepEqual(answerOf(change, { card: "", text: "Ny vej" }).d, { node: "n1", text: "Ny vej" });
});

test("the number of a printed card is read as people write it, and never looks like a label of the map", () => {
  assert.equal(cardNumber("O11"), "O\u201111");
  assert.equal(cardNumber("blank"), "blank");
  for (const typed of ["O11", "o-11", "Ø11", "ø\u201111", "011", " nr. o 11", "Kort nr. O-11"]) assert.equal(readCard(typed), "O11");
  assert.equal(readCard("b9"), "B9");
  assert.equal(readCard("B10"), "B10");
});

test("a choice gives back the very value that was offered", () => {
  const claim = ask("claim", ["node"], { d: {}, options: { node: [{ value: "n7", text: "B1" }] } });
  assert.equal(fieldsOf(claim)[0]?.options?.[0]?.value, "n7");
  assert.deepEqual(answerOf(claim, { node: "n7" }).d, { node: "n7" });
  const twice = ask("answer_challenge", ["text", "nodes"], { d: { challenge: "c1" }, options: { nodes: [{ value: "n2", text: "B2" }] } });
  assert.deepEqual(answerOf(twice, { text: "Ja", nodes: "n2" }).d.nodes, ["n2"]);
});

test("a measure asks for what its class needs beside the rest", () => {
  const measure = ask("choose_measure", ["target", "target_date"], { options: { direction: [] } });
  const names = fieldsOf(measure, "C").map((one) => one.name);
  assert.deepEqual(names.slice(0, 5), ["target", "target_date", "baseline", "baseline_date", "baseline_plan"]);
  assert.ok(names.includes("budget_line"));
  assert.ok(!fieldsOf(measure, "N").some((one) => one.name === "budget_line"));
  assert.equal(fieldsOf(measure).find((one) => one.name === "target_date")?.type, "date");
});

test("nothing is promised of cards that are turned already", () => {
  const come = "Ingen forslag lige nu. De kommer, når kortene er vendt.";
  assert.equal(noneWords(null), come);
  assert.equal(noneWords({ n: 2, step: "open", wave: 1 }), come);
  assert.match(noneWords({ n: 2, step: "open", wave: 2 }), /^Ingen kort ligner hinanden\./);
  assert.match(noneWords({ n: 2, step: "vote" }), /^Ingen kort ligner hinanden\./);
  assert.equal(noneWords({ n: 5, step: "open" }), "Ingen forslag lige nu.");
});

test("a measure is given away only while measures are chosen", () => {
  const node = { id: "n1", label: "B1", type: "benefit", title: "Kortere ventetid", state: "accepted" };
  const offers = (/** @type {object} */ round) => {
    const { store } = roomOf({ round, "node/n1": node });
    return actionsOn(node, mapOf(store), store).some((one) => one.do === "assign_measure");
  };
  assert.equal(offers({ key: "r2", step: "open" }), false);
  assert.equal(offers({ key: "r5", step: "briefing" }), false);
  assert.equal(offers({ key: "r5", step: "open" }), true);
});

test("the round before is played again only where there is one", () => {
  const moves = (/** @type {string[]} */ states) => {
    const rounds = states.map((state, n) => ({ id: `r${n}`, n, title: `Nr. ${n}`, minutes: 3, state }));
    return wordsOf(RunSheet({ room: roomOf({ game: { state: "playing" }, round: { key: "r0" }, rounds }) }));
  };
  const again = "Spil »Nr. 0« igen";
  assert.ok(!moves(["now", "ahead"]).includes(again));
  assert.ok(!moves(["now", "done"]).includes(again));
  assert.ok(moves(["done", "now"]).includes(again));
});

test("the game is ended from one place: the large button, where that is what comes next", () => {
  const moves = (/** @type {string} */ next) =>
    wordsOf(RunSheet({ room: roomOf({ game: { state: "playing" }, next: { do: next } }) }));
  assert.ok(moves("next_round").includes("Afslut spillet"));
  assert.ok(!moves("close").includes("Afslut spillet"));
});

test("who goes on before all are ready is told what is lost by it", () => {
  const next = { do: "resolve", blocked: "4 af 6 er klar. Du kan godt gå videre alligevel." };
  assert.match(lossWords(next, { stage: "vote", ready: [4, 6] }), /^2 er ikke klar\. De stemmer, der mangler/);
  assert.match(lossWords(next, { stage: null, ready: [5, 6] }), /^Én er ikke klar\. Trinnet lukker/);
  assert.equal(lossWords(next, null), next.blocked);
});

test("time given in a pause is seen at once", () => {
  const rest = (/** @type {string | null} */ ends) =>
    restWords(roomOf({ game: { paused_at: "2026-12-01T09:00:00.000Z" }, round: { ends } }));
  assert.equal(rest("2026-12-01T09:03:12.000Z"), "3:12 tilbage");
  assert.equal(rest("2026-12-01T09:04:12.000Z"), "4:12 tilbage");
  assert.equal(rest(null), "");
  assert.equal(restWords(roomOf({ game: { paused_at: null }, round: { ends: null } })), "");
});

test("after the game nothing is offered that it takes no more", () => {
  const offered = (/** @type {string[] | null} */ allowed) =>
    ["rename", "retype", "show"].filter((one) =>
      ActionButton({ room: roomOf({ allowed }), action: { do: one, text: one } }) !== null);
  assert.deepEqual(offered(null), ["rename", "retype", "show"]);
  assert.deepEqual(offered(["rename", "show"]), ["rename", "show"]);
  assert.deepEqual(offered(["show"]), ["show"]);
});

test("a closed game has no clock, and is followed only where it was played", () => {
  const round = { key: "r2", step: "open", ends: "2026-12-01T09:03:12.000Z" };
  const top = (/** @type {string} */ state) => wordsOf(ConsoleTop({ room: roomOf({ game: { state }, round }) })).join(" ");
  assert.match(top("playing"), /Uden ur/);
  assert.doesNotMatch(top("closed"), /Uden ur|Pause|[+]1/);
  const over = (/** @type {any} */ now) => overWords(roomOf({ allowed: ["show"], round: now }));
  assert.match(over(round), /Et senere spil/);
  assert.doesNotMatch(over(null), /Et senere spil/);
});

test("what may be left out is written where there is nothing to choose from, and no answer is chosen beforehand", () => {
  const text = fieldsOf(ask("propose_change", ["text"]));
  assert.ok(text.every((one) => one.isOptional && !one.options));
  const vote = fieldsOf(ask("vote", ["belief", "importance"]));
  assert.ok(vote.every((one) => one.isBlank && one.options));
});
