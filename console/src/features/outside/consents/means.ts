export const means = ['call', 'web', 'written', 'message'] as const;

/** How a consent was given; each that the platform writes is one of these. */
export function meansOf(written: string): (typeof means)[number] {
  return means.find((one) => one === written) ?? 'written';
}
