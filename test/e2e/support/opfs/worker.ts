/// <reference lib="webworker" />
import { FileJournal } from '../../../../shared/journal/journal';
import { deviceJournal } from '../../../../src-renderer/worker/journal/device-journal';
import { openOpfsFile } from '../../../../src-renderer/worker/journal/opfs-file';
import { type JournalCheck, type JournalMedium, journalSuite } from '../../../shared/journal/journal-suite';
import { submission } from '../../../src-main/journal/submission';
import type { OpfsAnswer, OpfsRequest } from './requests';

/** The browser's own journal in a worker, as the data worker has it, for a page that asks. */
const own = deviceJournal('restarted', null);
let media = 0;

async function medium(): Promise<JournalMedium> {
  media += 1;
  const ports = [await openOpfsFile(`suite-${media}-1`), await openOpfsFile(`suite-${media}-2`)] as const;
  return { ports, open: async () => new FileJournal(...ports) };
}

async function checked({ fact, check }: JournalCheck): Promise<{ fact: string; problem: string | null }> {
  try {
    await check(await medium());
    return { fact, problem: null };
  } catch (error) {
    return { fact, problem: String(error) };
  }
}

async function answer(request: OpfsRequest): Promise<OpfsAnswer> {
  if (request.do === 'suite') {
    const facts = [];
    for (const one of journalSuite) facts.push(await checked(one));
    return { facts };
  }
  const journal = await own.openJournal();
  const sentinel = await own.openSentinel();
  const { submissions, setAside, lastSeq } = await journal.load();
  if (request.do === 'load') {
    const mark = await sentinel.read();
    const seqs = submissions.map(({ deviceSeq }) => deviceSeq);
    return { seqs, setAside: setAside.length, lastSeq, mark };
  }
  if (request.do === 'mark') await sentinel.write(request.mark);
  else if (request.do === 'append') await journal.append(submission(request.seq));
  else await journal.compact({ settled: new Set(submissions.map(({ id }) => id)), before: request.before });
  return {};
}

self.onmessage = async ({ data, ports }: MessageEvent<OpfsRequest>) => {
  const reply = await answer(data).catch((error: unknown) => ({ problem: String(error) }));
  ports[0]?.postMessage(reply);
};
