import { useEffect, useState } from 'react';

const pauseMs = 350;

/** Whether typing has paused: what is half typed is not yet worth a sentence. */
export function usePaused(typed: string): boolean {
  const [rested, setRested] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return rested === typed;
}
