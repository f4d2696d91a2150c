/** The looks a person can choose; `system` follows the computer's light or dark. */
export const appearances = ['system', 'light', 'dark', 'contrast'] as const;
export type Appearance = (typeof appearances)[number];
export type Look = 'light' | 'dark' | 'contrast';

/** The fills are the same in each look, and in charts. */
export const fills = {
  accent: '#0B7A75',
  ready: '#2E9E5B',
  ringing: '#0B7A75',
  talking: '#2468D8',
  'wrap-up': '#C98A00',
  'not-ready': '#7A6C93',
  'signed-out': '#6B7280',
  alarm: '#CF3A3A',
} as const;

/** A large block in a state's colour, with text on it at 4.5:1 or better. */
const blocks = {
  ready: ['#237F49', '#FFFFFF'],
  ringing: ['#0B7A75', '#FFFFFF'],
  talking: ['#2468D8', '#FFFFFF'],
  'wrap-up': ['#C98A00', '#1B1300'],
  'not-ready': ['#75678F', '#FFFFFF'],
  'signed-out': ['#5B626E', '#FFFFFF'],
  alarm: ['#CF3A3A', '#FFFFFF'],
} as const;

interface LookTokens {
  readonly page: string;
  readonly surface: string;
  readonly raised: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly text: string;
  readonly textSoft: string;
  readonly focus: string;
  /** Text in a semantic colour on a surface. */
  readonly ink: Record<keyof typeof fills, string>;
}

export const looks: Record<Look, LookTokens> = {
  light: {
    page: '#EEF1F2',
    surface: '#FFFFFF',
    raised: '#F6F8F8',
    line: '#DCE1E3',
    lineStrong: '#B9C1C5',
    text: '#1B2426',
    textSoft: '#55626A',
    focus: '#0B7A75',
    ink: {
      accent: '#0A6B67',
      ready: '#1E7443',
      ringing: '#0A6B67',
      talking: '#1F5CC2',
      'wrap-up': '#855B00',
      'not-ready': '#665881',
      'signed-out': '#565D69',
      alarm: '#B82E2E',
    },
  },
  dark: {
    page: '#12181A',
    surface: '#1A2225',
    raised: '#222C2F',
    line: '#2F3B3F',
    lineStrong: '#4A585D',
    text: '#E6ECED',
    textSoft: '#A3B0B5',
    focus: '#4CC3BB',
    ink: {
      accent: '#4CC3BB',
      ready: '#62CB90',
      ringing: '#4CC3BB',
      talking: '#82AEF7',
      'wrap-up': '#E8B64C',
      'not-ready': '#BBAFD2',
      'signed-out': '#AEB6C0',
      alarm: '#F58A8A',
    },
  },
  contrast: {
    page: '#FFFFFF',
    surface: '#FFFFFF',
    raised: '#FFFFFF',
    line: '#000000',
    lineStrong: '#000000',
    text: '#000000',
    textSoft: '#1F1F1F',
    focus: '#0033CC',
    ink: {
      accent: '#00514D',
      ready: '#005226',
      ringing: '#00514D',
      talking: '#0A3D94',
      'wrap-up': '#5C3F00',
      'not-ready': '#44385C',
      'signed-out': '#333333',
      alarm: '#8F0F0F',
    },
  },
};

/** Puts the tokens on the document as custom properties, for the style sheets. */
export function applyTokens(look: Look): void {
  const root = document.documentElement;
  const { ink, ...plain } = looks[look];
  root.dataset['look'] = look;
  root.style.colorScheme = look === 'dark' ? 'dark' : 'light';
  const set = (name: string, value: string) => root.style.setProperty(`--kz-${name}`, value);
  Object.entries(plain).forEach(([name, value]) => set(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value));
  Object.entries(ink).forEach(([name, value]) => set(`ink-${name}`, value));
  Object.entries(fills).forEach(([name, value]) => set(`fill-${name}`, value));
  Object.entries(blocks).forEach(([name, [ground, text]]) => {
    set(`block-${name}`, ground);
    set(`on-block-${name}`, text);
  });
}
