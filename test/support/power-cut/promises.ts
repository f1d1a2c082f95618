import type { Submission } from '../../../shared/model/submission';

/** A promise to the people at the counter that was broken. */
export class Broken extends Error {
  readonly kind: 'lost' | 'doubled' | 'other';
  constructor(kind: Broken['kind'], what: string) {
    super(what);
    this.kind = kind;
  }
}

/** What was said to be saved, and what has to be so after it. */
export class Promises {
  readonly #asked = new Map<string, Submission>();
  readonly #saved = new Map<string, Submission>();
  readonly #maybeGone = new Set<string>();
  readonly #seqs = new Map<number, string>();
  #mark: number | null = null;
  #marksAsked: number[] = [];

  get savedCount(): number {
    return this.#saved.size;
  }

  asked(submission: Submission): void {
    this.#asked.set(submission.id, submission);
  }

  saved(submission: Submission): void {
    const { id, deviceSeq } = submission;
    const other = this.#seqs.get(deviceSeq);
    if (other !== undefined && other !== id)
      throw new Broken('doubled', `number ${deviceSeq} was given twice`);
    this.#seqs.set(deviceSeq, id);
    this.#saved.set(id, submission);
  }

  mayLetGo(rule: (submission: Submission) => boolean): void {
    for (const submission of this.#asked.values()) if (rule(submission)) this.#maybeGone.add(submission.id);
  }

  /** @param sure no fault struck: what the start found is on the medium, whether it was said to be saved or not */
  compareStart(found: readonly Submission[], sure: boolean): void {
    const ids = new Set(found.map(({ id }) => id));
    if (ids.size < found.length) throw new Broken('doubled', 'a submission is there twice');
    if (new Set(found.map(({ deviceSeq }) => deviceSeq)).size < found.length)
      throw new Broken('doubled', 'a number is there twice');
    for (const submission of found) {
      if (JSON.stringify(submission) !== JSON.stringify(this.#asked.get(submission.id)))
        throw new Broken('other', `${submission.id} is not as it was asked`);
    }
    for (const id of this.#saved.keys()) {
      if (!ids.has(id) && !this.#maybeGone.has(id)) throw new Broken('lost', `${id} was saved and is gone`);
    }
    if (sure) for (const submission of found) this.saved(submission);
  }

  markAsked(lastSeq: number): void {
    this.#marksAsked.push(lastSeq);
  }

  markWritten(lastSeq: number): void {
    this.#mark = lastSeq;
    this.#marksAsked = [];
  }

  compareMark(read: number | 'damaged' | null, sure: boolean): void {
    if (typeof read !== 'number') {
      if (this.#mark !== null) throw new Broken('lost', `the mark is ${read ?? 'missing'}`);
      return;
    }
    if (read !== this.#mark && !this.#marksAsked.includes(read))
      throw new Broken('other', `the mark says ${read}`);
    if (sure) this.markWritten(read);
  }
}
