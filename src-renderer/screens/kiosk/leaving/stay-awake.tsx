import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';

interface Awake {
  awake: boolean;
  hold: (by: number) => void; // +1 and −1
}

const AwakeContext = createContext<Awake>({ awake: false, hold: () => undefined });

export const useAwake = (): boolean => useContext(AwakeContext).awake;

export function AwakeProvider({ children }: { children: ReactNode }) {
  const [holders, setHolders] = useState(0);
  const hold = useCallback((by: number) => setHolders((count) => count + by), []);
  const value = useMemo<Awake>(() => ({ awake: holders > 0, hold }), [holders, hold]);
  return <AwakeContext value={value}>{children}</AwakeContext>;
}

/** While the kiosk, a card terminal or the server is at work the customer has nothing to touch: their time stands still. */
export function useStayAwake(busy: boolean): void {
  const { hold } = useContext(AwakeContext);
  useEffect(() => {
    if (!busy) return;
    hold(1);
    return () => hold(-1);
  }, [busy, hold]);
}
