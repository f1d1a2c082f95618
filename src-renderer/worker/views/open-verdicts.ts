import { Observable, of, shareReplay, switchMap } from 'rxjs';
import type { Verdict } from '../../../shared/model/verdict';
import type { LocalData } from '../db/local-data';
import type { Slice, Table } from '../db/table';
import { untilDone } from '../sync/until-done';

export type OpenVerdicts = ReadonlyMap<string, Verdict>;

const sliceSize = 500;

/** Followed once for all who ask: a cache's verdicts are many, and are read through each time. */
const followed = new WeakMap<LocalData, Observable<OpenVerdicts>>();

/**
 * The verdicts of this device's offices that a supervisor has to look at, told when the open cache has been read
 * through and after every change.
 */
export function openVerdicts(local: LocalData): Observable<OpenVerdicts> {
  const open$ =
    followed.get(local) ??
    local.cache$.pipe(
      switchMap((cache) => {
        const verdicts = cache?.table('verdicts');
        return verdicts ? openOf(verdicts) : of(new Map());
      }),
      shareReplay(1),
    );
  followed.set(local, open$);
  return open$;
}

function openOf(verdicts: Table<Verdict>): Observable<OpenVerdicts> {
  return new Observable((listener) => {
    const open = new Map<string, Verdict>();
    const written = new Set<string>(); // newer than what a slice may bring
    let read = false;
    const following = verdicts.changes$.subscribe((changes) => {
      for (const { id, document } of changes) {
        if (!read) written.add(id);
        if (document && isOpen(document)) open.set(id, document);
        else open.delete(id);
      }
      if (read) listener.next(open);
    });
    const ended = new AbortController();
    const each = (verdict: Verdict): void => {
      if (isOpen(verdict) && !written.has(verdict.id)) open.set(verdict.id, verdict);
    };
    void untilDone('open cases could not be read', () => readThrough(verdicts, each), ended.signal).then(
      (done) => {
        if (!done) return;
        read = true;
        listener.next(open);
      },
    );
    following.add(() => ended.abort());
    return following;
  });
}

async function readThrough(verdicts: Table<Verdict>, each: (verdict: Verdict) => void): Promise<void> {
  for (let after: string | null = ''; after !== null; ) {
    const slice: Slice<Verdict> = await verdicts.slice(after, sliceSize);
    slice.documents.forEach(each);
    after = slice.last;
  }
}

/** A decision that was refused is no case: the one it was about still is. */
const isOpen = ({ kind, outcome, review, settledBy }: Verdict): boolean =>
  settledBy === null && kind !== 'decision' && (outcome !== 'accepted' || review);
