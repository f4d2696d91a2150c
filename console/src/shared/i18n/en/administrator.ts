export const administrator = {
  title: 'Administration',
  now: 'What you can do now',
  system: 'The system administrator keeps configuration and accounts, and sees neither customers nor calls.',
  security: 'The security administrator keeps permissions and sign-ins, and sees neither customers nor calls.',
  configuration: 'Configuration in force',
  version: 'Version {{version}}',
  number: 'Number',
  code: 'Code',
  name: 'Name',
  queues: 'Queues',
  reasons: 'Reasons for not ready',
  dispositions: 'Dispositions',
  use: 'Use',
  key: 'Key',
  bySystem: 'set by the system',
  mappings: 'List of endpoints',
  mappingsHint: 'Every endpoint the platform opens, to check permissions against.',
  openMappings: 'Open the list',
  later: 'Accounts and configuration are kept in deployment files for now; this page only reads.',
  laterSecurity: 'Sign-ins can be listed and revoked through the interface only for now; nothing to do on this page.',
};

export const auditor = {
  title: 'Auditor desk',
};
