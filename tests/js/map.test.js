// @ts-check
/** The drawing of a map and of a strip of estimates: geometry and words, without a page. */
import assert from "node:assert/strict";
import test from "node:test";
import { setStrings } from "../../static/js/lib/i18n.js";
import { createStore } from "../../static/js/lib/store.js";
import { stageOf } from "../../static/js/parts/board-app.js";
import { BoardGoals, goalWords } from "../../static/js/parts/board-goals.js";
import { marksOf } from "../../static/js/parts/board-legend.js";
import { BoardLobby, lettersOf } from "../../static/js/parts/board-lobby.js";
import { BoardMap } from "../../static/js/parts/board-map.js";
import { Closing } from "../../static/js/parts/board-closing.js";
import { Estimates } from "../../static/js/parts/board-estimates.js";
import { FaceDown } from "../../static/js/parts/board-cards.js";
import { keepPicture } from "../../static/js/parts/board-keep.js";
import { stripOf } from "../../static/js/parts/board-strip.js";
import { pagesOf, readView, sightOf } from "../../static/js/parts/board-camera.js";
import { shortFigure } from "../../static/js/parts/map-card.js";
import { partsOf, softened, widthOf } from "../../static/js/parts/map-break.js";
import { inside, lanes, pathOf, readingOrder, rows, scaleFor } from "../../static/js/parts/map-geometry.js";
import { mapOf } from "../../static/js/parts/map-model.js";
import { amountWords, mayShow, unitWords } from "../../static/js/parts/map-amounts.js";
import { dayWords, figureWords, initials, verdictWords } from "../../static/js/parts/map-words.js";

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

test("a goal that nobody doubts has everybody behind it, once the hands are shown", () => {
  const goal = { id: "n1", label: "G1", title: "Kortere ventetid", state: "accepted" };
  assert.equal(goalWords({ ...goal, fists: null }, false), "Skal bekræftes");
  assert.equal(goalWords({ ...goal, fists: [0, 0, 0, 0, 3, 5] }, false), "Alle står bag");
  assert.match(goalWords({ ...goal, low: true, fists: [0, 1, 0, 0, 3, 5] }, true), /tvivl/);
  assert.equal(goalWords({ ...goal, fists: null }, true), "Bekræftet");
});

test("the verdict is a sentence on the board and in the console, as on the phones", () => {
  assert.equal(verdictWords("ready"), "Kortet er klar");
  assert.equal(verdictWords("conditional"), "Kortet er betinget klar");
  assert.equal(verdictWords("draft"), "Kortet er en kladde");
  assert.equal(verdictWords(undefined), "");
});

test("the legend names the marks that are on the map, and no others", () => {
  const layout = { width: 1, height: 1, nodes: { n1: [0, 0, 1, 1], n2: [0, 0, 1, 1] }, edges: { "n1>n2": [] } };
  const map = (/** @type {string} */ edge, /** @type {string} */ node, /** @type {[string, any[]][]} */ flags) =>
    /** @type {any} */ ({ edges: new Map([["n1>n2", { state: edge }]]), nodes: new Map([["n1", { state: node }]]), findings: new Map(flags) });
  assert.deepEqual(marksOf(map("solid", "accepted", []), /** @type {any} */ (layout)), []);
  assert.deepEqual(marksOf(map("dashed", "contested", [["n2", []]]), /** @type {any} */ (layout)), ["dashed", "flag", "hatched"]);
  assert.deepEqual(marksOf(map("solid", "accepted", [["n9", []]]), /** @type {any} */ (layout)), []);
});

test("a long word may be parted where a syllable begins, as game/lettering.py parts it", () => {
  const parts = (/** @type {string} */ word) => partsOf(word).join("|");
  assert.equal(parts("Fingeraftryksstation"), "Finge|raftryks|station");
  assert.equal(parts("effektiviseringsstrategien"), "effek|tivi|serings|stra|tegien");
  assert.equal(parts("organisationskultur"), "orga|nisa|tions|kultur");
  assert.equal(parts("arbejdsmiljørepræsentant"), "arbejds|miljø|repræ|sentant");
  assert.equal(parts("foto-/fingeraftryk"), "foto-|/fin|geraf|tryk");
  assert.equal(parts("ventetid"), "ventetid");
  assert.equal(parts("Gebyrindtægt"), "Gebyr|indtægt");
  assert.equal(parts("vedligeholdsudgift"), "vedligeholds|udgift");
  assert.equal(softened("Kort organisationskultur").replaceAll("\u00ad", "|"), "Kort orga|nisa|tions|kultur");
  assert.equal(widthOf("il"), widthOf("i\u00adl"));
});

