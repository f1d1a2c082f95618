// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { fakeKiosk } from '../../../support/fake-kiosk';
import { fakeSpeech } from '../../../support/fake-speech';
import { press } from '../../../support/show-kiosk';
import { change, visitOf } from './visit-of';

afterEach(cleanup);

const field = () => screen.findByLabelText<HTMLInputElement>(/^Index nou/);
const title = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });

/** As the browser tells of a touch: when it was, and which one in a row of quick ones at that place. */
function touchAt(button: HTMLElement, atMs: number, inARow = 1): void {
  const touch = new MouseEvent('click', { bubbles: true, cancelable: true, detail: inARow });
  Object.defineProperty(touch, 'timeStamp', { value: atMs });
  fireEvent(button, touch);
}

async function atMeter(changes: Parameters<typeof visitOf>[1] = {}) {
  const shown = await visitOf({}, changes);
  await shown.choose(/^Consumuri/);
  await field();
  return shown;
}

/** A digit too few is typed, and from now on the rules answer when told to; `answer` says how often they were asked. */
async function atSlowRules() {
  const shown = await atMeter();
  const { user, api } = shown;
  await user.keyboard('1250');
  const waiting: (() => void)[] = [];
  const rules = api.checkEntry.bind(api);
  api.checkEntry = async (entry) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return rules(entry);
  };
  const answer = () =>
    act(async () => {
      for (const resolve of waiting) resolve();
      return waiting.length;
    });
  return { ...shown, answer };
}

