import { createRequire } from 'node:module'
import type { Face } from '@core/text/typesetting'

const { resolve } = createRequire(import.meta.url)

/** The weights that a figure uses. */
export const WEIGHTS = [400, 500, 600, 700] as const

/** One of the weights that a figure uses. */
export type Weight = (typeof WEIGHTS)[number]

const NAMES: Readonly<Record<Weight, string>> = {
  400: '400Regular',
  500: '500Medium',
  600: '600SemiBold',
  700: '700Bold'
}

/** Little pictures need no weights. */
const SINGLE: Weight = 400

const PACKAGES: Readonly<Record<Face, readonly [folder: string, family: string]>> = {
  latin: ['inter', 'Inter'],
  arabic: ['noto-sans-arabic', 'NotoSansArabic'],
  hebrew: ['noto-sans-hebrew', 'NotoSansHebrew'],
  emoji: ['noto-emoji', 'NotoEmoji']
}

/** The bundled font file of a face and weight. */
export function fontFile(face: Face, weight: Weight): string {
  const [folder, family] = PACKAGES[face]
  const name = NAMES[face === 'emoji' ? SINGLE : weight]
  return resolve(`@expo-google-fonts/${folder}/${name}/${family}_${name}.ttf`)
}

/** All font files. A figure is drawn with these only, so that every machine draws the same. */
export const fontFiles = (): readonly string[] => [
  ...new Set((Object.keys(PACKAGES) as Face[]).flatMap((face) => WEIGHTS.map((weight) => fontFile(face, weight))))
]
