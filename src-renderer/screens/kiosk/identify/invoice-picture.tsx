import { useTranslation } from 'react-i18next';
import styles from './identify.module.css';

/** An invoice as people hold it, with the two codes at the top right, marked by a frame and an arrow. */
export function InvoicePicture() {
  const { t, i18n } = useTranslation();
  const printed = i18n.getFixedT('ro'); // invoices are in Romanian, whatever the screen speaks
  return (
    <svg className={styles.invoice} viewBox="0 0 640 300" role="img" aria-label={t('kiosk.codes.picture')}>
      <path className={styles.paper} d="M20 300V20a12 12 0 0 1 12-12h576a12 12 0 0 1 12 12v280" />
      <path className={styles.drop} d="M70 40c14 17 24 30 24 43a24 24 0 0 1-48 0c0-13 10-26 24-43Z" />
      <g className={styles.print}>
        <path d="M116 62h100M116 86h60" />
        <path d="M50 150h150M50 176h110M50 202h130" />
        <path d="M50 252h540M50 278h540" />
      </g>
      <rect className={styles.mark} x="256" y="34" width="336" height="132" rx="8" />
      <g className={styles.codeWords}>
        <text x="276" y="82">
          {printed('kiosk.codes.clientCode')}
        </text>
        <text x="276" y="136">
          {printed('kiosk.codes.internalCode')}
        </text>
      </g>
      <g className={styles.codeDigits}>
        <text x="572" y="82">
          1204587
        </text>
        <text x="572" y="136">
          33921
        </text>
      </g>
      <g className={styles.bars}>
        <path d="M352 190v36M360 190v36M372 190v36M378 190v36M390 190v36M404 190v36M410 190v36M424 190v36M432 190v36M446 190v36M452 190v36M466 190v36M478 190v36M484 190v36M498 190v36M506 190v36M520 190v36M532 190v36M538 190v36M552 190v36M566 190v36" />
      </g>
    </svg>
  );
}
