/** What callers go through before, between and after people. */
export const journey = {
  title: 'The caller’s journey',
  flow: 'Flow {{flow}}, version {{version}}',
  noFlow: 'The number dialled has no flow',
  endedInFlow: {
    button: 'Came to no queue',
    title: 'Callers who came to no queue',
    ending: { closed: 'lines closed', ended: 'ended by the flow', 'hung-up': 'hung up' },
    none: 'There are no such callers',
    hint: 'Callers whom a flow led elsewhere, or whom the emergency switch turned away. They are in no figure.',
  },
  kind: {
    entered: 'Came to node “{{name}}”',
    notice: 'Told of the recording (wording {{name}})',
    'recording-refused': 'Did not want a recording (wording {{name}})',
    scored: 'Score {{score}} ({{name}})',
    compared: 'Verification: {{name}}',
    'holidays-unknown': 'No holidays known for the year; weekly hours decided ({{name}})',
    'too-many-steps': 'Too many steps, to a person',
    lent: 'Lent to self-service: {{name}}',
    returned: 'Back from self-service to the agent ({{name}})',
    'turned-away': 'Turned away, because the number is marked as a nuisance',
    'place-kept': 'Chose to be called back, and the place is kept',
    'message-left': 'Left a message for the agents of “{{name}}”',
    language: 'Chose a language: {{name}}',
    queued: 'Waits for a person',
    told: 'Was told of the emergency',
    ended: 'The flow ended the call',
    closed: 'The call ended, because the lines are closed (emergency switch)',
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
  text: 'Announcement in Chinese',
  textHint: 'Spoken as written, in Mandarin or Cantonese. Left empty, the announcement that ships is played.',
  textEn: 'Announcement in English',
  textEnHint:
    'For callers who are spoken to in English; left empty, the one that ships is played. Who has not chosen a language hears all.',
  done: { off: 'Back to normal', notice: 'The notice is on', closed: 'The lines are closed' },
  failed: 'The switch did not change',
  figures: { told: 'Calls told:', turnedAway: 'turned away:' },
  last: 'The last one: {{mode}}, {{since}} to {{until}}. ',
  list: {
    button: 'Emergencies',
    title: 'Emergencies',
    mode: { notice: 'Notice', closed: 'Lines closed' },
    running: 'Now',
    now: 'now',
    hint: 'A call was told if the caller heard the announcement to its end, or hung up during it. Each call counts once in an emergency; the platform’s calls to itself do not count.',
    shipped: 'The announcement that ships was played',
    none: 'There was no emergency yet',
    noneHint: 'Once a supervisor begins a notice or closes the lines it stands here, with how many calls were told and turned away.',
  },
};

/** Call backs that reached nobody and are tried again. */
export const callbacks = {
  button: 'Call again',
  title: 'To be called again',
  hint: 'Who asked for a call back and was not reached is called again when the rules for outside calls allow, three times at most.',
  cancel: 'Do not call',
  state: {
    scheduled: 'Called again at {{at}}',
    due: 'With the agents since {{at}}',
    done: '{{at}} · {{outcome}}',
    failed: '{{at}} · {{outcome}}',
    cancelled: 'Cancelled, was due at {{at}}',
  },
  failed: 'It was not cancelled',
};

/** Calling back whoever asked for it. */
export const callback = {
  badge: 'Call back',
  hint: 'The caller chose to be called back. Once you answer, the customer is dialled.',
  hintAsked: 'The customer asked to be called back and is being dialled.',
  result: {
    reached: 'The customer was reached',
    busy: 'The customer is busy',
    'no-answer': 'The customer did not answer',
    declined: 'The customer declined',
    'unknown-number': 'The number does not exist',
    'own-phone': 'Your own phone was not answered; nobody was called',
    'no-trunk': 'No outside line was to be had',
    refused: 'The gate does not allow the call: the customer was not dialled',
  },
  rules: 'Rules: {{rules}}',
  of: 'Called back',
  askedIn: 'Asked for in call',
  none: 'Not called back yet',
};

/** Messages that callers have left. */
export const messages = {
  button: 'Messages',
  open: 'To do',
  done: 'Done',
  none: 'No message is to be done',
  noneDone: 'No message was done yet',
  noneHint: 'What callers leave for the queues that you serve stands here.',
  length: '{{length}} s',
  play: 'Play the message of {{number}}',
  markDone: 'Mark as done',
  reopen: 'To do again',
  callBack: 'Call back',
  by: 'Done by {{by}} at {{at}}',
  calling: 'Your phone is being called; once you answer, the customer is dialled',
  failed: 'That did not work',
  hiddenNumber: 'Number withheld',
};

/** Numbers from which people are molested. */
export const nuisance = {
  mark: 'Mark as nuisance',
  markHint: 'A mark has an effect once a supervisor has confirmed it.',
  marked: 'Marked; a supervisor has to confirm it',
  failed: 'That did not work',
  button: 'Nuisances',
  title: 'Nuisance callers',
  none: 'No number is marked',
  noneHint: 'What agents mark during or after calls stands here; it has an effect once it is confirmed.',
  reason: { abuse: 'Abuse', threat: 'Threats', harassment: 'Harassment', silent: 'Silent calls', prank: 'Pranks' },
  state: { waiting: 'To be confirmed', standing: 'In force until {{until}}', expired: 'Expired', lifted: 'Lifted by {{by}}' },
  by: 'Marked by {{by}} at {{at}}, call {{call}}',
  days: 'Days',
  confirm: 'Confirm',
  lift: 'Lift',
};

/** Whether the caller is the customer. */
export const verification = {
  title: 'Verification',
  ask: 'Verify',
  hint: 'Ask the caller for any {{asks}} of these {{count}}. What came of it is kept, what was said is not.',
  kind: { pin: 'Service code', document: 'End of the document number', birthday: 'Birthday (month and day, as 0314)' },
  compare: 'Compare',
  left: 'That is not right; {{left}} tries are left',
  state: {
    none: 'Nothing is kept by which the customer could be verified',
    open: 'Not verified',
    passed: 'Verified',
    locked: 'Locked until {{until}}',
  },
  show: 'Show (verified)',
  failed: 'That did not work',
  attempts: 'Verification',
  attempt: { passed: 'Passed ({{facts}}, {{by}})', failed: 'Failed ({{facts}}, {{by}})' },
  flow: 'voice flow',
};
