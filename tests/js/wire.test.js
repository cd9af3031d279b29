// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "../../static/js/lib/store.js";
import { createClock } from "../../static/js/lib/time.js";
import { createWire } from "../../static/js/lib/wire.js";
import { fakeBrowser } from "./support.js";

function given(world = fakeBrowser()) {
  const store = createStore();
  const clock = createClock(() => 0);
  const { browser } = world;
  const wire = createWire({ code: "K7QF3M", as: "player", build: "b1", store, clock, browser });
  return { ...world, store, wire };
}

test("the first word is hello with where the view stands", () => {
  const { last } = given();
  last().open();
  assert.deepEqual(last().sent, [{ t: "hello", v: 1, as: "player", since: 0, build: "b1" }]);
});

test("a command is kept until it is answered and carries its round", () => {
  const { last, store, wire } = given();
  last().welcome();
  last().says({ t: "state", since: 0, seq: 4, set: { round: { id: "r2" } } });
  wire.send("play_card", { card: "B1" });
  const [sent] = last().done;
  assert.equal(sent.round, "r2");
  assert.deepEqual([sent.do, sent.d], ["play_card", { card: "B1" }]);
  assert.equal(wire.unanswered.value.length, 1);
  last().says({ t: "ack", id: sent.id, ok: true, seq: 5 });
  assert.equal(wire.unanswered.value.length, 0);
  assert.notEqual(wire.savedAt.value, null);
  assert.equal(store.position.seq, 4);
});

test("what was not answered is sent again with its old id, in order", () => {
  const { last, pass, wire } = given();
  last().welcome();
  wire.send("shake");
  last().ends();
  wire.send("done");
  pass(300);
  assert.equal(last().done.length, 0, "nothing before the welcome");
  last().welcome();
  assert.deepEqual(last().done.map((frame) => frame.do), ["shake", "done"]);
  assert.deepEqual(last().done.map((frame) => frame.id), wire.unanswered.value.map((c) => c.id));
});

test("unanswered commands outlive a reload", () => {
  const world = fakeBrowser();
  const before = given(world);
  before.last().welcome();
  before.wire.send("shake");
  before.wire.close();
  given(world).last().welcome();
  assert.deepEqual(world.last().done.map((frame) => frame.do), ["shake"]);
});

test("when something was saved is known after a reload, by the same seat alone", () => {
  const world = fakeBrowser();
  const before = given(world);
  before.last().welcome("s_01");
  before.wire.send("shake");
  before.last().says({ t: "ack", id: before.last().done[0].id, ok: true, seq: 5 });
  before.wire.close();
  const after = given(world);
  assert.equal(after.wire.savedAt.value, before.wire.savedAt.value);
  after.last().welcome("s_02");
  assert.equal(after.wire.savedAt.value, null);
});

test("two tabs of one seat keep what each has said", () => {
  const world = fakeBrowser();
  const one = given(world);
  one.last().welcome("s_01");
  const first = one.last();
  const two = given(world);
  two.last().welcome("s_01");
  one.wire.send("shake");
  two.wire.send("done");
  first.says({ t: "ack", id: first.done[0].id, ok: true, seq: 5 });
  one.wire.close();
  two.wire.close();
  given(world).last().welcome("s_01");
  assert.deepEqual(world.last().done.map((frame) => frame.do), ["done"]);
});

test("another seat of the same browser never plays what the first left behind", () => {
  const world = fakeBrowser();
  const before = given(world);
  before.last().welcome("s_01");
  before.wire.send("shake");
  given(world).last().welcome("s_02");
  assert.equal(world.last().done.length, 0);
});

test("a refusal is told with its sentence", async () => {
  const { last, wire } = given();
  last().welcome();
  const answer = wire.send("play_card", { card: "B1" });
  const { id } = last().done[0];
  last().says({ t: "ack", id, ok: false, code: "round.closed", text: "Runden er lukket." });
  assert.equal((await answer).ok, false);
  assert.equal(wire.refusal.value?.text, "Runden er lukket.");
});

