/* global addEventListener, caches, clients, location, Request, Response */
/**
 * Opens the workbench without network: the document and the files of one build, kept together under that build's name.
 *
 * 1. Only GETs of the workbench's own pages and files; never the graph, a token, a picture.
 * 2. The document comes from the network where there is one, so a new build is seen at once.
 * 3. A new build takes over when no page of the old one is open any more: no page gets files of two builds.
 */
const BUILD = '__BUILD__';
const FILES = ['__FILES__'];
const PAGE = '/console/';
const ASSETS = '/console/assets/';
const NAME = `yiwang-console-${BUILD}`;

addEventListener('install', (event) => {
  event.waitUntil(caches.open(NAME).then((kept) => kept.addAll([PAGE, ...FILES].map((url) => new Request(url, { cache: 'no-cache' })))));
});

addEventListener('activate', (event) => {
  const others = (names) => names.filter((name) => name.startsWith('yiwang-console-') && name !== NAME);
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(others(names).map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  );
});

const kept = (url) => caches.open(NAME).then((cache) => cache.match(url));

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && pathname.startsWith('/console')) {
    event.respondWith(fetch(request).catch(async () => (await kept(PAGE)) ?? Response.error()));
  } else if (pathname.startsWith(ASSETS)) {
    event.respondWith(kept(pathname).then((found) => found ?? fetch(request)));
  }
});
