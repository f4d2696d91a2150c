import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '@/app/app';
import { startTranslations } from '@/shared/i18n/i18n';
import '@/shared/theme/base.css';

const root = document.getElementById('root');
if (root) {
  await startTranslations();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
