// @ts-check
/** A browser without a page: time, sockets and storage that a test moves by hand. */
import { createStore } from "../../static/js/lib/store.js";

export function fakeBrowser() {
  /** @type {{at: number, run: () => void}[]} */
  let due = [];
  let now = 0;
  /** @type {FakeSocket[]} */
  const sockets = [];
  /** @type {{ears: any, sent: any[], isClosed: boolean}[]} */
  const polls = [];
  /** @type {Map<string, string>} */
  const kept = new Map();
  let wake = () => {};
  const browser = {
    timers: {
      after(/** @type {() => void} */ run, /** @type {number} */ ms) {
        const timer = { at: now + ms, run };
        due.push(timer);
        return timer;
      },
      cancel(/** @type {any} */ timer) {
        due = due.filter((other) => other !== timer);
      },
      now: () => now,
      random: () => 0.5,
    },
    shelf: {
      getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
      setItem: (/** @type {string} */ key, /** @type {string} */ value) => void kept.set(key, value),
      removeItem: (/** @type {string} */ key) => void kept.delete(key),
    },
    socket() {
      const made = new FakeSocket();
      sockets.push(made);
      return made;
    },
    poll(/** @type {any} */ _at, /** @type {any} */ ears) {
      const line = { ears, sent: /** @type {any[]} */ ([]), isClosed: false };
      polls.push(line);
      return {
        send: (/** @type {any} */ frame) => void line.sent.push(frame),
        probe() {},
        close: () => void (line.isClosed = true),
      };
    },
    onWake(/** @type {() => void} */ run) {
      wake = run;
      return () => (wake = () => {});
    },
  };
  return {
    browser,
    sockets,
    polls,
    kept,
    wake: () => wake(),
    /** @returns {FakeSocket} */
    last: () => /** @type {FakeSocket} */ (sockets.at(-1)),
    /** Lets time pass while nothing runs, as on a locked phone. @param {number} ms */
    sleep: (ms) => void (now += ms),
    /** Lets time pass, running what falls due in order. @param {number} ms */
    pass(ms) {
      const until = now + ms;
      for (;;) {
        const next = due.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        due = due.filter((timer) => timer !== next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = until;
    },
  };
}

export class FakeSocket {
  readyState = 0;
  /** @type {any[]} */
  sent = [];
  /** @type {any} */ onopen = null;
  /** @type {any} */ onmessage = null;
  /** @type {any} */ onclose = null;
  /** @type {any} */ onerror = null;

  send(/** @type {string} */ text) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.readyState = 3;
  }

  open() {
    this.readyState = 1;
    this.onopen?.();
  }

  /** What the server says. */
  says(/** @type {object} */ frame) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  /** The server, or the network, ends the connection. */
  ends(code = 1006) {
    this.readyState = 3;
    this.onclose?.({ code });
  }

  welcome(seat = "s_01", epoch = "e_1") {
    this.open();
    const limits = { ping_s: 10, dead_s: 20, frame: 8192 };
    const you = { seat, kind: "player" };
    this.says({ t: "welcome", v: 1, epoch, you, now: "2026-11-23T09:00:00Z", limits });
  }

  /** The commands that reached this socket. */
  get done() {
    return this.sent.filter((frame) => frame.t === "do");
  }
}

/**
 * The words of what a part draws. What asks for the hooks of a real page is not entered: of that,
 * what it was given is told.
 * @param {any} drawn @returns {string[]}
 */
export function wordsOf(drawn) {
  if (Array.isArray(drawn)) return drawn.flatMap(wordsOf);
  if (typeof drawn === "string" || typeof drawn === "number") return [String(drawn)];
  if (!drawn?.type) return [];
  if (typeof drawn.type !== "function") return wordsOf(drawn.props.children);
  try {
    return wordsOf(drawn.type(drawn.props));
  } catch {
    const { action, title, children } = drawn.props;
    return [action?.text, title, children].flatMap(wordsOf);
  }
}

/** A room as a part gets it, of which these slices are known. @param {Record<string, unknown>} set @param {string} [link] */
export function roomOf(set, link = "open") {
  const store = createStore();
  store.apply({ since: 0, seq: 1, set });
  /** @type {any} */
  const room = { store, page: {}, wire: { link: { value: link } } };
  return room;
}
