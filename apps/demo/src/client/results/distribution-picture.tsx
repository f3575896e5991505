import * as Plot from '@observablehq/plot';
import type { ScoreDistribution, StudyScale } from '@peerscale/core';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../language-context.ts';
import { formats } from './formats.ts';

interface DistributionPictureProps {
  readonly name: string;
  readonly scale: StudyScale;
  readonly distribution: ScoreDistribution;
}

/** A histogram over the whole possible range of the scale, with the mean marked. It is drawn anew when its width changes. */
export default function DistributionPicture({ name, scale, distribution }: DistributionPictureProps) {
  const { locale, words } = useLanguage();
  const container = useRef<HTMLDivElement>(null);
  // a string, so that a refresh with the same numbers draws nothing
  const numbers = JSON.stringify([scale.possible, scale.score, distribution]);

  // `numbers` stands for `scale` and `distribution`
  useEffect(() => {
    const place = container.current!;
    const { possible, score } = scale;
    const { short, figure } = formats(locale);
    const range = [short(possible.minimum), short(possible.maximum)] as const;
    const label = words.distribution.picture(name, score?.n ?? 0, ...range);
    const draw = (width: number) => {
      const picture = histogram(distribution, {
        width,
        possible: [possible.minimum, possible.maximum],
        mean: score?.mean ?? null,
        meanLabel: words.distribution.meanMark(figure(score?.mean ?? null)),
        xLabel: words.distribution.axis(...range),
        yLabel: words.distribution.people,
        tickFormat: short,
      });
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
  }, [numbers, name, locale]);

  return <div className="picture" ref={container} />;
}

interface HistogramOptions {
  readonly width: number;
  readonly possible: readonly [number, number];
  readonly mean: number | null;
  readonly meanLabel: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly tickFormat: (value: number) => string;
}

function histogram(bins: ScoreDistribution, options: HistogramOptions): SVGElement {
  const highest = Math.max(1, ...bins.map(({ count }) => count));
  const mean = options.mean === null ? [] : [options.mean];
  const svg = Plot.plot({
    className: 'histogram',
    width: options.width,
    height: 240,
    marginTop: 34,
    marginRight: 12,
    marginBottom: 46,
    marginLeft: 44,
    x: { domain: [bins[0]!.from, bins.at(-1)!.to], label: options.xLabel },
    y: { domain: [0, highest], label: options.yLabel },
    marks: [
      Plot.gridY(wholeTicks(highest)),
      Plot.rectY(bins, { x1: 'from', x2: 'to', y: 'count', insetLeft: 1, insetRight: 1, className: 'histogram-bars' }),
      Plot.axisX({
        tickFormat: options.tickFormat,
        ticks: ticksWithin(options.possible, options.width < 420 ? 4 : 8),
        tickSize: 5,
        labelAnchor: 'center',
        labelArrow: 'none',
      }),
      Plot.axisY(wholeTicks(highest), { tickSize: 0, labelArrow: 'none' }),
      Plot.ruleY([0]),
      Plot.ruleX(mean, { className: 'histogram-mean', strokeWidth: 2 }),
      Plot.text(mean, {
        x: (value: number) => value,
        frameAnchor: 'top',
        dy: -12,
        text: () => options.meanLabel,
        className: 'histogram-mean-label',
      }),
    ],
  }) as SVGElement;
  // Plot brings its few rules in a <style> element, which the Content-Security-Policy forbids as soon as it is part of
  // the page. It is not yet; the rules are in styles/pages.css.
  svg.querySelector('style')?.remove();
  // Plot names the groups of its marks ("rect", "rule"): no use within a picture that has a name of its own
  for (const group of svg.querySelectorAll('[aria-label]')) group.removeAttribute('aria-label');
  return svg;
}

/** From one end of the possible range to the other in equal steps of whole or half points, where there are such. */
function ticksWithin([minimum, maximum]: readonly [number, number], most: number): number[] {
  const counts = Array.from({ length: most - 1 }, (_, i) => most - i);
  const steps = counts.find((count) => Number.isInteger((2 * (maximum - minimum)) / count)) ?? most;
  return Array.from({ length: steps + 1 }, (_, i) => minimum + (i * (maximum - minimum)) / steps);
}

/** About five whole numbers from zero: there is no half person. */
function wholeTicks(highest: number): number[] {
  const step = Math.max(1, Math.ceil(highest / 5));
  return Array.from({ length: Math.floor(highest / step) + 1 }, (_, place) => place * step);
}
