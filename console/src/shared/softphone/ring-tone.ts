const frequencyHertz = 450;
const onSeconds = 1;
const cycleSeconds = 5;
const loudness = 0.18;

/** The ring of a Chinese telephone, 450 Hz for one second out of five, made by the browser: no file to load. */
export class RingTone {
  #context: AudioContext | null = null;
  #tone: OscillatorNode | null = null;
  #timer: number | undefined;

  start(): void {
    if (this.#tone || typeof AudioContext === 'undefined') {
      return;
    }
    const context = (this.#context ??= new AudioContext());
    void context.resume();
    const gain = context.createGain();
    gain.gain.value = 0;
    const tone = context.createOscillator();
    tone.frequency.value = frequencyHertz;
    tone.connect(gain).connect(context.destination);
    tone.start();
    this.#tone = tone;
    const burst = () => {
      const now = context.currentTime;
      gain.gain.cancelScheduledValues(now);
      gain.gain.setTargetAtTime(loudness, now, 0.02);
      gain.gain.setTargetAtTime(0, now + onSeconds, 0.02);
    };
    burst();
    this.#timer = window.setInterval(burst, cycleSeconds * 1000);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#tone?.stop();
    this.#tone?.disconnect();
    this.#tone = null;
  }
}
