/** Writes tokens.css from tokens.ts: `node ui/build-tokens.ts`. */
import { writeFileSync } from 'node:fs';
import { tokensCss } from './tokens-css.ts';

writeFileSync(new URL('./tokens.css', import.meta.url), tokensCss());
