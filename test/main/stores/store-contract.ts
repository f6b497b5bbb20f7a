import type { Graph } from '@core/graph/graph'
import { describe } from 'vitest'
import { refusesWhole } from './contract/refusing'
import { keepsChanges } from './contract/saving'
import { keepsTexts } from './contract/texts'
import { type ContractOptions, type StoreOnTrial, trialOf } from './contract/trial'

/** What every store promises. `make` gives a store that can be written to and holds a graph. */
export function storeContract(
  name: string,
  make: (graph: Graph) => Promise<StoreOnTrial>,
  options: ContractOptions = {}
): void {
  const trial = trialOf(make, options)
  describe(`${name} keeps the promise of a store:`, () => {
    keepsChanges(trial)
    refusesWhole(trial)
    keepsTexts(trial)
  })
}
