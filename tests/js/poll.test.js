// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPoll } from "../../static/js/lib/poll.js";
import { fakeBrowser } from "./support.js";

/** @typedef {{status: number, body?: object, json?: () => Promise<any>}} Reply */

/** @param {Reply[]} states what the server says to each question for state, then nothing more */
function given(states) {
  const { browser } = fakeBrowser();
  /** @type {{url: string, body: any}[]} */
  const asked = [];
  /** @type {any[]} */
  const heard = [];
  const position = { seq: 3, epoch: "e_1" };
  const get = async (/** @type {string} */ url, /** @type {any} */ options) => {
    asked.push({ url, body: options?.body && JSON.parse(options.body) });
    if (options?.method === "POST") return reply({ status: 409, body: { id: "c1", ok: false, text: "Nej" } });
    const next = states.shift();
    return next ? reply(next) : new Promise(() => {});
  };
  const ears = {
    onOpen: () => void heard.push("open"),
    onFrame: (/** @type {any} */ frame) => void heard.push(frame),
    onEnd: (/** @type {any} */ end) => void heard.push(end),
  };
  const at = { code: "K7QF3M", as: "player", get: /** @type {any} */ (get), position };
  return { line: openPoll(at, ears, browser.timers), asked, heard };
}

/** @param {Reply} told */
const reply = ({ status, body, json = async () => body }) => ({ status, json });
const settled = () => new Promise((run) => setTimeout(run, 5));

test("the first question is answered at once and the next one waits", async () => {
  const { asked, heard, line } = given([{ status: 200, body: { since: 3, seq: 4, set: {} } }]);
  await settled();
  line.close();
  assert.deepEqual(heard, [{ t: "state", since: 3, seq: 4, set: {} }, "open"]);
  assert.match(asked[0]?.url ?? "", /since=3&epoch=e_1&wait=0$/);
  assert.match(asked[1]?.url ?? "", /wait=25$/);
});

test("a refused command is an answer like any other", async () => {
  const { heard, line } = given([{ status: 204 }]);
  await settled();
  line.send({ t: "do", id: "c1", do: "shake", d: {} });
  await settled();
  line.close();
  assert.deepEqual(heard.at(-1), { t: "ack", id: "c1", ok: false, text: "Nej" });
});

test("a status says the same as a close code", async () => {
  const { heard } = given([{ status: 404, body: { error: { code: "game.not_found" } } }]);
  await settled();
  assert.deepEqual(heard[0], { code: 4004 });
});

test("the door of a Wi-Fi that answers in the server's stead ends the line, never the game", async () => {
  for (const status of [200, 403, 404]) {
    const page = { status, json: async () => JSON.parse("<html>Log på Wi-Fi</html>") };
    const { heard } = given([page]);
    await settled();
    assert.deepEqual(heard, [{ code: 1006 }], `a page with ${status}`);
  }
  const { heard } = given([{ status: 200, body: { login: "https://wifi.example" } }]);
  await settled();
  assert.deepEqual(heard, [{ code: 1006 }]);
});

test("a busy server ends the line so that it is tried again later", async () => {
  const { heard } = given([{ status: 503 }]);
  await settled();
  assert.deepEqual(heard, [{ code: 1006 }]);
});