/** Three lanes of which the middle one is taller than a board. @type {import("../../static/js/parts/map-geometry.js").Layout} */
const TALL = {
  width: 2400,
  height: 2000,
  nodes: {
    e1: [12, 900, 312, 120],
    c1: [400, 100, 312, 120], c2: [400, 700, 312, 120], c3: [400, 1700, 312, 120],
    b1: [1000, 900, 312, 120], g1: [2076, 900, 312, 120],
  },
  edges: {},
  rows: {},
  lanes: { enabler: [12, 312], change: [400, 312], benefit: [1000, 312], goal: [2076, 312] },
};
const BOARD = { width: 1832, height: 760 };

test("a map that can be read is shown whole; a larger one part by part at the size that can be read", () => {
  const small = sightOf(LAYOUT, BOARD, 1, readView(), 3);
  assert.deepEqual([small.isWhole, small.pages.length], [true, 1]);
  assert.ok(small.scale >= 1);
  const large = sightOf(TALL, BOARD, 1, readView(), 3);
  assert.deepEqual([large.isWhole, large.scale], [false, 1]);
  assert.equal(sightOf(TALL, { width: 1221, height: 506 }, 2 / 3, readView(), 3).scale, 2 / 3);
});

test("every card of the round's lane stands whole in one of the parts", () => {
  const pages = pagesOf(TALL, "change", BOARD);
  for (const id of ["c1", "c2", "c3"]) assert.ok(pages.some((page) => inside(TALL.nodes[id], page)), id);
  assert.ok(pages.length <= 3);
  for (const [x, y] of pages) assert.ok(x >= 0 && y >= 0 && x + BOARD.width <= TALL.width && y + BOARD.height <= TALL.height);
});

test("a part of the map begins where a column begins", () => {
  const [[x]] = pagesOf(TALL, "goal", BOARD);
  assert.ok(Object.values(TALL.nodes).some(([left]) => left - 12 === x) || x === TALL.width - BOARD.width);
});

test("the console steers by words: a lane, a part of it, a card, the whole map, the way in, the theme", () => {
  assert.deepEqual(readView("lane/change/2 nojoin theme/projector"), { whole: false, lane: "change", page: 1, node: "", hasJoin: false, theme: "projector" });
  assert.deepEqual(readView("map theme/pink"), { whole: true, lane: "", page: null, node: "", hasJoin: true, theme: "" });
  assert.equal(sightOf(TALL, BOARD, 1, readView("map"), 3).isWhole, true);
  const second = sightOf(TALL, BOARD, 1, readView("lane/change/2"), 5);
  assert.equal(second.pages.length, 1);
  assert.ok(inside(TALL.nodes.c2, second.pages[0]) || inside(TALL.nodes.c3, second.pages[0]));
  const close = sightOf(TALL, BOARD, 1, readView("node/g1"), 5);
  assert.ok(close.scale > 1 && inside(TALL.nodes.g1, close.pages[0]));
  assert.equal(sightOf(TALL, BOARD, 1, readView("lane/change/99"), 5).pages.length, 1);
});

test("figures show from and to, a missing baseline as a question, large sums as millions", () => {
  setStrings("da");
  const measured = (/** @type {object} */ measure) => ({ ...mapOf(shown({})), measures: new Map([["n1", { node: "n1", ...measure }]]) });
  const node = { id: "n1", label: "B1", type: "benefit", title: "", state: "accepted" };
  assert.equal(figureWords(node, measured({ baseline: "14", target: "8", unit: "min" }), true), "14 → 8 min");
  assert.equal(figureWords(node, measured({ baseline: null, target: "5", unit: "dage" }), true), "? → 5 dage");
  assert.equal(figureWords(node, measured({}), true), "ingen måling");
  assert.equal(amountWords("750000", "kr"), "0,75 mio. kr");
  assert.equal(figureWords(node, measured({ baseline: "1500000", target: "750000", unit: "kr", kroner: true }), true), "1,5 → 0,75 mio. kr");
  assert.equal(figureWords(node, measured({ baseline: "1500000", target: "90000", unit: "kr", kroner: true }), true), "1.500.000 → 90.000 kr");
});

test("sums of kroner stand only where the rules let them; a price is no sum", () => {
  const hidden = ["kr", "kr/år", "mio. kr pr. år", "kroner om året"].map((unit) => mayShow({ unit, kroner: false }));
  assert.deepEqual(hidden, [false, false, false, false]);
  const scales = ["mia. kr", "t.kr", "tkr", "1000 kr", "1.000 kr", "t. kr/år", "tusind kr", "milliarder kr", "DKK million", "DKK k", "dkk m"];
  assert.ok(scales.every((unit) => !mayShow({ unit, kroner: false })));
  assert.ok(["kr", "kr/år"].every((unit) => mayShow({ unit, kroner: true })));
  assert.ok(["min", "%", "", "kr/sag", "kroner pr. borger", "kr om måneden"].every((unit) => mayShow({ unit, kroner: false })));
});

