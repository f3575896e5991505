import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** Pages that other pages of this server show in a frame; no other page may be framed by anybody. */
const FRAMED = new Set(['/playground/preview.html', '/peerscale/frame.html']);

/**
 * The headers of every answer. Scripts, styles, pictures and requests come from this server alone; nothing inline, nothing
 * framed but the two pages that the playground frames, no address handed on to other sites.
 *
 * @param secure whether people reach the server by https: browsers then come by it alone, for a year
 */
export function securityHeaders({ secure = false } = {}): MiddlewareHandler {
  const alone = headersFor("'none'", 'DENY', secure);
  const framed = headersFor("'self'", 'SAMEORIGIN', secure);
  return (c, next) => (FRAMED.has(c.req.path) ? framed(c, next) : alone(c, next));
}

function headersFor(
  frameAncestors: "'none'" | "'self'",
  xFrameOptions: 'DENY' | 'SAMEORIGIN',
  secure: boolean,
): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: [frameAncestors],
      formAction: ["'self'"],
    },
    xContentTypeOptions: 'nosniff',
    xFrameOptions,
    referrerPolicy: 'no-referrer',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: {
      camera: false,
      microphone: false,
      geolocation: false,
      payment: false,
      usb: false,
      fullscreen: false,
      accelerometer: false,
      gyroscope: false,
    },
    strictTransportSecurity: secure && 'max-age=31536000',
  });
}
