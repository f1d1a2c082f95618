import { Button, type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one blue: deep water, for action and links. */
const water: MantineColorsTuple = [
  '#e5f0f7',
  '#cfe3ef',
  '#a9d7f3',
  '#7fc1ea',
  '#4a97c4',
  '#2679a8',
  '#12628f',
  '#0b5394',
  '#083e70',
  '#052b42',
];

const filledButton = {
  '--button-bg': 'var(--water)',
  '--button-hover': 'var(--water-strong)',
  '--button-color': 'var(--on-water)',
};

const oneShadow = 'var(--shadow)';

/** Mantine told to speak our language: one radius, one shadow, an 8 px grid, sizes 14 / 16 / 20 / 28. */
export const theme = createTheme({
  colors: { water },
  primaryColor: 'water',
  primaryShade: { light: 7, dark: 3 },
  black: '#14202b',
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontSizes: { xs: '0.875rem', sm: '0.875rem', md: '1rem', lg: '1.25rem', xl: '1.75rem' },
  spacing: { xs: '8px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '8px', sm: '8px', md: '8px', lg: '8px', xl: '8px' },
  defaultRadius: 'md',
  shadows: { xs: oneShadow, sm: oneShadow, md: oneShadow, lg: oneShadow, xl: oneShadow },
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      vars: (_, { variant = 'filled' }) => ({ root: variant === 'filled' ? filledButton : {} }),
    }),
  },
});

/** Mantine's own parts take our colours, light and dark, from tokens.css. */
const ours = {
  '--mantine-color-body': 'var(--ground)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-error': 'var(--refused)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
  '--mantine-color-default': 'var(--ground)',
  '--mantine-color-default-hover': 'var(--ground-pressed)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-primary-color-filled': 'var(--water)',
  '--mantine-primary-color-filled-hover': 'var(--water-strong)',
  '--mantine-primary-color-contrast': 'var(--on-water)',
};
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: ours, dark: ours });
