import { forceCloseDatabase } from 'fake-indexeddb';

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

/**
 * Remembers every connection that a machine opens.
 * @param atOnce names of databases whose connection is closed right after it has been opened
 * @returns what closes those whose database's name fits, as a browser does; nothing is closed at once any more
 */
export function whatIsOpened(
  machine: { indexedDB: IDBFactory },
  atOnce: (name: string) => boolean = () => false,
): (fits: (name: string) => boolean) => void {
  const connections = new Set<IDBDatabase>();
  const { indexedDB } = machine;
  let closesAtOnce = atOnce;
  const close = (connection: IDBDatabase): void => {
    connections.delete(connection);
    forceCloseDatabase(connection as never);
  };
  machine.indexedDB = new Proxy(indexedDB, {
    get: (target, name) => {
      if (name === 'open') {
        return (database: string, version?: number) => {
          const request = target.open(database, version);
          request.addEventListener('success', () => {
            connections.add(request.result);
            if (closesAtOnce(database)) setTimeout(() => close(request.result));
          });
          return request;
        };
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return (fits) => {
    closesAtOnce = () => false;
    for (const connection of connections) if (fits(connection.name)) close(connection);
  };
}
