import type { Submission } from '../../../shared/model/submission';
import type { SubmissionsProjection } from '../../../src-renderer/worker/own/submissions-projection';

/** The database as a power cut may leave it: all of it, a part of it, or nothing. */
export class ForgetfulProjection implements SubmissionsProjection {
  readonly #rows = new Map<string, Submission>();

  async all(): Promise<Submission[]> {
    return [...this.#rows.values()];
  }

  async put(submissions: readonly Submission[]): Promise<void> {
    for (const submission of submissions) this.#rows.set(submission.id, submission);
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#rows.delete(id);
  }

  async close(): Promise<void> {}

  forget(share: number, chance: (probability: number) => boolean): void {
    for (const id of [...this.#rows.keys()]) if (chance(share)) this.#rows.delete(id);
  }
}
