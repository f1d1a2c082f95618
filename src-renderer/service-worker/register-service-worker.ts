/*
 * The service worker keeps the page itself, so that it opens while the server is down. Electron has the page in its
 * package and needs none. A new version is fetched in the background and waits: it takes over when a page starts, before
 * anybody has typed, never under a clerk at work.
 */

/** Looks for a waiting version, takes it over, and registers the worker. A failure leaves the page as it is. */
export async function registerServiceWorker(): Promise<void> {
  if (!import.meta.env.PROD || location.protocol === 'app:' || !('serviceWorker' in navigator)) return;
  try {
    if (await takeOverWaitingVersion()) return;
    await navigator.serviceWorker.register('/sw.js', { scope: '/', updateViaCache: 'none' });
  } catch (error) {
    // Storage blocked or full: the page works, it only will not open without the server.
    console.warn('The page could not be kept for use without the server.', error);
  }
}

/** True when a newer version waited: the page is about to reload into it. */
async function takeOverWaitingVersion(): Promise<boolean> {
  const { controller } = navigator.serviceWorker;
  const registration = await navigator.serviceWorker.getRegistration('/');
  const waiting = registration?.waiting;
  if (!controller || !waiting) return false;
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage({ type: 'SKIP_WAITING' });
  return true;
}
