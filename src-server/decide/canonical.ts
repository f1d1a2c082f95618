import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/sync/digest';

/** Tells a retry from another submission under a used id, in whatever order a device stored its fields. */
export const contentHash = (content: unknown): string =>
  createHash('sha256').update(canonicalJson(content)).digest('base64url');
