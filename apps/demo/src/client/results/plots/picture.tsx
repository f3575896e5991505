import { lazy, Suspense } from 'react';
import { useLanguage } from '../../language-context.ts';
import { pictureHeight } from './picture-height.ts';
import type { PictureSpec } from './picture-spec.ts';
import '../../styles/plots.css';

// Observable Plot comes after the first figures, which need nothing but text.
const PlotPicture = lazy(() => import('./plot-picture.tsx'));

/** A picture that is drawn once the script that draws is there; its place is kept free until then. */
export function Picture({ spec, label }: { spec: PictureSpec; label: string }) {
  const { words } = useLanguage();
  const height = pictureHeight(spec);
  return (
    <div className="plot" style={{ minHeight: height }}>
      <Suspense fallback={<p className="quiet">{words.loading}</p>}>
        <PlotPicture spec={spec} label={label} />
      </Suspense>
    </div>
  );
}
