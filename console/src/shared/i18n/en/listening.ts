/** Supervisors who listen in, and the notice to agents. */
export const listening = {
  title: 'Listen in',
  own: 'What you listen to',
  mode: { listen: 'Listen', whisper: 'Whisper', barge: 'Barge in' },
  end: 'End',
  tag: '{{name}}: {{mode}}',
  ringing: '{{name}} is being connected',
  inBar: 'You listen to this call; change or end it above.',
  phoneRings: 'Your phone is called, to listen to {{name}}',
  now: {
    listen: 'You listen to {{name}}: neither party hears you',
    whisper: 'You whisper to {{name}}: the customer does not hear you',
    barge: "You are in {{name}}'s call: both parties hear you",
  },
  heard: {
    whisper: 'Supervisor {{name}} whispers to you; the customer does not hear it',
    barge: 'Supervisor {{name}} has joined the call',
  },
  refused: {
    notice: 'This agent has not acknowledged the notice yet. It waits on top of the agent’s desk.',
    elsewhere: 'You listen to another call; end that first.',
    'own-call': 'You have a call or its wrap-up of your own; end it first.',
    full: 'No more people can listen to this call; wait until one has left.',
    'no-phone': 'You have no phone: open this desk in a browser, or choose a SIP phone.',
    over: 'The call, or your listening, is over.',
    ringing: 'Answer your phone first.',
    pbx: 'The PBX did not do it; look how things stand, then try again.',
  },
  notice: {
    title: 'Notice: supervisors may listen in to your calls',
    acknowledge: 'I have read this',
    failed: 'Your acknowledgement was not recorded',
  },
};
