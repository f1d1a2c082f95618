import type { FastifyInstance } from 'fastify';
import type { Submission } from '../../shared/model/submission';
import type { CollectionName } from '../../shared/sync/collections';
import { type CompareRequest, CompareResponse } from '../../shared/sync/compare';
import { type Greeting, Welcome } from '../../shared/sync/device';
import { PROTOCOL_VERSION, protocolHeader } from '../../shared/sync/protocol';
import { type Checkpoint, PullResponse } from '../../shared/sync/pull';
import { routes } from '../../shared/sync/routes';
import { SubmissionsResponse } from '../../shared/sync/submissions';

export type PulledDocument = PullResponse['documents'][number];

export const headersOf = (token: string): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  [protocolHeader]: String(PROTOCOL_VERSION),
});

/** A device's exchanges with an app, without a network in between. Every answer is parsed by its wire schema. */
export function deviceClient(app: FastifyInstance, token: string) {
  const headers = headersOf(token);

  async function pull(
    collection: CollectionName,
    checkpoint: Checkpoint | null = null,
    limit = 1_000,
  ): Promise<PullResponse> {
    const query = { limit: String(limit), ...(checkpoint ? { checkpoint: JSON.stringify(checkpoint) } : {}) };
    const reply = await app.inject({ method: 'GET', url: routes.pull(collection), query, headers });
    if (reply.statusCode !== 200) throw new Error(`pull ${collection}: ${reply.statusCode} ${reply.body}`);
    return PullResponse.parse(reply.json());
  }

  return {
    pull,
    async greet(greeting: Partial<Greeting> = {}): Promise<Welcome> {
      const payload = { epoch: null, checkpoints: {}, settled: [], ...greeting };
      const reply = await app.inject({ method: 'POST', url: routes.welcome, payload, headers });
      if (reply.statusCode !== 200) throw new Error(`welcome: ${reply.statusCode} ${reply.body}`);
      return Welcome.parse(reply.json());
    },
    async compare(checkpoints: CompareRequest['checkpoints']): Promise<CompareResponse> {
      const payload = { checkpoints };
      const reply = await app.inject({ method: 'POST', url: routes.compare, payload, headers });
      if (reply.statusCode !== 200) throw new Error(`compare: ${reply.statusCode} ${reply.body}`);
      return CompareResponse.parse(reply.json());
    },
    /** Pulls pages until one is not full, as a device does. */
    async pullAll(collection: CollectionName, from: Checkpoint | null = null, limit = 1_000) {
      const documents: PulledDocument[] = [];
      for (let checkpoint = from; ; ) {
        const page = await pull(collection, checkpoint, limit);
        documents.push(...page.documents);
        checkpoint = page.checkpoint;
        if (page.documents.length < limit) return { documents, checkpoint };
      }
    },
    async submit(submissions: readonly unknown[], stillWaiting = 0) {
      const payload = { submissions, stillWaiting };
      const reply = await app.inject({ method: 'POST', url: routes.submissions, payload, headers });
      if (reply.statusCode !== 200) throw new Error(`submissions: ${reply.statusCode} ${reply.body}`);
      return SubmissionsResponse.parse(reply.json()).answers;
    },
    /** Sends one submission and gives its answer. */
    async submitOne(submission: Submission) {
      const [answer] = await this.submit([submission]);
      if (!answer) throw new Error('no answer');
      return answer;
    },
  };
}
