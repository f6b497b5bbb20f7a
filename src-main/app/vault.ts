import { safeStorage } from 'electron'
import type { Vault } from '../session/connections'

/** The system's own store of secrets. After the application is ready. */
export const systemVault = (): Vault => ({
  // Asked each time: a keyring may be unlocked while we run.
  refusal: async () => (canSeal() ? undefined : 'This computer has no safe place for passwords, so that none is kept.'),
  seal: async (secret) => safeStorage.encryptString(secret).toString('base64'),
  async unseal(sealed) {
    try {
      return safeStorage.decryptString(Buffer.from(sealed, 'base64'))
    } catch {
      return undefined
    }
  }
})

/** On Linux without a keyring Chromium seals with a password that everybody knows: that is no seal. */
const canSeal = () =>
  safeStorage.isEncryptionAvailable() &&
  (process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend()))
