/**
 * For pages that show the form in a frame: sets the height of each `<iframe data-peerscale-survey>` to that of its form,
 * and passes on what the frame tells as a `peerscale` event. Copy it, or load it as a module.
 */
const LOWEST = 160;
/** A frame that somebody else has got hold of must not cover the page without end. */
const HIGHEST = 30_000;

addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
  if (typeof data !== 'object' || data === null || (data as { source?: unknown }).source !== 'peerscale-survey') return;
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-peerscale-survey]')) {
    if (source !== frame.contentWindow || origin !== new URL(frame.src).origin) continue;
    const { source: _, ...detail } = data as { source: string; event?: unknown; height?: unknown };
    if (detail.event === 'height' && typeof detail.height === 'number' && Number.isFinite(detail.height)) {
      frame.style.height = `${Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(detail.height)))}px`;
    }
    frame.dispatchEvent(new CustomEvent('peerscale', { detail, bubbles: true }));
  }
});

export {};
