import { useState } from 'react';
import type { AccountView, MeterView } from '../../../data/account-view';
import { useWords } from '../../../text/use-words';
import { AccountDrafts } from '../../drafts/account-drafts';
import { obstacleTo } from '../../entry/obstacle';
import { SignScreen } from '../parts/sign-screen';
import { AccountGate } from '../visit-gate';
import { ChooseMeter } from './choose-meter';
import { MeterEntry } from './meter-entry';
import { ObstacleScreen } from './obstacle-screen';

/** Consumuri: the index of one meter; with several of them, first which one. */
export function ReadingsPage() {
  const { t } = useWords();
  return <AccountGate title={t('visit.readings')}>{(view) => <Meters view={view} />}</AccountGate>;
}

function Meters({ view }: { view: AccountView }) {
  const { t } = useWords();
  const [chosenId, choose] = useState<string | null>(null);
  const { meters } = view;
  const [only] = meters;
  if (!only) {
    return <SignScreen tone="ask" title={t('visit.meter.none')} subtitle={t('visit.meter.noneBody')} />;
  }
  const chosen = meters.length === 1 ? only : meters.find(({ meter }) => meter.id === chosenId);
  if (!chosen) return <ChooseMeter view={view} choose={choose} />;
  const back = meters.length === 1 ? {} : { back: () => choose(null) };
  return <OneMeter key={chosen.meter.id} view={view} meter={chosen} {...back} />;
}

interface OneMeterProps {
  view: AccountView;
  meter: MeterView;
  /** To the choice of the meter; the screen before when there is none. */
  back?: () => void;
}

function OneMeter({ view, meter, back }: OneMeterProps) {
  const obstacle = obstacleTo(view.account, meter);
  const way = back ? { back } : {};
  return obstacle ? (
    <ObstacleScreen obstacle={obstacle} view={view} meter={meter} {...way} />
  ) : (
    <AccountDrafts name={null}>
      <MeterEntry account={view.account} view={meter} historyReady={view.historyReady} {...way} />
    </AccountDrafts>
  );
}
