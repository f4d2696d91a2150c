/** The call that a supervisor takes. */
export const ownCall = {
  title: 'My call',
  talk: 'My talk',
  takeOver: 'Take over',
  takeOverSure: 'Take this call over? Once your phone is connected the customer is with you, and the agent wraps up.',
  pull: 'Take it myself',
  answer: 'Answer',
  hangUp: 'Hang up',
  useBrowser: 'Use this browser',
  onPhone: 'Use your phone',
  disposition: 'Choose the outcome',
  refused: {
    'no-agent': 'You are not among the site’s agents and cannot take calls. The administrator lists you there, without skills.',
    'no-phone': 'You have no phone: open this desk in a browser, or choose a SIP phone.',
    internal: 'A call between agents is not taken over.',
    'under-way': 'This call is being taken over already.',
  },
};
