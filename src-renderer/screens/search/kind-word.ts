import type { TFunction } from 'i18next';
import type { Account } from '../../../shared/model/account';

/** Casă, Apartament, Asociație or Firmă; a closed account says so too. */
export function kindWord(
  t: TFunction,
  account: Pick<Account, 'dwelling' | 'customerKind' | 'status'>,
): string {
  const kind =
    account.customerKind === 'person'
      ? t(`counter.account.${account.dwelling}`)
      : t(`counter.account.${account.customerKind}`);
  return account.status === 'closed' ? `${kind} · ${t('counter.account.closed')}` : kind;
}
