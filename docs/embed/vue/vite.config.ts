import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    vue({
      // Vue leaves it to the browser, and does not look for a component of this name
      template: { compilerOptions: { isCustomElement: (tag) => tag === 'peerscale-survey' } },
    }),
  ],
});
