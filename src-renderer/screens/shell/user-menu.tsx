import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import {
  IconCashRegister,
  IconCheck,
  IconChevronDown,
  IconDevices,
  IconKeyboard,
  IconLogout,
  IconTool,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../../text/use-words';
import { caresForDevices } from '../care/cares-for-devices';
import { useData, useLive } from '../data-context';
import { tellUnexpected } from '../parts/tell-unexpected';
import styles from './user-menu.module.css';

const schemes = ['light', 'dark', 'auto'] as const;

interface UserMenuProps {
  clerk: string;
  showHelp: () => void;
  leaveSearch: () => void;
}

export function UserMenu({ clerk, showHelp, leaveSearch }: UserMenuProps) {
  const { t } = useWords();
  const api = useData();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const session = useLive('session', null);
  const caring = session ? caresForDevices(session) : false;
  const navigate = useNavigate();
  const open = (to: '/device' | '/devices') => () => {
    leaveSearch();
    void navigate({ to });
  };
  const openToday = () => {
    leaveSearch();
    void navigate({ to: '/list', search: { show: 'today' } });
  };
  /** Whoever comes next begins with no customer on the screen. */
  const signOut = () => {
    void navigate({ to: '/', replace: true });
    api.signOut().catch(() => tellUnexpected(t));
  };
  return (
    <Menu
      position="bottom-end"
      width={240}
      shadow="md"
      transitionProps={{ duration: 120 }}
      hideDetached={false} // the bar never scrolls away; a page without a layout would hide the menu
    >
      <Menu.Target>
        <UnstyledButton className={styles.user} aria-label={t('counter.topBar.user', { name: clerk })}>
          <span className={styles.name}>{clerk}</span>
          <IconChevronDown size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconKeyboard size={20} stroke={1.5} />}
          rightSection={<kbd>F1</kbd>}
          onClick={showHelp}
        >
          {t('counter.topBar.help')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCashRegister size={20} stroke={1.5} />}
          rightSection={<kbd>F9</kbd>}
          onClick={openToday}
        >
          {t('counter.topBar.today')}
        </Menu.Item>
        {caring && (
          <Menu.Item leftSection={<IconTool size={20} stroke={1.5} />} onClick={open('/device')}>
            {t('care.device.menu')}
          </Menu.Item>
        )}
        {session?.role === 'supervisor' && (
          <Menu.Item leftSection={<IconDevices size={20} stroke={1.5} />} onClick={open('/devices')}>
            {t('devices.menu')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Label>{t('counter.topBar.theme')}</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme}
            closeMenuOnClick={false}
            onClick={() => setColorScheme(scheme)}
            aria-current={scheme === colorScheme}
            leftSection={scheme === colorScheme ? <IconCheck size={20} /> : <span className={styles.gap} />}
          >
            {t(`counter.topBar.theme-${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={20} stroke={1.5} />} onClick={signOut}>
          {t('counter.topBar.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
