const ARABIC = /\p{Script=Arabic}/u
const CHINESE = /[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFFEF]/u

/** The faces that a map is measured and drawn with. */
const FACES = ['400 14px Inter', '600 14px Inter', "400 15px 'Source Serif 4'", "italic 400 15px 'Source Serif 4'"]

let areHere = false

/** Whether `loadFonts` would resolve at once. */
export function fontsAreHere(): boolean {
  return areHere
}

/** Resolves when text can be measured in our fonts; without them (offline, blocked) too, then with the system's. */
export async function loadFonts(): Promise<void> {
  await Promise.allSettled(FACES.map(face => document.fonts.load(face)))
  areHere = true
}

/**
 * Brings what a text needs beyond Latin: further subsets of our fonts, and the families for scripts that they lack,
 * whose style sheets are long and so are loaded on first need. Resolves to true when faces arrived that were not there
 * before, so that text has to be measured again.
 */
export async function loadFontsFor(text: string): Promise<boolean> {
  const before = loadedFaces()
  const faces = [...FACES]
  try {
    if (ARABIC.test(text)) {
      await Promise.all([
        import('@fontsource/noto-sans-arabic/400.css'),
        import('@fontsource/noto-sans-arabic/600.css'),
      ])
      faces.push("400 14px 'Noto Sans Arabic'", "600 14px 'Noto Sans Arabic'")
    }
    if (CHINESE.test(text)) {
      await Promise.all([import('@fontsource/noto-sans-sc/400.css'), import('@fontsource/noto-sans-sc/600.css')])
      faces.push("400 14px 'Noto Sans SC'", "600 14px 'Noto Sans SC'")
    }
  } catch {
    // Without the style sheet the system's font shows the text; the next text asks again.
  }
  await Promise.allSettled(faces.map(face => document.fonts.load(face, text)))
  return loadedFaces() > before
}

function loadedFaces(): number {
  return [...document.fonts].filter(face => face.status === 'loaded').length
}
