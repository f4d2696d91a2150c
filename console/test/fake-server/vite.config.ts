import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { fakePlatformPlugin } from './vite-plugin.ts';

/** `npm run dev:fake`: the console with the fake platform behind it, on http://127.0.0.1:5173. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  plugins: [react(), fakePlatformPlugin()],
  server: { host: '127.0.0.1', port: Number(process.env['PORT'] ?? 5173), strictPort: true },
  resolve: {
    alias: {
      '@test': fileURLToPath(new URL('..', import.meta.url)),
      '@': fileURLToPath(new URL('../../src', import.meta.url)),
    },
  },
});
