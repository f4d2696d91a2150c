/** The figures of a queue and of an agent, as the platform names them. */
export const queueFigures = [
  'offered',
  'answered',
  'abandoned',
  'timedOut',
  'refused',
  'lost',
  'callback',
  'voicemail',
  'overflowed',
  'waiting',
  'serviceLevel',
  'averageSpeedOfAnswerSeconds',
  'waitSeconds',
  'averageTalkSeconds',
  'talkSeconds',
  'ringDelaySeconds',
] as const;
export type QueueFigure = (typeof queueFigures)[number];

export const agentFigures = ['answered', 'talkSeconds', 'holdSeconds', 'wrapUpSeconds', 'readySeconds', 'notReadySeconds'] as const;
export type AgentFigure = (typeof agentFigures)[number];

const kebab = (field: string) => field.replace(/Seconds$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Where a figure is defined: its place on the page of definitions. */
export function definitionOf(of: 'queue' | 'agent', field: string): string {
  return `/measures/definitions#${of === 'agent' ? 'agent-' : ''}${kebab(field)}`;
}
