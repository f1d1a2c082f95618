/** The steps of a cache swap, in their order; a device that ends after any of them finishes it or starts over. */
export const swapSteps = [
  'noted', // which cache is to be built
  'opened', // it is open, beside the one that is shown
  'filled', // everything that index entry, cases and charts need has been pulled
  'key-written', // from now on the next start opens the new one
  'shown', // every screen reads the new one
  'old-removed',
  'completed', // its remaining collections are open, and pulled as in a first sync
] as const;
export type SwapStep = (typeof swapSteps)[number];
