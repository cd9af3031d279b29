// @ts-check
/** What the console says to lead the board, and that the board reads it the same way. */
import assert from "node:assert/strict";
import test from "node:test";
import { readView } from "../../static/js/parts/board-camera.js";
import { closeUp, viewWords } from "../../static/js/parts/console-board.js";

for (const words of ["map", "lane/benefit", "lane/benefit/2", "node/n7", "map nojoin theme/dark", "lane/goal nojoin", "theme/projector", "task"]) {
  test(`the console keeps "${words}" as it is`, () => assert.equal(viewWords(readView(words)), words));
}

test("a card from near keeps the look and hides no less", () => {
  /** @type {any} */
  const store = { slice: () => ({ value: { view: "lane/change/2 nojoin theme/dark" } }) };
  assert.equal(closeUp(store, "n7"), "node/n7 nojoin theme/dark");
});
