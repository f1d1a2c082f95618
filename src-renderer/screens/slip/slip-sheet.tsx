import type { Ref } from 'react';
import type { Slip } from '../../../shared/slip/slip';
import { Barcode } from './codes';
import { PrintSheet } from './print-sheet';
import styles from './slip-sheet.module.css';

/** A slip as it comes out of the printer: 80 mm wide, black on white. Never seen on the screen. */
export function SlipSheet({ slip, sheet }: { slip: Slip; sheet: Ref<HTMLDivElement> }) {
  const { office, title, rows, sentences, receipt, keep, notFiscal, language } = slip;
  return (
    <PrintSheet paper="slip" sheet={sheet}>
      <article className={styles.slip} lang={language}>
        <p className={styles.office}>Ghișeu · {office}</p>
        <h1 className={styles.title}>{title}</h1>
        <dl className={styles.rows}>
          {rows.map(({ label, value, main }) => (
            <div key={label} className={styles.row} data-main={main}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <div className={styles.state}>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        <p className={styles.label}>{receipt.label}</p>
        <p className={styles.receipt}>{receipt.printed}</p>
        <Barcode text={receipt.code} className={styles.barcode} alt="" />
        <p className={styles.keep}>{keep}</p>
        <p className={styles.notFiscal}>{notFiscal}</p>
      </article>
    </PrintSheet>
  );
}
