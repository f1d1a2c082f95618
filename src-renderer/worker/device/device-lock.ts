/** One window of a browser profile owns the data. */
export interface DeviceLock {
  /** Returns when this window owns the data, for as long as it lives; calls `onWaiting` when another one does now. */
  hold(onWaiting: () => void): Promise<void>;
}

const lockName = 'ghiseu-data';

/** A Web Lock. The window that waits takes over when the owner is closed, crashed ones included. */
export const webLock: DeviceLock = {
  hold: (onWaiting) =>
    new Promise((resolve, reject) => {
      const keep = (): Promise<never> => {
        resolve();
        return new Promise<never>(() => undefined); // held until the worker ends
      };
      navigator.locks
        .request(lockName, { ifAvailable: true }, (lock) => {
          if (lock) return keep();
          onWaiting();
          navigator.locks.request(lockName, keep).catch(reject);
          return undefined;
        })
        .catch(reject);
    }),
};
