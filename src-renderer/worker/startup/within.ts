/** What should have come by now has not. It may still come: nobody waits for it any more. */
export class TooLate extends Error {
  constructor(what: string) {
    super(`${what}: no answer within the bound`);
    this.name = 'TooLate';
  }
}

/** The value of work that answers within a bound of time, in ms. @throws TooLate when it does not */
export async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate(what)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Waits for work as long as it takes, and says once when that is longer than `ms`. */
export async function tellingWhenLate<T>(ms: number, tell: () => void, work: Promise<T>): Promise<T> {
  const timer = setTimeout(tell, ms);
  return work.finally(() => clearTimeout(timer));
}
