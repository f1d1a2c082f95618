/** A browser that speaks Romanian. @returns what it was told to say, and how often to fall silent */
export function fakeSpeech() {
  const heard = { said: [] as string[], cancelled: 0 };
  const speechSynthesis = {
    getVoices: () => [{ lang: 'ro-RO' }],
    speak: ({ text }: { text: string }) => heard.said.push(text),
    cancel: () => {
      heard.cancelled += 1;
    },
  };
  class SpeechSynthesisUtterance {
    constructor(readonly text: string) {}
  }
  Object.assign(globalThis, { speechSynthesis, SpeechSynthesisUtterance });
  return { heard, end: () => Object.assign(globalThis, { speechSynthesis: undefined }) };
}
