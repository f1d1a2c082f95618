/** Tones in hertz, one after the other. What they say stands on the screen as well. */
const melodies = { question: [659, 523], 'last-call': [659, 659, 659] };
const toneSeconds = 0.22;
const loudness = 0.2;

/** Without a sound card, or before anybody has touched the screen, it stays silent. */
export function chime(melody: keyof typeof melodies): void {
  const Audio = globalThis.AudioContext;
  if (!Audio) return;
  const audio = new Audio();
  const volume = audio.createGain();
  volume.gain.value = loudness;
  volume.connect(audio.destination);
  const tones = melodies[melody];
  tones.forEach((hertz, place) => {
    const tone = audio.createOscillator();
    tone.frequency.value = hertz;
    tone.connect(volume);
    tone.start(audio.currentTime + place * toneSeconds * 1.5);
    tone.stop(audio.currentTime + place * toneSeconds * 1.5 + toneSeconds);
    if (place === tones.length - 1) tone.onended = () => void audio.close();
  });
}
