import { screen, within } from '@testing-library/react';
import { openPopescu, showApp } from '../../support/show-app';

/** POPESCU Ion, who is not registered; his details are open, the cursor stands in the phone. */
export async function openDetails(shown = showApp()) {
  const { user } = await openPopescu(shown);
  await user.keyboard('{F7}');
  await screen.findByRole('heading', { name: 'Date personale' });
  return shown;
}

export const contact = () => within(screen.getByRole('form', { name: 'Schimbarea datelor de contact' }));
export const registration = () => within(screen.getByRole('form', { name: 'Înregistrare' }));
