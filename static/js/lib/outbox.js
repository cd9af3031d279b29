// @ts-check
/**
 * What this device has said and what became of it: sending, saved, refused. A command is kept until
 * it is answered, past a reload and a dead battery; the server answers an id once, so sending it
 * again is harmless.
 */
import { uuid } from "./ids.js";
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

/**
 * @param {string} key whose commands these are: the game and the kind of seat
 * @param {Shelf | null} shelf the browser's storage, or null where it is forbidden
 */
function createUnanswered(key, shelf) {
  const kept = read(key, shelf);
  const commands = signal(kept.commands);
  let owner = kept.owner;

  /** @param {Command[]} next */
  const keep = (next) => {
    commands.value = next;
    write(key, shelf, { owner, commands: next });
  };

  return {
    /** The commands still without an answer. */
    commands,
    /** @param {Command} command */
    add: (command) => keep([...commands.value, command]),
    /**
     * Lets go of an answered command; tells whether it was waited for.
     * @param {string} id
     */
    settle(id) {
      const rest = commands.value.filter((command) => command.id !== id);
      const wasWaiting = rest.length < commands.value.length;
      if (wasWaiting) keep(rest);
      return wasWaiting;
    },
    /**
     * Says who the server takes us for. What another seat of this browser left behind is dropped:
     * it must never be played in this seat's name.
     * @param {string} seat
     */
    claim(seat) {
      const isOther = owner !== "" && owner !== seat;
      owner = seat;
      keep(isOther ? [] : commands.value);
    },
  };
}

/** @param {string} key @param {Shelf | null} shelf @returns {{owner: string, commands: Command[]}} */
function read(key, shelf) {
  try {
    const { owner, commands } = JSON.parse(shelf?.getItem(key) ?? "{}");
    return { owner: owner ?? "", commands: Array.isArray(commands) ? commands : [] };
  } catch {
    return { owner: "", commands: [] };
  }
}

/** @param {string} key @param {Shelf | null} shelf @param {{owner: string, commands: Command[]}} value */
function write(key, shelf, value) {
  try {
    if (value.commands.length === 0) shelf?.removeItem(key);
    else shelf?.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden store costs resending after a reload, nothing else.
  }
}
