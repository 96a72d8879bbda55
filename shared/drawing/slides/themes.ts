import { DARK, LIGHT, type Theme } from '../theme.ts'

/**
 * Colours for rooms: words reach 7:1 on what they stand on. `weak` is for a projector that washes everything out:
 * black on white, and no grey that only a screen can show.
 */
export const SLIDE_THEMES: { readonly [N in 'light' | 'dark' | 'weak']: Theme } = {
  light: { ...LIGHT, second: '#454D57', pencil: '#3F464F', edge: '#6B7178', accent: '#1F45B0', 'feeling-1': '#8A3F0E' },
  dark: { ...DARK, second: '#BAC1C9', pencil: '#BAC1C9', accent: '#A9C2FF', 'feeling-1': '#F0A060' },
  weak: {
    ...LIGHT,
    paper: '#FFFFFF',
    surface: '#FFFFFF',
    ink: '#000000',
    second: '#202020',
    pencil: '#202020',
    line: '#8A8A8A',
    edge: '#4A4A4A',
    accent: '#0A2A8C',
    'feeling-2': '#7A2500',
    'feeling-1': '#7A3200',
    feeling0: '#3A3A3A',
    feeling1: '#0A4A80',
    feeling2: '#06305A',
  },
}
export type SlideTheme = keyof typeof SLIDE_THEMES
