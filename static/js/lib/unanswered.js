// @ts-check
/**
 * Commands that the server has not answered yet, in the order they were given. They outlive a
 * reload and a dead battery; the server answers an id once, so sending again is harmless.
 */
import { signal } from "./vendor.js";

/** @typedef {{id: string, round?: string, do: string, d: Record<string, unknown>}} Command */
/** @typedef {{getItem(key: string): string | null, setItem(key: string, value: string): void, removeItem(key: string): void}} Shelf */

/**
 * @param {string} key whose commands these are: the game and the kind of seat
 * @param {Shelf | null} shelf the browser's storage, or null where it is forbidden
 */
export function createUnanswered(key, shelf) {
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
