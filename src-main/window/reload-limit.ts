/** Runs `work` once after `ms`; Node's `setTimeout`, or a test's own. */
export type Later = (work: () => void, ms: number) => void;

export interface ReloadLimit {
  /** Call when the page is gone: it is loaded again, at once or, when it keeps failing, after a pause. */
  pageGone(): void;
}

const atOnce = 3;
const pauseMs = 60_000;

/**
 * A page that crashes is loaded again at once, three times a minute at most; one that keeps crashing is tried once a minute,
 * so that a kiosk that nobody watches comes back by itself and a broken one does not spin.
 */
export function makeReloadLimit(reload: () => void, later: Later): ReloadLimit {
  let recent = 0;
  let pausing = false;
  return {
    pageGone() {
      if (pausing) return;
      if (recent < atOnce) {
        recent += 1;
        later(() => {
          recent -= 1;
        }, pauseMs);
        reload();
        return;
      }
      pausing = true;
      later(() => {
        pausing = false;
        reload();
      }, pauseMs);
    },
  };
}
