import { configure } from '@testing-library/react';
import { startTranslations } from '@/shared/i18n/i18n';

class QuietObserver {
  observe(): void {
    /* jsdom lays nothing out */
  }
  unobserve(): void {
    /* jsdom lays nothing out */
  }
  disconnect(): void {
    /* jsdom lays nothing out */
  }
}

/**
 * An element's own style only. No test looks at what the style sheets say, and to ask jsdom for their cascade takes most
 * of a test's time.
 */
function ownStyle(element: Element): CSSStyleDeclaration {
  const { style } = document.createElement('div');
  style.cssText = `display: block; visibility: visible; opacity: 1; padding: 0; border: 0 solid; ${element.getAttribute('style') ?? ''}`;
  return style;
}

/** What jsdom lacks and Ant Design asks for. */
export async function installBrowserParts(): Promise<void> {
  window.matchMedia = (query: string): MediaQueryList => {
    const list = new EventTarget();
    return Object.assign(list, {
      matches: query.includes('reduced-motion'),
      media: query,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });
  };
  globalThis.ResizeObserver = QuietObserver;
  window.getComputedStyle = ownStyle;
  Element.prototype.scrollIntoView = () => undefined;
  configure({ asyncUtilTimeout: 15_000 });
  HTMLCanvasElement.prototype.getContext = () => null;
  await startTranslations();
}
