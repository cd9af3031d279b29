// @ts-check
/**
 * The phone's service worker: it keeps the shell, so that the phone opens without a network and says
 * so. What belongs to a game or to a person never passes through here. `SHELL` comes before this
 * text, from the server.
 */
const worker = /** @type {any} */ (self);
/** @type {{name: string, page: string, files: string[]}} */
const shell = worker.SHELL;
const PREFIX = "gevinstspillet-shell-";
const NAME = PREFIX + shell.name;
/** So long a page is waited for before the shell stands in for it. */
const PATIENCE_MS = 4_000;
const PLAY = /^\/g\/[^/]+\/play$/;

worker.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll([shell.page, ...shell.files])));
});

// A new version waits until no page of the old one is open, so an old page never gets new modules.
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(dropOthers()));

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith("/static/")) event.respondWith(file(request));
  else if (request.mode === "navigate" && PLAY.test(pathname)) event.respondWith(page(request));
});

async function dropOthers() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** Files are named by their build, so one that is kept is the right one. @param {Request} request */
async function file(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

/** The page from the server; the shell where none comes in time. @param {Request} request */
async function page(request) {
  const asked = fetch(request).then(
    (answer) => (answer.status >= 500 ? null : answer),
    () => null,
  );
  const patience = new Promise((run) => setTimeout(() => run(null), PATIENCE_MS));
  const answer = await Promise.race([asked, patience]);
  if (answer) return answer;
  return (await caches.match(shell.page, { ignoreVary: true })) ?? (await asked) ?? Response.error();
}
