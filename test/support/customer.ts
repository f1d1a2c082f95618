import type { CustomerProof } from '../../shared/model/customer';
import type { Submission } from '../../shared/model/submission';
import { hashPassword } from '../../src-server/people/passwords';
import { readSealingKey } from '../../src-server/sealing/sealing-key';
import { sealTo } from './sealed';
import { type ReadingMade, readingSubmission } from './submission';
import type { Utility } from './utility';
import type { WorldAccount, WorldDevice } from './world';

type Sealing = Pick<Utility, 'database'>;

const seal = async ({ database }: Sealing, part: object): Promise<string> =>
  sealTo(await readSealingKey(database.db), part);

/** A customer's own index with what proves whose it is: the right internal code, where nothing else is said; null: nothing. */
export async function customerReading(
  utility: Sealing,
  made: ReadingMade & { account: Pick<WorldAccount, 'internalCode'> },
  proof: CustomerProof | null = { kind: 'codes', internalCode: made.account.internalCode },
): Promise<Submission> {
  const reading = readingSubmission({ ...made, staffId: null });
  if (proof === null) return reading;
  const sealedProof = await seal(utility, { submissionId: reading.id, proof });
  return { ...reading, payload: { ...reading.payload, sealedProof } };
}

interface FormMade {
  device: Pick<WorldDevice, 'id'>;
  account: Pick<WorldAccount, 'id' | 'meterId' | 'internalCode'>;
  capturedAt: string;
  /** A person of the utility; null: the customer. */
  staffId?: string | null;
  identityDocument?: 'seen' | null;
  /** What the device says besides. */
  said?: object;
}

async function formOf(
  utility: Sealing,
  { identityDocument = null, said = {}, ...made }: FormMade,
  { kind, secret }: { kind: Submission['kind']; secret: object },
): Promise<Submission> {
  const form = readingSubmission({ staffId: null, ...made, index: 0 }, { kind });
  const sealed = await seal(utility, { submissionId: form.id, ...secret });
  return { ...form, payload: { accountId: made.account.id, sealed, identityDocument, ...said } };
}

export const clientCodeOf = ({ id }: Pick<WorldAccount, 'id'>): string =>
  id.slice('account-'.length).slice(-15);

export const customerPassword = 'apa-rece';
const hash = hashPassword(customerPassword);

/** A registration as a device seals it. */
export const registrationOf = async (
  utility: Sealing,
  made: FormMade,
  secret: object = {},
): Promise<Submission> =>
  formOf(utility, made, {
    kind: 'registration',
    secret: {
      clientCode: clientCodeOf(made.account),
      internalCode: made.account.internalCode,
      email: 'ana.pop@exemplu.ro',
      phone: '0722123456',
      passwordHash: await hash,
      ...secret,
    },
  });

/** A change of contact details as a device seals it. */
export const contactChangeOf = (utility: Sealing, made: FormMade, secret: object): Promise<Submission> =>
  formOf(utility, made, { kind: 'contact-change', secret: { proof: null, ...secret } });
