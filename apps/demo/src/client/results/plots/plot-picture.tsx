import { use, useEffect, useRef } from 'react';
import { useLanguage } from '../../language-context.ts';
import { formats } from '../formats.ts';
import { drawPlot } from './draw-plot.ts';
import { DrawingToSave } from './drawing-to-save.ts';
import type { PictureSpec } from './picture-spec.ts';

/** Draws a picture as wide as there is room, and anew when its numbers, its language or its room change. */
export default function PlotPicture({ spec, label }: { spec: PictureSpec; label: string }) {
  const { locale } = useLanguage();
  const container = useRef<HTMLDivElement>(null);
  const toSave = use(DrawingToSave);
  // a string, so that a refresh with the same numbers draws nothing
  const numbers = JSON.stringify(spec);

  // `numbers` stands for `spec`
  useEffect(() => {
    const place = container.current!;
    const draw = (width: number) => drawPlot(spec, width, formats(locale));
    let drawnWidth = 0;
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry!.contentRect.width);
      if (width === drawnWidth || width < 100) return;
      drawnWidth = width;
      const picture = draw(width);
      picture.setAttribute('role', 'img');
      picture.setAttribute('aria-label', label);
      place.replaceChildren(picture);
      if (toSave !== null) toSave.current = draw;
    });
    observer.observe(place);
    return () => {
      observer.disconnect();
      if (toSave !== null) toSave.current = null;
    };
  }, [numbers, label, locale, toSave]);

  return <div ref={container} />;
}
