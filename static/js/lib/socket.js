// @ts-check
/**
 * One WebSocket connection from opening to its end: hello, heartbeat, silence. What to do after the
 * end is the wire's concern.
 */

/**
 * @typedef {object} Line one connection, by socket or by plain HTTP
 * @property {(frame: object) => void} send
 * @property {() => void} probe asks for a sign of life; the line ends if none comes
 * @property {() => void} close ends the line without telling
 */
/**
 * @typedef {object} Ears
 * @property {() => void} onOpen
 * @property {(frame: any) => void} onFrame
 * @property {(end: {code: number}) => void} onEnd called once
 */
/**
 * @typedef {object} Timers
 * @property {(run: () => void, ms: number) => any} after
 * @property {(timer: any) => void} cancel
 * @property {() => number} now
 * @property {() => number} random
 */

const CONNECT_MS = 5_000;
const PROBE_MS = 2_000;
/** The end of a line that we gave up ourselves. */
export const SILENT = 1006;

/**
 * @param {{readyState: number, send(text: string): void, close(): void,
 *   onopen: any, onmessage: any, onclose: any, onerror: any}} socket a WebSocket just made
 * @param {Ears} ears
 * @param {Timers} timers
 * @param {{pingS: number, deadS: number}} beat changed by the server's `limits`
 * @returns {Line}
 */
export function openSocket(socket, ears, timers, beat) {
  let isOver = false;
  let probing = /** @type {any} */ (null);
  let pinging = /** @type {any} */ (null);
  let heard = timers.now();
  /** How long the last ping took there and back: the facilitator sees who is slow. */
  let trip = /** @type {number | null} */ (null);

  /** @param {number} code */
  const end = (code) => {
    if (isOver) return;
    stop();
    ears.onEnd({ code });
  };
  const stop = () => {
    isOver = true;
    [dying, probing, pinging].forEach((timer) => timer && timers.cancel(timer));
    socket.onopen = socket.onmessage = socket.onclose = socket.onerror = null;
    socket.close();
  };
  let dying = timers.after(() => end(SILENT), CONNECT_MS);

  const watch = () => {
    timers.cancel(dying);
    const left = beat.deadS * 1000 - (timers.now() - heard);
    dying = timers.after(
      () => (timers.now() - heard >= beat.deadS * 1000 ? end(SILENT) : watch()),
      Math.max(left, 100),
    );
  };
  const ping = () => {
    if (isOver) return;
    const k = Math.round(timers.now());
    socket.send(JSON.stringify({ t: "ping", k, ...(trip !== null && { trip }) }));
    timers.cancel(pinging);
    // A fifth of chance, or a whole room would ping in the same instant.
    pinging = timers.after(ping, beat.pingS * 1000 * (0.8 + 0.4 * timers.random()));
  };

  socket.onopen = () => {
    heard = timers.now();
    watch();
    ears.onOpen();
    pinging = timers.after(ping, beat.pingS * 1000 * timers.random());
  };
  socket.onmessage = (/** @type {{data: string}} */ message) => {
    heard = timers.now();
    if (probing) timers.cancel(probing);
    probing = null;
    const frame = JSON.parse(message.data);
    if (frame.t === "pong") trip = Math.max(0, Math.round(heard - frame.k));
    ears.onFrame(frame);
  };
  socket.onclose = (/** @type {{code: number}} */ event) => end(event.code || SILENT);
  socket.onerror = () => {};

  return {
    send: (frame) => socket.readyState === 1 && socket.send(JSON.stringify(frame)),
    probe() {
      if (probing || isOver || socket.readyState !== 1) return;
      // The phone slept longer than a line lives: do not wait for a dead one to answer.
      if (timers.now() - heard >= beat.deadS * 1000) return end(SILENT);
      probing = timers.after(() => end(SILENT), PROBE_MS);
      ping();
    },
    close: stop,
  };
}
