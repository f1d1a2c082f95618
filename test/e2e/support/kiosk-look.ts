import { expect, type Page } from '@playwright/test';

interface Look {
  name: string;
  /** The file of the picture that is kept; null: none. */
  picture: string | null;
  /** Large text: a finger may move what is in the middle; nothing else scrolls. */
  mayScroll: boolean;
  /** By fingers, which need room. */
  touched: boolean;
}

/** A list finds out how many of its rows fit a moment after the screen's size has changed. */
const softly = expect.configure({ soft: true, timeout: 5_000 });

/** Looks at a kiosk's screen as it stands: what does not fit, what a line's end parts, and what is too small to touch. */
export async function look(page: Page, { name, picture, mayScroll, touched }: Look): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  if (picture) await page.screenshot({ path: picture, animations: 'disabled' });
  await softly.poll(() => unfitting(page, mayScroll), `${name}: what does not fit`).toEqual([]);
  expect.soft(await spilling(page), `${name}: what lies over its margin`).toEqual([]);
  expect.soft(await parted(page), `${name}: what a line's end parts`).toEqual([]);
  if (touched) expect.soft(await smallTargets(page), `${name}: what is too small to touch`).toEqual([]);
}

/** What scrolls, is cut off, or stands outside the screen. */
const unfitting = (page: Page, mayScroll: boolean): Promise<string[]> =>
  page.evaluate((mainMayScroll) => {
    const called = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} «${element.textContent?.slice(0, 40)}»`;
    const unseen = (element: Element) =>
      element.closest('.visually-hidden, [aria-hidden=true], svg, [inert]');
    const places = [...document.body.querySelectorAll('*')].filter((element) => !unseen(element));
    const cut = places
      .filter(
        (element) =>
          !(mainMayScroll && element.matches('main') && element.scrollWidth <= element.clientWidth),
      )
      .filter((element) => getComputedStyle(element).overflow !== 'visible' && !element.matches('input'))
      .filter(
        ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
          scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1,
      )
      .map((element) => `cut or scrolled: ${called(element)}`);
    const outside = places
      .filter((element) =>
        [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim()),
      )
      .filter((element) => !(mainMayScroll && element.closest('main')))
      .filter((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
      })
      .map((element) => `outside: ${called(element)}`);
    return [...cut, ...outside];
  }, mayScroll);

/** What stands in the middle keeps to its own place, however much it is: clear of both edges and of the buttons under it. */
const spilling = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main > *')].flatMap((place) => {
      const room = place.getBoundingClientRect();
      return [...place.querySelectorAll('*')]
        .filter((element) => !element.closest('.visually-hidden, svg, [inert]'))
        .filter((element) => {
          const { left, right, bottom, width } = element.getBoundingClientRect();
          return width > 0 && (left < room.left - 1 || right > room.right + 1 || bottom > room.bottom + 1);
        })
        .slice(0, 1) // the outermost
        .map(({ className, textContent }) => `${className} «${textContent?.slice(0, 40)}»`);
    }),
  );

/** A number and its unit, a day and its time, a receipt's or an invoice's number, an address of e-mail: each is read in one piece. */
const parted = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wholes = [
      /\d[\d\s.,]*\s(?:m³|lei|lej|min|perc|mp|s)(?![\p{L}])/gu,
      /\d{4}\.\s\d\d\.\s\d\d\./g,
      /\d{2}\.\d{2}\.\d{4}\.?\s\d{2}:\d{2}/g,
      /[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{3}/g,
      /(?:AVJ|CH)\s\d+/g,
      /(?:\d{2,4}\s){2}\d{3}/g,
      /[\w.+-]+@[\w.-]+\w/g,
    ];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest('.visually-hidden, [aria-hidden=true], svg, [inert]')) continue;
      const text = node.textContent ?? '';
      for (const match of wholes.flatMap((whole) => [...text.matchAll(whole)])) {
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        const pieces = [...range.getClientRects()];
        const lines = new Set(pieces.map(({ bottom }) => Math.round(bottom)));
        const wide = pieces.reduce((sum, { width }) => sum + width, 0);
        const room = node.parentElement?.getBoundingClientRect().width ?? 0;
        if (lines.size > 1 && wide < room) found.push(`«${match[0]}» in «${text}»`);
      }
    }
    return found;
  });

/** 64 px are 15 mm on the kiosks' screens (`theme/kiosk.css`). */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, a, input, [role=button], [tabindex="0"]')]
      .filter((element) => !element.closest('[inert]'))
      .map((element) => (element.matches('.visually-hidden') ? element.closest('label') : element) ?? element)
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 63.5 || box.height < 63.5))
      .map(({ element, box }) => {
        const name = element.getAttribute('aria-label') ?? element.textContent;
        return `${name}: ${Math.round(box.width)}×${Math.round(box.height)}`;
      }),
  );
