// @ts-check
/**
 * The HTTP form of the protocol, for networks that let no socket through: a long poll for state and
 * one POST per command. Same line to the wire as a socket.
 */
/** @typedef {import("./socket.js").Line} Line */

const WAIT_S = 25;
const LIMIT_MS = (WAIT_S + 10) * 1000;
/** How long to stay on HTTP before the socket gets another chance. */
const STAY_MS = 120_000;
/** The end of a line of good health, so that a socket may be tried again. */
export const RETRY_SOCKET = 0;

/** What an HTTP status says in the words of the socket's close codes. */
const CODES = /** @type {Record<number, number | undefined>} */ ({
  401: 4001,
  403: 4003,
  404: 4004,
  410: 4010,
  426: 4026,
});

/**
 * The close code that an answer stands for, if it is our server's: the door of somebody's Wi-Fi
 * answers in its stead, with a page of its own and any status it likes.
 * @param {Response} answer
 */
async function endOf(answer) {
  const ended = CODES[answer.status];
  if (!ended) return undefined;
  const told = await answer.json();
  if (typeof told.error?.code !== "string") throw new Error("not ours");
  return ended;
}

/**
 * @param {{code: string, as: string, get: typeof fetch, position: {seq: number, epoch: string}}} at
 * @param {import("./socket.js").Ears} ears
 * @param {import("./socket.js").Timers} timers
 * @returns {Line}
 */
export function openPoll({ code, as, get, position }, ears, timers) {
  let isOver = false;
  let abort = new AbortController();
  let queue = Promise.resolve();
  const started = timers.now();
  const base = `/g/${encodeURIComponent(code)}`;

  /** @param {number} ended */
  const end = (ended) => {
    if (isOver) return;
    isOver = true;
    abort.abort();
    ears.onEnd({ code: ended });
  };
  /** @param {string} path @param {RequestInit} [options] */
  const ask = async (path, options) => {
    abort = new AbortController();
    const own = abort;
    const timer = timers.after(() => own.abort(), LIMIT_MS);
    try {
      const answer = await get(`${base}${path}`, { ...options, signal: own.signal });
      const ended = await endOf(answer);
      if (ended) end(ended);
      return answer;
    } finally {
      timers.cancel(timer);
    }
  };
  /** @param {number} wait */
  const state = async (wait) => {
    const query = new URLSearchParams({
      as,
      since: String(position.seq),
      epoch: position.epoch,
      wait: String(wait),
    });
    const answer = await ask(`/state?${query}`);
    if (answer.status === 429 || answer.status >= 500) throw new Error("busy");
    if (answer.status !== 200) return null;
    const frame = await answer.json();
    if (typeof frame.seq !== "number") throw new Error("not ours");
    return frame;
  };
  /** @param {object | null} frame */
  const hear = (frame) => frame && !isOver && ears.onFrame({ ...frame, t: "state" });
  const listen = async () => {
    try {
      hear(await state(0));
      if (!isOver) ears.onOpen();
      while (!isOver) {
        if (timers.now() - started > STAY_MS) return end(RETRY_SOCKET);
        hear(await state(WAIT_S));
      }
    } catch {
      end(1006);
    }
  };
  /** @param {object} frame */
  const post = async (frame) => {
    try {
      const answer = await get(`${base}/commands?as=${as}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(frame),
      });
      const ended = await endOf(answer);
      if (ended) return end(ended);
      const ack = await answer.json();
      if (typeof ack.ok !== "boolean") throw new Error("not ours");
      if (!isOver) ears.onFrame({ ...ack, t: "ack" });
    } catch {
      end(1006);
    }
  };

  listen();
  return {
    // One at a time, so that commands arrive in the order they were given.
    send(frame) {
      if ("do" in frame) queue = queue.then(() => (isOver ? undefined : post(frame)));
    },
    probe() {},
    close() {
      isOver = true;
      abort.abort();
    },
  };
}
