// @ts-check
/** The drawing of a map and of a strip of estimates: geometry and words, without a page. */
import assert from "node:assert/strict";
import test from "node:test";
import { setStrings } from "../../static/js/lib/i18n.js";
import { createStore } from "../../static/js/lib/store.js";
import { stageOf } from "../../static/js/parts/board-app.js";
import { BoardGoals } from "../../static/js/parts/board-goals.js";
import { BoardLobby } from "../../static/js/parts/board-lobby.js";
import { BoardMap } from "../../static/js/parts/board-map.js";
import { Closing } from "../../static/js/parts/board-closing.js";
import { Estimates } from "../../static/js/parts/board-estimates.js";
import { FaceDown } from "../../static/js/parts/board-cards.js";
import { stripOf } from "../../static/js/parts/board-strip.js";
import { linesOf, titleSize } from "../../static/js/parts/map-fit.js";
import { lanes, pathOf, readingOrder, rows, scaleFor } from "../../static/js/parts/map-geometry.js";
import { mapOf } from "../../static/js/parts/map-model.js";
import { amountWords, dayWords, figureWords, initials } from "../../static/js/parts/map-words.js";

/** @type {import("../../static/js/parts/map-geometry.js").Layout} */
const LAYOUT = {
  width: 1000,
  height: 500,
  nodes: { n3: [800, 0, 200, 100], n1: [0, 0, 200, 100], n2: [400, 200, 200, 100], n4: [400, 0, 200, 100] },
  edges: {},
  rows: { citizens: [0, 120], processes: [120, 0], finance: [120, 180] },
  lanes: { enabler: [0, 200], benefit: [400, 200], goal: [800, 200] },
};
const NODES = new Map([
  ["n1", { id: "n1", type: "enabler" }],
  ["n2", { id: "n2", type: "benefit", perspective: "finance" }],
  ["n3", { id: "n3", type: "goal" }],
  ["n4", { id: "n4", type: "benefit", perspective: "citizens" }],
]);

/** A store that shows these slices. @param {Record<string, unknown>} set */
function shown(set) {
  const store = createStore();
  store.apply({ since: 0, seq: 1, set });
  return store;
}

test("a route is level in a column and curves level to level between two", () => {
  assert.equal(pathOf([[0, 10], [80, 50], [280, 50]]), "M0 10C40 10 40 50 80 50H280");
  assert.equal(pathOf([[0, 10]]), "");
});

test("the map fits the box, but never below what can be read", () => {
  assert.equal(scaleFor(LAYOUT, { width: 500, height: 500 }, 0), 0.5);
  assert.equal(scaleFor(LAYOUT, { width: 500, height: 500 }, 0.8), 0.8);
});

test("only lanes and rows with room for a card are drawn", () => {
  assert.deepEqual(lanes(LAYOUT).map(({ lane }) => lane), ["enabler", "benefit", "goal"]);
  assert.deepEqual(rows(LAYOUT).map(({ row }) => row), ["citizens", "finance"]);
});

test("cards are read lane by lane and row by row", () => {
  assert.deepEqual(readingOrder(LAYOUT, NODES), ["n1", "n4", "n2", "n3"]);
});

test("equal estimates stack, and the ends of the strip are the least and the most", () => {
  const { dots, highest, low, high, place } = stripOf(["6", "5", "6", "7", "6"]);
  assert.deepEqual([low, high, highest], ["5", "7", 2]);
  assert.deepEqual(dots.map((dot) => dot.level), [0, 0, 1, 2, 0]);
  assert.equal(place("6"), 50);
});

test("a strip of one value stands in the middle", () => {
  assert.deepEqual(stripOf(["3"]).dots, [{ at: 50, level: 0 }]);
});

test("a long title gets a smaller size, a short one the full", () => {
  assert.ok(titleSize("Kort", 276, 100) > titleSize("Selvbetjent foto- og fingeraftryksstation i alle borgercentre", 276, 100));
  assert.equal(linesOf(["fingeraftryksstation"], 10), 2);
});

test("figures show from and to, a missing baseline as a question, large sums as millions", () => {
  setStrings("da");
  const measured = (/** @type {object} */ measure) => ({ ...mapOf(shown({})), measures: new Map([["n1", { node: "n1", ...measure }]]) });
  const node = { id: "n1", label: "B1", type: "benefit", title: "", state: "accepted" };
  assert.equal(figureWords(node, measured({ baseline: "14", target: "8", unit: "min" }), true), "14 → 8 min");
  assert.equal(figureWords(node, measured({ baseline: null, target: "5", unit: "dage" }), true), "? → 5 dage");
  assert.equal(figureWords(node, measured({}), true), "ingen måling");
  assert.equal(amountWords("750000", "kr"), "0,75 mio. kr");
});

test("days and badges are short", () => {
  setStrings("da");
  assert.equal(dayWords("2027-12-01"), "1. dec");
  assert.equal(dayWords("2027-12-01", true), "1. dec 2027");
  assert.equal(dayWords(null), "");
  assert.deepEqual(["Karen Holm", "Mette", "Medarbejderrepræsentant (TR/MED)", ""].map(initials), ["KH", "Me", "Me", "?"]);
});

test("the board's picture follows the round", () => {
  const at = (/** @type {number} */ n, /** @type {string} */ step, more = {}) =>
    stageOf(shown({ game: { state: "playing" }, round: { n, step, wave: 1 }, ...more }));
  assert.equal(stageOf(shown({ game: { state: "lobby" }, round: null })), BoardLobby);
  assert.equal(at(1, "open"), BoardGoals);
  assert.equal(at(2, "open"), FaceDown);
  assert.equal(at(3, "open", { layout: LAYOUT }), BoardMap);
  assert.equal(at(5, "revealed", { "estimate/n2": { node: "n2" } }), Estimates);
  assert.equal(stageOf(shown({ game: { state: "closed" }, round: null })), Closing);
});
