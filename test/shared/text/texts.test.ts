import { expect, test } from 'vitest';
import { texts } from '../../../shared/text/texts';

type Tree = { [key: string]: string | Tree };

function sentences(tree: Tree, path = ''): [key: string, words: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : sentences(value, `${path}${key}.`),
  );
}

const withoutPlural = (key: string) => key.replace(/_(one|few|other)$/, '');
const namesIn = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();
const pluralForms = { ro: ['few', 'one', 'other'], en: ['one', 'other'], hu: ['one', 'other'] } as const;

const languages = ['ro', 'en', 'hu'] as const;
const romanian = sentences(texts.ro);

test.each(languages)('%s says everything that is said in Romanian, and nothing else', (language) => {
  const keys = new Set(sentences(texts[language]).map(([key]) => withoutPlural(key)));
  expect([...keys].toSorted()).toEqual([...new Set(romanian.map(([key]) => withoutPlural(key)))].toSorted());
});

test.each(languages)('%s names the same values in each sentence', (language) => {
  const source = new Map(romanian.map(([key, words]) => [withoutPlural(key), namesIn(words)]));
  for (const [key, words] of sentences(texts[language])) {
    expect(namesIn(words), key).toEqual(source.get(withoutPlural(key)));
  }
});

test.each(languages)('%s has every plural form its grammar asks for', (language) => {
  const forms = new Map<string, string[]>();
  for (const [key] of sentences(texts[language])) {
    const form = /_(one|few|other)$/.exec(key)?.[1];
    if (form) forms.set(withoutPlural(key), [...(forms.get(withoutPlural(key)) ?? []), form].toSorted());
  }
  for (const [key, present] of forms) expect(present, key).toEqual(pluralForms[language]);
});

test.each(languages)('%s has no empty sentence, no stray space and no cedilla letters', (language) => {
  for (const [key, words] of sentences(texts[language])) {
    expect(words.trim(), key).toBe(words);
    expect(words, key).not.toMatch(/^$|[şţŞŢ]| {2}/);
  }
});
