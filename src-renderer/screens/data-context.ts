import { createContext, useContext, useEffect, useState } from 'react';
import type { DataApi } from '../data/data-api';
import type { QueryArgs, QueryName, QueryValue } from '../data/queries';
import { asError } from './error-screen';

const DataContext = createContext<DataApi | null>(null);
export const DataProvider = DataContext.Provider;

/** The data worker, as screens know it. */
export function useData(): DataApi {
  const api = useContext(DataContext);
  if (!api) throw new Error('a screen was shown outside DataProvider');
  return api;
}

interface Live<Q extends QueryName> {
  /** The arguments the value answers to: behind the asked ones until the worker has answered. */
  key: string;
  value: QueryValue<Q>;
}

/** A live query's latest answer, kept on show while a new question is on its way. */
export function useLatest<Q extends QueryName>(query: Q, args: QueryArgs<Q>): Live<Q> | null {
  const api = useData();
  const key = JSON.stringify(args);
  const [live, setLive] = useState<Live<Q> | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  useEffect(() => {
    let over = false;
    const watched = api.watch(query, JSON.parse(key) as QueryArgs<Q>, (value) => {
      if (!over) setLive({ key, value });
    });
    watched.catch((error: unknown) => {
      if (!over) setFailure(asError(error));
    });
    return () => {
      over = true;
      watched.then(
        (stop) => stop(),
        () => undefined, // told above
      );
    };
  }, [api, query, key]);
  if (failure) throw failure; // for the nearest error screen, which says what to do
  return live;
}

/** A live query's value; undefined until the worker has answered these very arguments. */
export function useLive<Q extends QueryName>(query: Q, args: QueryArgs<Q>): QueryValue<Q> | undefined {
  const live = useLatest(query, args);
  return live && live.key === JSON.stringify(args) ? live.value : undefined;
}
