import { onTestFinished, vi } from 'vitest';
import { type Recording, recordElectron } from './recording-electron';
import { temporaryFolder } from './temporary-folder';

const mocked = ['electron', '../../../src-main/log', '../../../src-main/journal/set-up-journal'];

/** Stands in for Electron, the log and the journal until the test has finished; `boot` starts the main process on it. */
export async function standInForElectron(): Promise<Recording> {
  const recording = recordElectron(await temporaryFolder());
  vi.resetModules();
  vi.doMock('electron', () => recording.electron);
  vi.doMock('../../../src-main/log', () => ({ log: { error: vi.fn(), warn: vi.fn() }, setUpLog: vi.fn() }));
  vi.doMock('../../../src-main/journal/set-up-journal', () => ({
    openJournalService: async () => recording.steps.push('journal'),
    offerJournal: () => recording.steps.push('journal offered'),
  }));
  onTestFinished(() => {
    for (const path of mocked) vi.doUnmock(path);
    vi.unstubAllEnvs();
  });
  return recording;
}

export async function boot(recording: Recording, server = 'http://localhost:4100'): Promise<Recording> {
  vi.stubEnv('GHISEU_SERVER_URL', server);
  await import('../../../src-main/main');
  return recording;
}

/** Returns when the page was told to load, which comes last. */
export async function bootToPage(recording: Recording): Promise<Recording> {
  (await boot(recording)).becomeReady();
  await vi.waitFor(() => {
    if (!recording.steps.at(-1)?.startsWith('load ')) throw new Error('The page is not loaded yet.');
  });
  return recording;
}
