// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "../../static/js/lib/store.js";
import { effect } from "../../static/js/lib/vendor.js";

test("a frame sets and removes slices", () => {
  const store = createStore();
  store.apply({ since: 0, seq: 3, set: { game: { title: "Pas" }, "node/n1": { id: "n1" } } });
  store.apply({ since: 3, seq: 4, set: { "node/n2": { id: "n2" } }, del: ["node/n1"] });
  assert.equal(store.slice("game").value.title, "Pas");
  assert.equal(store.slice("node/n1").value, undefined);
  assert.deepEqual(store.list("node/").value, [{ id: "n2" }]);
  assert.equal(store.position.seq, 4);
});

test("a family is listed in the order of its ids", () => {
  const store = createStore();
  store.apply({ since: 0, seq: 1, set: { "node/n10": 10, "node/n2": 2, "node/n1": 1 } });
  assert.deepEqual(store.list("node/").value, [1, 2, 10]);
});

test("a whole view replaces what was there", () => {
  const store = createStore();
  store.apply({ since: 0, seq: 3, set: { hand: [1], game: {} } });
  store.apply({ since: 0, seq: 5, set: { game: {} } });
  assert.equal(store.slice("hand").value, undefined);
});

test("a foreign epoch clears the view and starts from nothing", () => {
  const store = createStore();
  store.begin("e_1");
  store.apply({ since: 0, seq: 7, set: { game: {} } });
  store.begin("e_1");
  assert.equal(store.position.seq, 7);
  store.begin("e_2");
  assert.equal(store.position.seq, 0);
  assert.equal(store.slice("game").value, undefined);
});

test("an old frame changes nothing and a frame from beyond is told", () => {
  const store = createStore();
  store.apply({ since: 0, seq: 7, set: { round: 1 } });
  assert.equal(store.apply({ since: 2, seq: 5, set: { round: 0 } }), "old");
  assert.equal(store.apply({ since: 9, seq: 10, set: { round: 2 } }), "gap");
  assert.equal(store.slice("round").value, 1);
});

test("presence outside seq is applied at the same seq", () => {
  const store = createStore();
  store.apply({ since: 0, seq: 7, set: {} });
  assert.equal(store.apply({ since: 7, seq: 7, set: { count: { here: 3 } } }), "applied");
  assert.equal(store.slice("count").value.here, 3);
});

test("one frame wakes a reader once", () => {
  const store = createStore();
  let runs = 0;
  const stop = effect(() => {
    store.slice("a").value;
    store.slice("b").value;
    runs += 1;
  });
  store.apply({ since: 0, seq: 1, set: { a: 1, b: 2 } });
  stop();
  assert.equal(runs, 2);
});
