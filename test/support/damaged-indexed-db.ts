/** A request that fails in the next microtask, as much of it as Dexie looks at. */
function failing(error: DOMException) {
  const request: { error: DOMException; onerror?: (event: unknown) => void } = { error };
  const nothing = (): void => undefined;
  queueMicrotask(() =>
    request.onerror?.({ target: request, preventDefault: nothing, stopPropagation: nothing }),
  );
  return request;
}

/** IndexedDB in which databases whose name fits cannot be opened until they are deleted. */
export function damaged(inner: IDBFactory, fits: (name: string) => boolean): IDBFactory {
  const deleted = new Set<string>();
  return new Proxy(inner, {
    get: (target, name) => {
      if (name === 'open') {
        return (database: string, version?: number) => {
          if (!fits(database) || deleted.has(database)) return target.open(database, version);
          return failing(new DOMException('Internal error opening backing store', 'UnknownError'));
        };
      }
      if (name === 'deleteDatabase') {
        return (database: string) => {
          deleted.add(database);
          return target.deleteDatabase(database);
        };
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
