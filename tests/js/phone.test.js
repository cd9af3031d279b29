// @ts-check
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { closeWords, wayTo } from "../../static/js/lib/closes.js";
import { createDrafts } from "../../static/js/lib/drafts.js";
import { setStrings } from "../../static/js/lib/i18n.js";
import { createStore } from "../../static/js/lib/store.js";
import { argWords } from "../../static/js/parts/phone-arg-words.js";
import { measureArgs } from "../../static/js/parts/phone-measure-args.js";
import { metCards } from "../../static/js/parts/phone-met.js";
import Lobby from "../../static/js/parts/phone-lobby.js";
import { Meters } from "../../static/js/parts/phone-meters.js";
import { Outline, partsOf } from "../../static/js/parts/phone-outline.js";
import { Choices } from "../../static/js/parts/phone-menu.js";
import Play from "../../static/js/parts/phone-play.js";
import { fakeBrowser, roomOf, wordsOf } from "./support.js";

afterEach(() => setStrings("da"));

const MEASURE = {
  indicator: "Tid pr. sag", unit: "min", direction: "down", is_known: true, baseline: "14", baseline_date: "2026-10-01",
  target: "8,5", target_date: "2027-12-01",
};

test("a measure is sent with plain decimals", () => {
  assert.deepEqual(measureArgs(MEASURE, "N"), {
    indicator: "Tid pr. sag", unit: "min", direction: "down", baseline: "14", baseline_date: "2026-10-01",
    target: "8.5", target_date: "2027-12-01",
  });
});

test("a measure without a start is not ready, a plan is a start", () => {
  const { is_known: _known, baseline: _baseline, baseline_date: _date, ...rest } = MEASURE;
  assert.equal(measureArgs(rest), null);
  const planned = measureArgs({ ...rest, is_known: false, baseline_plan: "2027-02-01" });
  assert.equal(planned?.baseline_plan, "2027-02-01");
  assert.equal(planned?.baseline, undefined);
});

test("only a class C speaks of a budget", () => {
  const draft = { ...MEASURE, budget_line: "Løn", budget_year: "2028", base: "12.000.000" };
  assert.equal(measureArgs(draft, "N")?.budget_line, undefined);
  assert.deepEqual([measureArgs(draft, "C")?.budget_line, measureArgs(draft, "C")?.base], ["Løn", "12000000"]);
});

test("a draft outlives a reload until it is sent", () => {
  const { browser } = fakeBrowser();
  createDrafts("d", browser.shelf).set("vote:n1", { belief: 4 });
  const again = createDrafts("d", browser.shelf);
  assert.deepEqual(again.of("vote:n1"), { belief: 4 });
  again.drop("vote:n1");
  assert.deepEqual(createDrafts("d", browser.shelf).of("vote:n1"), {});
});

test("every close code has words and a way on", () => {
  for (const code of [1012, 1013, 4001, 4003, 4004, 4008, 4010, 4013, 4026, 4029, 9999]) {
    const { title, text, button, way } = closeWords(code);
    assert.ok(title && text && button && way, String(code));
  }
  assert.equal(closeWords(4013, "Sagt af serveren").text, "Sagt af serveren");
  assert.match(closeWords(4003, "Du er fjernet.").text, /komme ind igen/); // the button says so too
  assert.equal(wayTo("join", "K7QF3M"), "/j/K7QF3M");
  assert.equal(wayTo("ask", "K7QF3M"), "/j/K7QF3M");
  assert.equal(wayTo("retry", "K7QF3M"), null);
});

test("a card stands alone so far only while others can join it", () => {
  const node = { id: "n1", type: "benefit", round: "r2", state: "parked", support: 1 };
  /** @param {Record<string, any>} round */
  const foot = (round, state = "playing") => {
    const store = createStore();
    const set = { "node/n1": node, mine: { backed: ["n1"] }, round, game: { state } };
    store.apply({ since: 0, seq: 1, set });
    return metCards(/** @type {any} */ ({ store }), "r2")[0]?.foot;
  };
  assert.equal(foot({ id: "r2", step: "revealed" }), "Parkeret · kun dig indtil nu");
  assert.equal(foot({ id: "r2", step: "resolved" }), "Parkeret · kun dig");
  assert.equal(foot({ id: "r7", step: "open" }), "Parkeret · kun dig");
  assert.equal(foot({ id: "r2", step: "revealed" }, "closed"), "Parkeret · kun dig");
});

