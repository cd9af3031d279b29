// @ts-check
/**
 * What the wire needs from the browser, in one place, so that tests can give it something else.
 */

/**
 * @typedef {object} Browser
 * @property {import("./socket.js").Timers} timers
 * @property {import("./outbox.js").Shelf | null} shelf
 * @property {(path: string) => any} socket a WebSocket to this host
 * @property {(at: {code: string, as: string, position: {seq: number, epoch: string}},
 *   ears: import("./socket.js").Ears) => import("./socket.js").Line} poll
 * @property {(run: () => void) => () => void} onWake runs when the page may have slept, or the
 *   network has come or gone
 */

/** @returns {Browser} */
export function thisBrowser() {
  /** @type {import("./socket.js").Timers} */
  const timers = {
    after: (run, ms) => setTimeout(run, ms),
    cancel: (timer) => clearTimeout(timer),
    now: () => performance.now(),
    random: Math.random,
  };
  return {
    timers,
    shelf: storage(),
    socket: (path) =>
      new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${path}`),
    poll: (at, ears) => lazyPoll(at, ears, timers),
    onWake(run) {
      const seen = () => document.visibilityState === "visible" && run();
      document.addEventListener("visibilitychange", seen);
      addEventListener("pageshow", run);
      addEventListener("online", run);
      addEventListener("offline", run);
      return () => {
        document.removeEventListener("visibilitychange", seen);
        removeEventListener("pageshow", run);
        removeEventListener("online", run);
        removeEventListener("offline", run);
      };
    },
  };
}

/** Storage that outlives the tab, or null where the browser forbids it or has no room. */
function storage() {
  try {
    const shelf = window.localStorage;
    shelf.setItem("gevinstspillet", "1");
    return shelf;
  } catch {
    return null;
  }
}

/**
 * The HTTP line is fetched only when it is needed; until it is here, its commands wait.
 * @type {(at: {code: string, as: string, position: {seq: number, epoch: string}},
 *   ears: import("./socket.js").Ears, timers: import("./socket.js").Timers) => import("./socket.js").Line}
 */
function lazyPoll(at, ears, timers) {
  let line = /** @type {import("./socket.js").Line | null} */ (null);
  let isClosed = false;
  import("./poll.js").then(
    ({ openPoll }) => {
      if (!isClosed) line = openPoll({ ...at, get: (...call) => fetch(...call) }, ears, timers);
    },
    () => !isClosed && ears.onEnd({ code: 1006 }),
  );
  return {
    send: (frame) => line?.send(frame),
    probe: () => line?.probe(),
    close() {
      isClosed = true;
      line?.close();
    },
  };
}

/**
 * A random UUID (version 4), one per command: the server answers each id exactly once.
 * `crypto.randomUUID` exists only on secure origins, and a workshop on a LAN is plain http;
 * `crypto.getRandomValues` exists everywhere.
 * @param {(bytes: Uint8Array<ArrayBuffer>) => unknown} [fill] fills the bytes with chance; given by tests
 * @returns {string}
 */
export function uuid(fill = (bytes) => crypto.getRandomValues(bytes)) {
  const bytes = new Uint8Array(16);
  fill(bytes);
  const stamped = (/** @type {number} */ byte, /** @type {number} */ at) =>
    at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
  const hex = [...bytes]
    .map(stamped)
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}
