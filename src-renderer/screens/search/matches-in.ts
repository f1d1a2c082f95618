import { fold } from '../../../shared/search/fold';

export interface Part {
  part: string;
  at: number; // where it begins
  matched: boolean;
}

/** Cuts words into parts that match a word of the search and parts that do not, blind to case and diacritics. */
export function matchesIn(words: string, text: string): Part[] {
  const letters = [...words];
  const folded = letters.map((letter) => fold(letter).slice(0, 1) || ' ').join('');
  const marked = letters.map(() => false);
  for (const sought of fold(text).split(' ').filter(Boolean)) {
    let at = folded.indexOf(sought);
    while (at !== -1) {
      marked.fill(true, at, at + sought.length);
      at = folded.indexOf(sought, at + sought.length);
    }
  }
  return letters.reduce<Part[]>((parts, letter, at) => {
    const matched = marked[at] === true;
    const last = parts.at(-1);
    if (last?.matched === matched) last.part += letter;
    else parts.push({ part: letter, at, matched });
    return parts;
  }, []);
}
