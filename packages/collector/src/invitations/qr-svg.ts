import encodeQR from 'qr';

/** An address as a QR code for a poster: SVG that scales, with the quiet zone of four modules that readers need. */
export function qrSvg(url: string): string {
  return encodeQR(url, 'svg', { ecc: 'medium', border: 4 });
}
