import { Surface } from '../../shared/model/primitives';

/** Outside of everything that can fail to open: a page has it before its worker runs, and beside another window's. */
const storageKey = 'ghiseu.surface';

/** Whom this machine served last; null: never anybody, or nothing can be read. */
export function rememberedSurface(): Surface | null {
  try {
    return Surface.safeParse(localStorage.getItem(storageKey)).data ?? null;
  } catch {
    return null; // storage is shut
  }
}

export function rememberSurface(surface: Surface): void {
  try {
    localStorage.setItem(storageKey, surface);
  } catch {
    return; // the machine's key says it too
  }
}
