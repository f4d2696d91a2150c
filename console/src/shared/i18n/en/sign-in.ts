export const signIn = {
  title: 'Sign in',
  user: 'Account',
  password: 'Password',
  totp: 'One-time code',
  totpHint: 'Only if your account uses one',
  submit: 'Sign in',
  userRequired: 'Enter your account',
  passwordRequired: 'Enter your password',
  refused: 'The account, the password or the one-time code is not right',
  locked: 'Too many attempts; the account is locked for now. Try again in {{wait}}.',
  tagline: 'Every sentence of the licence, provable at any moment.',
  firstStart: 'First start? Create the administrator',
  otherUser: 'You signed in with another account; the page opens anew.',
};

export const firstStart = {
  title: 'Create the system administrator',
  hint: 'At the first start of the platform the installer gets a one-time token; it creates the first system administrator.',
  token: 'One-time token',
  user: 'Administrator’s account',
  password: 'Password',
  passwordHint: '12 characters or more',
  required: 'Required',
  submit: 'Create',
  done: 'The administrator is created. Please sign in.',
  refused: 'The token is not right, or was used before',
  back: 'Back to sign-in',
};
