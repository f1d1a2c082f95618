import { notifications } from '@mantine/notifications';
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createElement } from 'react';
import { vi } from 'vitest';
import type { Surface } from '../../shared/model/primitives';
import type { EnrolmentByAddress } from '../../src-renderer/data/enrolment-link';
import { App } from '../../src-renderer/screens/app';
import type { ScreenClock } from '../../src-renderer/screens/now';
import { createI18n } from '../../src-renderer/text/i18n';
import { FakeDataApi } from './fake-data-api';

configure({ asyncUtilTimeout: 5000 }); // a busy machine draws late

/** What jsdom lacks of a browser and Mantine asks for. */
function completeDom(): void {
  window.scrollTo = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
  Blob.prototype.text ??= function (this: Blob) {
    return new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.onerror = () => reject(reader.error);
      reader.readAsText(this);
    });
  };
  window.matchMedia ??= (query) =>
    ({ matches: false, media: query, addEventListener: vi.fn(), removeEventListener: vi.fn() }) as never;
  window.getComputedStyle = (element) => styleOf(element as HTMLElement); // jsdom asks every rule of the component library
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
}

/** No sheet of style is loaded: what an element says of itself is all there is. */
const styleOf = ({ hidden, style }: HTMLElement): CSSStyleDeclaration => (hidden ? unseen : style);

const unseen = Object.assign(document.createElement('p'), { style: 'display: none' }).style;

interface Outside {
  enrolmentByAddress?: Partial<EnrolmentByAddress>;
  clock?: ScreenClock;
  reload?: () => void;
  /** Whom the machine served before. */
  remembered?: Surface;
}

const standing: ScreenClock = { wallMs: () => Date.parse('2026-11-22T08:42:00.000Z'), monotonicMs: () => 0 };

const withoutCode: EnrolmentByAddress = { first: Promise.resolve(null), again: () => Promise.resolve(null) };

/** The whole counter over fake data, at its beginning, with a clock that stands still. */
export function showApp(
  api = new FakeDataApi(),
  { clock = standing, reload = () => undefined, enrolmentByAddress = {}, remembered }: Outside = {},
) {
  cleanup();
  completeDom();
  notifications.clean();
  localStorage.clear();
  if (remembered) localStorage.setItem('ghiseu.surface', remembered);
  window.history.replaceState(null, '', '/');
  render(
    createElement(App, {
      api,
      printer: api.printer,
      clock,
      i18n: createI18n('ro'),
      enrolmentByAddress: { ...withoutCode, ...enrolmentByAddress },
      reload,
    }),
  );
  return { api, user: userEvent.setup() };
}

/** POPESCU Ion, found by his code: his account is open. */
export async function openPopescu(shown = showApp()): Promise<ReturnType<typeof showApp>> {
  const { user } = shown;
  await screen.findByRole('combobox');
  await user.keyboard('{F2}1204587');
  await screen.findByRole('option');
  await user.keyboard('{Enter}');
  await screen.findByRole('heading', { name: 'POPESCU Ion' });
  return shown;
}
