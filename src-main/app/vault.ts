import { safeStorage } from 'electron'
import type { Vault } from '../session/connections'

/** Seals secrets by the system's keyring. Call it after the application is ready. */
export const systemVault = (): Vault => ({
  // Checked each time: a keyring may be unlocked at any time.
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

/** On Linux without a keyring Chromium encrypts with a password that is public, which protects nothing. */
const canSeal = () =>
  safeStorage.isEncryptionAvailable() &&
  (process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend()))
