import { defineConfig } from 'vitepress';
import { nav, sidebar } from './navigation.ts';

export default defineConfig({
  title: 'Peerscale',
  description: 'Burnout, role clarity and stigma in teams: measured again and again, with numbers that agree with R.',
  cleanUrls: true,
  themeConfig: { search: { provider: 'local' }, nav, sidebar },
});
