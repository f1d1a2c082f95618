import { notifications } from '@mantine/notifications';
import { cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createElement } from 'react';
import { vi } from 'vitest';
import { App } from '../../src-renderer/screens/app';
import { createI18n } from '../../src-renderer/text/i18n';
import { FakeDataApi } from './fake-data-api';

/** What jsdom lacks of a browser and Mantine asks for. */
function completeDom(): void {
  window.scrollTo = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
  window.matchMedia ??= (query) =>
    ({ matches: false, media: query, addEventListener: vi.fn(), removeEventListener: vi.fn() }) as never;
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
}

/** The whole counter over fake data, at its beginning, with a clock that stands still. */
export function showApp(api = new FakeDataApi()) {
  cleanup();
  completeDom();
  notifications.clean();
  localStorage.clear();
  window.history.replaceState(null, '', '/');
  render(
    createElement(App, {
      api,
      clock: { wallMs: () => Date.parse('2026-11-22T08:42:00.000Z'), monotonicMs: () => 0 },
      i18n: createI18n('ro'),
      enrolmentByAddress: Promise.resolve(null),
      reload: () => undefined,
    }),
  );
  return { api, user: userEvent.setup() };
}
