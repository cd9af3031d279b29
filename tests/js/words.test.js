// @ts-check
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { characters, numberWords, parseNumber } from "../../static/js/lib/format.js";
import { setStrings, t, tn } from "../../static/js/lib/i18n.js";
import { uuid } from "../../static/js/lib/browser.js";
import {
  clockWords, createClock, dateWords, firstOfMonth, leftWords, secondsLeft,
} from "../../static/js/lib/time.js";

import { countWords } from "../../static/js/parts/phone-card.js";
import { laneWords, typeWords } from "../../static/js/parts/map-words.js";

afterEach(() => setStrings("da"));

test("what Danish says with one word may be two in another language", () => {
  assert.deepEqual([laneWords("goal"), typeWords("goal")], ["Formål", "Formål"]);
  setStrings("en", { "Formål": "Goal", "Formål|flere": "Goals" });
  assert.deepEqual([laneWords("goal"), typeWords("goal")], ["Goals", "Goal"]);
});

test("the foot of a card says what is counted, and what kind of benefit it is", () => {
  assert.equal(countWords({ unit: "dage" }), "enhed: dage");
  assert.equal(countWords({ unit: "antal pr. år", class: "T" }), "enhed: antal pr. år · frigjort tid");
});

test("a Danish number reaches the wire as a plain decimal", () => {
  assert.equal(parseNumber("1.500,25"), "1500.25");
  assert.equal(parseNumber("1.500"), "1500");
  assert.equal(parseNumber("1.5"), "1.5");
  assert.equal(parseNumber("0.750"), "0.750");
  assert.equal(parseNumber(" 12 000 "), "12000");
  assert.equal(parseNumber("007"), "7");
  assert.equal(parseNumber(",5"), "0.5");
});

test("an English number is read the English way", () => {
  setStrings("en");
  assert.equal(parseNumber("1,500.25"), "1500.25");
  assert.equal(parseNumber("1.500"), "1.500");
});

test("what is no number is not guessed at", () => {
  for (const typed of ["", "abc", "1,2,3", "1.50,0.0", "1,23456", "-3", "1e5"]) {
    assert.equal(parseNumber(typed), null, typed);
  }
  assert.equal(parseNumber("-3", { negative: true }), "-3");
});

test("numbers are grouped as the reader is used to", () => {
  assert.equal(numberWords("1500000.5"), "1.500.000,5");
  assert.equal(numberWords("-10"), "−10");
  setStrings("en");
  assert.equal(numberWords("1500"), "1,500");
});

test("sentences come from the catalogue, else in Danish", () => {
  setStrings("en", { "Hej {name}": "Hello {name}" });
  assert.equal(t("Hej {name}", { name: "Mette" }), "Hello Mette");
  assert.equal(t("Ukendt"), "Ukendt");
  assert.equal(tn("{n} kort", "{n} kort", 2), "2 kort");
});

test("time left is told in words and never below nothing", () => {
  const now = Date.parse("2026-11-23T09:00:00Z");
  assert.equal(secondsLeft("2026-11-23T09:03:00Z", now), 180);
  assert.equal(secondsLeft("2026-11-23T08:59:00Z", now), 0);
  assert.equal(secondsLeft(null, now), null);
  assert.equal(leftWords(180), "3 minutter endnu");
  assert.equal(leftWords(61), "1 minut endnu");
  assert.equal(leftWords(59), "Under et minut endnu");
  assert.equal(leftWords(0), "Tiden er gået");
});

test("a wrong clock on the phone is set right by the server's", () => {
  const clock = createClock(() => 1_000);
  clock.sync("1970-01-01T00:00:10Z", 200);
  assert.equal(clock.now(), 10_100);
});

test("dates are worded in the reader's language", () => {
  assert.equal(dateWords("2027-12-01"), "1.\u00a0december 2027");
  setStrings("en");
  assert.equal(dateWords("2027-12-01"), "1\u00a0December 2027");
  assert.equal(firstOfMonth(3, Date.parse("2026-11-23")), "2027-02-01");
  assert.match(clockWords(0), /^\d\d:\d\d$/);
});

test("ids are version 4 and a person's characters are counted once", () => {
  assert.match(uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(uuid(() => {}), "00000000-0000-4000-8000-000000000000");
  assert.equal(characters("a\u030a"), 1);
});
