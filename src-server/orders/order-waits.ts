/** Who waits for a change of which order in this process. */
export function orderWaits() {
  const waiting = new Map<string, Set<() => void>>();
  let closed = false;

  return {
    /** Resolves at the order's next change, after `ms`, when it is cancelled, or when the server closes. */
    next(id: string, ms: number): { over: Promise<void>; cancel: () => void } {
      let cancel = () => {};
      const over = new Promise<void>((resolve) => {
        const callers = waiting.get(id) ?? new Set();
        waiting.set(id, callers);
        const timer = setTimeout(() => cancel(), closed ? 0 : ms);
        cancel = () => {
          clearTimeout(timer);
          callers.delete(cancel);
          if (callers.size === 0 && waiting.get(id) === callers) waiting.delete(id);
          resolve();
        };
        callers.add(cancel);
      });
      return { over, cancel };
    },
    changed(id: string): void {
      for (const wake of [...(waiting.get(id) ?? [])]) wake();
    },
    /** Nobody waits any longer. */
    close(): void {
      closed = true;
      for (const id of [...waiting.keys()]) this.changed(id);
    },
    get closed(): boolean {
      return closed;
    },
  };
}

export type OrderWaits = ReturnType<typeof orderWaits>;
