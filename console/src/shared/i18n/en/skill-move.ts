/** Agents who serve a queue for a while. */
export const skillMove = {
  title: 'Temporary skill',
  lend: 'Lend to a queue…',
  minutes: 'For how long',
  length: '{{minutes}} minutes',
  until: 'Serves {{queue}} until {{at}} ({{by}})',
  cancel: 'Take back',
  serves: 'The agent serves this queue already.',
};
