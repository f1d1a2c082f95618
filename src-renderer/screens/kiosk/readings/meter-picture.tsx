import { useWords } from '../../../text/use-words';
import styles from './meter-picture.module.css';

const litres = 3;
const place = { width: 34, height: 50, gap: 4 };
const step = place.width + place.gap;

/** A meter's face drawn: which digits are written down (black, m³) and which are not (red, litres). */
export function MeterPicture({ digits }: { digits: number }) {
  const { t } = useWords();
  const black = digits * step - place.gap;
  const red = litres * step - place.gap;
  const width = black + red + 44;
  return (
    <figure className={styles.figure}>
      <svg
        viewBox={`0 0 ${width} 84`}
        className={styles.face}
        role="img"
        aria-label={t('visit.meter.picture')}
      >
        <rect className={styles.frame} x="1" y="1" width={width - 2} height="82" rx="10" />
        <Digits from={14} count={digits} kind="black" />
        <text className={styles.comma} x={black + 18} y="64">
          ,
        </text>
        <Digits from={black + 30} count={litres} kind="red" />
      </svg>
      <figcaption className={styles.words} aria-hidden>
        <span className={styles.word} data-kind="black">
          {t('visit.meter.black')}
        </span>
        <span className={styles.word} data-kind="red">
          {t('visit.meter.red')}
        </span>
      </figcaption>
    </figure>
  );
}

interface DigitsProps {
  from: number;
  count: number;
  kind: 'black' | 'red';
}

/** Any digits: nobody should copy them, so they are no index that a meter could show. */
function Digits({ from, count, kind }: DigitsProps) {
  return Array.from({ length: count }, (_, at) => {
    const x = from + at * step;
    return (
      <g key={x} data-kind={kind} className={styles.digit}>
        <rect x={x} y="17" width={place.width} height={place.height} rx="4" />
        <text x={x + place.width / 2} y="54">
          0
        </text>
      </g>
    );
  });
}
