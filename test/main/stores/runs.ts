/** How often chance is tried: enough to see a mistake in `npm test`, and far more in `npm run test:faults`. */
export const runs =
  process.env.ENTENTE_FAULTS === 'many'
    ? { powerCuts: 10_000, kills: 3_000, races: 50, bitFlips: 4_000 }
    : { powerCuts: 500, kills: 300, races: 50, bitFlips: 4_000 }
