import type { Category } from '../../case/index.js';

/** The colours of a theme. Names say what a colour is for; tests hold their contrasts. */
export interface Palette {
  readonly page: string;
  /** Grounds of shapes: claims and evidence, and what only informs them. */
  readonly surface: string;
  readonly quiet: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  /** Text and outlines of what is drawn faintly. */
  readonly pale: string;
  readonly accent: string;
  /** Ground of counter-goals, counter-solutions and challenges. */
  readonly dialectic: string;
  readonly track: string;
  readonly good: string;
  readonly goodGround: string;
  readonly bad: string;
  readonly badGround: string;
  readonly open: string;
  readonly openGround: string;
  readonly plain: string;
  readonly plainGround: string;
  readonly categories: Readonly<
    Record<Category, { readonly band: string; readonly letter: string; readonly ground: string }>
  >;
}

/**
 * The bands of categories have the hues of the palette of Okabe and Ito ("Color Universal Design", 2008), with lightnesses
 * further apart, so that readers with any common colour vision tell all four apart; a letter in the band says the same.
 */
export const themes: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    page: '#f7f8fa',
    surface: '#ffffff',
    quiet: '#eef1f5',
    ink: '#1a1f26',
    soft: '#4f5864',
    line: '#6a7583',
    pale: '#76808c',
    accent: '#0a52a0',
    dialectic: '#fffaee',
    track: '#d9dee5',
    good: '#11623a',
    goodGround: '#e2f3e8',
    bad: '#9d1717',
    badGround: '#fce9e8',
    open: '#744800',
    openGround: '#fcecc8',
    plain: '#3f4a58',
    plainGround: '#e9edf2',
    categories: {
      inability: { band: '#0a5aa2', letter: '#ffffff', ground: '#f1f7fb' },
      control: { band: '#d88103', letter: '#10151a', ground: '#fef8ea' },
      trustworthiness: { band: '#04a96b', letter: '#10151a', ground: '#eef8f4' },
      deference: { band: '#d197bd', letter: '#10151a', ground: '#fbf4f8' },
    },
  },
  dark: {
    page: '#0f1317',
    surface: '#1b2129',
    quiet: '#14191f',
    ink: '#e7eaee',
    soft: '#aab4c0',
    line: '#7f8b99',
    pale: '#76818d',
    accent: '#8dbdff',
    dialectic: '#221e15',
    track: '#3a444f',
    good: '#7ed8a3',
    goodGround: '#10301f',
    bad: '#ff9f98',
    badGround: '#3c1719',
    open: '#f3c266',
    openGround: '#3d2f10',
    plain: '#c3ccd7',
    plainGround: '#29323c',
    categories: {
      inability: { band: '#2a8ee0', letter: '#10151a', ground: '#182632' },
      control: { band: '#f0980a', letter: '#10151a', ground: '#2a2313' },
      trustworthiness: { band: '#20d48c', letter: '#10151a', ground: '#142822' },
      deference: { band: '#e8bdd7', letter: '#10151a', ground: '#2a1f28' },
    },
  },
};
