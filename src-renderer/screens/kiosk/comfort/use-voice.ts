import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../../../shared/model/primitives';
import { useWords } from '../../../text/use-words';
import { useIsCovered } from '../leaving/coverable';
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

/**
 * Reads aloud what a screen or a question has to say, when the customer asked for that: on arrival all of it, later what is
 * new, with whatever it could not say to the end. Once for each: two voices would cut each other off. Silent when the
 * screen goes, and while a question stands in front of it.
 */
export function useVoice(...sentences: string[]): void {
  const { language } = useWords();
  const { voice: asked } = useComfort().comfort;
  const covered = useIsCovered();
  const heard = useRef<readonly string[]>([]); // of those that still stand
  const all = sentences.filter(Boolean).join('\n');
  useEffect(() => {
    const now = all === '' ? [] : all.split('\n');
    heard.current = asked ? heard.current.filter((sentence) => now.includes(sentence)) : [];
    const voice = asked && !covered ? voiceFor(language) : null;
    const left = now.filter((sentence) => !heard.current.includes(sentence));
    if (!voice || left.length === 0) return;
    return say(left, voice, () => {
      heard.current = now;
    });
  }, [asked, covered, language, all]);
}

/** @returns what makes it fall silent */
function say(sentences: readonly string[], voice: SpeechSynthesisVoice, whenSaid: () => void): () => void {
  const saying = new SpeechSynthesisUtterance(sentences.map(withStop).join(' '));
  saying.voice = voice;
  saying.lang = voice.lang;
  saying.onend = whenSaid;
  speech()?.speak(saying);
  return () => {
    saying.onend = null; // some tell of an end when they are cut off
    speech()?.cancel();
  };
}

const withStop = (sentence: string): string => (/[.!?…:]$/.test(sentence) ? sentence : `${sentence}.`);
