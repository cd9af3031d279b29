// @ts-check
/** The map on the board: whole where its letters can be read from the back row, else part by part, with an overview. */
import { t } from "../lib/i18n.js";
import { html, useEffect, useState } from "../lib/vendor.js";
import { readView, sightOf } from "./board-camera.js";
import { camera } from "./board-overview.js";
import { useSize } from "./map-fit.js";
import { mapOf } from "./map-model.js";
import { LaneHeads, MapView } from "./map-view.js";

/** How long each part of a map stands still. */
const PAGE_MS = 14_000;
/** What an A3 sheet has room for besides the question and the meters, in CSS pixels. */
const SHEET = { width: 1450, height: 760 };

/** @param {{room: import("./map-model.js").Room}} props */
export function BoardMap({ room }) {
  const { store } = room;
  const layout = store.slice("layout").value;
  const { ref, width, height } = useSize();
  const unit = useUnit();
  const view = readView(store.slice("game").value?.view);
  const round = store.slice("round").value?.n ?? 7;
  const isPaper = useIsPaper();
  const sight = isPaper ? sightOf(layout, SHEET, 1, readView("map"), round) : width ? sightOf(layout, { width, height }, unit, view, round) : null;
  const page = usePage(sight?.pages.length ?? 0);
  const box = sight?.pages[page] ?? sight?.pages[0];
  useEffect(() => {
    camera.value = sight && box && !sight.isWhole ? { box, page, pages: sight.pages.length } : null;
    return () => void (camera.value = null);
  }, [box?.join(), sight?.isWhole, sight?.pages.length]);
  const scale = sight?.scale ?? 0;
  const place = { "--x": `${-(box?.[0] ?? 0) * scale}px`, "--y": `${-(box?.[1] ?? 0) * scale}px` };
  return html`<section class=${sight?.isWhole ? "board-map is-whole" : "board-map"} style=${place} aria-label=${t("Gevinstkort")}>
    <div class="board-map-heads">${scale > 0 && html`<div class="board-map-inner" style=${{ inlineSize: `${layout.width * scale}px` }}><${LaneHeads} layout=${layout} scale=${scale} view=${sight?.isWhole ? undefined : box} /></div>`}</div>
    <div class="board-map-view" ref=${ref}>
      ${scale > 0 && html`<div class="board-map-inner" style=${{ inlineSize: `${layout.width * scale}px` }}>
        <${MapView} layout=${layout} map=${mapOf(store)} scale=${scale} phase=${phaseOf(store)} view=${sight?.isWhole ? undefined : box} isInTurn=${!isPaper} />
      </div>`}
    </div>
  </section>`;
}

/** Whether the board is being printed: on paper the map stands whole. */
function useIsPaper() {
  const [isPaper, setPaper] = useState(false);
  useEffect(() => {
    const paper = matchMedia("print");
    const look = () => setPaper(paper.matches);
    const [before, after] = [() => setPaper(true), () => setPaper(false)];
    paper.addEventListener("change", look);
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      paper.removeEventListener("change", look);
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, []);
  return isPaper;
}

/** A pixel of a 1080p projector, in pixels of this screen. */
const unitNow = () => Math.min(window.innerWidth / 1920, window.innerHeight / 1080);

/** The same, while the window changes its size. */
function useUnit() {
  const [unit, setUnit] = useState(unitNow());
  useEffect(() => {
    const again = () => setUnit(unitNow());
    addEventListener("resize", again);
    return () => removeEventListener("resize", again);
  }, []);
  return unit;
}

/** Which part is shown: each in turn, so that the room sees all of it without anybody touching the board. @param {number} pages */
function usePage(pages) {
  const [page, setPage] = useState(0);
  useEffect(() => {
    setPage(0);
    if (pages < 2) return undefined;
    const beat = setInterval(() => setPage((now) => (now + 1) % pages), PAGE_MS);
    return () => clearInterval(beat);
  }, [pages]);
  return page;
}

/** What is on the table by now. @param {import("../lib/store.js").Store} store */
export function phaseOf(store) {
  const round = store.slice("round").value;
  const n = round?.n ?? (store.slice("game").value?.state === "lobby" ? 0 : 7);
  const isTold = round?.step === "revealed" || round?.step === "resolved";
  return { owners: n > 4 || (n === 4 && isTold), counting: n > 5 || (n === 5 && isTold) };
}
