export const quality = {
  title: 'Call quality',
  line: { agent: 'Agent’s line', customer: 'Customer’s line' },
  grade: { good: 'Good', fair: 'Fair', poor: 'Poor' },
  /** By whose line is bad, and who hears the other one badly. */
  trouble: {
    agent: {
      agent: 'You hear the customer badly: your own line',
      customer: 'The customer hears you badly: your own line',
    },
    customer: {
      agent: 'You hear the customer badly: the customer’s line',
      customer: 'The customer hears you badly: the customer’s line',
    },
  },
  advice: {
    agent: 'Use a cable instead of Wi-Fi and close downloads and videos. If it stays, change the phone after this call.',
    customer: 'Your phone is fine. Speak slowly, read figures back, or offer to call back.',
  },
  floor: { agent: 'Agent’s line is {{grade}}', customer: 'Customer’s line is {{grade}}' },
  inFloor: { good: 'good', fair: 'fair', poor: 'poor' },
  figures: 'MOS {{mos}} · loss {{loss}}% · jitter {{jitter}} ms',
  figuresRoundTrip: 'MOS {{mos}} · loss {{loss}}% · jitter {{jitter}} ms · round trip {{roundTrip}} ms',
  table: {
    line: 'Line',
    customer: 'Customer',
    mos: 'MOS mean / worst',
    received: 'To the PBX',
    sent: 'From the PBX',
    roundTrip: 'Round trip mean / max',
    packets: '{{packets}} packets, {{loss}}% lost',
    jitter: 'jitter {{mean}} / {{max}} ms',
    millis: '{{mean}} / {{max}} ms',
    unmeasured: 'not measured',
  },
  hint: 'MOS by the E-model (ITU-T G.107) from the PBX’s RTCP reports: above 4 is good, below 3.6 people complain. A talk of a few seconds has no report.',
  none: 'No line of this call was measured.',
};
