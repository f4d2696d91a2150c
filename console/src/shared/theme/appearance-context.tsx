import { createContext, use, useEffect, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { appearances, applyTokens, type Appearance, type Look } from '@/shared/theme/tokens';

interface AppearanceChoice {
  readonly appearance: Appearance;
  readonly look: Look;
  readonly reducedMotion: boolean;
  readonly choose: (appearance: Appearance) => void;
}

const AppearanceContext = createContext<AppearanceChoice | null>(null);
const storageKey = 'kezheng.appearance';

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const media = window.matchMedia(query);
    const follow = () => setMatches(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, [query]);
  return matches;
}

function storedAppearance(): Appearance {
  const stored = localStorage.getItem(storageKey);
  return appearances.find((appearance) => appearance === stored) ?? 'system';
}

/** Knows the chosen look, remembers it on this computer, and lays its tokens on the page. */
export function AppearanceProvider({ children }: { children: ReactNode }) {
  const [appearance, setAppearance] = useState(storedAppearance);
  const prefersDark = useMedia('(prefers-color-scheme: dark)');
  const prefersContrast = useMedia('(prefers-contrast: more)');
  const reducedMotion = useMedia('(prefers-reduced-motion: reduce)');
  const systemLook = prefersContrast ? 'contrast' : prefersDark ? 'dark' : 'light';
  const look = appearance === 'system' ? systemLook : appearance;
  useLayoutEffect(() => applyTokens(look), [look]);
  const choice = useMemo<AppearanceChoice>(
    () => ({
      appearance,
      look,
      reducedMotion,
      choose: (chosen) => {
        localStorage.setItem(storageKey, chosen);
        setAppearance(chosen);
      },
    }),
    [appearance, look, reducedMotion],
  );
  return <AppearanceContext value={choice}>{children}</AppearanceContext>;
}

export function useAppearance(): AppearanceChoice {
  const choice = use(AppearanceContext);
  if (choice === null) {
    throw new Error('the appearance is read outside of its provider');
  }
  return choice;
}