test("the menu offers what can be done: in a pause nobody is done or wants more time, who is taken out is asked nothing", () => {
  const offered = (state = "playing", link = "open", waiting = false) => {
    const app = roomOf({ game: { state }, round: { step: "open" }, me: { waiting } }, link);
    return wordsOf(Choices({ app, onPage() {}, onClose() {} })).map((words) => words.trim());
  };
  const [done, time] = ["Jeg er færdig med denne runde", "Jeg har brug for mere tid"];
  assert.ok([done, time, "Sprog"].every((one) => offered().includes(one)));
  assert.deepEqual([done, time].map((one) => offered("paused").includes(one)), [false, false]);
  assert.deepEqual([done, time, "Sprog"].map((one) => offered("playing", "open", true).includes(one)), [false, false, true]);
  assert.deepEqual([done, time, "Sprog"].map((one) => offered("playing", "ended").includes(one)), [false, false, false]);
  assert.ok(offered("playing", "ended").includes("Kortet som liste"));
});

test("who asked to come back is told that they stand at the door, and not that they are in", () => {
  const title = (/** @type {boolean} */ waiting) => wordsOf(Lobby({ app: roomOf({ game: {}, me: { waiting } }) }));
  assert.ok(title(false).includes("Du er med"));
  assert.ok(title(true).includes("Du står ved døren"));
  assert.ok(!title(true).includes("Du er med"));
  const round = { key: "r2", step: "open", ready: [0, 1] };
  for (const state of ["playing", "paused"]) {
    const inPlay = wordsOf(Play({ app: roomOf({ game: { state }, round, me: { waiting: true } }) }));
    assert.ok(inPlay.includes("Du står ved døren"), state);
    assert.ok(!inPlay.includes("Du er klar"));
  }
});

test("who loses something is asked which change does that", () => {
  assert.equal(argWords("node", "name_disbenefit"), "Hvilken forandring gør det?");
  assert.equal(argWords("node", "claim"), "Hvilken?");
});

test("a low meter is no greener on the phone than on the board", () => {
  const drawn = JSON.stringify(Meters({ app: roomOf({ meters: { ownership: 20, realism: 69, citizen_focus: 70 } }) }));
  assert.deepEqual(drawn.match(/is-(good|fair)/g), ["is-fair", "is-fair", "is-good"]);
});

const NODES = [
  { id: "n1", label: "F1", type: "goal", title: "Enkel service", state: "accepted" },
  { id: "n2", label: "M1", type: "benefit", title: "Gladere kolleger", perspective: "employees", state: "accepted" },
  { id: "n3", label: "B1", type: "benefit", title: "Kortere ventetid", perspective: "citizens", state: "accepted" },
  { id: "n4", label: "P1", type: "benefit", title: "Færre fejl", perspective: "processes", state: "parked" },
  { id: "n5", label: "U1", type: "disbenefit", title: "Færre skranker", state: "accepted" },
  { id: "n6", label: "C1", type: "change", title: "Vi ringer op", state: "rejected" },
  { id: "n7", label: "E1", type: "enabler", title: "Ny løsning", state: "accepted" },
];

test("the map as a list runs as the map does, and what is parked stands apart", () => {
  const parts = partsOf(NODES).map(({ title, nodes }) => [title, ...nodes.map((node) => node.label)]);
  assert.deepEqual(parts, [
    ["Leverancer", "E1"], ["Gevinster", "B1", "M1"], ["Ulemper", "U1"], ["Formål", "F1"], ["Parkeret", "P1"],
  ]);
});

test("what is parked misses no owner", () => {
  const listed = (/** @type {any} */ node) => wordsOf(Outline({ app: roomOf({ "node/n": node }) })).join(" ");
  assert.match(listed(NODES[2]), /ingen ejer/);
  assert.doesNotMatch(listed(NODES[3]), /ejer/);
});
