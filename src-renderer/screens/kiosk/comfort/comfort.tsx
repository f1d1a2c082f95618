import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

/** What makes the kiosk usable for somebody; it lasts as long as the page, that is as long as the visit. */
export interface Comfort {
  contrast: boolean; // 7:1
  largeText: boolean;
  voice: boolean; // screens are read aloud
  lowered: boolean; // in portrait, everything stands in the lower half
}
export type ComfortName = keyof Comfort;

interface ComfortValue {
  comfort: Comfort;
  toggle(name: ComfortName): void;
}

const plain: Comfort = { contrast: false, largeText: false, voice: false, lowered: false };
const ComfortContext = createContext<ComfortValue>({ comfort: plain, toggle: () => undefined });

export const useComfort = (): ComfortValue => useContext(ComfortContext);

/** Above everything else: what is chosen while the machine starts, or before it is a device, holds when it is ready. */
export function ComfortProvider({ children }: { children: ReactNode }) {
  const [comfort, setComfort] = useState(plain);
  const toggle = (name: ComfortName) => setComfort((before) => ({ ...before, [name]: !before[name] }));
  return <ComfortContext value={{ comfort, toggle }}>{children}</ComfortContext>;
}

/** While such a page is shown the root carries the choice, so that every colour and size on it follows. */
export function useEased(surface: 'self-service' | 'none-yet'): void {
  const { contrast, largeText } = useComfort().comfort;
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.surface = surface;
    dataset.contrast = contrast ? 'high' : 'normal';
    dataset.text = largeText ? 'large' : 'normal';
    return () => {
      delete dataset.surface;
      delete dataset.contrast;
      delete dataset.text;
    };
  }, [surface, contrast, largeText]);
}
