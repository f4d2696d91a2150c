export const calendar = {
  title: 'Calendar of holidays',
  hint: 'Flows, the hours of calls out and filing terms all go by this one calendar.',
  year: 'Year',
  source: 'Published by',
  holidays: 'Days off',
  workingDays: 'Make-up days',
  none: 'No year has its holidays yet',
  and: ' and ',
  missing: 'There are no holidays of {{years}} yet',
  missingHint:
    'Until then flows and calls out take the holidays of that year for ordinary days. Whoever runs the platform lays the State Council’s list into calendar/{{year}}.json of the data directory, and starts the platform again.',
};
