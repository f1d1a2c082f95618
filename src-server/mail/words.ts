import { Language } from '../../shared/model/primitives';
import type { Submission } from '../../shared/model/submission';
import { fill } from '../../shared/text/fill';
import { texts } from '../../shared/text/texts';

type MailKey = keyof (typeof texts)['ro']['mail'];

/** The words of mail in one language. */
export const mailWords =
  (language: Language) =>
  (key: MailKey, values: Record<string, string> = {}): string =>
    fill(texts[language].mail[key], values);

/** The language in which somebody asked, where their device says so; else Romanian. */
export const languageOf = (payload: Submission['payload']): Language =>
  Language.safeParse(payload.language).data ?? 'ro';
