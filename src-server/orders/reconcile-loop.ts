import type { Reconciler } from './reconcile';

export interface LoopOptions extends Pick<Reconciler, 'over'> {
  everyMs: number;
  /** Begins what is to be asked; `all`: also about orders that are open, which are asked about less often. */
  begin: (all: boolean) => Promise<void>;
  onError: (error: unknown) => void;
}

const openEvery = 4; // beginnings

/** Begins turns until it is closed, one beginning after the other, whatever turns are still under way. */
export function reconcileLoop({ everyMs, begin, over, onError }: LoopOptions) {
  let beginnings = 0;
  let beginning: Promise<void> | null = null;

  const timer = setInterval(() => {
    beginning ??= begin(beginnings++ % openEvery === 0)
      .catch(onError)
      .finally(() => {
        beginning = null;
      });
  }, everyMs);

  return {
    async close(): Promise<void> {
      clearInterval(timer);
      await beginning;
      await over();
    },
  };
}
