// @ts-check
/** The style guide: the real parts, each given a view of its own instead of a line to a server. */
import { setStrings } from "../lib/i18n.js";
import { createStore } from "../lib/store.js";
import { html, render, signal } from "../lib/vendor.js";
import { useSize } from "../parts/map-fit.js";

/** @typedef {{surface: string, title?: string, left_s?: number, seat?: string, wire: any, set: Record<string, any>}} Scene */

const page = JSON.parse(document.getElementById("page")?.textContent ?? "{}");
/** It is always the same morning here. */
const NOW = Date.parse("2027-01-12T10:42:00");
/** The board wears what its room has chosen: here that is what the reader chose. */
const THEME = document.documentElement.dataset.theme ?? "";
setStrings(page.language, page.strings);

/** A line that says how it stands and takes everything. @param {Scene["wire"]} how */
function wireOf({ link, is_saved, is_sending, refusal }) {
  return {
    link: signal(link),
    ending: signal(link === "ended" ? { code: 4003, text: "" } : null),
    savedAt: signal(is_saved ? NOW : null),
    refusal: signal(refusal ? { code: "round.closed", text: refusal } : null),
    unanswered: signal(is_sending ? [{ id: "c", do: "play_card", d: {}, state: "waiting" }] : []),
    send: async () => ({ ok: true }),
    retry() {},
    close() {},
  };
}

/** A room that stands still at this scene. @param {Scene} scene @returns {any} */
function roomOf({ set, wire, left_s = 0 }) {
  const store = createStore();
  const round = set.round?.ends && { ...set.round, ends: new Date(NOW + left_s * 1000).toISOString() };
  const game = { ...set.game, view: [set.game?.view, THEME && `theme/${THEME}`].filter(Boolean).join(" ") };
  store.apply({ since: 0, seq: 1, set: { ...set, game, ...(round && { round }) } });
  const clock = { now: () => NOW, sync() {} };
  return { page, code: page.code, store, clock, wire: wireOf(wire), shelf: null,
    tick: signal(NOW), said: signal(""), answered: signal([]),
    back: signal(wire.is_back ? { from: "" } : null) };
}

/**
 * A wall of 1920 by 1080, as large as there is room for: the board measures itself in its own pixels.
 * @param {{title?: string, children?: any}} props
 */
function Wall({ title, children }) {
  const { ref, width } = useSize();
  return html`<div class="guide-wall" ref=${ref} style=${{ "--scale": String(width / 1920) }} tabindex="0"
    role="group" aria-label=${title}><div class="guide-screen">${children}</div></div>`;
}

/** @type {Record<string, () => Promise<(scenes: any[]) => any>>} */
const PARTS = {
  async phone() {
    const { Phone } = await import("../parts/phone-app.js");
    return (rooms) => html`<main class="guide-phones">${rooms.map(([scene, room], at) => html`
      <section class="guide-scene" key=${at} aria-label=${scene.title}>
        <p class="guide-says">${scene.title}</p>
        <div class="guide-phone"><div class="phone"><${Phone} app=${room} /></div></div>
      </section>`)}</main>`;
  },
  async board() {
    const { Board } = await import("../parts/board-app.js");
    return (rooms) => html`<main class="guide-walls">${rooms.map(([scene, room], at) => html`
      <section class="guide-scene" key=${at} aria-label=${scene.title}>
        <p class="guide-says">${scene.title}</p>
        <${Wall} title=${scene.title}><${Board} room=${room} /><//>
      </section>`)}</main>`;
  },
  async console() {
    const { Console } = await import("../parts/console-app.js");
    return ([[, room]]) => html`<main><${Console} room=${room} /></main>`;
  },
  async cards() {
    const [{ Card }, { CardBack }] = await Promise.all([
      import("../parts/phone-card.js"),
      import("../parts/map-back.js"),
    ]);
    return () => html`<main class="phone guide-cards">${page.faces.map((/** @type {any} */ one) => html`
      <div class="guide-pair" key=${one.label}>
        <${Card} ...${one} look="is-tall" />
        <${CardBack} family=${one.family} />
      </div>`)}</main>`;
  },
  async map() {
    const { Specimens } = await import("../parts/map-specimens.js");
    return ([[, room]]) => html`<${Specimens} store=${room.store} nodes=${page.nodes} arrows=${page.arrows} />`;
  },
};

const root = document.getElementById("guide");
const part = PARTS[page.part];
if (root && part) {
  const draw = await part();
  render(draw(page.scenes.map((/** @type {Scene} */ scene) => [scene, roomOf(scene)])), root);
}
