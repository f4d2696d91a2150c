/** What supervisors keep of customers: grades and facts for verification. */
export const customerCare = {
  title: 'Customer care',
  hint: 'Find a customer by the whole number, mark VIPs, and keep what callers are verified by.',
  number: 'The customer’s whole number',
  find: 'Find',
  nobody: 'No customer has this number',
  nobodyHint: 'Customers are found here once a first call has made their record.',
  nameless: 'No name',
  vip: 'VIP: flows may let such callers go first',
  facts: 'Facts for verification',
  factsHint: 'As the customer gave them. Nobody can read them once they are kept; keeping again replaces. Whoever keeps them verifies nobody.',
  keep: 'Keep',
  kept: 'Kept; nobody can read it',
  form: { pin: '4 to 12 digits', document: 'The last 4 to 6 characters of the document', birthday: 'Month and day, such as 0314' },
};
