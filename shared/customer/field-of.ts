import type { Finding } from '../metering/finding';
import type { CustomerField } from '../model/customer-field';

/** The field to put right; null for what is about the form as a whole. Wrong codes never say which of the two. */
export function fieldOf(finding: Finding): CustomerField | null {
  switch (finding.code) {
    case 'field-missing':
      return finding.field;
    case 'email-malformed':
      return 'email';
    case 'phone-malformed':
      return 'phone';
    case 'password-too-short':
      return 'password';
    case 'passwords-differ':
      return 'passwordAgain';
    default:
      return null;
  }
}
