import { useEffect, useRef } from 'react';
import { useLanguage } from '../../../language-context.ts';
import { type Formats, formats } from '../../formats.ts';
import { binsPlot } from './bins-plot.ts';
import { intervalsPlot } from './intervals-plot.ts';
import type { PictureSpec } from './picture-spec.ts';
import { sharesPlot } from './shares-plot.ts';
import { wavesPlot } from './waves-plot.ts';

/** Draws a picture as wide as there is room, and anew when its numbers, its language or its room change. */
export default function PlotPicture({ spec, label }: { spec: PictureSpec; label: string }) {
  const { locale } = useLanguage();
  const container = useRef<HTMLDivElement>(null);
  // a string, so that a refresh with the same numbers draws nothing
  const numbers = JSON.stringify(spec);

  // `numbers` stands for `spec`
  useEffect(() => {
    const place = container.current!;
    const draw = (width: number) => {
      const picture = plotOf(spec, width, formats(locale));
      // Plot brings its few rules in a <style> element, which the Content-Security-Policy forbids as soon as it is part of
      // the page. It is not yet; the rules are in styles/study-results.css.
      picture.querySelector('style')?.remove();
      // Plot names the groups of its marks ("rect", "rule"): no use within a picture that has a name of its own
      for (const group of picture.querySelectorAll('[aria-label]')) group.removeAttribute('aria-label');
      picture.setAttribute('role', 'img');
      picture.setAttribute('aria-label', label);
      place.replaceChildren(picture);
    };
    let drawnWidth = 0;
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry!.contentRect.width);
      if (width === drawnWidth || width < 100) return;
      drawnWidth = width;
      draw(width);
    });
    observer.observe(place);
    return () => observer.disconnect();
  }, [numbers, label, locale]);

  return <div ref={container} />;
}

function plotOf(spec: PictureSpec, width: number, format: Formats): SVGElement {
  switch (spec.kind) {
    case 'bins':
      return binsPlot(spec, width, format);
    case 'intervals':
      return intervalsPlot(spec, width, format);
    case 'waves':
      return wavesPlot(spec, width, format);
    case 'shares':
      return sharesPlot(spec, width, format);
  }
}
