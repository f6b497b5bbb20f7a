import type { Vault } from '@main/session/connections'

/** A vault that turns secrets round, or has a reason to take none. */
export const turningVault = (refusal?: string): Vault => ({
  refusal: async () => refusal,
  seal: async (secret) => [...secret].reverse().join(''),
  unseal: async (sealed) => [...sealed].reverse().join('')
})
