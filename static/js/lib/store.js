// @ts-check
/**
 * The view a server gave us, one signal per slice. The store never judges what a slice means; it
 * only keeps exactly the view at `seq`.
 */
import { batch, computed, signal } from "./vendor.js";

/** @typedef {{since: number, seq: number, set?: Record<string, unknown>, del?: string[], epoch?: string}} StateFrame */
/**
 * @template [T=any]
 * @typedef {{readonly value: T}} Read
 */
/** @typedef {ReturnType<typeof createStore>} Store */

/** @param {string} name */
const family = (name) => name.slice(0, name.indexOf("/") + 1);
/** By name, `b2` before `b10`. */
export const { compare: natural } = new Intl.Collator("en", { numeric: true });

/** An empty view: nothing is known before the first frame. */
export function createStore() {
  /** @type {Map<string, {value: any}>} */
  const slices = new Map();
  /** @type {Map<string, {value: string[]}>} names under a prefix, in natural order */
  const names = new Map();
  /** @type {Map<string, Read<any[]>>} */
  const lists = new Map();
  const seq = signal(0);
  const ready = signal(false);
  const position = {
    epoch: "",
    /** How far this view has come; 0 knows nothing. */
    get seq() {
      return seq.value;
    },
  };

  /** @param {string} name */
  const cell = (name) => {
    const found = slices.get(name);
    if (found) return found;
    const made = signal(undefined);
    slices.set(name, made);
    return made;
  };
  /** @param {string} prefix */
  const members = (prefix) => {
    const found = names.get(prefix);
    if (found) return found;
    const made = signal(/** @type {string[]} */ ([]));
    names.set(prefix, made);
    return made;
  };
  /** @param {string} name @param {unknown} value */
  const set = (name, value) => {
    const one = cell(name);
    const isNew = one.value === undefined;
    one.value = value;
    const prefix = family(name);
    if (isNew && prefix) {
      members(prefix).value = [...members(prefix).value, name].sort(natural);
    }
  };
  /** @param {string} name */
  const del = (name) => {
    const prefix = family(name);
    if (prefix) members(prefix).value = members(prefix).value.filter((other) => other !== name);
    cell(name).value = undefined;
  };
  const known = () =>
    [...slices].filter(([, one]) => one.value !== undefined).map(([name]) => name);

  return {
    /** True once a whole view is here. */
    ready,
    /** Where this view stands: what `hello` tells the server. */
    position,
    /**
     * The signal of one slice; undefined while the server has not shown it.
     * @template [T=any]
     * @param {string} name
     * @returns {Read<T | undefined>}
     */
    slice: (name) => cell(name),
    /**
     * All slices under a prefix such as `node/`, in the order of their ids.
     * @template [T=any]
     * @param {string} prefix
     * @returns {Read<T[]>}
     */
    list(prefix) {
      const found = lists.get(prefix);
      if (found) return found;
      const made = computed(() => members(prefix).value.map((name) => cell(name).value));
      lists.set(prefix, made);
      return made;
    },
    /**
     * Notes whose view this is; a view of another epoch is forgotten.
     * @param {string} epoch
     */
    begin(epoch) {
      if (position.epoch && position.epoch !== epoch) {
        known().forEach(del);
        seq.value = 0;
        ready.value = false;
      }
      position.epoch = epoch;
    },
    /**
     * Applies a frame: `gap` means frames are missing and the view must be asked for again.
     * @param {StateFrame} frame
     * @returns {"applied" | "old" | "gap"}
     */
    apply(frame) {
      if (frame.since > seq.peek()) return "gap";
      if (frame.seq < seq.peek() && frame.since > 0) return "old";
      const parts = frame.set ?? {};
      batch(() => {
        if (frame.since === 0)
          known()
            .filter((name) => !(name in parts))
            .forEach(del);
        for (const [name, value] of Object.entries(parts)) set(name, value);
        (frame.del ?? []).forEach(del);
        seq.value = frame.seq;
        ready.value = true;
      });
      return "applied";
    },
  };
}
