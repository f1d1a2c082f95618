import { Checkbox } from '@mantine/core';
import { plainPhone } from '../../../shared/customer/form-rules';
import type { Account } from '../../../shared/model/account';
import { useWords } from '../../text/use-words';
import { useData } from '../data-context';
import type { DraftForm } from '../drafts/drafts';
import { wordsOfTab } from '../drafts/left-words';
import { useDraft } from '../drafts/use-draft';
import { tabFieldMark } from '../parts/tab-field';
import styles from './account-details.module.css';
import { FormField } from './customer-field';
import { IdentifiedForm } from './identified-form';
import { useAwaitedEmail } from './use-awaited-email';
import { useCustomerForm } from './use-customer-form';

/** What was saved here a moment ago. */
export interface MadeRequest {
  submissionId: string;
  /** An address that counts only when its link was opened; what was recorded of it is sealed. Null: none was asked for. */
  email: string | null;
}

interface Typed {
  phone: string | null; // null: not touched
  email: string | null;
  invoiceByEmail: boolean | null;
  seen: boolean;
}

const untouched: Typed = { phone: null, email: null, invoiceByEmail: null, seen: false };

/** What was typed into it. */
export const contactDraft: DraftForm<Typed> = {
  key: 'contact-change',
  untouched,
  isTyped: ({ phone, email, invoiceByEmail }) => phone !== null || email !== null || invoiceByEmail !== null,
  words: wordsOfTab('account'),
};

/**
 * What is null stays as it is, as does what was typed and is the same.
 * @param awaited an address that waits for its link: typed again, it gets another; the one in use calls it off
 */
function changesIn({ id, contact }: Account, awaited: string | null, typed: Typed) {
  const { phone, invoiceByEmail, seen } = typed;
  const email = typed.email?.trim() ?? null;
  const changed = <Value,>(typed: Value | null, now: Value): Value | null => (typed === now ? null : typed);
  return {
    accountId: id,
    phone: changed(phone && plainPhone(phone), contact.phone ?? ''),
    email: awaited === null ? changed(email, contact.email ?? '') : email,
    invoiceByEmail: changed(invoiceByEmail, contact.invoiceByEmail),
    identityDocument: seen ? ('seen' as const) : ('not-seen' as const),
  };
}

/** Another phone, e-mail, or way to get the invoice, after seeing an identity document. */
export function ContactForm({ account, made }: { account: Account; made: (request: MadeRequest) => void }) {
  const { t, language } = useWords();
  const api = useData();
  const [typed, setTyped] = useDraft(contactDraft);
  const type = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const { contact } = account;
  const awaited = useAwaitedEmail(account);
  const email = awaited ?? contact.email ?? '';
  const entry = changesIn(account, awaited, typed);
  const form = useCustomerForm({
    draft: contactDraft,
    entry,
    dirty: contactDraft.isTyped(typed),
    check: (entry) => api.checkContactChange(entry),
    save: (entry) => api.changeContact(entry, language),
    saved: ({ id }) => {
      made({ submissionId: id, email: entry.email || null });
      setTyped(() => untouched);
    },
  });
  return (
    <IdentifiedForm
      form={form}
      title={t('desk.account.change')}
      seen={typed.seen}
      see={(seen) => type({ seen })}
      label={t('desk.account.save')}
    >
      <FormField
        field="phone"
        form={form}
        label={t('desk.account.phone')}
        value={typed.phone ?? contact.phone ?? ''}
        type={(phone) => type({ phone: phone === (contact.phone ?? '') ? null : phone })}
        attributes={{ maxLength: 20, [tabFieldMark]: 'account' }}
      />
      <FormField
        field="email"
        form={form}
        label={t('desk.account.email')}
        value={typed.email ?? email}
        type={(now) => type({ email: awaited === null && now === email ? null : now })}
        attributes={{ maxLength: 200, ...(awaited !== null && { description: t('desk.account.linkAgain') }) }}
      />
      <Checkbox
        size="md"
        className={styles.check}
        label={t('desk.account.invoiceByEmail')}
        checked={typed.invoiceByEmail ?? contact.invoiceByEmail}
        onChange={(event) => {
          type({ invoiceByEmail: event.currentTarget.checked });
          form.touch();
        }}
      />
    </IdentifiedForm>
  );
}
