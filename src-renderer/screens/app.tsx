import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { i18n as I18n } from 'i18next';
import { useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { DataApi } from '../data/data-api';
import type { EnrolmentByAddress } from '../data/enrolment-link';
import { useWords } from '../text/use-words';
import { cssVariables, theme } from '../theme/theme';
import { DeviceGate } from './boot/device-gate';
import { MachineFailure } from './boot/machine-failure';
import { DataProvider } from './data-context';
import { ErrorScreen } from './error-screen';
import { ComfortProvider } from './kiosk/comfort/comfort';
import { ClockProvider, type ScreenClock } from './now';
import { type Printer, PrinterProvider } from './slip/printer-context';

export interface AppProps {
  api: DataApi;
  clock: ScreenClock;
  printer: Printer;
  i18n: I18n;
  enrolmentByAddress: EnrolmentByAddress;
  reload: () => void;
}

export function App({ api, clock, printer, i18n, enrolmentByAddress, reload }: AppProps) {
  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="light">
        <ClockProvider value={clock}>
          <DataProvider value={api}>
            <PrinterProvider value={printer}>
              <ComfortProvider>
                <PageLanguage />
                <Notifications position="bottom-right" autoClose={8000} />
                <ErrorScreen
                  show={(failure, retry) => (
                    <MachineFailure failure={failure} retry={retry} reload={reload} />
                  )}
                >
                  <DeviceGate enrolmentByAddress={enrolmentByAddress} reload={reload} />
                </ErrorScreen>
              </ComfortProvider>
            </PrinterProvider>
          </DataProvider>
        </ClockProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}

/** Screen readers and hyphenation follow the chosen language. */
function PageLanguage() {
  const { language } = useWords();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return null;
}
