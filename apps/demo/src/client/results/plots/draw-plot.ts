import type { Formats } from '../formats.ts';
import { binsPlot } from './bins-plot.ts';
import { intervalsPlot } from './intervals-plot.ts';
import type { PictureSpec } from './picture-spec.ts';
import { sharesPlot } from './shares-plot.ts';
import { wavesPlot } from './waves-plot.ts';

/** A drawing of that width, ready to become part of the page. */
export function drawPlot(spec: PictureSpec, width: number, format: Formats): SVGElement {
  const drawing = plotOf(spec, width, format);
  // Plot brings its few rules in a <style> element, which the Content-Security-Policy forbids as soon as it is part of the
  // page. It is not yet; the rules are in styles/plots.css.
  drawing.querySelector('style')?.remove();
  // Plot names the groups of its marks ("rect", "rule"): no use within a picture that has a name of its own
  for (const group of drawing.querySelectorAll('[aria-label]')) group.removeAttribute('aria-label');
  return drawing;
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
