interface Utterance {
  text: string;
  onend: (() => void) | null;
}

/**
 * A browser that speaks Romanian, and says everything at once, or as long as a test wants it to.
 * @returns what it was told to say, and how often to fall silent
 */
export function fakeSpeech({ slow = false } = {}) {
  const heard = { said: [] as string[], cancelled: 0 };
  const saying = new Set<Utterance>();
  const saidAll = (): void => {
    for (const utterance of saying) utterance.onend?.();
    saying.clear();
  };
  const speechSynthesis = {
    getVoices: () => [{ lang: 'ro-RO' }],
    speak: (utterance: Utterance) => {
      heard.said.push(utterance.text);
      saying.add(utterance);
      if (!slow) saidAll();
    },
    cancel: () => {
      heard.cancelled += 1;
      saying.clear();
    },
  };
  class SpeechSynthesisUtterance implements Utterance {
    onend: (() => void) | null = null;
    constructor(readonly text: string) {}
  }
  Object.assign(globalThis, { speechSynthesis, SpeechSynthesisUtterance });
  return { heard, saidAll, end: () => Object.assign(globalThis, { speechSynthesis: undefined }) };
}
