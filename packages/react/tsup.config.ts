import { defineConfig } from 'tsup';
import library from '../../tsup.config.ts';

// What draws the questions, and what works out scores, are files of their own: they are loaded on demand.
export default defineConfig({ ...library, splitting: true });
