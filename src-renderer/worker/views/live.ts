import { Observable } from 'rxjs';

/**
 * A value that is worked out again after every trigger. Triggers while it is being worked out count once, so a burst of
 * writes costs one more round and the last round always begins after the last trigger. A value that is the same as the
 * last one is not told again.
 */
export function live<T>(triggers: Observable<unknown>, compute: () => Promise<T>): Observable<T> {
  return new Observable<T>((listener) => {
    let wanted = true;
    let running = false;
    let told: string | null = null;
    const run = async (): Promise<void> => {
      if (running) return;
      running = true;
      while (wanted && !listener.closed) {
        wanted = false;
        const value = await compute().catch((error: unknown) => failed(error));
        const text = JSON.stringify(value);
        if (value === noValue || text === told) continue;
        told = text;
        listener.next(value as T);
      }
      running = false;
    };
    const subscription = triggers.subscribe(() => {
      wanted = true;
      queueMicrotask(() => void run());
    });
    void run();
    return subscription;
  });
}

const noValue = Symbol('no value');

/** A cache that is being swapped fails the reads on it; the swap itself is the next trigger. */
function failed(error: unknown): typeof noValue {
  console.warn('a live query could not be answered', error);
  return noValue;
}
