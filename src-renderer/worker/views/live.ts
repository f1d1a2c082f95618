import { Observable } from 'rxjs';

/**
 * A value that is worked out again after every trigger. Triggers while it is being worked out count once, so a burst of
 * writes costs one more round and the last round always begins after the last trigger. A value that is the same as the
 * last one is not told again; one that cannot be worked out is tried again a second later.
 */
export function live<T>(triggers: Observable<unknown>, compute: () => Promise<T>): Observable<T> {
  return new Observable<T>((listener) => {
    let wanted = true;
    let running = false;
    let told: string | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;
    const run = async (): Promise<void> => {
      if (running) return;
      running = true;
      while (wanted && !listener.closed) {
        wanted = false;
        const value = await compute().catch((error: unknown) => failed(error));
        if (value === noValue) {
          clearTimeout(again);
          if (!listener.closed) again = setTimeout(trigger, againMs);
          continue;
        }
        const text = JSON.stringify(value);
        if (text === told) continue;
        told = text;
        listener.next(value as T);
      }
      running = false;
    };
    const trigger = (): void => {
      wanted = true;
      queueMicrotask(() => void run());
    };
    const subscription = triggers.subscribe(trigger);
    void run();
    return () => {
      subscription.unsubscribe();
      clearTimeout(again);
    };
  });
}

const againMs = 1_000;
const noValue = Symbol('no value');

/** A cache that is being swapped fails the reads on it; the swap itself is the next trigger. */
function failed(error: unknown): typeof noValue {
  console.warn('a live query could not be answered', error);
  return noValue;
}
