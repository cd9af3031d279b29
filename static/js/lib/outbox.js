// @ts-check
/**
 * What this device has said and what became of it: sending, saved, refused. A command is kept until
 * it is answered, past a reload and a dead battery; the server answers an id once, so sending it
 * again is harmless.
 */
import { uuid } from "./browser.js";
import { signal } from "./vendor.js";

/** @typedef {{id: string, round?: string, do: string, d: Record<string, unknown>}} Command */
/** @typedef {{getItem(key: string): string | null, setItem(key: string, value: string): void, removeItem(key: string): void}} Shelf */
/** @typedef {{id: string, ok: boolean, seq?: number, code?: string, params?: Record<string, unknown>, text?: string, retry?: boolean}} Ack */
/** @typedef {{do: string, d: Record<string, unknown>, code: string, text: string}} Refusal */

const RETRY_MS = /** @type {const} */ ([500, 3_000]);

/**
 * @param {string} key whose commands these are
 * @param {object} means
 * @param {Shelf | null} means.shelf
 * @param {import("./socket.js").Timers} means.timers
 * @param {() => number} means.now the server's time
 * @param {() => string | null} means.round the round instance that is being played
 * @param {(command: Command) => void} means.transmit sends if there is a line, else does nothing
 */
export function createOutbox(key, { shelf, timers, now, round: current, transmit }) {
  const { commands, savedAt, add, settle, claim } = createUnanswered(key, shelf);
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
    commands,
    savedAt,
    refusal,
    claim,
    /** Sends everything unanswered once more, in order, with the old ids. */
    resend: () => commands.value.forEach(transmit),
    /**
     * Gives a command its id and sends it as soon as there is a line. The promise is kept when the
     * server has answered, however long that takes.
     * @param {string} verb @param {Record<string, unknown>} [d]
     * @param {string | null} [round] the round instance it is meant for; null for none
     * @returns {Promise<Ack>}
     */
    send(verb, d = {}, round = current()) {
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
      settle(ack.id, ack.ok ? now() : null);
      if (!ack.ok) {
        const { code = "", text = "" } = ack;
        refusal.value = { do: command.do, d: command.d, code, text };
      }
      promised.get(ack.id)?.(ack);
      promised.delete(ack.id);
    },
  };
}

/** @typedef {{owner: string, commands: Command[], saved: number | null}} Kept */

/**
 * @param {string} key whose commands these are: the game and the kind of seat
 * @param {Shelf | null} shelf the browser's storage, or null where it is forbidden
 */
function createUnanswered(key, shelf) {
  const kept = read(key, shelf);
  const commands = signal(kept.commands);
  const savedAt = signal(kept.saved);
  let owner = kept.owner;

  /**
   * Changes what this tab knows and, apart from it, what lies on the shelf: another tab of the same
   * seat keeps its own there.
   * @param {(all: Command[]) => Command[]} change
   */
  const keep = (change) => {
    commands.value = change(commands.value);
    const there = change(read(key, shelf).commands);
    write(key, shelf, { owner, commands: there, saved: savedAt.value });
  };

  return {
    /** The commands still without an answer. */
    commands,
    /** When the server last took something, in its own time. */
    savedAt,
    /** @param {Command} command */
    add: (command) => keep((all) => [...all, command]),
    /** Lets go of an answered command. @param {string} id @param {number | null} saved */
    settle(id, saved) {
      savedAt.value = saved ?? savedAt.value;
      keep((all) => all.filter((command) => command.id !== id));
    },
    /**
     * Says who the server takes us for. What another seat of this browser left behind is dropped:
     * it must never be played in this seat's name.
     * @param {string} seat
     */
    claim(seat) {
      const isOther = owner !== "" && owner !== seat;
      if (isOther) savedAt.value = null;
      owner = seat;
      keep((all) => (isOther ? [] : all));
    },
  };
}

/** @param {string} key @param {Shelf | null} shelf @returns {Kept} */
function read(key, shelf) {
  try {
    const { owner, commands, saved } = JSON.parse(shelf?.getItem(key) ?? "{}");
    const all = Array.isArray(commands) ? commands : [];
    return { owner: owner ?? "", commands: all, saved: saved ?? null };
  } catch {
    return { owner: "", commands: [], saved: null };
  }
}

/** @param {string} key @param {Shelf | null} shelf @param {Kept} value */
function write(key, shelf, value) {
  try {
    if (value.commands.length === 0 && !value.saved) shelf?.removeItem(key);
    else shelf?.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden store costs resending after a reload, nothing else.
  }
}