describe('an index is sent', () => {
  test('by touch alone: digits, save, and the result says that it is kept here, with its number', async () => {
    const { user, api } = await atMeter();
    const keypad = within(screen.getByRole('group', { name: 'Cifre' }));
    for (const digit of '01250') await user.click(keypad.getByRole('button', { name: digit }));
    expect((await field()).value).toBe('01250');
    await user.click(await press('Salvare index nou'));
    await title('Indexul este păstrat pe acest aparat');
    expect(screen.getByText('7F3K-2M9Q-41A')).toBeTruthy();
    expect(api.saves).toEqual([{ entry: { accountId: '7', meterId: 'm7', entry: '01250' }, confirmed: [] }]);
  });

  test('the second touch of an impatient finger does not pass the answer over, which came under it', async () => {
    const { user } = await atMeter();
    await user.keyboard('01250{Enter}');
    await title('Indexul este păstrat pe acest aparat');
    touchAt(await press('Mai am ceva de făcut'), 1_000, 2);
    touchAt(await press('Gata'), 1_200, 3);
    touchAt(await press('Mai am ceva de făcut'), 1_400); // the fourth, counted from one again
    await title('Indexul este păstrat pe acest aparat');
    touchAt(await press('Mai am ceva de făcut'), 2_000);
    await title('Ce doriți să faceți?');
  });

  test('by keyboard alone: the cursor stands in the yellow field, and Enter saves', async () => {
    const { user } = await atMeter();
    expect(document.activeElement).toBe(await field());
    await user.keyboard('01250{Enter}');
    const heading = await title('Indexul este păstrat pe acest aparat');
    await waitFor(() => expect(document.activeElement).toBe(heading));
  });

  test('the field takes as many digits as the register has, and no letter', async () => {
    const { user } = await atMeter();
    await user.keyboard('x01b2507');
    expect((await field()).value).toBe('01250');
    await user.keyboard('{Backspace}{Backspace}');
    expect((await field()).value).toBe('012');
    await user.click(await press('Șterge tot'));
    expect((await field()).value).toBe('');
  });

  test('kept here turns into received when the verdict comes, without a touch', async () => {
    const { user, api } = await atMeter();
    await user.keyboard('01250{Enter}');
    await title('Indexul este păstrat pe acest aparat');
    change(api, { kiosk: { ...fakeKiosk, online: false } });
    expect(await screen.findAllByText(/Se transmite de la sine când revine legătura/)).not.toEqual([]);
    act(() => api.settle('own-1', 'received'));
    await title('Index primit');
  });

  test('what the server refuses is told with its reason', async () => {
    const { user, api } = await atMeter();
    await user.keyboard('01250{Enter}');
    await title('Indexul este păstrat pe acest aparat');
    act(() => api.settle('own-1', 'refused', [{ code: 'identity-unproven' }]));
    await title('Indexul nu a fost primit');
    expect(screen.getAllByText(/Nu s-a putut verifica a cui este cererea/)).not.toEqual([]);
  });

  test('the reason is read aloud, to whoever asked for that', async () => {
    const { heard, end } = fakeSpeech();
    const { user, api } = await atMeter();
    await user.click(await press('Citește ecranul cu voce'));
    await user.click(await field());
    await user.keyboard('01250{Enter}');
    await title('Indexul este păstrat pe acest aparat');
    act(() => api.settle('own-1', 'refused', [{ code: 'identity-unproven' }]));
    await waitFor(() =>
      expect(heard.said.at(-1)).toMatch(
        /^Indexul nu a fost primit\. .*Nu s-a putut verifica a cui este cererea/,
      ),
    );
    end();
  });

  test('home calls it kept until the server has it, and sent from then on', async () => {
    const { user, api } = await atMeter();
    change(api, { kiosk: { ...fakeKiosk, online: false } });
    await user.keyboard('01250{Enter}');
    await title('Indexul este păstrat pe acest aparat');
    await user.click(await press('Mai am ceva de făcut'));
    expect(await press(/Consumuri Index păstrat aici, încă netransmis/)).toBeTruthy();
    act(() => api.settle('own-1', 'received'));
    expect(await press(/Consumuri Index transmis/)).toBeTruthy();
    act(() => api.settle('own-1', 'held', [{ code: 'period-billed', period: '2026-11' }]));
    expect(await press(/Consumuri Un coleg se uită la indexul transmis/)).toBeTruthy();
  });

  test('a value sent before may be changed while the window is open, and the screen says so', async () => {
    const { user, choose, api } = await atMeter();
    await user.keyboard('01250{Enter}');
    await user.click(await press('Mai am ceva de făcut'));
    await choose(/^Consumuri/);
    expect((await field()).value).toBe('01250');
    expect(screen.getByText(/Puteți schimba valoarea până la 30.11.2026/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Modificare index' }).disabled).toBe(true);
    await user.keyboard('01260{Enter}');
    await title('Indexul este păstrat pe acest aparat');
    expect(api.saves.map(({ entry }) => entry.entry)).toEqual(['01250', '01260']);
  });
});

describe('what the rules say', () => {
  test('a value below the last one is stopped beside the field, and the next digit begins anew', async () => {
    const { user, api } = await atMeter();
    await user.keyboard('01200{Enter}');
    expect(await screen.findByText(/Index nou introdus incorect! Luna trecută contorul arăta/)).toBeTruthy();
    expect((await field()).getAttribute('aria-invalid')).toBe('true');
    await user.keyboard('0');
    expect((await field()).value).toBe('0');
    expect(api.own).toEqual([]);
  });

  test('the unusual is asked on a screen of its own; a second Enter confirms nothing, the button does', async () => {
    const { user, api } = await atMeter();
    await user.keyboard('05000{Enter}');
    await title('Este corect?');
    expect(screen.getAllByText(/Consumul ar fi 3.766 m³, de obicei este/).length).toBeGreaterThan(0);
    await user.keyboard('{Enter}');
    expect(api.own).toEqual([]);
    await user.click(await press('Da, este corect'));
    await title('Indexul este păstrat pe acest aparat');
    expect(api.saves.at(-1)?.confirmed).toEqual(['consumption-high']);
  });

  test('fewer digits than the register has are asked about before anything is saved', async () => {
    const { user, api } = await atMeter();
    await user.keyboard('1250{Enter}');
    await title('Este corect?');
    expect(screen.getAllByText(/Ați scris 4 din cele 5 cifre negre/).length).toBeGreaterThan(0);
    expect(screen.getAllByText(/01.250 m³/).length).toBeGreaterThan(0);
    expect(api.saves).toEqual([]);
    await user.click(await press('Nu, corectez'));
    expect((await field()).value).toBe('1250');
    await user.keyboard('{Enter}');
    await user.click(await press('Da, este corect'));
    await title('Indexul este păstrat pe acest aparat');
    expect(api.saves.map(({ entry }) => entry.entry)).toEqual(['1250']);
  });

  test('who types on while the rules are asked has not finished: nothing is asked nor saved', async () => {
    const { user, api, answer } = await atSlowRules();
    await user.keyboard('{Enter}');
    const save = await press('Salvare index nou');
    expect(save.getAttribute('aria-busy')).toBe('true');
    await user.keyboard('7');
    await answer();
    expect(screen.queryByRole('heading', { name: 'Este corect?' })).toBeNull();
    expect(save.getAttribute('aria-busy')).toBeNull();
    expect((await field()).value).toBe('12507');
    expect(api.saves).toEqual([]);
  });

  test('it is read aloud as well, to whoever asked for that', async () => {
    const { heard, end } = fakeSpeech();
    const { user } = await atMeter();
    await user.click(await press('Citește ecranul cu voce'));
    await user.click(await field());
    await user.keyboard('01200{Enter}');
    await waitFor(() => expect(heard.said.at(-1)).toMatch(/^Index nou introdus incorect!/));
    end();
  });

  test('a second press while the rules are asked asks nothing more', async () => {
    const { user, answer } = await atSlowRules();
    await user.keyboard('{Enter}{Enter}');
    await user.click(await press('Salvare index nou'));
    expect(await answer()).toBe(1);
    await title('Este corect?');
    await user.click(await press('Nu, corectez'));
    expect((await field()).value).toBe('1250');
  });

  test('fewer digits that the rules refuse are refused, not asked about', async () => {
    const { user } = await atMeter();
    await user.keyboard('125{Enter}');
    expect(await screen.findByText(/Index nou introdus incorect!/)).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Este corect?' })).toBeNull();
  });

  test('who said no comes back to the field with the value', async () => {
    const { user, api } = await atMeter();
    await user.keyboard('05000{Enter}');
    await user.click(await press('Nu, corectez'));
    expect((await field()).value).toBe('05000');
    expect(api.own).toEqual([]);
  });

  test('an index that could not be kept is never called saved', async () => {
    const { user } = await atMeter({ saveAnswer: { outcome: 'not-saved', reason: 'no-space' } });
    await user.keyboard('01250{Enter}');
    expect(await screen.findByText(/NU s-a salvat: pe acest aparat nu mai este loc/)).toBeTruthy();
  });
});

describe('which meter, and whether it takes an index', () => {
  test('with two meters one is chosen by its serial, and «Înapoi» leads to the choice', async () => {
    const { user, choose } = await visitOf({ accountId: '8' });
    await choose(/^Consumuri/);
    await user.click(await press(/Contor 7730016/));
    await field();
    await user.click(await press('Înapoi'));
    await title('Pentru care contor?');
  });

  test.each([
    ['9', 'Indexul se transmite prin asociație', /reprezentantului asociației/],
    ['10', 'Acum nu se poate transmite indexul', /între 25.11.2026 și 30.11.2026/],
    ['11', 'Nu este nevoie să transmiteți indexul', /se citește prin radio/],
    ['12', 'Contul este închis', /nu se mai poate transmite un index/],
  ])('account %s is told kindly: %s', async (accountId, heading, words) => {
    const { choose } = await visitOf({ accountId });
    await choose(/^Consumuri/);
    await title(heading);
    expect(screen.getAllByText(words).length).toBeGreaterThan(0);
    expect(screen.queryByLabelText(/^Index nou/)).toBeNull();
  });
});

describe('the slip', () => {
  async function atResult(changes: Parameters<typeof visitOf>[1] = {}) {
    const shown = await atMeter(changes);
    await shown.user.keyboard('01250{Enter}');
    await title('Indexul este păstrat pe acest aparat');
    return shown;
  }

  test('is printed with its honest state, and says so', async () => {
    const { user, api } = await atResult();
    await user.click(await press('Tipărește bonul'));
    expect(await screen.findByText('Bonul este tipărit.')).toBeTruthy();
    expect(api.printed[0]?.job.paper).toBe('slip');
    expect(api.printed[0]?.text).toMatch(
      /Index transmis.*Încă nu este primit.*7F3K-2M9Q-41A.*Nu este bon fiscal/,
    );
    expect(document.querySelector('[data-print-sheet]')).toBeNull();
  });

  test('a failed print is said and can be repeated', async () => {
    const { user, api } = await atResult({ printAnswer: 'failed' });
    await user.click(await press('Tipărește bonul'));
    expect(await screen.findByText(/Bonul NU s-a tipărit/)).toBeTruthy();
    change(api, { printAnswer: 'printed' });
    await user.click(await press('Tipărește din nou'));
    expect(await screen.findByText('Bonul este tipărit.')).toBeTruthy();
    expect(api.printed).toHaveLength(2);
  });

  test('goes by e-mail only where the account has an address', async () => {
    const without = await atResult();
    expect(screen.queryByRole('button', { name: 'Vreau bonul pe e-mail' })).toBeNull();
    const [popescu] = without.api.customers;
    if (popescu) popescu.account.emailKnown = true;
    act(() => without.api.changed());
    await without.user.click(await press('Vreau bonul pe e-mail'));
    expect(await screen.findByText(/Bonul pleacă la adresa de e-mail/)).toBeTruthy();
    expect(without.api.emailedSlips).toEqual(['own-1']);
    expect(screen.getByText(/după ce serverul primește cererea/)).toBeTruthy();
    act(() => without.api.settle('own-1', 'received'));
    expect(await screen.findByText('Bonul pleacă acum la adresa de e-mail a contului.')).toBeTruthy();
    change(without.api, { kiosk: { ...fakeKiosk, online: false } });
    expect(await screen.findByText(/Bonul pleacă .* când revine legătura/)).toBeTruthy();
  });
});
