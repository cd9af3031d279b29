// @ts-check
/**
 * The wire keeps one line to a game open for as long as the page lives, hands state frames to the
 * store and answers to the outbox. What a browser offers comes in through `browser`.
 */
import { createOutbox } from "./outbox.js";
import { openSocket } from "./socket.js";
import { signal } from "./vendor.js";

/** @typedef {"connecting" | "open" | "polling" | "offline" | "ended"} Link */
/** @typedef {{code: number, text: string}} Ending */
/** @typedef {ReturnType<typeof createWire>} Wire */

const VERSION = 1;
const FAILURES_BEFORE_HTTP = 3;
const BACKOFF_MS = 300;
const BACKOFF_CAP_MS = 8_000;
/** Codes after which trying again by itself would change nothing: a person must choose. */
export const FINAL = new Set([4001, 4003, 4004, 4010, 4013, 4026]);
/** Codes that are told on the screen although the wire tries again by itself. */
export const TOLD = new Set([1013, 4008, 4029]);

/**
 * @param {{code: string, as: "player" | "board" | "facilitator", build: string,
 *   store: import("./store.js").Store, clock: {now(): number, sync(iso: string, trip?: number): void},
 *   browser: import("./browser.js").Browser}} options
 */
export function createWire({ code, as, build, store, clock, browser }) {
  const { timers, shelf } = browser;
  const link = signal(/** @type {Link} */ ("connecting"));
  const ending = signal(/** @type {Ending | null} */ (null));
  const beat = { pingS: 10, deadS: 20 };
  let line = /** @type {import("./socket.js").Line | null} */ (null);
  let isGreeted = false;
  let isHttp = false;
  let failures = 0;
  let attempt = 0;
  let waiting = /** @type {any} */ (null);
  let retryMs = /** @type {[number, number] | null} */ (null);

  const outbox = createOutbox(`gevinstspillet.${code}.${as}`, {
    shelf,
    timers,
    now: clock.now,
    round: () => store.slice("round").value?.id ?? null,
    transmit: (command) => isGreeted && line?.send({ t: "do", ...command }),
  });

  const hello = () => {
    const { seq, epoch } = store.position;
    line?.send({ t: "hello", v: VERSION, as, since: seq, ...(epoch && { epoch }), build });
  };
  /** @param {string | undefined} seat who the server takes us for */
  const greeted = (seat) => {
    if (seat) outbox.claim(seat);
    isGreeted = true;
    attempt = 0;
    ending.value = null;
    link.value = isHttp ? "polling" : "open";
    outbox.resend();
  };

  /** @type {Record<string, (frame: any) => void>} */
  const on = {
    welcome(frame) {
      failures = 0;
      store.begin(frame.epoch);
      clock.sync(frame.now);
      beat.pingS = frame.limits?.ping_s ?? beat.pingS;
      beat.deadS = frame.limits?.dead_s ?? beat.deadS;
      greeted(frame.you?.seat);
    },
    state(frame) {
      if (frame.epoch) store.begin(frame.epoch);
      if (store.apply(frame) === "gap") hello();
    },
    ack: outbox.answered,
    pong: (frame) => clock.sync(frame.now, timers.now() - frame.k),
    bye(frame) {
      retryMs = frame.retry_ms ?? null;
      if (FINAL.has(frame.code) || TOLD.has(frame.code)) ending.value = frame;
    },
  };

  const connect = () => {
    timers.cancel(waiting);
    waiting = null;
    line?.close();
    isGreeted = false;
    if (link.value === "ended") link.value = "connecting";
    const ears = {
      onOpen: () => (isHttp ? greeted(store.slice("me").value?.seat) : hello()),
      onFrame: (/** @type {{t: string}} */ frame) => on[frame.t]?.(frame),
      onEnd: lost,
    };
    const path = `/g/${encodeURIComponent(code)}/socket`;
    line = isHttp
      ? browser.poll({ code, as, position: store.position }, ears)
      : openSocket(browser.socket(path), ears, timers, beat);
  };

  /** @param {{code: number}} end */
  function lost({ code: ended }) {
    line = null;
    const text = ending.value?.code === ended ? ending.value.text : "";
    if (FINAL.has(ended) || TOLD.has(ended)) ending.value = { code: ended, text };
    if (FINAL.has(ended)) {
      link.value = "ended";
      return;
    }
    if (!isHttp && !isGreeted) failures += 1;
    const isSocketDue = isHttp && ended === 0;
    isHttp = !isHttp && failures >= FAILURES_BEFORE_HTTP;
    if (isSocketDue) return connect();
    link.value = "offline";
    const cap = Math.min(BACKOFF_CAP_MS, BACKOFF_MS * 2 ** attempt++);
    const [low, high] = retryMs ?? [0, cap];
    retryMs = null;
    waiting = timers.after(connect, low + (high - low) * timers.random());
  }

  const stopListening = browser.onWake(() => {
    if (waiting) connect();
    else line?.probe();
  });
  connect();

  return {
    link,
    ending,
    savedAt: outbox.savedAt,
    refusal: outbox.refusal,
    /** Commands on their way, oldest first. */
    unanswered: outbox.commands,
    send: outbox.send,
    /** Tries at once, after a person asked for it. */
    retry() {
      ending.value = null;
      attempt = 0;
      connect();
    },
    close() {
      stopListening();
      timers.cancel(waiting);
      line?.close();
    },
  };
}
