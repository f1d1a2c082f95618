import fc from 'fast-check';

/** Every property of a run uses one seed: `SEED=… npm test` repeats it, and a failure prints it. */
const seed = process.env.SEED ? Number(process.env.SEED) : Math.trunc(Math.random() * 2 ** 31);
fc.configureGlobal({ seed });
