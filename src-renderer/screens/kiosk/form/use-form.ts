import type { ParseKeys } from 'i18next';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { fieldOf } from '../../../../shared/customer/field-of';
import type { Finding } from '../../../../shared/metering/finding';
import type { CustomerField } from '../../../../shared/model/customer-field';
import { useWords } from '../../../text/use-words';
import { asError } from '../../error-screen';

export type Values = Record<CustomerField, string>;

export interface Form {
  values: Values;
  type: (field: CustomerField, text: string) => void;
  /** The cursor has left the field: what stands against it is said from now on. */
  leave: (field: CustomerField) => void;
  /** In words; null while there is nothing to say. */
  errorOf: (field: CustomerField) => string | null;
  /** Asks the rules anew, says what stands against these fields, and tells the first that is wrong. */
  firstWrong: (fields: readonly CustomerField[]) => Promise<CustomerField | null>;
  /** What an answer said of fields that the rules here know nothing of, in the language that is read at the time. */
  tell: (field: CustomerField, words: ParseKeys) => void;
}

const empty: Values = {
  clientCode: '',
  internalCode: '',
  email: '',
  phone: '',
  password: '',
  passwordAgain: '',
  oldPassword: '',
};

/** What a customer types, judged by the rules; each field's error is said once the field was left. */
export function useForm(check: (values: Values) => Promise<Finding[]>): Form {
  const { t, say } = useWords();
  const [values, setValues] = useState(empty);
  const [left, setLeft] = useState<ReadonlySet<CustomerField>>(new Set());
  const [told, tell] = useState<Partial<Record<CustomerField, ParseKeys | null>>>({});
  const [findings, setFindings] = useFindings(values, check);
  const leaveAll = (fields: readonly CustomerField[]) => setLeft((before) => new Set([...before, ...fields]));
  return {
    values,
    type: (field, text) => {
      setValues((before) => ({ ...before, [field]: text }));
      tell((before) => ({ ...before, [field]: null }));
    },
    leave: (field) => values[field] !== '' && leaveAll([field]),
    errorOf: (field) => {
      const against = findings.find((finding) => fieldOf(finding) === field);
      const answered = told[field];
      if (answered) return t(answered);
      return left.has(field) && against ? say(against) : null;
    },
    firstWrong: async (fields) => {
      const now = await check(values);
      setFindings(now);
      leaveAll(fields);
      return fields.find((field) => now.some((finding) => fieldOf(finding) === field)) ?? null;
    },
    tell: (field, words) => tell((before) => ({ ...before, [field]: words })),
  };
}

/** The rules' answer to what is typed; an answer to something else is dropped. */
function useFindings(values: Values, check: (values: Values) => Promise<Finding[]>) {
  const [findings, setFindings] = useState<Finding[]>([]);
  const [failure, setFailure] = useState<Error | null>(null);
  const newest = useRef(values);
  const ask = useEffectEvent(check);
  useEffect(() => {
    newest.current = values;
    ask(values).then(
      (answer) => newest.current === values && setFindings(answer),
      (error: unknown) => setFailure(asError(error)),
    );
  }, [values]);
  if (failure) throw failure; // for the nearest error screen, which says what to do
  return [findings, setFindings] as const;
}