test("a long unit is cut before the baseline is", () => {
  setStrings("da");
  const node = { id: "n1", label: "P3", type: "benefit", title: "", state: "accepted" };
  const figure = (/** @type {string} */ unit, baseline = "10", target = "20") =>
    shortFigure(node, { ...mapOf(shown({})), measures: new Map([["n1", { node: "n1", baseline, target, unit }]]) }, true);
  assert.equal(figure("%"), "10 → 20 %");
  assert.equal(figure("% til tiden"), "10 → 20 %");
  assert.equal(figure("sager pr. medarbejder"), "10 → 20 sager");
  assert.equal(figure("sagsbehandlingsdage"), "10 → 20");
  assert.equal(figure("kr/år pr. anlæg", "3750000", "2500000"), "2,5 mio. kr");
});

test("kroner stand where the reader's language has them, per year or not", () => {
  setStrings("da");
  assert.deepEqual(["kr/år", "DKK"].map((unit) => amountWords("2500000", unit)), ["2,5 mio. kr/år", "2,5 mio. kr"]);
  assert.deepEqual([amountWords("0.75", "mio. kr."), amountWords("12500", "kr"), unitWords("mio. kr./år")], ["0,75 mio. kr", "12.500 kr", "mio. kr/år"]);
  assert.deepEqual(["kroner pr. borger", "kr om måneden", "krav"].map((unit) => amountWords("8250", unit)),
    ["8.250 kr/borger", "8.250 kr om måneden", "8.250 krav"]);
  assert.deepEqual(["mio. kr. pr. år", "mill. kroner om året"].map(unitWords), Array(2).fill("mio. kr/år"));
  assert.equal(amountWords("4.4", "1–5"), "4,4 (1–5)");
  setStrings("en", { "{n} mio. kr": "DKK {n}m", "{n} kr": "DKK {n}", "mio. kr": "DKK million", kr: "DKK", år: "year" });
  assert.deepEqual(["kr/år", "DKK/yr", "kr pr. år", "kr. om året", "Kr pr år"].map((unit) => amountWords("2500000", unit)), Array(5).fill("DKK 2.5m/year"));
  assert.deepEqual([amountWords("0.75", "mio. kr."), amountWords("12500", "kr/anlæg"), unitWords("mio. kr.")], ["DKK 0.75m", "DKK 12,500/anlæg", "DKK million"]);
  assert.deepEqual([amountWords("14", "min"), unitWords("min"), amountWords(null, "kr"), amountWords("5")], ["14 min", "min", "kr", "5"]);
});

test("days and badges are short", () => {
  setStrings("da");
  assert.equal(dayWords("2027-12-01"), "1. dec");
  assert.equal(dayWords("2027-12-01", true), "1. dec 2027");
  assert.equal(dayWords(null), "");
  assert.deepEqual(["Karen Holm", "Mette", "Medarbejderrepræsentant (TR/MED)", ""].map(initials), ["KH", "Me", "Me", "?"]);
});

test("the letters on the ring tell any two roles apart", () => {
  assert.deepEqual(lettersOf(["Driftschef", "Procesejer", "Projektet", "Medarbejdere og specialister"]), ["Dr", "Pc", "Pj", "MS"]);
  assert.deepEqual(lettersOf(["Process owner", "Project owner"]), ["Pc", "Pj"]);
});

test("the board's picture follows the round", () => {
  const at = (/** @type {number} */ n, /** @type {string} */ step, more = {}) =>
    stageOf(shown({ game: { state: "playing" }, round: { n, step, wave: 1 }, ...more }));
  assert.equal(stageOf(shown({ game: { state: "lobby" }, round: null })), BoardLobby);
  assert.equal(at(1, "open"), BoardGoals);
  assert.equal(at(2, "open"), FaceDown);
  assert.equal(at(3, "open", { layout: LAYOUT }), BoardMap);
  assert.equal(at(5, "revealed", { layout: LAYOUT, "estimate/n2": { node: "n2" }, game: { state: "playing", view: "lane/benefit" } }), BoardMap);
  assert.equal(at(2, "open", { layout: LAYOUT, game: { state: "playing", view: "map" } }), FaceDown);
  assert.equal(at(5, "revealed", { "estimate/n2": { node: "n2" } }), Estimates);
  assert.equal(stageOf(shown({ game: { state: "closed" }, round: null })), Closing);
});

test("the last picture stays until a whole new view replaces it, and is never taken for the new one", () => {
  const store = keepPicture(createStore());
  store.begin("e1");
  store.apply({ since: 0, seq: 7, set: { game: { title: "A" }, "node/n1": { id: "n1" } } });
  store.begin("e2");
  assert.equal(store.slice("game").value.title, "A");
  assert.equal(store.position.epoch, "e1"); // who connects now is told everything
  store.apply({ since: 0, seq: 3, set: { game: { title: "B" } } });
  assert.deepEqual([store.slice("game").value.title, store.slice("node/n1").value], ["B", undefined]);
  assert.deepEqual([store.position.epoch, store.position.seq], ["e2", 3]);
});
