/** Runs pieces of work one after another, in the order in which they are asked for; one that fails holds up no other. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const running = last.then(work);
    const done = (): void => undefined; // what came of it is not held on to
    last = running.then(done, done);
    return running;
  };
}
