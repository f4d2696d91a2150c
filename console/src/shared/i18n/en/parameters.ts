/** The gate's parameters, by their keys. */
export const parameters = {
  outbound: {
    enabled: 'Calls out',
    'allowed-purposes': 'Purposes allowed',
    'consent-validity-days': 'Days that a consent is valid',
    'request-validity-days': 'Days that a request to be called is valid',
    hours: 'Hours of calls out',
    'open-on-holidays': 'Calls out on holidays',
    'max-per-number-day': 'Most calls to a number in a day',
    'max-per-number-week': 'Most calls to a number in a week',
    'gap-minutes': 'Minutes between calls to a number',
    'max-per-own-number-hour': 'Most calls of an own number in an hour',
    'max-per-own-number-minute': 'Most calls of an own number in a minute',
    'retention-days': 'Days that decisions are kept',
  },
  recording: {
    'retention-inbound-days': 'Days that recordings of calls in are kept',
    'retention-outbound-days': 'Days that recordings of calls out are kept',
    'share-inbound': 'Share of calls in that is recorded (%)',
    'share-outbound': 'Share of calls out that is recorded (%)',
    'queues-not-recorded': 'Queues not recorded',
  },
  device: { 'test-demanded': 'Phones tested before ready', mobile: 'Agents answer on their mobile' },
};
