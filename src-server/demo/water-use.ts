import type { Period } from '../../shared/model/primitives';
import type { Chance } from './chance';

/** January to December: gardens and guests in summer. */
const season = [0.9, 0.88, 0.92, 0.98, 1.08, 1.22, 1.34, 1.3, 1.08, 0.98, 0.92, 0.94];

export interface WaterUse {
  /** Average m³ a month. */
  rateM3: number;
  /** How much of the season shows, 0 to 1: flats have no gardens. */
  seasonality: number;
}

export function aWaterUse(chance: Chance, customer: 'house' | 'flat' | 'association' | 'company'): WaterUse {
  switch (customer) {
    case 'house':
      // some houses stand empty most of the year
      return { rateM3: chance.happens(0.03) ? 0.3 : 3 + 3.1 * chance.between(1, 5), seasonality: 1 };
    case 'flat':
      return { rateM3: 1 + 2.4 * chance.between(1, 4), seasonality: 0.3 };
    case 'association':
      return { rateM3: chance.between(60, 420), seasonality: 0.3 };
    case 'company':
      return {
        rateM3: chance.happens(0.2) ? chance.between(60, 380) : chance.between(4, 40),
        seasonality: 0.6,
      };
  }
}

/** Whole m³ used in each of these months. About one meter in a hundred had a leak in one of them. */
export function monthlyUseM3(chance: Chance, use: WaterUse, periods: readonly Period[]): number[] {
  const leakAt = chance.happens(0.01) ? chance.whole(0, periods.length - 1) : -1;
  return periods.map((period, position) => {
    const factor = 1 + ((season[Number(period.slice(5, 7)) - 1] ?? 1) - 1) * use.seasonality;
    const leak = position === leakAt ? chance.between(4, 6) : 1;
    return Math.round(use.rateM3 * factor * chance.between(0.82, 1.18) * leak);
  });
}
