/*
 * The service worker keeps the page itself, so that it opens while the server is down. Electron has the page in its
 * package and needs none. A new version is fetched in the background and waits: it takes over when a page starts. The
 * browser needs about a second for that; whoever has touched the page by then keeps it as it is until the next start.
 */

const startMs = 5_000;
const touches = ['keydown', 'pointerdown'] as const;

/** Takes over a version that waits, or registers the worker. A failure leaves the page as it is. */
export async function registerServiceWorker(): Promise<void> {
  if (!import.meta.env.PROD || location.protocol === 'app:' || !('serviceWorker' in navigator)) return;
  try {
    if (await takeOverWaitingVersion()) return;
    const known = await navigator.serviceWorker.getRegistration('/');
    const registration = await navigator.serviceWorker.register('/sw.js', {
      scope: '/',
      updateViaCache: 'none',
    });
    if (known) await lookForNewVersion(registration);
  } catch (error) {
    // Storage blocked or full: the page works, it only will not open without the server.
    console.warn('The page could not be kept for use without the server.', error);
  }
}

/** Asked for by name, because registering again does not look; without the server there is nothing to find. */
async function lookForNewVersion(registration: ServiceWorkerRegistration): Promise<void> {
  await registration.update().catch((error) => console.info('No look for a new version of the page.', error));
}

/** True when a newer version waited and was told to take over. */
async function takeOverWaitingVersion(): Promise<boolean> {
  const untouched = whileUntouched(); // from the first moment: what is typed while the browser answers counts too
  const { controller } = navigator.serviceWorker;
  const registration = await navigator.serviceWorker.getRegistration('/');
  const waiting = registration?.waiting;
  if (!controller || !waiting) return false;
  const reload = () => location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true, signal: untouched });
  waiting.postMessage({ type: 'SKIP_WAITING' });
  return true;
}

/** Aborted when somebody begins to work on the page, or when it is no longer just starting. */
function whileUntouched(): AbortSignal {
  const starting = new AbortController();
  const { signal } = starting;
  setTimeout(() => starting.abort(), startMs);
  for (const touch of touches) addEventListener(touch, () => starting.abort(), { capture: true, signal });
  return signal;
}
