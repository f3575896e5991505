import { expect, test } from 'vitest';
import { escapeHtml } from './escape-html.ts';

test('nothing in a text is a tag, an entity or the end of an attribute', () => {
  expect(escapeHtml(`<img src="x" onerror='y'> &amp;`)).toBe(
    '&lt;img src=&quot;x&quot; onerror=&#39;y&#39;&gt; &amp;amp;',
  );
});

test('letters, breaks and tabs stay as they are; a control character is seen', () => {
  expect(escapeHtml('Příliš\tžluťoučký\nkůň 😀')).toBe('Příliš\tžluťoučký\nkůň 😀');
  expect(escapeHtml('a\u0000b\u001bc\u0085d')).toBe('a\ufffdb\ufffdc\ufffdd');
});
