// Listens to what the page's peer connections receive. The page does not notice: it gets the connections it made.
(() => {
  const Native = window.RTCPeerConnection;
  const connections = [];
  let context;
  let analyser;

  function listen(event) {
    const stream = event.streams[0] ?? new MediaStream([event.track]);
    context ??= new AudioContext();
    analyser = context.createAnalyser();
    analyser.fftSize = 4096;
    analyser.smoothingTimeConstant = 0;
    context.createMediaStreamSource(stream).connect(analyser);
  }

  window.RTCPeerConnection = class extends Native {
    constructor(...settings) {
      super(...settings);
      connections.push(this);
      this.addEventListener('track', listen);
    }
  };

  window.kezhengProbe = {
    /** The strongest frequency heard at this moment, and how loud all of it is (0 to 1). */
    heard() {
      if (!analyser) {
        return { hertz: 0, level: 0 };
      }
      const bins = new Float32Array(analyser.frequencyBinCount);
      analyser.getFloatFrequencyData(bins);
      const samples = new Float32Array(analyser.fftSize);
      analyser.getFloatTimeDomainData(samples);
      let strongest = 1;
      for (let i = 2; i < bins.length; i += 1) {
        if (bins[i] > bins[strongest]) {
          strongest = i;
        }
      }
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      return { hertz: (strongest * context.sampleRate) / analyser.fftSize, level: Math.sqrt(power) };
    },
    /** What the newest connection has received and sent so far. */
    async counted() {
      const report = (await connections.at(-1)?.getStats()) ?? new Map();
      const counted = { received: 0, energy: 0, sent: 0, encrypted: false };
      report.forEach((entry) => {
        if (entry.type === 'inbound-rtp' && entry.kind === 'audio') {
          counted.received = entry.bytesReceived;
          counted.energy = entry.totalAudioEnergy;
        } else if (entry.type === 'outbound-rtp' && entry.kind === 'audio') {
          counted.sent = entry.bytesSent;
        } else if (entry.type === 'transport') {
          counted.encrypted = Boolean(entry.srtpCipher);
        }
      });
      return counted;
    },
  };
})();
