/// <reference path="./css.d.ts" />
import text from './survey.css';

let sheet: CSSStyleSheet | undefined;

/**
 * Gives a shadow root the look of the form. A constructed style sheet is not policed by `style-src`, needs no nonce, and
 * is parsed once for all the forms of a page. A browser without them (before Chromium 73, Firefox 101, Safari 16.4) gets
 * a `<link>` to the file of the same rules where the host names one, else the browser's own plain look.
 *
 * @param href address of `peerscale-survey.css`, from the element's `stylesheet` attribute
 */
export function adoptStyles(root: ShadowRoot, href: string | null): void {
  try {
    if (sheet === undefined) {
      const constructed = new CSSStyleSheet();
      constructed.replaceSync(text);
      sheet = constructed;
    }
    root.adoptedStyleSheets = [sheet];
  } catch {
    if (href === null) return;
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    root.prepend(link);
  }
}
