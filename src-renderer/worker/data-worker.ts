import '../data/jitless';
import { expose } from 'comlink';
import { workerEntry } from './worker-entry';

expose(workerEntry());
