import { Language } from '../../shared/model/primitives';
import type { Submission } from '../../shared/model/submission';
import { texts } from '../../shared/text/texts';

type MailKey = keyof (typeof texts)['ro']['mail'];

/** A sentence with what it names put in. */
export const filled = (sentence: string, values: Partial<Record<string, string>> = {}): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (mark, name: string) => values[name] ?? mark);

/** The words of mail in one language. */
export const mailWords =
  (language: Language) =>
  (key: MailKey, values: Record<string, string> = {}): string =>
    filled(texts[language].mail[key], values);

/** The language in which somebody asked, where their device says so; else Romanian. */
export const languageOf = (payload: Submission['payload']): Language =>
  Language.safeParse(payload.language).data ?? 'ro';
