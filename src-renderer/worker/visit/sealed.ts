import type { SentinelKeeper } from '../startup/sentinel-keeper';

/** A value sealed to the server's key as this device last heard it; null: it never did. */
export async function sealed({ mark }: Pick<SentinelKeeper, 'mark'>, value: unknown): Promise<string | null> {
  if (!mark.sealingKey) return null;
  const { seal } = await import('../sealing/seal'); // kept out of what every start has to load
  return seal(value, mark.sealingKey);
}
