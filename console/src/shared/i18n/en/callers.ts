/** What callers go through before, between and after people. */
export const journey = {
  title: 'The caller’s journey',
  flow: 'Flow {{flow}}, version {{version}}',
  kind: {
    entered: 'Came to node “{{name}}”',
    notice: 'Told of the recording (wording {{name}})',
    'recording-refused': 'Did not want a recording (wording {{name}})',
    scored: 'Score {{score}} ({{name}})',
    compared: 'Verification: {{name}}',
    'holidays-unknown': 'No holidays known for the year; weekly hours decided ({{name}})',
    'too-many-steps': 'Too many steps, to a person',
    queued: 'Waits for a person',
    ended: 'The flow ended the call',
    'hung-up': 'The caller hung up',
    other: '{{name}}',
  },
};

/** The emergency switch. */
export const emergency = {
  title: 'Emergency switch',
  button: { off: 'Emergency', notice: 'Emergency notice on', closed: 'Lines closed' },
  mode: 'What to do',
  choice: {
    off: 'Back to normal: callers are served as usual',
    notice: 'Notice: callers are told first, then served as usual',
    closed: 'Closed: callers are told, and the call ends; of those who wait, too',
  },
  turn: { off: 'Back to normal', notice: 'Begin the notice', closed: 'Close the lines' },
  is: { notice: 'Notice begun by {{by}} at {{at}}', closed: 'Lines closed by {{by}} at {{at}}' },
  banner: {
    notice: 'Emergency notice on: callers are told first, then served as usual',
    closed: 'Lines closed: callers are told, and the call ends',
    since: 'since {{at}} · {{cause}} · {{by}}',
    turn: 'Change',
  },
  isOff: 'There is no emergency. Once turned, all new callers and all who wait hear it at once.',
  shippedText: 'The announcement that ships is played.',
  cause: 'Cause',
  causes: {
    weather: 'Typhoon or other weather',
    power: 'Power failure',
    network: 'Network failure',
    fire: 'Fire alarm',
    epidemic: 'Epidemic',
    authority: 'Order of the authority',
    drill: 'Drill',
    over: 'It is over',
    other: 'Other',
  },
  text: 'Announcement',
  textHint: 'It is spoken as written. Left empty, the announcement that ships is played.',
  done: { off: 'Back to normal', notice: 'The notice is on', closed: 'The lines are closed' },
  failed: 'The switch did not change',
};
