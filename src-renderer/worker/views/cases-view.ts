import { filter, merge, type Observable, tap } from 'rxjs';
import { ReadingCorrectionPayload } from '../../../shared/model/decision';
import { ReadingPayload, type Submission } from '../../../shared/model/submission';
import type { Verdict } from '../../../shared/model/verdict';
import type { CaseView } from '../../data/settling-api';
import type { OwnLedger } from '../own/own-ledger';
import { ownSettlingOf } from '../own/settlements';
import { receiptNumberFor } from '../reading/make-submission';
import { isSetAsideOpen } from './attention';
import { live } from './live';
import { type OpenVerdicts, openVerdicts } from './open-verdicts';
import { type Ledgered, submissionView } from './submission-view';

type Named = 'receiptNumber' | 'actorName' | 'holderName' | 'clientCode' | 'meterSerial' | 'decision';
type Bare = Omit<CaseView, Named>;

/** What a supervisor has to settle in this device's offices, oldest first; told once the verdicts have been read through. */
export function watchCases(from: Ledgered): Observable<CaseView[]> {
  const { local, ledger } = from;
  let open: OpenVerdicts | null = null;
  const opened$ = openVerdicts(local).pipe(
    tap((now) => {
      open = now;
    }),
  );
  const triggers = merge(opened$, ledger.changes$, local.changes$('accounts'));
  return live(triggers, async () => open && casesOf(from, open)).pipe(filter((cases) => cases !== null));
}

async function casesOf(from: Ledgered, open: OpenVerdicts): Promise<CaseView[]> {
  const { ledger } = from;
  const answered = [...open.values()]
    .filter(({ id }) => (ledger.verdicts.get(id)?.settledBy ?? null) === null)
    .map((verdict) => caseOf(verdict, ledger.get(verdict.id)));
  const setAside = ledger.all.filter(({ id }) => isSetAsideOpen(ledger, id));
  const bare = [...answered, ...setAside.map((submission) => setAsideCase(ledger, submission))];
  return named(
    from,
    bare.toSorted((a, b) => (a.at < b.at ? -1 : 1)),
  );
}

function caseOf(verdict: Verdict, own: Submission | undefined): Bare {
  const { id, outcome, kind, findings, deviceId, deviceName, accountId, summary, decidedAt } = verdict;
  const said = own && saidIn(own);
  return {
    submissionId: id,
    why: outcome === 'accepted' ? 'review' : outcome,
    kind,
    findings,
    own: own !== undefined,
    deviceId,
    deviceName,
    accountId,
    meterId: summary?.meterId ?? said?.meterId ?? null,
    period: summary?.period ?? said?.period ?? null,
    index: summary?.index ?? said?.index ?? null,
    at: decidedAt,
  };
}

function setAsideCase(ledger: OwnLedger, submission: Submission): Bare {
  const { id, kind, capturedAt, deviceId, onBehalfOf } = submission;
  return {
    submissionId: id,
    why: 'set-aside',
    kind,
    findings: ledger.whySetAside(id) ?? [],
    own: true,
    deviceId,
    deviceName: null,
    accountId: onBehalfOf,
    ...saidIn(submission),
    at: capturedAt,
  };
}

function saidIn({ payload }: Submission): Pick<Bare, 'meterId' | 'period' | 'index'> {
  const reading = ReadingPayload.safeParse(payload).data;
  const correction = ReadingCorrectionPayload.safeParse(payload).data;
  return {
    meterId: reading?.meterId ?? null,
    period: correction?.period ?? null,
    index: reading?.index ?? null,
  };
}

/** With whose account it is, and what was decided here and has not yet come back. */
async function named(from: Ledgered, cases: readonly Bare[]): Promise<CaseView[]> {
  const ids = new Set(cases.flatMap(({ accountId }) => accountId ?? []));
  const accounts = await from.local.getMany('accounts', [...ids]);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  return Promise.all(
    cases.map(async (bare): Promise<CaseView> => {
      const account = byId.get(bare.accountId ?? '');
      const decided = ownSettlingOf(from.ledger, bare.submissionId);
      return {
        ...bare,
        receiptNumber: await receiptNumberFor(bare.submissionId),
        actorName: actorNameOf(from.ledger.get(bare.submissionId)),
        holderName: account?.holderName ?? null,
        clientCode: account?.clientCode ?? null,
        meterSerial: account?.meters.find(({ id }) => id === bare.meterId)?.serial ?? null,
        decision: decided ? await submissionView(from, decided.submission) : null,
      };
    }),
  );
}

const actorNameOf = (own: Submission | undefined): string | null =>
  own?.actor.kind === 'staff' ? own.actor.displayName : null;
