import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#eff6f7',
  '#dfeaec',
  '#bcd5d9',
  '#94bec6',
  '#73abb5',
  '#5d9eab',
  '#478e9b',
  '#3a7d8a',
  '#2b6c79',
  '#1c5a66',
];

const ink: MantineColorsTuple = [
  '#dcdedf',
  '#b6bbbf',
  '#868d93',
  '#6b7278',
  '#454b50',
  '#383d42',
  '#282c30',
  '#1f2225',
  '#1b1d20',
  '#131516',
];

// Faces that every system brings: nothing to load, nothing to shift.
const SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
const SERIF = "Charter, 'Bitstream Charter', 'Iowan Old Style', 'Sitka Text', Cambria, 'Noto Serif', Georgia, serif";

export const theme = createTheme({
  colors: { petrol, dark: ink },
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 7 },
  fontFamily: SANS,
  headings: { fontFamily: SERIF, fontWeight: '600', textWrap: 'balance' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Plain objects: naming the components themselves would load dialogs with the first page.
  components: {
    Alert: { defaultProps: { variant: 'outline' } },
    Code: { styles: { root: { backgroundColor: 'var(--octavo-sunken)' } } },
    Modal: { styles: { title: { fontFamily: SERIF, fontSize: '1.2rem', fontWeight: 600, overflowWrap: 'anywhere' } } },
  },
});

/** The colours that say something. By night their text is bright and their ground only a breath of them. */
const SPEAKING = ['petrol', 'red', 'orange', 'green', 'gray'];

const byNight = SPEAKING.flatMap((color): [string, string][] => [
  [`--mantine-color-${color}-light`, `color-mix(in srgb, var(--mantine-color-${color}-5) 17%, transparent)`],
  [`--mantine-color-${color}-light-hover`, `color-mix(in srgb, var(--mantine-color-${color}-5) 26%, transparent)`],
  [`--mantine-color-${color}-light-color`, `var(--mantine-color-${color}-3)`],
  [`--mantine-color-${color}-outline`, `var(--mantine-color-${color}-4)`],
]);

/** Paper by day, ink by night. Text stands out from its ground by 4.5 : 1 or more in both. */
export const paperAndInk: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbfaf8',
    '--mantine-color-text': '#22262a',
    '--mantine-color-dimmed': '#5f666d',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-placeholder': '#737a81',
    '--mantine-color-orange-outline': '#b94a06',
    '--mantine-color-orange-light-color': '#b03d08',
    '--mantine-color-green-light-color': '#237032',
    '--mantine-color-red-outline': '#c92a2a',
    '--octavo-raised': '#ffffff',
    '--octavo-sunken': '#f4f2ee',
    '--octavo-line': '#e4e1db',
    '--octavo-cover': '32% 90%',
    '--octavo-cover-spine': '35% 55%',
    '--octavo-cover-text': '45% 20%',
  },
  dark: {
    '--mantine-color-body': '#17191b',
    '--mantine-color-text': '#dcdedf',
    '--mantine-color-dimmed': '#9aa1a7',
    '--mantine-color-error': '#ff8787',
    '--mantine-color-placeholder': '#868d93',
    '--octavo-raised': '#1f2225',
    '--octavo-sunken': '#131516',
    '--octavo-line': '#33383c',
    '--octavo-cover': '20% 23%',
    '--octavo-cover-spine': '30% 45%',
    '--octavo-cover-text': '30% 88%',
    ...Object.fromEntries(byNight),
  },
});
