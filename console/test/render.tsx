import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { App } from '@/app/app';
import type { Softphone } from '@/shared/softphone/softphone';
import type { FakePlatform } from '@test/fake-server/fake-platform';
import { connectPage } from '@test/page-connection';

export interface OpenPage {
  readonly user: ReturnType<typeof userEvent.setup>;
  readonly lines: ReturnType<typeof connectPage>;
}

interface PageOptions {
  readonly language?: 'zh-CN' | 'en';
  readonly makeSoftphone?: () => Softphone;
}

/** Opens the console at a path, as the browser would, with the fake platform behind it. */
export async function openPage(path: string, platform: FakePlatform, options: PageOptions = {}): Promise<OpenPage> {
  const { language = 'zh-CN', ...parts } = options;
  await i18next.changeLanguage(language);
  window.history.replaceState(null, '', path);
  const lines = connectPage(platform);
  render(<App parts={parts} />);
  return { user: userEvent.setup(), lines };
}