test("a busy server is asked again with the same id", () => {
  const { last, pass, wire } = given();
  last().welcome();
  wire.send("shake");
  const { id } = last().done[0];
  last().says({ t: "ack", id, ok: false, code: "limit.busy", retry: true });
  assert.equal(wire.unanswered.value.length, 1);
  pass(3000);
  assert.deepEqual(last().done.map((frame) => frame.id), [id, id]);
});

test("twenty seconds of silence end the line, and the next one resumes", () => {
  const { last, pass, sockets, store } = given();
  last().welcome();
  last().says({ t: "state", since: 0, seq: 9, set: {} });
  pass(21_000);
  assert.equal(sockets.length, 2);
  last().open();
  assert.equal(last().sent[0].since, 9);
  assert.equal(last().sent[0].epoch, store.position.epoch);
});

test("a line that answers its pings stays", () => {
  const { last, pass, sockets } = given();
  last().welcome();
  for (let i = 0; i < 30; i += 1) {
    pass(5_000);
    last().says({ t: "pong", k: 1, now: "2026-11-23T09:00:00Z", seq: 1 });
  }
  assert.equal(sockets.length, 1);
  assert.ok(last().sent.filter((frame) => frame.t === "ping").length >= 12);
});

test("connecting is given up after five seconds", () => {
  const { pass, sockets } = given();
  pass(5_200);
  assert.equal(sockets.length, 2);
});

test("waking up probes the line and replaces it when no answer comes in two seconds", () => {
  const { last, pass, sockets, wake } = given();
  last().welcome();
  wake();
  pass(1_900);
  assert.equal(sockets.length, 1);
  pass(500);
  assert.equal(sockets.length, 2);
});

test("a phone that slept longer than a line lives does not wait for it to answer", () => {
  const { last, pass, sockets, wake, sleep } = given();
  last().welcome();
  sleep(60_000);
  wake();
  pass(300);
  assert.equal(sockets.length, 2);
});

test("waking up while waiting to reconnect does not wait", () => {
  const { last, sockets, wake } = given();
  last().welcome();
  last().ends();
  assert.equal(sockets.length, 1);
  wake();
  assert.equal(sockets.length, 2);
});

test("after three failed upgrades commands go by HTTP", () => {
  const { last, pass, polls, wire } = given();
  for (const wait of [200, 400, 700]) {
    last().ends();
    pass(wait);
  }
  assert.equal(polls.length, 1);
  polls[0]?.ears.onOpen();
  assert.equal(wire.link.value, "polling");
  wire.send("shake");
  assert.deepEqual(polls[0]?.sent.map((frame) => frame.do), ["shake"]);
});

test("a final close code ends the wire until a person tries again", () => {
  const { last, pass, sockets, wire } = given();
  last().open();
  last().says({ t: "bye", code: 4003, text: "Du er fjernet." });
  last().ends(4003);
  pass(60_000);
  assert.equal(sockets.length, 1);
  assert.deepEqual([wire.link.value, wire.ending.value?.text], ["ended", "Du er fjernet."]);
  wire.retry();
  assert.equal(sockets.length, 2);
});

test("a restarting server is met again within the time it asks for", () => {
  const { last, pass, sockets, wire } = given();
  last().welcome();
  last().says({ t: "bye", code: 1012, text: "", retry_ms: [500, 9000] });
  last().ends(1012);
  assert.equal(wire.link.value, "offline");
  pass(4_700);
  assert.equal(sockets.length, 1);
  pass(100);
  assert.equal(sockets.length, 2);
});

test("a frame from beyond the view makes the wire ask for what is missing", () => {
  const { last } = given();
  last().welcome();
  last().says({ t: "state", since: 5, seq: 6, set: {} });
  assert.equal(last().sent.filter((frame) => frame.t === "hello").length, 2);
});
