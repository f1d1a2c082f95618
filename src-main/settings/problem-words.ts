import { assertNever } from '../../shared/assert-never';
import type { SettingsProblem } from './settings';

const where =
  'Adresa se dă cu --server=https://…, în variabila GHISEU_SERVER_URL sau în settings.json.\n' +
  'Give it as --server=https://…, in the variable GHISEU_SERVER_URL or in settings.json.';

/** What the dialog says when the application cannot start: Romanian, then English. */
export function settingsProblemWords(problem: SettingsProblem): string {
  switch (problem.problem) {
    case 'missing':
      return `Nu este stabilită adresa serverului central.\nThe central server’s address is not set.\n\n${where}`;
    case 'not-an-address':
      return `Adresa serverului central nu este o adresă web.\nThe central server’s address is not a web address.\n\n${where}`;
    case 'not-secure':
      return `Adresa serverului central trebuie să înceapă cu https:// (http:// doar pe acest calculator).\nThe central server’s address must begin with https:// (http:// on this machine only).\n\n${where}`;
    case 'not-an-origin':
      return `Adresa serverului central trebuie să fie fără cale, de exemplu https://ghiseu.exemplu.ro.\nThe central server’s address must have no path, for example https://ghiseu.exemplu.ro.\n\n${where}`;
    case 'file-unreadable':
      return `Fișierul ${problem.path} nu poate fi citit; corectați-l sau ștergeți-l.\nThe file ${problem.path} cannot be read; correct or delete it.`;
    default:
      return assertNever(problem);
  }
}
