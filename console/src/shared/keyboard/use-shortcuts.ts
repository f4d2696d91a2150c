import { useEffect, useEffectEvent } from 'react';

/** Keys by `KeyboardEvent.key`, `Ctrl+` before those with the control key. A missing action leaves the key alone. */
export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select'))
  );
}

/** Function keys and control combinations always act; single characters only while nobody is typing. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) {
      return;
    }
    const action = shortcuts[event.ctrlKey ? `Ctrl+${event.key}` : event.key];
    const isCharacter = event.key.length === 1 && !event.ctrlKey;
    if (action === undefined || (isCharacter && isTyping(event.target))) {
      return;
    }
    event.preventDefault();
    if (!event.repeat) {
      action();
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
