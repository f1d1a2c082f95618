import { expect, test, vi } from 'vitest';
import { makeReloadLimit } from '../../../src-main/window/reload-limit';

function limited() {
  const due: (() => void)[] = [];
  const reload = vi.fn();
  const limit = makeReloadLimit(reload, (work) => due.push(work));
  const aMinutePasses = () => {
    for (const work of due.splice(0)) work();
  };
  return { reload, limit, aMinutePasses };
}

test('a page that crashes now and then is loaded again at once', () => {
  const { reload, limit, aMinutePasses } = limited();
  for (let crash = 0; crash < 5; crash += 1) {
    limit.pageGone();
    aMinutePasses();
  }
  expect(reload).toHaveBeenCalledTimes(5);
});

test('a page that keeps crashing is tried three times, then once a minute', () => {
  const { reload, limit, aMinutePasses } = limited();
  for (let crash = 0; crash < 10; crash += 1) limit.pageGone();
  expect(reload).toHaveBeenCalledTimes(3);
  aMinutePasses();
  expect(reload).toHaveBeenCalledTimes(4);
});
