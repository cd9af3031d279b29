// @ts-check
/**
 * What this device has said and what became of it: sending, saved, refused.
 */
import { uuid } from "./ids.js";
import { createUnanswered } from "./unanswered.js";
import { signal } from "./vendor.js";

/** @typedef {import("./unanswered.js").Command} Command */
/** @typedef {{id: string, ok: boolean, seq?: number, code?: string, params?: Record<string, unknown>, text?: string, retry?: boolean}} Ack */
/** @typedef {{do: string, d: Record<string, unknown>, code: string, text: string}} Refusal */

const RETRY_MS = /** @type {const} */ ([500, 3_000]);

/**
 * @param {string} key whose commands these are
 * @param {object} means
 * @param {import("./unanswered.js").Shelf | null} means.shelf
 * @param {import("./socket.js").Timers} means.timers
 * @param {() => number} means.now the server's time
 * @param {(command: Command) => void} means.transmit sends if there is a line, else does nothing
 */
export function createOutbox(key, { shelf, timers, now, transmit }) {
  const { commands, add, settle, claim } = createUnanswered(key, shelf);
  const savedAt = signal(/** @type {number | null} */ (null));
  const refusal = signal(/** @type {Refusal | null} */ (null));
  /** @type {Map<string, (ack: Ack) => void>} */
  const promised = new Map();

  /** @param {string} id */
  const find = (id) => commands.value.find((command) => command.id === id);
  /** @param {Command} command */
  const later = (command) => {
    const [low, high] = RETRY_MS;
    const again = () => find(command.id) && transmit(command);
    timers.after(again, low + (high - low) * timers.random());
  };

  return {
    commands, savedAt, refusal, claim,
    /** Sends everything unanswered once more, in order, with the old ids. */
    resend: () => commands.value.forEach(transmit),
    /**
     * @param {string} verb @param {Record<string, unknown>} d @param {string | null} round
     * @returns {Promise<Ack>}
     */
    send(verb, d, round) {
      const command = { id: uuid(), ...(round && { round }), do: verb, d };
      refusal.value = null;
      add(command);
      transmit(command);
      return new Promise((keep) => promised.set(command.id, keep));
    },
    /** @param {Ack} ack */
    answered(ack) {
      const command = find(ack.id);
      if (!command) return;
      if (ack.retry) return later(command);
      settle(ack.id);
      if (ack.ok) savedAt.value = now();
      else {
        const { code = "", text = "" } = ack;
        refusal.value = { do: command.do, d: command.d, code, text };
      }
      promised.get(ack.id)?.(ack);
      promised.delete(ack.id);
    },
  };
}
