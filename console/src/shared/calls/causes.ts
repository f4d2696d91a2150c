/** Why a supervisor acts, as the platform writes it. */
export const causes = ['staffing', 'customer', 'quality', 'fault', 'emergency', 'other'] as const;
export type Cause = (typeof causes)[number];
