import { useEffect, useState } from 'react';
import type { Language } from '../../../../shared/model/primitives';
import { useWords } from '../../../text/use-words';
import { useComfort } from './comfort';

/** A browser without speech, or without a voice for the language, offers none. */
const speech = (): SpeechSynthesis | null => globalThis.speechSynthesis ?? null;

const voiceFor = (language: Language): SpeechSynthesisVoice | null =>
  speech()
    ?.getVoices()
    .find(({ lang }) => lang.toLowerCase().startsWith(language)) ?? null;

/** Whether prompts can be spoken in the language shown. Voices arrive after the page. */
export function useVoiceThere(): boolean {
  const { language } = useWords();
  const [, look] = useState(0);
  useEffect(() => {
    const synthesis = speech();
    const again = () => look((times) => times + 1);
    synthesis?.addEventListener?.('voiceschanged', again);
    return () => synthesis?.removeEventListener?.('voiceschanged', again);
  }, []);
  return voiceFor(language) !== null;
}

/** Reads a text aloud when the customer asked for it: on arrival and when it changes; silent when the screen goes. */
export function useVoice(text: string): void {
  const { language } = useWords();
  const { voice: wanted } = useComfort().comfort;
  useEffect(() => {
    const voice = wanted ? voiceFor(language) : null;
    if (!voice || text === '') return;
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice.lang;
    speech()?.speak(said);
    return () => speech()?.cancel();
  }, [wanted, language, text]);
}
