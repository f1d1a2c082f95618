import { code128, drawingSVG, qrcode } from 'bwip-js/generic';
import { useMemo } from 'react';

interface CodeProps {
  text: string;
  className?: string | undefined;
  /** For those who cannot see it; empty where the text stands beside it. */
  alt: string;
}

/** A code's picture as an address: it can wait for print, which inline drawings cannot say they do. */
const pictureOf = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;

/** A line barcode (Code 128), as the scanners at counters read it. */
export function Barcode({ text, className, alt }: CodeProps) {
  const picture = useMemo(
    () => pictureOf(code128({ bcid: 'code128', text, height: 12, paddingwidth: 6 }, drawingSVG())),
    [text],
  );
  return <img src={picture} className={className} alt={alt} />;
}

/** A QR code, as phones read it. */
export function QrCode({ text, className, alt }: CodeProps) {
  const picture = useMemo(
    () => pictureOf(qrcode({ bcid: 'qrcode', text, padding: 4 }, drawingSVG())),
    [text],
  );
  return <img src={picture} className={className} alt={alt} />;
}
