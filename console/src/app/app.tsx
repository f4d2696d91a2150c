import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { makeRouter, type RouterParts } from '@/app/router';
import { RequestError } from '@/shared/api/problem';
import { antTheme } from '@/shared/theme/ant-theme';
import { AppearanceProvider, useAppearance } from '@/shared/theme/appearance-context';

function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        refetchOnWindowFocus: false,
        retry: (failures, error) => error instanceof RequestError && error.isUnreachable && failures < 2,
      },
      mutations: { retry: false },
    },
  });
}

/** Ant Design in the chosen language and look. */
function Looks({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const { look, reducedMotion } = useAppearance();
  return (
    <ConfigProvider
      locale={i18n.resolvedLanguage === 'en' ? enUS : zhCN}
      theme={antTheme(look, reducedMotion)}
      button={{ autoInsertSpace: false }}
    >
      <AntApp message={{ maxCount: 2 }} style={{ height: '100%' }}>
        {children}
      </AntApp>
    </ConfigProvider>
  );
}

/** The whole console. `parts` replaces what no page can hold, a telephone for instance. */
export function App({ parts = {} }: { parts?: RouterParts }) {
  const [queries] = useState(makeQueries);
  const [router] = useState(() => makeRouter(parts));
  return (
    <QueryClientProvider client={queries}>
      <AppearanceProvider>
        <Looks>
          <RouterProvider router={router} />
        </Looks>
      </AppearanceProvider>
    </QueryClientProvider>
  );
}
